import { featuresOf, type PassageContext } from './passage-features.ts';
import { model } from './passage-model.ts';
import type { Passage } from './passages.ts';

/** Takes the passages out of a body that do not read like its article, and gives those that stay. */
export function filterPassages(
  passages: readonly Passage[],
  root: Element,
  context: PassageContext,
): Passage[] {
  const chances = evenTables(passages, featuresOf(passages, root, context).map(chanceOf));
  const targets = footnoteTargets(root);
  const isKept = passages.map(
    ({ block }, i) => chances[i]! >= model.threshold || isFootnote(block, root, targets),
  );
  const kept = passages.filter((_, i) => isKept[i]);
  // A page on which next to nothing would stay is one that the model does not understand.
  if (kept.reduce((sum, { text }) => sum + text.length, 0) < 80) return [...passages];
  passages.forEach((passage, i) => {
    if (!isKept[i]) remove(passage);
  });
  removePicturesAfter(kept.at(-1)!.block, root);
  return kept;
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

/** How likely a passage of these features is the article's own, 0 to 1: a sum of small trees. */
export function chanceOf(features: readonly number[]): number {
  let sum = model.bias;
  const leaves = 2 ** model.depth;
  const splits = leaves - 1;
  for (let tree = 0; tree < model.trees; tree++) {
    let node = 0;
    while (node < splits) {
      const split = tree * splits + node;
      const goesRight = features[model.features[split]!]! > model.thresholds[split]!;
      node = 2 * node + (goesRight ? 2 : 1);
    }
    sum += model.leaves[tree * leaves + node - splits]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

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
