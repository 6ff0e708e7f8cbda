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
}

/** Takes the passages out of a body that do not read like its article. */
export function filterPassages(
  passages: readonly Passage[],
  root: Element,
  context: PassageContext,
): Verdict {
  const verdict = judge(passages, root, featuresOf(passages, root, context));
  passages.forEach((passage, i) => {
    if (!verdict.isKept[i]) remove(passage);
  });
  const last = verdict.isKept.lastIndexOf(true);
  if (last >= 0) removePicturesAfter(passages[last]!.block, root);
  return verdict;
}

/** The verdict on passages of these features. `chanceOfRow` is for training, which tries other trees. */
export function judge(
  passages: readonly Passage[],
  root: Element,
  rows: readonly number[][],
  chanceOfRow = (row: readonly number[]): number => chanceOf(trees, row),
): Verdict {
  const chances = evenTables(passages, rows.map(chanceOfRow));
  const targets = footnoteTargets(root);
  const isKept = passages.map(({ block }, i) => chances[i]! >= 0.5 || isFootnote(block, root, targets));
  const length = passages.reduce((sum, { text }, i) => sum + (isKept[i] ? text.length : 0), 0);
  // A page on which next to nothing would stay is one that the trees do not understand.
  return { chances, isKept: length < 80 ? passages.map(() => true) : isKept };
}

/** A table stays or goes as one: its cells take the mean chance, longer ones weighing more. */
function evenTables(passages: readonly Passage[], chances: readonly number[]): number[] {
  const tables = passages.map(({ block }) =>
    /^(?:t[dhr]|caption)$/.test(block.localName) || block.closest('td') ? block.closest('table') : null,
  );
  const means = new Map<Element, { sum: number; weight: number }>();
  passages.forEach(({ text }, i) => {
    const table = tables[i];
    if (!table) return;
    const { sum, weight } = means.get(table) ?? { sum: 0, weight: 0 };
    const own = Math.min(text.length, 40);
    means.set(table, { sum: sum + own * chances[i]!, weight: weight + own });
  });
  return chances.map((chance, i) => {
    const mean = tables[i] && means.get(tables[i]);
    return mean && isData(tables[i]!) ? mean.sum / mean.weight : chance;
  });
}

const isData = (table: Element): boolean =>
  table.querySelector('table') === null && table.querySelectorAll('td').length > 3;

/** Ids that marks in the text lead to. */
function footnoteTargets(root: Element): ReadonlySet<string> {
  const marks = root.querySelectorAll(
    'sup a[href*="#"], a[href*="#fn"], a[href*="#footnote"], a[href*="#cite"]',
  );
  return new Set([...marks].map((mark) => mark.getAttribute('href')!.replace(/^.*#/, '')).filter(Boolean));
}

function isFootnote(block: Element, root: Element, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0) return false;
  for (let outer: Element | null = block; outer && outer !== root; outer = outer.parentElement)
    if (outer.id && targets.has(outer.id)) return true;
  return false;
}

/** Pictures and embeds after the last passage belong to what came after the article, unless they stand beside it. */
function removePicturesAfter(last: Element, root: Element): void {
  let isAfter = false;
  for (const element of [...root.querySelectorAll('*')]) {
    if (element === last) isAfter = true;
    else if (
      isAfter &&
      /^(?:img|figure|picture|figcaption)$/.test(element.localName) &&
      !isBeside(element, last)
    )
      element.remove();
  }
}

function isBeside(element: Element, last: Element): boolean {
  const before = element.previousElementSibling;
  return (
    last.contains(element) ||
    before === last ||
    before?.contains(last) === true ||
    (element.closest('figure') !== null && isBesideFigure(element, last))
  );
}

const isBesideFigure = (element: Element, last: Element): boolean =>
  element.localName !== 'figure' && isBeside(element.closest('figure')!, last);

function remove({ nodes, block }: Passage): void {
  for (const node of nodes) node.parentNode?.removeChild(node);
  removeEmptied(block);
}

function removeEmptied(element: Element): void {
  let emptied: Element | null = element;
  while (
    emptied?.parentElement &&
    !/\S/.test(emptied.textContent ?? '') &&
    !emptied.querySelector('img, picture, video, iframe, math, hr')
  ) {
    const outer: Element = emptied.parentElement;
    emptied.remove();
    emptied = outer;
  }
}
