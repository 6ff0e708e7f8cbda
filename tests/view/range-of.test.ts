import { describe, expect, it } from 'vitest';
import { domBlocks } from '../../components/article/dom-blocks.ts';
import { highlight } from '../../components/entities/highlight.ts';
import { rangeOf } from '../../components/view/range-of.ts';

const blocksOf = (html: string) => {
  document.body.innerHTML = html;
  return domBlocks(document.body);
};

/** The text of a range for each place where `words` stands in the blocks. */
const found = (blocks: ReturnType<typeof blocksOf>, words: string) =>
  blocks.flatMap((block) => {
    const start = block.text.indexOf(words);
    return start < 0 ? [] : [rangeOf(block, { start, end: start + words.length }).toString()];
  });

describe('rangeOf', () => {
  it.each([
    ['after line breaks', '<p>One.<br>Two.<br>Three.</p>', 'Three.', 'Three.'],
    ['across a line break', '<p>One<br>two three</p>', 'One\ntwo', 'Onetwo'],
    ['across inline markup', '<p>One <b>two</b> three</p>', 'One two three', 'One two three'],
    ['in the second of two paragraphs of one element', '<div>One<br><br>Two.</div>', 'Two.', 'Two.'],
    ['in an item with a list inside', '<ul><li>One <ul><li>Two</li></ul> three</li></ul>', 'three', 'three'],
  ])('finds words %s', (_, html, words, text) => {
    expect(found(blocksOf(html), words)).toEqual([text]);
  });

  it('finds them also where marks have split the text since', () => {
    const blocks = blocksOf('<p>Ada met Rui.<br>Rui left Ada.</p>');
    const names = [
      [0, 3],
      [8, 11],
      [13, 16],
      [22, 25],
    ] as const;
    const marks = names.map(([start, end], i) => ({
      ...{ block: 0, start, end, label: 'PER' as const, mention: i, entity: 0 },
    }));
    const undo = highlight(blocks, marks);
    expect(document.querySelectorAll('mark')).toHaveLength(4);
    expect(found(blocks, 'Rui left Ada.')).toEqual(['Rui left Ada.']);
    expect(found(blocks, 'Ada met')).toEqual(['Ada met']);
    undo();
    expect(found(blocks, 'left')).toEqual(['left']);
  });
});
