import { domBlocks } from '../article/dom-blocks.ts';
import { rangeIn } from './range-of.ts';

/**
 * The places in the text where `query` stands, whatever its case, in reading order; across inline markup and marks.
 * White space in the query stands for any in the text.
 */
export function find(root: Element, query: string): Range[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  return domBlocks(root).flatMap((block) =>
    [...block.text.matchAll(pattern)].map(({ index, 0: hit }) =>
      rangeIn(block, { start: index, end: index + hit.length }),
    ),
  );
}

function patternOf(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'giu');
}
