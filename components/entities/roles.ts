import type { Block } from '../article/block.ts';
import type { Mention } from './mention.ts';

/** What the text says a person is, by the titles and appositions at the given mentions; null when it does not say. */
export function roleOf(
  _blocks: readonly Block[],
  _mentions: readonly Mention[],
  _all: readonly Mention[],
): string | null {
  return null;
}
