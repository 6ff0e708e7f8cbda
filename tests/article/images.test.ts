import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cleanMarkup } from '../../components/article/clean-markup.ts';
import { settle } from '../../components/article/settle.ts';

const base = 'https://news.example/a/';

function cleaned(body: string): string {
  const page = new JSDOM(`<body>${body}</body>`, { url: base }).window.document;
  settle(page);
  return cleanMarkup(page.body, base).innerHTML;
}

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('images', () => {
  const cases = [
    { name: 'a lazy attribute', body: `<img src="${dot}" data-src="p.jpg">`, src: 'p.jpg' },
    {
      name: 'the widest that a page needs',
      body: '<img srcset="s.jpg 400w, m.jpg 1200w, l.jpg 4000w">',
      src: 'm.jpg',
    },
    {
      name: 'the source of a picture',
      body: '<picture><source srcset="p.webp 800w"><img></picture>',
      src: 'p.webp',
    },
    {
      name: 'a fallback without scripts',
      body: `<img src="${dot}"><noscript><img src="p.jpg"></noscript>`,
      src: 'p.jpg',
    },
    { name: 'an AMP image', body: '<amp-img src="p.jpg" width="800" height="400"></amp-img>', src: 'p.jpg' },
  ];
  for (const { name, body, src } of cases)
    it(`take ${name}`, () => {
      const sources = [...cleaned(body).matchAll(/src="([^"]*)"/g)].map(([, source]) => source);
      expect(sources).toEqual([base + src]);
    });

  it('of a pixel are gone', () => {
    expect(cleaned('<p>Text</p><img src="count.gif" width="1" height="1">')).toBe('<p>Text</p>');
  });
});

describe('markup', () => {
  const cases = [
    {
      name: 'boxes become paragraphs',
      body: '<div><div>One<br><br>Two</div><span>Three</span></div>',
      html: '<p>One</p><p>Two</p><p>Three</p>',
    },
    {
      name: 'a table that only arranges is unwrapped',
      body: '<table><tr><td><p>One</p></td></tr></table>',
      html: '<p>One</p>',
    },
    {
      name: 'a table of data stays',
      body: '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      html: '<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
    },
    {
      name: 'code keeps its white space',
      body: '<pre>if (a) {\n  b;\n}</pre>',
      html: '<pre><code>if (a) {\n  b;\n}</code></pre>',
    },
    {
      name: 'a footnote keeps its places',
      body: '<p>Text<sup><a href="#n" id="m">1</a></sup></p><ol><li id="n">Note <a href="#m">back</a></li></ol>',
      html: '<p>Text<sup><a href="#n" id="m">1</a></sup></p><ol><li id="n">Note <a href="#m">back</a></li></ol>',
    },
    {
      name: 'a script is no link',
      body: '<p><a href="javascript:go()">Go</a> <a href="b.html">there</a></p>',
      html: `<p>Go <a href="${base}b.html">there</a></p>`,
    },
    {
      name: 'a player becomes a titled link',
      body: '<iframe src="https://video.example/embed/1" title="The gates"></iframe>',
      html: '<p><a href="https://video.example/embed/1" data-embed="Video">Video: The gates</a></p>',
    },
    {
      name: 'an advertisement does not',
      body: '<p>Text</p><iframe src="https://ads.example/ad?embed=1"></iframe>',
      html: '<p>Text</p>',
    },
  ];
  for (const { name, body, html } of cases) it(name, () => expect(cleaned(body)).toBe(html));
});
