import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mean, meanScore, pooledScore, scoreOf } from '../tests/bench/extraction/metrics.ts';
import { type GoldPage, headlineSets, htmlOf, pagesIn } from '../tests/bench/extraction/page-set.ts';
import { doms } from '../tests/bench/extraction/readers.ts';
import { type Boosted, boost, chanceOf } from '../training/passages/boost.ts';
import {
  type Example,
  examplesOf,
  type Outcome,
  outcomeOf,
  type Reading,
  readingOf,
} from '../training/passages/examples.ts';
import { pack } from '../training/passages/pack.ts';

// npm run train:blocks -- [--root DIR]: writes the trees that filter passages and the trees that doubt an extraction,
// trained on all pages with a gold made by people. What it prints was measured on the half that the trees had not seen.

const { values: asked } = parseArgs({ options: { root: { type: 'string' } } });
const root = resolve(asked.root ?? resolve(import.meta.dirname, '../../shared/extraction'));
const passageOptions = { trees: 220, depth: 4, rate: 0.08, leastLeaf: 2, smoothing: 4, share: 0.6 };
const doubtOptions = { trees: 60, depth: 3, rate: 0.08, leastLeaf: 3, smoothing: 4, share: 0.7 };

/** An extraction under this F1 is one to warn of; about the worst tenth of pages. */
const bad = 0.8;
/** Share of good extractions (F1 above .95) that may carry a warning. */
const falseAlarms = 0.025;

interface Judged extends Outcome {
  readonly page: GoldPage;
  readonly f1: number;
}

const all = pagesIn(root);
if (!all?.length) {
  process.stderr.write(`No pages to learn from: ${root} has no gold.json.gz with pages/ beside it.\n`);
  process.exit(1);
}
// Mozilla's own expectations say what Readability keeps, not what a person would.
const pages = all.filter(({ gold }) => gold.dataset !== 'moz');

const readings = pages.flatMap((page): { page: GoldPage; reading: Reading }[] => {
  const open = doms.linkedom!(htmlOf(page.file), page.gold.url ?? 'https://page.example/');
  const reading = readingOf(open, page.gold);
  return reading ? [{ page, reading }] : [];
});
say(`${readings.length} pages read`);
const examples = { tuning: examplesIn('tuning'), checking: examplesIn('checking') };
const unseen = {
  tuning: boost(examples.checking, passageOptions),
  checking: boost(examples.tuning, passageOptions),
};
for (const half of ['tuning', 'checking'] as const)
  say(
    `${half}: ${examples[half].length} passages, ${rightShare(unseen[half], examples[half])} right when unseen`,
  );
write(
  'passage-weights',
  'passageWeights',
  'PackedTrees',
  pack(boost([...examples.tuning, ...examples.checking], passageOptions)),
);

const judged = readings.map(({ page, reading }): Judged => {
  const outcome = outcomeOf(reading, (row) => chanceOf(unseen[page.half], row));
  return { ...outcome, page, f1: scoreOf(outcome.counts).f1 };
});
for (const half of ['tuning', 'checking'] as const)
  say(`${half}: macro F1 ${macroF1(half).toFixed(3)} when unseen`);
trainDoubts();

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function examplesIn(half: GoldPage['half']): Example[] {
  return readings.filter(({ page }) => page.half === half).flatMap(({ reading }) => examplesOf(reading));
}

function rightShare(boosted: Boosted, some: readonly Example[]): string {
  let [right, whole] = [0, 0];
  for (const { features, label, weight } of some) {
    whole += weight;
    if (chanceOf(boosted, features) > 0.5 === (label === 1)) right += weight;
  }
  return `${((100 * right) / whole).toFixed(2)} % by weight`;
}

function macroF1(half: GoldPage['half']): number {
  return mean(
    headlineSets.map((set) => {
      const counts = judged
        .filter(({ page }) => page.half === half && page.gold.dataset === set)
        .map((one) => one.counts);
      return (set === 'trafi' ? pooledScore(counts) : meanScore(counts)).f1;
    }),
  );
}

/** Half by half, so that the alarm is set by what trees say of pages they have not seen. */
function trainDoubts(): void {
  const asExample = ({ signals, f1 }: Judged): Example => ({
    features: signals,
    label: f1 < bad ? 1 : 0,
    weight: f1 > 0.85 && f1 < 0.95 ? 0.3 : 1,
  });
  const [one, other] = (['tuning', 'checking'] as const).map((half) =>
    judged.filter(({ page }) => page.half === half),
  );
  const chances = [...rated(one!, other!), ...rated(other!, one!)];
  function rated(learned: readonly Judged[], tried: readonly Judged[]) {
    const trees = boost(learned.map(asExample), doubtOptions);
    return tried.map(({ signals, f1 }) => ({ chance: chanceOf(trees, signals), f1 }));
  }
  const good = chances
    .filter(({ f1 }) => f1 > 0.95)
    .map(({ chance }) => chance)
    .sort((a, b) => b - a);
  const alarm = good[Math.floor(falseAlarms * good.length)]!;
  const worst = [...chances].sort((a, b) => a.f1 - b.f1).slice(0, Math.ceil(chances.length / 10));
  const caught = worst.filter(({ chance }) => chance > alarm).length;
  say(
    `doubts, unseen: ${caught} of the worst ${worst.length} caught at ${(100 * falseAlarms).toFixed(0)} % false alarms`,
  );
  const trees = pack(boost(judged.map(asExample), doubtOptions));
  write('doubt-weights', 'doubtWeights', 'PackedTrees & { readonly alarm: number }', {
    ...trees,
    alarm: Number(alarm.toFixed(4)),
  });
}

function write(file: string, name: string, type: string, value: object): void {
  const target = resolve(import.meta.dirname, `../components/article/${file}.ts`);
  const source = [
    "import type { PackedTrees } from './trees.ts';",
    '',
    '/** Written by `npm run train:blocks`; not to be edited by hand. */',
    `export const ${name}: ${type} = ${JSON.stringify(value)};`,
    '',
  ].join('\n');
  writeFileSync(target, source);
  say(`wrote ${target}`);
}
