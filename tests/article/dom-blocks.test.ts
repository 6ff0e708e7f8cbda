import { describe, expect, it } from 'vitest';
import { domBlocks } from '../../components/article/dom-blocks.ts';

function rootOf(html: string): Element {
  return new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild!;
}

const cases = [
  {
    name: 'one block a paragraph',
    html: '<p>One.</p><p>Two.</p>',
    blocks: ['paragraph:One.', 'paragraph:Two.'],
  },
  { name: 'a line break as a word border', html: '<p>foo<br>bar</p>', blocks: ['paragraph:foo\nbar'] },
  {
    name: 'two line breaks as the end of a block',
    html: '<p>foo<br> <br>bar</p>',
    blocks: ['paragraph:foo\n \n', 'paragraph:bar'],
  },
  {
    name: 'inline markup inside one block',
    html: '<p>Tim <b>C<i>oo</i>k</b> runs</p>',
    blocks: ['paragraph:Tim Cook runs'],
  },
  {
    name: 'text beside a block element',
    html: 'Loose <p>Held</p> end',
    blocks: ['paragraph:Loose ', 'paragraph:Held', 'paragraph: end'],
  },
  {
    name: 'what kind a block is',
    html: '<h2>H</h2><ul><li>I</li></ul><blockquote><p>Q</p></blockquote><figure><figcaption>C</figcaption></figure><table><tbody><tr><td>D</td></tr></tbody></table><pre>E</pre>',
    blocks: ['heading:H', 'item:I', 'quote:Q', 'caption:C', 'cell:D', 'code:E'],
  },
  { name: 'no block for white space', html: '<p> </p>\n<div>\n</div>', blocks: [] },
];

describe('domBlocks', () => {
  it.each(cases)('gives $name', ({ html, blocks }) => {
    expect(domBlocks(rootOf(html)).map((block) => `${block.kind}:${block.text}`)).toEqual(blocks);
  });

  it('tells where each text node stands', () => {
    for (const { html } of cases) {
      for (const { text, pieces } of domBlocks(rootOf(html))) {
        for (const { node, start } of pieces)
          expect(text.slice(start, start + node.data.length)).toBe(node.data);
      }
    }
  });
});
