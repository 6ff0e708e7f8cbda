import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { mount } from '../../components/article/fragment.ts';
import { type ImagePolicy, sanitize } from '../../components/article/sanitize.ts';
import { audit } from '../e2e/hostile/audit.ts';
import { ownPayloads } from '../e2e/hostile/own-payloads.ts';

function rendered(html: string, images: ImagePolicy = 'none'): string {
  const element = document.createElement('div');
  mount(sanitize(html, images, window as unknown as Window & typeof globalThis), element);
  return element.innerHTML;
}

describe('sanitize', () => {
  it.each([
    { name: 'scripts and handlers', html: '<p onclick="x()">a<script>x()</script></p>', out: '<p>a</p>' },
    {
      name: 'styles, classes and data attributes',
      html: '<p style="color:red" class="k" data-x="1">a</p>',
      out: '<p>a</p>',
    },
    {
      name: 'frames, forms and media',
      html: '<iframe src="https://e.test"></iframe><form action="/x"><input></form><video src="v.mp4"></video>',
      out: '',
    },
    { name: 'a second main heading, keeping its words', html: '<h1>Title</h1>', out: 'Title' },
    { name: 'script links', html: '<a href="javascript:alert(1)">a</a>', out: '<a>a</a>' },
    {
      name: 'links with a name and password',
      html: '<a href="https://user:pw@e.test/">a</a>',
      out: '<a>a</a>',
    },
    { name: 'a frameset document', html: '<frameset><frame src="x"></frameset>', out: '' },
    {
      name: 'meta refresh and prefetch',
      html: '<meta http-equiv="refresh" content="0;url=https://e.test"><link rel="prefetch" href="https://e.test">',
      out: '',
    },
    {
      name: 'the source of remote images when none are wanted',
      html: '<img src="https://e.test/a.png" alt="A">',
      out: '<img alt="A">',
    },
    {
      name: 'SVG images even as data',
      html: '<img src="data:image/svg+xml;base64,PHN2Zz4=" alt="A">',
      out: '<img alt="A">',
    },
  ])('takes out $name', ({ html, out }) => {
    expect(rendered(html)).toBe(out);
  });

  it('keeps web links, opened apart and without a referrer', () => {
    const link = document.createElement('div');
    link.innerHTML = rendered('<a href="https://e.test/a?b#c">a</a>');
    const { href, rel, target } = link.firstElementChild as HTMLAnchorElement;
    expect({ href, rel, target }).toEqual({
      href: 'https://e.test/a?b#c',
      rel: 'noopener noreferrer',
      target: '_blank',
    });
  });

  it('keeps links inside the article, away from our own ids', () => {
    expect(rendered('<a href="#n1">1</a><p id="n1">Note</p>')).toBe(
      '<a href="#in-article-n1">1</a><p id="in-article-n1">Note</p>',
    );
  });

  it('keeps remote images when they are wanted, without a referrer', () => {
    expect(rendered('<img src="https://e.test/a.png" alt="A">', 'remote')).toContain(
      'referrerpolicy="no-referrer"',
    );
  });

  it('does not compile without passing the gate', () => {
    const element = document.createElement('div');
    // @ts-expect-error a string is not SanitizedHtml
    expect(() => mount('<p>raw</p>', element)).toThrow();
    // @ts-expect-error nor is any fragment
    mount(document.createDocumentFragment(), element);
    expect(element.childNodes).toHaveLength(0);
  });
});

describe('sanitize under Trusted Types', () => {
  it('asks for one policy a window, since a second of its name is refused', () => {
    const { window } = new JSDOM('');
    const asked: string[] = [];
    Object.assign(window, {
      trustedTypes: {
        createPolicy(name: string, rules: object) {
          asked.push(name);
          return { name, ...rules };
        },
      },
    });
    const images = ['none', 'remote', 'none'] as const;
    const sources = images.map((policy) => {
      const body = sanitize('<img src="https://a.example/b.jpg">', policy, window as never);
      return body.querySelector('img')!.getAttribute('src');
    });
    expect(asked).toEqual(['dompurify']);
    expect(sources).toEqual([null, 'https://a.example/b.jpg', null]);
  });

  it.each(ownPayloads)('leaves nothing that an audit of its own would stop at: $id', ({ html }) => {
    for (const images of ['none', 'remote'] as const) {
      const element = document.createElement('div');
      mount(sanitize(html, images, window as unknown as Window & typeof globalThis), element);
      expect(audit(element)).toEqual([]);
      if (images === 'none') expect(element.querySelector('img[src^="http"]')).toBeNull();
    }
  });

  it('leaves nothing of any markup made of pieces, and the same when it is done twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ownPayloads.map(({ html }) => html).filter((html) => html.length < 400)),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="',
        '">',
        '<b>',
        '</b>',
        "'",
        '"',
        '<!--',
        '-->',
        '<svg>',
        '</svg>',
      ),
      fc.constantFrom(
        '<math>',
        '<style>',
        '</style>',
        '<table>',
        '<td>',
        '<template>',
        '</template>',
        '<form id=x>',
      ),
      fc.constantFrom(
        'id=app ',
        'href=#a ',
        'src=x ',
        'onerror=alert(1) ',
        'style=color:red ',
        '&lt;',
        '\u0000',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = document.createElement('div');
        const page = window as unknown as Window & typeof globalThis;
        mount(sanitize(pieces.join(''), 'remote', page), once);
        expect(audit(once)).toEqual([]);
        const twice = document.createElement('div');
        mount(sanitize(once.innerHTML, 'remote', page), twice);
        expect(audit(twice)).toEqual([]);
        expect(twice.textContent).toBe(once.textContent);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
