import { type Body, fold, holdsBlock, isBlock, isElement, isText } from './body.ts';
import { copyWithLead } from './lead-figure.ts';
import { type Metadata, oneLine, sourceLine } from './metadata.ts';
import { gridOf, hasHeader, isLayout } from './table.ts';

/**
 * The article as plain text: headings underlined, lists with bullets and numbers, tables in columns, captions in
 * brackets on lines of their own. Paragraphs are not wrapped.
 */
export function toText(body: Body, article: Metadata): string {
  const title = oneLine(article.title);
  const source = [sourceLine(article), article.url].filter(Boolean).join('\n');
  const parts = [title && underlined(title, '='), source, bodyToText(copyWithLead(body, article))];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A body, or a part of one, as plain text. */
export const bodyToText = (body: Body): string => blocksOf(body).join('\n\n');

/** The blocks inside a node as text, in reading order. */
function blocksOf(node: Node): string[] {
  const blocks: string[] = [];
  let line = '';
  const endLine = () => {
    const text = tidy(line);
    if (text) blocks.push(text);
    line = '';
  };
  for (const child of node.childNodes) {
    if (isElement(child) && (isBlock(child) || holdsBlock(child))) {
      endLine();
      blocks.push(...blockOf(child));
    } else {
      line += inline(child);
    }
  }
  endLine();
  return blocks;
}

function blockOf(element: Element): string[] {
  switch (element.localName) {
    case 'h1':
    case 'h2':
      return heading(element, '-');
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, '');
    case 'ul':
    case 'ol':
      return list(element);
    case 'dd':
      return indented(blocksOf(element), '  ');
    case 'blockquote':
      return indented([blocksOf(element).join('\n\n')], '> ');
    case 'pre':
      return indented([trimLines(verbatim(element))], '    ');
    case 'table':
      return table(element as HTMLTableElement);
    case 'figure':
      return figure(element);
    case 'figcaption':
    case 'caption':
      return caption(element);
    case 'hr':
      return ['* * *'];
    default:
      return blocksOf(element);
  }
}

function heading(element: Element, rule: string): string[] {
  const text = oneLine(blocksOf(element).join(' '));
  if (!text) return [];
  return [rule ? underlined(text, rule) : text];
}

function list(element: Element): string[] {
  const isOrdered = element.localName === 'ol';
  const step = element.hasAttribute('reversed') ? -1 : 1;
  const count = [...element.children].filter((child) => child.localName === 'li').length;
  let number = Number.parseInt(element.getAttribute('start') ?? '', 10);
  if (Number.isNaN(number)) number = step === 1 ? 1 : count;
  const items: string[] = [];
  for (const child of element.children) {
    const blocks = child.localName === 'li' ? blocksOf(child) : blockOf(child);
    const marker = child.localName !== 'li' ? '  ' : isOrdered ? `${number}. ` : '• ';
    if (child.localName === 'li') number += step;
    // A list inside an item follows its text at once, paragraphs of an item stand apart.
    const isTight = child.querySelector('p + p, blockquote, table, pre, figure') === null;
    const text = blocks.join(isTight ? '\n' : '\n\n');
    if (text) items.push(marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`));
  }
  return items.length > 0 ? [items.join('\n')] : [];
}

/** An image says its alternative text only where no caption speaks for it. */
function figure(element: Element): string[] {
  if (!element.querySelector('figcaption')) return blocksOf(element);
  const copy = element.cloneNode(true) as Element;
  for (const image of copy.querySelectorAll('img')) image.remove();
  return blocksOf(copy);
}

function caption(element: Element): string[] {
  const text = blocksOf(element).map(oneLine).join(' / ');
  return text ? [`[${text}]`] : [];
}

const widestTable = 100; // columns of text; wider ones break their lines in most windows

function table(element: HTMLTableElement): string[] {
  const grid = gridOf(element);
  const above = element.caption ? caption(element.caption) : [];
  if (isLayout(element, grid)) {
    const cells = [...element.rows].flatMap((row) => [...row.cells]);
    return [...above, ...cells.flatMap(blocksOf)];
  }
  const cells = grid.map((row) => row.map((cell) => (cell ? oneLine(blocksOf(cell).join(' ')) : '')));
  const headed = hasHeader(element, grid);
  const widths = grid[0]!.map((_, x) => Math.max(...cells.map((row) => widthOf(row[x]!))));
  const width = widths.reduce((sum, each) => sum + each + 2, -2);
  return [...above, width <= widestTable ? columns(cells, widths, headed) : records(cells, headed)];
}

function columns(cells: string[][], widths: number[], headed: boolean): string {
  const lines = cells.map((row) =>
    row
      .map((text, x) => text + ' '.repeat(widths[x]! - widthOf(text)))
      .join('  ')
      .trimEnd(),
  );
  if (headed) lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.filter(Boolean).join('\n');
}

/** Too wide for columns: each row as lines of "column: value". */
function records(cells: string[][], headed: boolean): string {
  const names = headed ? cells[0]! : [];
  return cells
    .slice(headed ? 1 : 0)
    .map((row) =>
      row
        .map((text, x) => text && (names[x] ? `${names[x]}: ${text}` : text))
        .filter(Boolean)
        .join('\n'),
    )
    .filter(Boolean)
    .join('\n\n');
}

function inline(node: Node): string {
  if (isText(node)) return fold(node.data);
  if (!isElement(node)) return '';
  const inner = () => [...node.childNodes].map(inline).join('');
  switch (node.localName) {
    case 'br':
      return '\n';
    case 'img':
      return alternative(node);
    case 'sup':
      return raised(inner(), superscripts, '^');
    case 'sub':
      return raised(inner(), subscripts, '_');
    case 'q':
      return `“${inner()}”`;
    case 'rp':
      return '';
    case 'rt':
      return `(${inner()})`;
    default:
      return inner();
  }
}

function alternative(image: Element): string {
  const alt = oneLine(image.getAttribute('alt') ?? '');
  return alt ? `[${alt}]` : '';
}

const digits = '0123456789+-=()n';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

/** 10⁶ must not read 106. */
function raised(text: string, signs: string, mark: string): string {
  const trimmed = text.trim().replaceAll('−', '-');
  if (!trimmed) return text;
  if ([...trimmed].every((sign) => digits.includes(sign))) {
    return [...trimmed].map((sign) => signs[digits.indexOf(sign)]).join('');
  }
  return /^\p{L}{1,3}$/u.test(trimmed) ? text : mark + trimmed; // 1st, Mme
}

const indented = (blocks: string[], margin: string): string[] =>
  blocks.filter(Boolean).map((block) => block.replace(/^.*$/gm, (line) => (margin + line).trimEnd()));

/** Text as it stands in the markup, a line end for each `<br>`. */
export const verbatim = (node: Node): string =>
  [...node.childNodes]
    .map((child) =>
      isElement(child) ? (child.localName === 'br' ? '\n' : verbatim(child)) : child.nodeValue,
    )
    .join('');

const trimLines = (text: string): string => text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '');

const tidy = (text: string): string =>
  text
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();

const underlined = (text: string, rule: string): string =>
  `${text}\n${rule.repeat(Math.min(widthOf(text), 72))}`;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a font of equal widths: ideographs take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\p{M}\p{Cf}]/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}
