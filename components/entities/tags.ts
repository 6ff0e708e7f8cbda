import { type Label, labels } from './mention.ts';

/**
 * Tags of tokens, in the order of the model's scores: outside, then for each label begin and inside.
 *
 *     Tim    Cook   runs  Apple
 *     B-PER  I-PER  O     B-ORG
 *
 * Tags for a name's last and only token (BILOU) were tried: the same figures for twice the weights.
 */
export const tagCount = 1 + labels.length * 2;
export const outside = 0;

export const beginOf = (label: Label): number => 1 + labels.indexOf(label) * 2;
export const insideOf = (label: Label): number => beginOf(label) + 1;
export const labelOf = (tag: number): Label => labels[(tag - 1) >> 1]!;

export const isInside = (tag: number): boolean => tag !== outside && (tag - 1) % 2 === 1;

/** Whether `to` may follow `from`: only a name of the same label goes on. */
export function mayFollow(from: number, to: number): boolean {
  return !isInside(to) || from === to || from === to - 1;
}

export const mayStart = (tag: number): boolean => !isInside(tag);
