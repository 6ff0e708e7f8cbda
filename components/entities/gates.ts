import { type Document, look } from './document.ts';
import { hashWord } from './lexicon.ts';

/**
 * Kinds of token that a step from tag to tag depends on. "of" inside a name and a comma inside one are different
 * events; one score for both would be too coarse, one for each word too fine.
 */
export const gateCount = 16;

export function gateOf(document: Document, at: number): number {
  const known = words.get(document.word[at]!);
  if (known !== undefined) return known;
  const looks = document.looks[at]!;
  if (looks & look.mark) return 8;
  if (looks & look.titled) return looks & look.capital ? 9 : 10;
  if (looks & look.capital) {
    if (looks & look.first) return 11;
    return looks & look.capitals ? 12 : 13;
  }
  return looks & look.digits ? 14 : looks & look.inner ? 15 : 0;
}

const words = new Map<number, number>();
for (const [gate, list] of [
  [1, 'of for'],
  [2, 'and &'],
  [3, ','],
  [4, '.'],
  [5, '- – / ‑'],
  [6, "'s"],
  [7, 'de la le du da do dos del della di van von der den ter bin ibn al el y the'],
] as const) {
  for (const word of list.split(' ')) words.set(hashWord(word), gate);
}
