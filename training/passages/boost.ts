import type { Example } from './examples.ts';

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Least sum of weights times curvature in a leaf. */
  readonly leastLeaf: number;
  /** Pull of leaves towards 0. */
  readonly smoothing: number;
  /** Share of examples and of features that each tree sees. */
  readonly share: number;
}

export interface Boosted {
  readonly depth: number;
  readonly bias: number;
  readonly cuts: readonly (readonly number[])[];
  readonly features: readonly number[];
  readonly cutIndices: readonly number[];
  readonly leaves: readonly number[];
}

const mostCuts = 31;

/**
 * Gradient boosted trees for a yes or no, each complete to its depth, on features cut into at most 32 bins; second order
 * as in Chen & Guestrin, "XGBoost" (2016). The same examples give the same trees.
 */
export function boost(examples: readonly Example[], options: BoostOptions): Boosted {
  const width = examples[0]!.features.length;
  const cuts = Array.from({ length: width }, (_, f) => cutsOf(examples.map(({ features }) => features[f]!)));
  const bins = cuts.map((edges, f) =>
    Uint8Array.from(examples, ({ features }) => binOf(features[f]!, edges)),
  );
  const random = generator(7);
  const sums = new Float64Array(examples.length);
  const right = examples.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  const bias = Math.log(right / (all - right));
  sums.fill(bias);
  const grown = { features: [] as number[], cutIndices: [] as number[], leaves: [] as number[] };
  for (let t = 0; t < options.trees; t++) {
    const gradient = new Float64Array(examples.length);
    const curvature = new Float64Array(examples.length);
    examples.forEach(({ label, weight }, i) => {
      const chance = 1 / (1 + Math.exp(-sums[i]!));
      const seen = random() < options.share;
      gradient[i] = seen ? weight * (chance - label) : 0;
      curvature[i] = seen ? weight * chance * (1 - chance) : 0;
    });
    const open = cuts.map((edges) => edges.length > 0 && random() < options.share);
    const tree = grow(bins, cuts, open, gradient, curvature, options);
    for (let i = 0; i < sums.length; i++) sums[i]! += tree.leaves[leafOf(tree, bins, i, options.depth)]!;
    grown.features.push(...tree.features);
    grown.cutIndices.push(...tree.cutIndices);
    grown.leaves.push(...tree.leaves);
  }
  return { depth: options.depth, bias, cuts, ...grown };
}

/** The chance that a row belongs to the article. */
export function chanceOf(model: Boosted, row: readonly number[]): number {
  const splits = 2 ** model.depth - 1;
  let sum = model.bias;
  for (let tree = 0; tree * splits < model.features.length; tree++) {
    let node = 0;
    while (node < splits) {
      const split = tree * splits + node;
      const feature = model.features[split]!;
      const cut = model.cuts[feature]![model.cutIndices[split]!] ?? Number.POSITIVE_INFINITY;
      node = 2 * node + (row[feature]! > cut ? 2 : 1);
    }
    sum += model.leaves[tree * (splits + 1) + node - splits]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Values between bins of about equal size. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= mostCuts + 1)
    return distinct.slice(1).map((value, i) => round((value + distinct[i]!) / 2));
  const edges = new Set<number>();
  for (let i = 1; i <= mostCuts; i++)
    edges.add(round(sorted[Math.floor((i * sorted.length) / (mostCuts + 1))]!));
  return [...edges].sort((a, b) => a - b);
}

const round = (value: number): number => Number(value.toPrecision(4));

function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Tree {
  readonly features: number[];
  readonly cutIndices: number[];
  readonly leaves: number[];
}

function grow(
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  open: readonly boolean[],
  gradient: Float64Array,
  curvature: Float64Array,
  { depth, rate, leastLeaf, smoothing }: BoostOptions,
): Tree {
  const splits = 2 ** depth - 1;
  const tree: Tree = { features: Array(splits).fill(0), cutIndices: Array(splits).fill(255), leaves: [] };
  let members: number[][] = [[...gradient.keys()].filter((i) => curvature[i]! > 0)];
  for (let level = 0, node = 0; level < depth; level++) {
    const next: number[][] = [];
    for (const group of members) {
      const split = bestSplit(group, bins, cuts, open, gradient, curvature, leastLeaf, smoothing);
      if (split) {
        tree.features[node] = split.feature;
        tree.cutIndices[node] = split.cut;
        next.push(
          group.filter((i) => bins[split.feature]![i]! <= split.cut),
          group.filter((i) => bins[split.feature]![i]! > split.cut),
        );
      } else next.push(group, []);
      node++;
    }
    members = next;
  }
  for (const group of members) {
    const [g, h] = [sum(group, gradient), sum(group, curvature)];
    tree.leaves.push(group.length ? (-rate * g) / (h + smoothing) : 0);
  }
  return tree;
}

const sum = (group: readonly number[], values: Float64Array): number =>
  group.reduce((all, i) => all + values[i]!, 0);

function bestSplit(
  group: readonly number[],
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  open: readonly boolean[],
  gradient: Float64Array,
  curvature: Float64Array,
  leastLeaf: number,
  smoothing: number,
): { feature: number; cut: number } | null {
  const [allG, allH] = [sum(group, gradient), sum(group, curvature)];
  if (allH < 2 * leastLeaf) return null;
  const worth = (g: number, h: number): number => (g * g) / (h + smoothing);
  const [binG, binH] = [new Float64Array(mostCuts + 1), new Float64Array(mostCuts + 1)];
  let best: { feature: number; cut: number } | null = null;
  let most = worth(allG, allH) + 1e-6;
  for (let feature = 0; feature < bins.length; feature++) {
    if (!open[feature]) continue;
    binG.fill(0);
    binH.fill(0);
    const of = bins[feature]!;
    for (const i of group) {
      binG[of[i]!]! += gradient[i]!;
      binH[of[i]!]! += curvature[i]!;
    }
    let [g, h] = [0, 0];
    for (let cut = 0; cut < cuts[feature]!.length; cut++) {
      g += binG[cut]!;
      h += binH[cut]!;
      if (h < leastLeaf || allH - h < leastLeaf) continue;
      const gain = worth(g, h) + worth(allG - g, allH - h);
      if (gain > most) [most, best] = [gain, { feature, cut }];
    }
  }
  return best;
}

function leafOf(
  { features, cutIndices }: Tree,
  bins: readonly Uint8Array[],
  i: number,
  depth: number,
): number {
  const splits = 2 ** depth - 1;
  let node = 0;
  while (node < splits) node = 2 * node + (bins[features[node]!]![i]! > cutIndices[node]! ? 2 : 1);
  return node - splits;
}

/** mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
