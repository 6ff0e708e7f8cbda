import { describe, expect, it } from 'vitest';
import { toText } from '../../components/exports/text.ts';
import { article, bodyOf } from './article.ts';

/** The text of a body alone. */
const text = (html: string) =>
  toText(bodyOf(html), {
    ...article,
    title: '',
    byline: null,
    authors: [],
    siteName: null,
    publishedTime: null,
  }).replace(`${article.url}\n\n`, '');

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('toText', () => {
  it('puts title, source and address first', () => {
    expect(toText(bodyOf('<p>Text.</p>'), article)).toBe(
      lines(
        'A bridge opens in Lisbon',
        '========================',
        '',
        'Ana Prado, Rui Melo · The Example · April 16, 2021',
        'https://news.example/lisbon/bridge',
        '',
        'Text.',
      ),
    );
  });

  it.each([
    {
      name: 'headings',
      html: '<h2>Nine<br>years</h2><p>One\n  two.</p><h3>After</h3><p>b</p>',
      expected: lines('Nine years', '----------', '', 'One two.', '', 'After', '', 'b'),
    },
    {
      name: 'nested lists',
      html: '<ul>\n<li>a\n<ol start="9"><li>b</li><li>c<br>d</li></ol></li><li><p>e</p></li></ul>',
      expected: lines('• a', '  9. b', '  10. c', '      d', '• e'),
    },
    {
      name: 'a list that counts down',
      html: '<ol reversed><li>three</li><li>two</li><li>one</li></ol>',
      expected: lines('3. three', '2. two', '1. one'),
    },
    {
      name: 'captions apart, in the place of the alternative text',
      html: '<p>a</p><figure><img src="https://a.example/b.jpg" alt="A bridge"><figcaption><p>The bridge</p><p>A. Prado</p></figcaption></figure><p>b</p>',
      expected: lines('a', '', '[The bridge / A. Prado]', '', 'b'),
    },
    {
      name: 'the alternative text of an image without a caption',
      html: '<p><img src="https://a.example/b.jpg" alt="A bridge"></p>',
      expected: lines('[A bridge]'),
    },
    {
      name: 'a table in columns',
      html: '<table><caption>Tolls</caption><tr><th>Car</th><th>Euro</th></tr><tr><td>橋</td><td>2</td></tr><tr><td>lorry</td><td>10</td></tr></table>',
      expected: lines('[Tolls]', '', 'Car    Euro', '-----  ----', '橋     2', 'lorry  10'),
    },
    {
      name: 'a table with cells that reach over others',
      html: '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      expected: lines('a  b', '   c'),
    },
    {
      name: 'a wide table as records',
      html: `<table><tr><th>Who</th><th>What</th></tr><tr><td>Ana</td><td>${'x'.repeat(99)}</td></tr><tr><td>Rui</td><td></td></tr></table>`,
      expected: lines('Who: Ana', `What: ${'x'.repeat(99)}`, '', 'Who: Rui'),
    },
    {
      name: 'a table that only arranges',
      html: '<table><tr><td><p>One.</p></td></tr><tr><td>Two.</td></tr></table>',
      expected: lines('One.', '', 'Two.'),
    },
    {
      name: 'quotations and code',
      html: '<blockquote><p>One.</p><p>Two.</p></blockquote><pre>\nif a:\n    b\n</pre>',
      expected: lines('> One.', '>', '> Two.', '', '    if a:', '        b'),
    },
    {
      name: 'raised and lowered signs',
      html: '<p>10<sup>6</sup>, CO<sub>2</sub>, 1<sup>st</sup>, x<sup>a+b</sup></p>',
      expected: lines('10⁶, CO₂, 1st, x^a+b'),
    },
    {
      name: 'readings and quotation marks',
      html: '<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby> <q>yes</q></p>',
      expected: lines('橋(はし) “yes”'),
    },
    {
      name: 'loose text around blocks',
      html: 'before <b>bold</b><div>in</div> after<a href="https://a.example/"><p>link</p></a>',
      expected: lines('before bold', '', 'in', '', 'after', '', 'link'),
    },
    {
      name: 'no mark and no control of ours',
      html: '<p>In <mark data-mention="0" role="button">Lisbon</mark><button>Not a name</button><span data-screen-only>PLACE</span>.</p>',
      expected: lines('In Lisbon.'),
    },
  ])('writes $name', ({ html, expected }) => {
    expect(text(html)).toBe(expected);
  });
});
