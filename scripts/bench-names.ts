import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import compromise from 'compromise';
import type { Block } from '../components/article/block.ts';
import type { Label, Mention } from '../components/entities/mention.ts';
import { loadModel } from '../components/entities/model.ts';
import { recognise } from '../components/entities/recognise.ts';
import { settleLabels } from '../components/entities/settle.ts';
import type { Labelled } from '../training/labelled.ts';
import { nameOf, rates, score, sum } from '../training/score.ts';
import { hasShared, readShared } from '../training/shared.ts';

/**
 * `npm run bench:names`: how well and how fast names are found, on the two sets nothing was trained on. With `-- errors`
 * last come the commonest errors; they are for a last look, never for tuning.
 */
if (!hasShared()) {
  process.stderr.write(
    'The labelled articles are not here (../shared/ner), so there is nothing to measure on.\n',
  );
  process.exit(1);
}
const print = (line = '') => process.stdout.write(`${line}\n`);
const bytes = readFileSync(join(import.meta.dirname, '..', 'assets', 'ner', 'en.ner'));
const loaded = loadModel(bytes);
if (!loaded.ok) throw new Error(`assets/ner/en.ner does not load: ${loaded.reason}`);
const model = loaded.value;
const sets = ['wn-10', 'modern-dev'].map((name) => ({ name, articles: readShared(name) }));

print(
  `model ${(bytes.length / 1e6).toFixed(2)} MB · Node ${process.version} · ${cpus()[0]?.model.trim()} × ${cpus().length}`,
);
for (const { name, articles } of sets) {
  print();
  print(
    `${name}: ${articles.length} articles, ${wordsOf(articles)} words. Exact span and type; P/R/F1 in percent`,
  );
  print('                 every mention            each name once           compromise, mentions     once');
  const ours = score(
    articles,
    articles.map(({ blocks }) => settleLabels(blocks, recognise(blocks, model))),
  );
  const theirs = score(
    articles,
    articles.map(({ blocks }) => recogniseWithCompromise(blocks)),
  );
  for (const row of ['PER', 'LOC', 'ORG', 'PER+LOC+ORG', 'NORP', 'DATE', 'MISC']) {
    const counts = [ours.all, ours.distinct, theirs.all, theirs.distinct].map((by) =>
      sum(row.split('+').map((label) => by[label as Label])),
    );
    print(`${row.padEnd(12)} ${counts.map((count) => cell(count)).join('   ')}`);
  }
}

print();
speed();
print();
errors();

function cell(count: Parameters<typeof rates>[0]): string {
  if (count.found === 0) return '                     –';
  const { precision, recall, f1 } = rates(count);
  return [precision, recall, f1]
    .map((value) => value.toFixed(1).padStart(5))
    .join(' ')
    .padStart(22);
}

function wordsOf(articles: readonly Labelled[]): number {
  return articles.reduce(
    (all, { blocks }) => blocks.reduce((n, { text }) => n + text.split(/\s+/).length, all),
    0,
  );
}

/** compromise's people, places and organisations, found again in the text: it gives offsets only with a plugin's help. */
function recogniseWithCompromise(blocks: readonly Block[]): Mention[] {
  const mentions: Mention[] = [];
  blocks.forEach(({ text }, block) => {
    const read = compromise(text);
    const own: Mention[] = [];
    for (const [label, view] of [
      ['PER', read.people()],
      ['LOC', read.places()],
      ['ORG', read.organizations()],
    ] as const) {
      for (const { offset, text: found } of view.json({ offset: true }) as {
        offset: { start: number; length: number };
        text: string;
      }[]) {
        // Their span takes in marks and possessives after the name; ours does not.
        const name = text.slice(offset.start, offset.start + offset.length) || found;
        const trimmed = name.replace(/(?:['’]s)?[\s\p{P}]*$/u, '');
        const lead = trimmed.length - trimmed.replace(/^[\s\p{P}]+/u, '').length;
        if (trimmed.length > lead)
          own.push({ block, start: offset.start + lead, end: offset.start + trimmed.length, label });
      }
    }
    own.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    for (const mention of own) {
      if (mention.start < end) continue;
      mentions.push(mention);
      end = mention.end;
    }
  });
  return mentions;
}

/** Processor time for a thousand words, the median of several rounds, and what compromise takes in the same run. */
function speed(): void {
  const articles = sets.flatMap((set) => set.articles);
  const words = wordsOf(articles);
  const round = (run: (blocks: readonly Block[]) => unknown) => {
    const before = process.cpuUsage();
    for (const { blocks } of articles) run(blocks);
    const { user, system } = process.cpuUsage(before);
    return ((user + system) / 1000 / words) * 1000;
  };
  const ours = median(Array.from({ length: 9 }, () => round((blocks) => recognise(blocks, model))));
  const theirs = median(Array.from({ length: 3 }, () => round(recogniseWithCompromise)));
  const loading = median(
    Array.from({ length: 9 }, () => {
      const before = process.cpuUsage();
      loadModel(bytes);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
  print(
    `1,000 words: ${ours.toFixed(1)} ms of processor, compromise ${theirs.toFixed(1)} ms: ${(ours / theirs).toFixed(2)} of its time`,
  );
  print(`loading: ${loading.toFixed(1)} ms of processor`);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

/** The fifty commonest errors over both sets, as "true → found". */
function errors(): void {
  const counts = new Map<string, number>();
  for (const { articles } of sets) {
    for (const article of articles) {
      const found = recognise(article.blocks, model);
      const key = ({ block, start, end, label }: Mention) => `${block} ${start} ${end} ${label}`;
      const truth = new Set(article.mentions.map(key));
      const guesses = new Set(found.map(key));
      for (const mention of article.mentions) {
        if (guesses.has(key(mention))) continue;
        const over = found.find((other) => overlap(mention, other));
        add(
          `${mention.label} ${nameOf(article, mention)} → ${over ? `${over.label} ${nameOf(article, over)}` : 'nothing'}`,
        );
      }
      for (const mention of found) {
        if (truth.has(key(mention)) || article.mentions.some((other) => overlap(mention, other))) continue;
        add(`nothing → ${mention.label} ${nameOf(article, mention)}`);
      }
    }
  }
  print('The fifty commonest errors');
  for (const [error, count] of [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 50)) {
    print(`${String(count).padStart(4)}  ${error}`);
  }

  function add(error: string): void {
    counts.set(error, (counts.get(error) ?? 0) + 1);
  }
}

function overlap(a: Mention, b: Mention): boolean {
  return a.block === b.block && a.start < b.end && b.start < a.end;
}
