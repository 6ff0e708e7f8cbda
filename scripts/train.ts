import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadModel } from '../components/entities/model.ts';
import { recognise } from '../components/entities/recognise.ts';
import { settleLabels } from '../components/entities/settle.ts';
import { nameTable } from '../training/names.ts';
import { rates, score, sum } from '../training/score.ts';
import { hasShared, readCopy, readShared, sharedRoot } from '../training/shared.ts';
import { train } from '../training/train.ts';
import { readWeb } from '../training/web.ts';
import { wordTable } from '../training/words.ts';

const started = Date.now();
const say = (line: string) =>
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

if (!hasShared()) {
  process.stderr.write(
    'The labelled articles are not here: ../shared/ner is missing, and there is nothing to train on.\n',
  );
  process.exit(1);
}
say('words');
const clusters = wordTable(55_000, 1);
say('lists of names');
const names = nameTable();
const measured = new Set(readShared('wn-10').map((article) => article.id));
const sources = [
  { articles: readWeb(sharedRoot), weight: 1 },
  { articles: readCopy(), weight: 0.4 },
  { articles: readShared('wn-').filter((article) => !measured.has(article.id)), weight: 1 },
  { articles: readShared('syn-'), weight: 1 },
  { articles: readShared('voa-'), weight: 0.34 },
];
const bytes = train(
  sources,
  { names, clusters },
  { epochs: 12, rate: 0.1, dropout: 0.2, hiding: [0.4, 0.15, 0, 0.25, 0.2], decay: 1e-5, seed: 1, runs: 2 },
  { most: 780_000, scale: 16, favour: 0, reluctance: { ORG: 0.5 } },
  say,
);
const file = process.argv[2] ?? join(import.meta.dirname, '..', 'assets', 'ner', 'en.ner');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, bytes);
say(`${bytes.length} bytes`);

const model = loadModel(bytes);
if (!model.ok) throw new Error(`The model just written does not load: ${model.reason}`);
for (const set of ['wn-10', 'modern-dev']) {
  const articles = readShared(set);
  const result = score(
    articles,
    articles.map(({ blocks }) => settleLabels(blocks, recognise(blocks, model.value))),
  );
  for (const way of ['distinct', 'all'] as const) {
    const { PER, LOC, ORG, NORP, DATE, MISC } = result[way];
    const f = (count: Parameters<typeof rates>[0]) => rates(count).f1.toFixed(1);
    say(
      `${set} ${way}: ${f(sum([PER, LOC, ORG]))}  PER ${f(PER)} LOC ${f(LOC)} ORG ${f(ORG)} NORP ${f(NORP)} DATE ${f(DATE)} MISC ${f(MISC)}`,
    );
  }
}
