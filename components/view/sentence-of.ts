import type { Block } from '../article/block.ts';
import type { Mention } from '../entities/mention.ts';

/** The sentence a mention stands in, white space folded. */
export function sentenceOf(mention: Mention, blocks: readonly Block[]): string {
  const { text } = blocks[mention.block]!;
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  const sentence = segments.containing(mention.start)?.segment ?? text;
  return sentence.replace(/\s+/g, ' ').trim();
}
