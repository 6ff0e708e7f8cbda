import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatter, toMarkdown } from '../../components/exports/markdown.ts';
import { article, bodyOf, hostileTitles } from './article.ts';

/** The Markdown of a body alone. */
const markdown = (html: string) =>
  toMarkdown(bodyOf(html), { ...article, title: '' }).replace(/^---\n[\s\S]*?\n---\n+/, '');

/** What a CommonMark parser that lets HTML through makes of it. */
function rendered(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = new MarkdownIt({ html: true }).render(markdown(html));
  return element;
}

describe('toMarkdown', () => {
  it.each([
    {
      name: 'headings and paragraphs',
      html: '<h2>Nine <br>years</h2><p>It <em>took</em> <strong>nine</strong> years.</p>',
      expected: '## Nine years\n\nIt *took* **nine** years.\n',
    },
    {
      name: 'emphasis inside a word',
      html: '<p>un<em>believ</em>able</p>',
      expected: 'un*believ*able\n',
    },
    {
      name: 'nested lists that begin at a number',
      html: '<ol start="3"><li>three<ul><li>a</li></ul></li><li>four</li></ol>',
      expected: '3.  three\n    -   a\n4.  four\n',
    },
    {
      name: 'links, without those that lead nowhere',
      html: '<p><a href="https://a.example/x (1)?q=a b">one</a> <a href="#in-article-n">two</a><a href="https://b.example/"></a></p>',
      expected: '[one](https://a.example/x%20%281%29?q=a%20b) two\n',
    },
    {
      name: 'a link around a block',
      html: '<a href="https://a.example/"><h3>Read</h3><p>all of it</p></a>',
      expected: '[Read all of it](https://a.example/)\n',
    },
    {
      name: 'a figure with its caption',
      html: '<figure><img src="https://a.example/b.jpg" alt="A [bridge]"><figcaption>The <em>bridge</em></figcaption></figure><p>Text.</p>',
      expected: '![A \\[bridge\\]](https://a.example/b.jpg)\n\n*The bridge*\n\nText.\n',
    },
    {
      name: 'a quotation',
      html: '<blockquote><p>One.</p><p>Two.</p></blockquote>',
      expected: '> One.\n> \n> Two.\n',
    },
    {
      name: 'code as it is',
      html: '<pre>a &lt; b\n  *c*<br>```</pre>',
      expected: '````\na < b\n  *c*\n```\n````\n',
    },
    {
      name: 'marks of ours as plain text, escaped as one',
      html: '<p><mark data-mention="0" role="button">1</mark>. May in <mark data-mention="1">Lisbon</mark></p>',
      expected: '1\\. May in Lisbon\n',
    },
    {
      name: 'raised and lowered signs',
      html: '<p>10<sup>6</sup> of CO<sub>2</sub></p>',
      expected: '10<sup>6</sup> of CO<sub>2</sub>\n',
    },
    { name: 'readings', html: '<p><ruby>橋<rt>はし</rt></ruby></p>', expected: '橋(はし)\n' },
  ])('writes $name', ({ html, expected }) => {
    expect(markdown(html)).toBe(expected);
  });

  it.each([
    {
      name: 'with a header, a bar and a break',
      html: '<table><caption>Tolls</caption><thead><tr><th>Car</th><th>Euro</th></tr></thead><tbody><tr><td>a || b</td><td>1<br>2</td></tr></tbody></table>',
      expected: 'Tolls\n\n| Car | Euro |\n| --- | --- |\n| a \\|\\| b | 1<br>2 |\n',
    },
    {
      name: 'without a header',
      html: '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>',
      expected: '|     |     |\n| --- | --- |\n| a | b |\n| c |     |\n',
    },
    {
      name: 'with cells that reach over others',
      html: '<table><tr><th colspan="2">Both</th><th>C</th></tr><tr><td rowspan="2">a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      expected: '| Both |     | C |\n| --- | --- | --- |\n| a | b | c |\n|     | d | e |\n',
    },
    {
      name: 'with lists and paragraphs in cells',
      html: '<table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>x</li><li><p>y</p></li></ul></td><td><p>1</p><p>2</p></td></tr></table>',
      expected: '| A | B |\n| --- | --- |\n| • x<br>• y | 1<br>2 |\n',
    },
    {
      name: 'that only arranges',
      html: '<table><tr><td><p>One.</p></td></tr><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
      expected: 'One.\n\n|     |     |\n| --- | --- |\n| a | b |\n',
    },
  ])('writes a table $name', ({ html, expected }) => {
    expect(markdown(html)).toBe(expected);
  });

  it('puts the title above and front matter before it', () => {
    expect(toMarkdown(bodyOf('<p>Text.</p>'), article)).toBe(
      '---\ntitle: "A bridge opens in Lisbon"\nauthor: ["Ana Prado", "Rui Melo"]\nsite: "The Example"\n' +
        'published: 2021-04-16T23:30:00-05:00\nurl: "https://news.example/lisbon/bridge"\n---\n\n' +
        '# A bridge opens in Lisbon\n\nText.\n',
    );
  });

  it('begins with the lead image, unless the body shows it', () => {
    const leadImage = {
      src: 'https://a.example/b.jpg?w=900',
      alt: 'Bridge',
      caption: 'Open',
      credit: 'A. P.',
    };
    const lead = '![Bridge](https://a.example/b.jpg?w=900)\n\n*Open*\n\n*A. P.*\n\n';
    expect(toMarkdown(bodyOf('<p>Text.</p>'), { ...article, leadImage })).toContain(`${lead}Text.`);
    const shown = '<img src="https://a.example/b.jpg?w=300" alt="">';
    expect(toMarkdown(bodyOf(shown), { ...article, leadImage })).not.toContain('w=900');
  });

  it('leaves the page and its body as they are', () => {
    const body = bodyOf('<p>a <mark>b</mark></p><table><tr><td>a</td><td>b</td></tr></table>');
    const before = body.innerHTML;
    toMarkdown(body, article);
    expect(body.innerHTML).toBe(before);
  });
});

describe('Markdown of hostile text', () => {
  it('lets no tag of the text through, also not from an image', () => {
    const image = '<img src="https://a.example/a.png" alt="<img src=x onerror=alert(1) title=&quot;">';
    const page = rendered(`<p>&lt;script>alert(1)&lt;/script> ${image} "> &amp;lt; &lt;!-- a --></p>`);
    expect([...page.querySelectorAll('*')].map((element) => element.localName)).toEqual(['p', 'img']);
    expect(page.textContent).toContain('<script>alert(1)</script>');
    expect(page.textContent).toContain('"> &lt; <!-- a -->');
  });

  it('reads back as the same text', () => {
    const piece = fc.constantFrom(
      ...[
        '#',
        '# a',
        '1.',
        '1)',
        '-',
        '+ a',
        '*',
        '**',
        '_',
        '`',
        '~~',
        '~',
        '>',
        '|',
        '<b>',
        '&amp;',
        '&#35;',
        '!',
        '[a]',
      ],
      ...['(b)', '\\', '===', '---', 'word', '=', '橋', '```', '<!--', ':', 'a_b', '\\<', '![', '](', '~~~'],
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));
    const places = [
      { around: ['<p>', '</p>'], makes: ['p'] },
      { around: ['<p>before<br>', '</p>'], makes: ['p', 'br'] },
      { around: ['<h2>', '</h2>'], makes: ['h2'] },
      { around: ['<ul><li>', '</li></ul>'], makes: ['ul', 'li'] },
      { around: ['<blockquote><p>', '</p></blockquote>'], makes: ['blockquote', 'p'] },
      {
        around: ['<table><tr><th>a</th><th>', '</th></tr></table>'],
        makes: 'table thead tr th th'.split(' '),
      },
    ];
    fc.assert(
      fc.property(texts, fc.constantFrom(...places), (text, { around, makes }) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const page = rendered(around.join(escaped));
        expect(page.textContent?.trim().replace(/^(?:before|a)\n/, '')).toBe(text);
        expect([...page.querySelectorAll('*')].map((child) => child.localName)).toEqual(makes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('frontMatter', () => {
  const parsed = (yaml: string, version: '1.1' | '1.2') =>
    parse(yaml.replace(/^---\n|\n---$/g, ''), { version, schema: 'core' });

  it.each(hostileTitles)('reads back %j', (title) => {
    expect(parsed(frontMatter({ ...article, title }), '1.2').title).toBe(title.toWellFormed());
  });

  it('reads back as the same values, whatever they are', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...hostileTitles));
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.constantFrom('1.1', '1.2'),
        (title, name, time, url, version) => {
          const yaml = frontMatter({ ...article, title, siteName: name, publishedTime: time, url });
          expect(yaml.split('\n').filter((line) => line === '---')).toHaveLength(2);
          expect(parsed(yaml, version as '1.1')).toEqual({
            title: title.toWellFormed(),
            author: ['Ana Prado', 'Rui Melo'],
            site: name.toWellFormed(),
            published: time.toWellFormed(),
            url: url.toWellFormed(),
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('leaves out what is not known', () => {
    const bare = { ...article, byline: null, authors: [], siteName: null, publishedTime: null };
    expect(parsed(frontMatter(bare), '1.2')).toEqual({ title: article.title, url: article.url });
  });
});
