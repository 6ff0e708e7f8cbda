import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldPage, pagesIn } from '../tests/bench/extraction/page-set.ts';
import { doms, type ReaderName, readerNames } from '../tests/bench/extraction/readers.ts';
import * as report from '../tests/bench/extraction/report.ts';
import { runReaders } from '../tests/bench/extraction/run-readers.ts';
import { type PageScore, scorePage } from '../tests/bench/extraction/score.ts';
import { lossesOf } from '../tests/bench/extraction/worst.ts';

// npm run bench:extraction -- [--root DIR] [--jobs N] [--datasets a,b] [--half tuning|checking] [--readers a,b]
//   [--limit N] [--worst N] [--dom linkedom|jsdom] [--save FILE.jsonl]

const here = resolve(import.meta.dirname, '..');
const { values: asked } = parseArgs({
  options: {
    root: { type: 'string', default: resolve(here, '../shared/extraction') },
    jobs: { type: 'string', default: '2' },
    datasets: { type: 'string' },
    half: { type: 'string' },
    readers: { type: 'string', default: readerNames.join(',') },
    limit: { type: 'string' },
    worst: { type: 'string', default: '20' },
    dom: { type: 'string', default: 'linkedom' },
    save: { type: 'string' },
  },
});

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const readers = asked.readers.split(',') as ReaderName[];
for (const reader of readers) if (!readerNames.includes(reader)) stop(`No reader called ${reader}.`);
if (!doms[asked.dom]) stop(`No DOM called ${asked.dom}; there are ${Object.keys(doms).join(' and ')}.`);

const pages = chosenPages();
const scores = new Map<ReaderName, PageScore[]>(readers.map((reader) => [reader, []]));
const texts = new Map<string, string>();
await readAll();
process.stdout.write(`${wholeReport()}\n`);

function chosenPages(): GoldPage[] {
  const root = resolve(asked.root);
  const all = pagesIn(root);
  if (!all?.length)
    stop(
      `No pages to measure on: ${root} has no gold.json.gz with pages/ beside it. Name another with --root DIR.`,
    );
  const sets = asked.datasets?.split(',');
  const wanted = all.filter(
    ({ gold, half }) => (!sets || sets.includes(gold.dataset)) && (!asked.half || half === asked.half),
  );
  const step = asked.limit ? Math.max(1, Math.floor(wanted.length / Number(asked.limit))) : 1;
  return wanted.filter((_, i) => i % step === 0);
}

async function readAll(): Promise<void> {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const save = asked.save ? createWriteStream(asked.save) : null;
  // Readers take turns in going first: who comes first on a page pays for cold caches.
  const jobs = pages.flatMap(({ id, file, gold }, i) =>
    [...readers.slice(i % readers.length), ...readers.slice(0, i % readers.length)].map((reader) => {
      return { id, file, url: gold.url ?? 'https://page.example/', reader };
    }),
  );
  let done = 0;
  await runReaders(jobs, {
    processes: Number(asked.jobs),
    dom: asked.dom,
    onAnswer({ id, reader, reading, error }) {
      const score = scorePage(byId.get(id)!, reading, error);
      scores.get(reader)!.push(score);
      if (reader === 'lede') texts.set(id, reading?.text ?? '');
      save?.write(`${JSON.stringify({ id, reader, ...reading, score })}\n`);
      if (++done % 500 === 0) process.stderr.write(`${done} of ${jobs.length} readings\n`);
    },
  });
  if (save) await new Promise((finished) => save.end(finished));
}

function wholeReport(): string {
  const lede = scores.get('lede') ?? [];
  const worst = [...lede].sort((a, b) => a.f1 - b.f1 || (a.id < b.id ? -1 : 1)).slice(0, Number(asked.worst));
  const byId = new Map(pages.map((page) => [page.id, page]));
  return [
    `${pages.length} pages of ${resolve(asked.root)}, DOM: ${asked.dom}`,
    report.tableOf(scores),
    report.halvesOf(scores),
    report.structureOf(scores),
    report.costOf(scores),
    lede.length ? report.warningsOf(lede) : '',
    worst.length ? `the ${worst.length} worst pages of Lede:` : '',
    ...worst.map((score) => lossesOf(byId.get(score.id)!, score, texts.get(score.id) ?? '')),
    `macro F1 ${report
      .macroF1(lede.length ? lede : (scores.get(readers[0]!) ?? []))
      .toFixed(3)
      .replace(/^0/, '')}`,
  ]
    .filter(Boolean)
    .join('\n');
}
