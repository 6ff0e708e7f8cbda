import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Block } from '../components/article/block.ts';
import { checksum } from '../components/entities/checksum.ts';
import type { Label } from '../components/entities/mention.ts';
import type { Labelled } from './labelled.ts';
import { readShared } from './shared.ts';

/** One line of web.jsonl: where the names stand in a page's text, and nothing of the text. */
interface Standoff {
  readonly page: string;
  readonly blocks: number;
  /** CRC-32 of the blocks joined by newlines. */
  readonly crc: number;
  readonly mentions: readonly (readonly [block: number, start: number, end: number, label: Label])[];
}

interface Page {
  readonly title?: string;
  readonly text?: string;
}

const longestBlock = 1500;

/**
 * Beginnings of web pages with our labels. The text stays where it lies (../shared/extraction); web.jsonl, ours, holds
 * places and labels alone. A page whose text is not the one that was labelled is an error: offsets would lie.
 */
export function readWeb(shared: string): Labelled[] {
  const pages = readPages(shared);
  return readFileSync(join(import.meta.dirname, 'web.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => toLabelled(JSON.parse(line), pages));
}

/** Text of every page in English that no set we measure on is taken from. */
export function pageTexts(shared: string): string[] {
  const measured = runsOf(
    ['wn-10', 'modern-dev']
      .flatMap((set) => readShared(set))
      .flatMap(({ blocks }) => blocks.map(({ text }) => text)),
  );
  return Object.values(readPages(shared))
    .map(({ text = '' }) => text)
    .filter((text) => isEnglish(text) && overlap(text, measured) < 3);
}

const runLength = 6;

/** Runs of six words, by which a page is known again. */
function runsOf(texts: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (const text of texts) for (const run of eachRun(text)) runs.add(run);
  return runs;
}

function* eachRun(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i + runLength <= words.length; i++) yield words.slice(i, i + runLength).join(' ');
}

function overlap(text: string, runs: ReadonlySet<string>): number {
  let count = 0;
  for (const run of eachRun(text)) if (runs.has(run)) count++;
  return count;
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).slice(0, 400);
  return words.length > 80 && words.filter((word) => common.has(word)).length > words.length * 0.12;
}

const common = new Set(['the', 'of', 'and', 'to', 'in', 'a', 'is']);

function readPages(shared: string): Record<string, Page> {
  const file = join(shared, 'extraction', 'gold.json.gz');
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
}

function toLabelled({ page, blocks: count, crc, mentions }: Standoff, pages: Record<string, Page>): Labelled {
  const { title = '', text = '' } = pages[page] ?? {};
  const blocks: Block[] = [title, ...text.split('\n')]
    .map((line) => line.trim())
    .filter((line) => line && line.length <= longestBlock)
    .slice(0, count)
    .map((line) => ({ text: line, kind: 'paragraph' }));
  const found = checksum(new TextEncoder().encode(blocks.map((block) => block.text).join('\n')));
  if (found !== crc) throw new Error(`${page}: the text is not the one that was labelled`);
  return {
    id: page,
    blocks,
    mentions: mentions.map(([block, start, end, label]) => ({ block, start, end, label })),
  };
}
