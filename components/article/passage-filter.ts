import { featuresOf, type PassageContext } from './passage-features.ts';
import { model } from './passage-model.ts';
import type { Passage } from './passages.ts';

/** Takes the passages out of a body that do not read like its article, and gives those that stay. */
export function filterPassages(
  passages: readonly Passage[],
  root: Element,
  context: PassageContext,
): Passage[] {
  const chances = featuresOf(passages, root, context).map(chanceOf);
  const kept = passages.filter((_, i) => chances[i]! >= model.threshold);
  // A page on which next to nothing would stay is one that the model does not understand.
  if (kept.reduce((sum, { text }) => sum + text.length, 0) < 80) return [...passages];
  passages.forEach((passage, i) => {
    if (chances[i]! < model.threshold) remove(passage);
  });
  return kept;
}

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
