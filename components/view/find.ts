import { domBlocks } from '../article/dom-blocks.ts';

/**
 * The places in the text where `query` stands, whatever its case, in reading order; across inline markup and marks.
 * White space in the query stands for any in the text.
 */
export function find(root: Element, query: string): Range[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  return domBlocks(root).flatMap(({ text, pieces }) =>
    [...text.matchAll(pattern)].map(({ index, 0: hit }) => {
      const range = root.ownerDocument.createRange();
      // the last piece that begins at or before the place; an end may stand at the end of its piece
      const from = pieces.findLast(({ start }) => start <= index)!;
      const to = pieces.findLast(({ start }) => start < index + hit.length)!;
      range.setStart(from.node, Math.min(index - from.start, from.node.data.length));
      range.setEnd(to.node, Math.min(index + hit.length - to.start, to.node.data.length));
      return range;
    }),
  );
}

function patternOf(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'giu');
}
