import { shortText } from './short-text.ts';

/** Short lines that stand just before or after the headline, nearest first: where pages put author and date. */
export function linesNearHeadline(copy: Document, isElsewhere: (element: Element) => boolean): string[] {
  const lines: string[] = [];
  let around: Element | null = copy.querySelector('h1') ?? copy.querySelector('h2');
  for (let level = 0; around && level < 4 && lines.length < 40; level++, around = around.parentElement) {
    const after = around.nextElementSibling;
    for (const sibling of [after, around.previousElementSibling, after?.nextElementSibling]) {
      if (!sibling || isElsewhere(sibling)) continue;
      for (const element of [sibling, ...[...sibling.querySelectorAll('*')].slice(0, 40)]) {
        const text = shortText(element, 90);
        if (text && text.length > 5) lines.push(text);
      }
    }
  }
  return lines;
}
