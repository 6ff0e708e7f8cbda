import type { Passage } from './passages.ts';
import type { PageFacts } from './signals.ts';

/**
 * Least prose of a page that does not call itself an article, in characters: a brief of 60 words has some 350, a list of
 * links and a bare notice have none or a line. Scripts without spaces say as much in a third.
 */
const leastProse = 140;

/** True when there is something to read: prose, or a page that says it is an article and has any text. */
export function isArticle(kept: readonly Passage[], { saysArticle }: PageFacts): boolean {
  if (saysArticle) return kept.length > 0;
  const prose = kept.reduce(
    (sum, { text, linkShare }) => sum + weight(text) * (1 - Math.min(1, linkShare)),
    0,
  );
  return prose >= leastProse;
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

function weight(text: string): number {
  return text.trim().length + 2 * (text.match(dense)?.length ?? 0);
}
