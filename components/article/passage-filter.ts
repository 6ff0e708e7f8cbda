import { embedAttribute } from './embeds.ts';
import { featuresOf, type PassageContext } from './passage-features.ts';
import { passageWeights } from './passage-weights.ts';
import type { Passage } from './passages.ts';
import { chanceOf, unpack } from './trees.ts';

const trees = unpack(passageWeights);

/** What the filter thinks of each passage of a body. */
export interface Verdict {
  /** How likely each is the article's own, 0 to 1. */
  readonly chances: readonly number[];
  readonly isKept: readonly boolean[];
  readonly boxes: Ties['boxes'];
}

/** Takes the passages out of a body that do not read like its article. */
export function filterPassages(
  passages: readonly Passage[],
  root: Element,
  context: PassageContext,
): Verdict {
  const chances = featuresOf(passages, root, context).map((row) => chanceOf(trees, row));
  const verdict = judge(passages, tiesOf(passages, root, context.title), chances);
  const tail = passages[verdict.isKept.lastIndexOf(true) + 1];
  const pictures = tail ? picturesAfter(tail.nodes[0]!, root) : [];
  passages.forEach((passage, i) => {
    if (!verdict.isKept[i]) remove(passage);
  });
  for (const picture of pictures) picture.remove();
  return verdict;
}

/** What holds passages together whatever the trees think of each. */
export interface Ties {
  /** Number of the table of data that a passage stands in, or null. */
  readonly tables: readonly (number | null)[];
  /** Numbers of those that have head cells. */
  readonly headed: ReadonlySet<number>;
  /** Whether a mark in the text leads to it. */
  readonly isFootnote: readonly boolean[];
  /** Number of the box it stands in, for prose and headings; null for what may well be strewn in between. */
  readonly boxes: readonly (number | null)[];
  /** Whether it only repeats the headline, above the text. */
  readonly isTitle: readonly boolean[];
}

export function tiesOf(passages: readonly Passage[], root: Element, title: string): Ties {
  const tables = [...root.querySelectorAll('table')].filter(isData);
  const targets = footnoteTargets(root);
  const boxes = new Map<Element | null, number>();
  return {
    boxes: passages.map(({ block, text, linkShare }) => {
      if (linkShare > 0.3 || (text.length < 70 && !/^h[2-6]$/.test(block.localName))) return null;
      const box = boxes.get(block.parentElement) ?? boxes.size;
      boxes.set(block.parentElement, box);
      return box;
    }),
    tables: passages.map(({ block }) => {
      const table = tables.length ? block.closest('table') : null;
      const number = table ? tables.indexOf(table) : -1;
      return number < 0 ? null : number;
    }),
    headed: new Set([...tables.keys()].filter((number) => tables[number]!.querySelector('th'))),
    isFootnote: passages.map(({ block }) => isTarget(block, root, targets)),
    isTitle: passages.map(({ text }, i) => i < 5 && lettersOf(text) === lettersOf(title)),
  };
}

const isData = (table: Element): boolean =>
  table.querySelector('table') === null && table.querySelectorAll('td, th').length > 3;

export function judge(
  passages: readonly { readonly text: string }[],
  ties: Ties,
  ofEach: readonly number[],
): Verdict {
  const chances = evenTables(passages, ties, ofEach);
  const main = mainBox(passages, ties, chances);
  const enclosed = enclosedTables(ties, chances);
  const isKept = passages.map(
    (_, i) =>
      (chances[i]! >= (main !== null && ties.boxes[i] === main ? kinThreshold : 0.5) && !ties.isTitle[i]) ||
      ties.isFootnote[i]! ||
      enclosed.has(ties.tables[i]!),
  );
  const length = passages.reduce((sum, { text }, i) => sum + (isKept[i] ? text.length : 0), 0);
  // A page on which next to nothing would stay is one that the trees do not understand.
  return { chances, boxes: ties.boxes, isKept: length < 80 ? passages.map(() => true) : isKept };
}

/** In a very long text the trees lose heart towards the end; prose beside most of what they keep needs less. */
const kinThreshold = 0.28;

/** The box in which half of the likely prose stands, or null. */
function mainBox(
  passages: readonly { readonly text: string }[],
  { boxes }: Ties,
  chances: readonly number[],
): number | null {
  const lengths = new Map<number, number>();
  let all = 0;
  boxes.forEach((box, i) => {
    if (chances[i]! < 0.5) return;
    all += passages[i]!.text.length;
    if (box !== null) lengths.set(box, (lengths.get(box) ?? 0) + passages[i]!.text.length);
  });
  for (const [box, length] of lengths) if (length > all / 2) return box;
  return null;
}

/** Tables with heads of rows or columns that stand between likely passages: short cells alone speak against them. */
function enclosedTables({ tables, headed }: Ties, chances: readonly number[]): ReadonlySet<number | null> {
  return new Set(
    [...headed].filter((table) => {
      const [first, last] = [tables.indexOf(table), tables.lastIndexOf(table)];
      return (chances[first - 1] ?? 0) >= 0.5 && (chances[last + 1] ?? 0) >= 0.5;
    }),
  );
}

/** A table stays or goes as one: its cells take the mean chance, longer ones weighing more. */
function evenTables(
  passages: readonly { readonly text: string }[],
  { tables }: Ties,
  chances: readonly number[],
): number[] {
  const means = new Map<number, { sum: number; weight: number }>();
  tables.forEach((table, i) => {
    if (table === null) return;
    const { sum, weight } = means.get(table) ?? { sum: 0, weight: 0 };
    const own = Math.min(passages[i]!.text.length, 40);
    means.set(table, { sum: sum + own * chances[i]!, weight: weight + own });
  });
  return chances.map((chance, i) => {
    const mean = tables[i] === null ? undefined : means.get(tables[i]!);
    return mean ? mean.sum / mean.weight : chance;
  });
}

/** Ids that marks in the text lead to. */
function footnoteTargets(root: Element): ReadonlySet<string> {
  const marks = root.querySelectorAll(
    'sup a[href*="#"], a[href*="#fn"], a[href*="#footnote"], a[href*="#cite"]',
  );
  return new Set([...marks].map((mark) => mark.getAttribute('href')!.replace(/^.*#/, '')).filter(Boolean));
}

function isTarget(block: Element, root: Element, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0) return false;
  for (let outer: Element | null = block; outer && outer !== root; outer = outer.parentElement)
    if (outer.id && targets.has(outer.id)) return true;
  return false;
}

/** Pictures beyond the first passage of the tail belong to what came after the article. */
function picturesAfter(tail: Node, root: Element): Element[] {
  const pictures: Element[] = [];
  let isAfter = false;
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node === tail) isAfter = true;
      if (isAfter && node.nodeType === 1 && isPicture(node as Element)) pictures.push(node as Element);
      else walk(node);
    }
  };
  walk(root);
  return pictures;
}

const isPicture = (element: Element): boolean =>
  /^(?:img|figure|picture|figcaption)$/.test(element.localName) || element.hasAttribute(embedAttribute);

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function remove({ nodes, block }: Passage): void {
  for (const node of nodes) node.parentNode?.removeChild(node);
  removeEmptied(block);
}

function removeEmptied(element: Element): void {
  let emptied: Element | null = element;
  while (emptied?.parentElement && !holdsContent(emptied)) {
    const outer: Element = emptied.parentElement;
    emptied.remove();
    emptied = outer;
  }
}

function holdsContent(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && /\S/.test(child.nodeValue!)) return true;
    if (child.nodeType !== 1) continue;
    if (/^(?:img|picture|video|iframe|math|hr)$/.test((child as Element).localName)) return true;
    if (holdsContent(child as Element)) return true;
  }
  return false;
}
