import type { Span } from './mention.ts';
import { tokenize } from './tokens.ts';

/** Sentences of a block's text, without the space between them; together they hold every token. */
export function sentences(text: string, tokens: readonly Span[] = tokenize(text)): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i + 1 < tokens.length && !startsSentence(text, tokens, i + 1)) continue;
    found.push({ start: tokens[start]!.start, end: tokens[i]!.end });
    start = i + 1;
  }
  return found;
}

/** Whether a sentence begins at token `index`: after a closing mark and a space, or after a line's end. */
export function startsSentence(text: string, tokens: readonly Span[], index: number): boolean {
  if (index === 0) return true;
  const token = tokens[index]!;
  const previous = tokens[index - 1]!;
  const gap = text.slice(previous.end, token.start);
  if (gap === '') return false;
  if (gap.includes('\n')) return true;
  let last = index - 1;
  while (last > 0 && closers.test(text.slice(tokens[last]!.start, tokens[last]!.end))) last--;
  const mark = text.slice(tokens[last]!.start, tokens[last]!.end);
  const begin = text.slice(token.start, token.end);
  if (/^[.!?…]+$/u.test(mark)) return !/^\p{Ll}/u.test(begin);
  // "He moved to the U.S. The next year …": an abbreviation ends a sentence only before a word that opens one.
  return mark.length > 2 && mark.endsWith('.') && openers.has(begin) && !titles.test(mark);
}

const closers = /^["”’'»)\]]$/u;
const titles = /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|St|Mt|Ft)\.$/;
const openers = new Set(
  'The A An In On At It He She They We But And This That These Those His Her Its Their There If When While After As For'.split(
    ' ',
  ),
);
