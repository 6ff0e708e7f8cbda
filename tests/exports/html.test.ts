import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { sanitize } from '../../components/article/sanitize.ts';
import { serialise, toHtml } from '../../components/exports/html.ts';
import { article, bodyOf, hostileTitles } from './article.ts';

const file = (html: string, images: 'shown' | 'linked' = 'shown', changes = {}) =>
  new JSDOM(toHtml(bodyOf(html), { ...article, ...changes }, { images })).window.document;

const markup = (html: string, images: 'shown' | 'linked' = 'shown') => serialise(bodyOf(html), images);

describe('toHtml', () => {
  it('is one file with a title, a source and nothing to load or run', () => {
    const page = file('<p>Text.</p>');
    expect(page.title).toBe(article.title);
    expect(page.querySelector('h1')?.textContent).toBe(article.title);
    expect(page.querySelector('header')?.textContent).toContain(
      'Ana Prado, Rui Melo · The Example · April 16, 2021',
    );
    expect(page.querySelector('header a')?.getAttribute('href')).toBe(article.url);
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelectorAll('script, link, iframe, [src]')).toHaveLength(0);
    expect(page.querySelector('style')?.textContent).not.toMatch(/url\(|@import|@font-face/);
  });

  it('states the language and direction of the article', () => {
    const page = file('<p>نص</p>', 'shown', { lang: 'ar', dir: 'rtl' });
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl']);
    expect(page.querySelector('time')?.textContent).toMatch(/أبريل/);
  });

  it('shows images, or keeps them as links with the same address', () => {
    const body =
      '<img src="https://a.example/b.jpg" alt="A bridge" onerror="x"><a href="https://c.example/"><img src="https://a.example/d.jpg"></a>';
    const shown = file(body);
    expect([...shown.images].map((image) => [image.src, image.alt])).toEqual([
      ['https://a.example/b.jpg', 'A bridge'],
      ['https://a.example/d.jpg', ''],
    ]);
    const linked = file(body, 'linked');
    expect(linked.images).toHaveLength(0);
    expect(
      [...linked.querySelectorAll('article > a')].map((a) => [a.getAttribute('href'), a.textContent]),
    ).toEqual([
      ['https://a.example/b.jpg', 'A bridge'],
      ['https://c.example/', 'd.jpg'],
    ]);
    expect(linked.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("img-src 'none'");
  });

  it.each(hostileTitles)('escapes %j wherever it stands', (title) => {
    const page = file('', 'shown', {
      title,
      byline: title,
      authors: [],
      siteName: title,
      excerpt: title,
      publishedTime: `2021-04-16${title}`,
      lang: title,
      url: title,
    });
    expect(page.querySelectorAll('script, [onerror]')).toHaveLength(0);
    expect(page.body.children).toHaveLength(1);
    expect([...page.querySelectorAll('article *')].map((element) => element.localName)).toEqual(
      expect.arrayContaining(['header', 'h1']),
    );
    expect(page.title).toBe(page.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim());
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('links not to %j', (url) => {
    expect(file('', 'shown', { url }).querySelector('header a')).toBeNull();
  });
});

describe('serialise', () => {
  it('keeps what an article needs and drops the rest', () => {
    expect(
      markup(
        '<p class="x" style="color:red" onclick="x()" lang="fr">a &lt; b &amp; c<br>d</p>' +
          '<ol start="3"><li>e</li></ol><a href="javascript:x" target="_blank">f</a><svg><style>g</style></svg>',
      ),
    ).toBe('<p lang="fr">a &lt; b &amp; c<br>d</p><ol start="3"><li>e</li></ol><a>f</a>g');
  });

  it('keeps the first empty line of code', () => {
    const body = bodyOf('<pre>\n\na</pre>');
    expect(bodyOf(serialise(body, 'shown')).textContent).toBe(body.textContent);
  });

  it('holds nothing but what it wrote when a browser parses it', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<ul><li>',
        '</li></ul>',
        'text',
        '&lt;b&gt;',
        '&nbsp;',
        '"',
        '&amp;amp;',
      ],
      ...[
        '<table><tr><td>',
        '</td></tr></table>',
        '<pre>\n\n',
        '</pre>',
        '<math>',
        '<svg>',
        '<!-- -->',
        '<br>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = serialise(sanitize(pieces.join(''), 'remote', window as never), 'shown');
        const document = new DOMParser().parseFromString(once, 'text/html');
        const allowed = /^(?:p|b|ul|li|table|tbody|tr|td|pre|br)$/;
        for (const element of document.body.querySelectorAll('*')) expect(element.localName).toMatch(allowed);
        expect(document.body.textContent?.replace(/\s/g, '')).toBe(
          bodyOf(once).textContent?.replace(/\s/g, ''),
        );
      }),
      { numRuns: 200 },
    );
  });
});
