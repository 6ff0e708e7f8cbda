import { embedAttribute } from './embeds.ts';

/** Elements that begin and end a line of text. */
export const lineElements = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI MAIN MENU NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY ' +
    'TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

const unread = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG HEAD TITLE FIGCAPTION'.split(' '),
);

/** Text of a body as a reader goes through it: borders of blocks and `<br>` are newlines, captions are left out. */
export function bodyText(root: Node): string {
  const pieces: string[] = [];
  gather(root, pieces);
  return pieces
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *[\n\r][\s]*/g, '\n')
    .trim();
}

/** Whether there is anything to read; ends at the first letter. */
export function hasText(root: Node): boolean {
  for (let child = root.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && /\S/.test(child.nodeValue!)) return true;
    if (child.nodeType === 1 && !unread.has((child as Element).tagName.toUpperCase()) && hasText(child))
      return true;
  }
  return false;
}

function gather(node: Node, pieces: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) pieces.push(child.nodeValue ?? '');
    if (child.nodeType !== 1) continue;
    const tag = (child as Element).tagName.toUpperCase();
    if (unread.has(tag) || (child as Element).hasAttribute(embedAttribute)) continue;
    const line = lineElements.has(tag);
    if (line) pieces.push('\n');
    gather(child, pieces);
    if (line) pieces.push('\n');
  }
}

/** Words as a reader counts them; scripts written without spaces are divided by the platform's own word breaker. */
export function countWords(text: string): number {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text))
    return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text))
    if (isWordLike) words++;
  return words;
}
