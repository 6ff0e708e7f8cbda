import type { Article } from '../article/article.ts';

const letters = /\p{L}/gu;
/** Letters of Hebrew, Arabic and their neighbours: the blocks that Unicode keeps for scripts from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

/**
 * Direction of an article: its own word, else that of most letters at its beginning.
 *
 * Not `dir="auto"`: in a frame from right to left, Chromium 156 takes the frame's for text that is put in later.
 */
export function directionOf({ dir, title, text }: Pick<Article, 'dir' | 'title' | 'text'>): 'ltr' | 'rtl' {
  if (dir) return dir;
  const beginning = `${title} ${text.slice(0, 1000)}`;
  const count = (pattern: RegExp) => beginning.match(pattern)?.length ?? 0;
  return count(rightToLeft) * 2 > count(letters) ? 'rtl' : 'ltr';
}
