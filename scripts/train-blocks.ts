import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldPage, htmlOf, pagesIn } from '../tests/bench/extraction/page-set.ts';
import { doms } from '../tests/bench/extraction/readers.ts';
import { type Boosted, boost, chanceOf } from '../training/passages/boost.ts';
import { type Example, examplesOf } from '../training/passages/examples.ts';

// npm run train:blocks -- [--root DIR] [--all]: writes components/article/passage-weights.ts from the tuning half of the
// pages, or from all of them, and prints how often the weights are right on the half that they have not seen.

const { values: asked } = parseArgs({
  options: { root: { type: 'string' }, all: { type: 'boolean', default: false } },
});
const root = resolve(asked.root ?? resolve(import.meta.dirname, '../../shared/extraction'));
const options = { trees: 220, depth: 4, rate: 0.08, leastLeaf: 2, smoothing: 4, share: 0.6 };

const pages = pagesIn(root);
if (!pages?.length) {
  process.stderr.write(`No pages to learn from: ${root} has no gold.json.gz with pages/ beside it.\n`);
  process.exit(1);
}

/** Mozilla's own expectations say what Readability keeps, not what a person would. */
const learnable = pages.filter(({ gold }) => gold.dataset !== 'moz');
const tuning = examplesIn(learnable.filter(({ half }) => half === 'tuning'));
const checking = examplesIn(learnable.filter(({ half }) => half === 'checking'));
const tried = boost(tuning, options);
say(`${tuning.length} passages of the tuning half: ${rightShare(tried, tuning)} right`);
say(`${checking.length} passages of the checking half, unseen: ${rightShare(tried, checking)} right`);
const model = asked.all ? boost([...tuning, ...checking], options) : tried;
const target = resolve(import.meta.dirname, '../components/article/passage-weights.ts');
writeFileSync(target, sourceOf(model));
say(`wrote ${target}`);

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function examplesIn(some: readonly GoldPage[]): Example[] {
  return some.flatMap(({ file, gold }) =>
    examplesOf(doms.linkedom!(htmlOf(file), gold.url ?? 'https://page.example/'), gold),
  );
}

function rightShare(boosted: Boosted, examples: readonly Example[]): string {
  let [right, all] = [0, 0];
  for (const { features, label, weight } of examples) {
    all += weight;
    if (chanceOf(boosted, features) > 0.5 === (label === 1)) right += weight;
  }
  return `${((100 * right) / all).toFixed(2)} % by weight`;
}

function sourceOf({ depth, bias, cuts, features, cutIndices, leaves }: Boosted): string {
  const step = Math.max(...leaves.map(Math.abs)) / 127;
  const bytes = (values: readonly number[]): string => Buffer.from(values).toString('base64');
  const packed = {
    depth,
    bias: Number(bias.toFixed(4)),
    threshold: 0.5,
    step: Number(step.toPrecision(6)),
    cuts,
    features: bytes(features),
    cutIndices: bytes(cutIndices),
    leaves: bytes(leaves.map((leaf) => 128 + Math.round(leaf / step))),
  };
  return [
    "import type { PackedModel } from './passage-model.ts';",
    '',
    '/** Written by `npm run train:blocks`; not to be edited by hand. */',
    `export const weights: PackedModel = ${JSON.stringify(packed)};`,
    '',
  ].join('\n');
}
