import { type Label, labels } from './mention.ts';

/**
 * Tags of tokens, in the order of the model's scores: outside, then for each label begin, inside, last, alone (BILOU;
 * Ratinov and Roth, CoNLL 2009, found it better than begin-inside).
 *
 *     Tim    Cook   runs  Apple
 *     B-PER  L-PER  O     U-ORG
 */
export const tagCount = 1 + labels.length * 4;
export const outside = 0;
export type Part = 0 | 1 | 2 | 3;
export const begin = 0;
export const inside = 1;
export const last = 2;
export const alone = 3;

export const tagOf = (label: Label, part: Part): number => 1 + labels.indexOf(label) * 4 + part;
export const partOf = (tag: number): number => (tag - 1) & 3;
export const labelOf = (tag: number): Label => labels[(tag - 1) >> 2]!;

const opens = (tag: number): boolean => tag !== outside && (partOf(tag) === begin || partOf(tag) === inside);
const continues = (tag: number): boolean =>
  tag !== outside && (partOf(tag) === inside || partOf(tag) === last);

/** Whether `to` may follow `from`: a name that was opened goes on with its own label, and nothing else goes on. */
export function mayFollow(from: number, to: number): boolean {
  if (opens(from)) return continues(to) && (from - 1) >> 2 === (to - 1) >> 2;
  return !continues(to);
}

export const mayStart = (tag: number): boolean => !continues(tag);
export const mayEnd = (tag: number): boolean => !opens(tag);
