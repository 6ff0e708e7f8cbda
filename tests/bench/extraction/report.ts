import { mean, meanScore, pooledScore, quantile, type Score } from './metrics.ts';
import { allSets, headlineSets } from './page-set.ts';
import { type ReaderName, readerNames } from './readers.ts';
import type { PageScore } from './score.ts';

export type Scores = ReadonlyMap<ReaderName, readonly PageScore[]>;

const fixed = (value: number | null): string =>
  value === null || Number.isNaN(value) ? '    -' : value.toFixed(3).padStart(5);

/** Score of one data set: snippets are pooled over its pages, shingles are averaged. */
export function setScore(pages: readonly PageScore[]): Score {
  const counts = pages.map((page) => page.counts);
  return pages[0]?.dataset === 'trafi' ? pooledScore(counts) : meanScore(counts);
}

/** Mean F1 over the headline sets that are there. */
export function macroF1(pages: readonly PageScore[]): number {
  const present = headlineSets
    .map((set) => pages.filter((page) => page.dataset === set))
    .filter((s) => s.length);
  return mean(present.map((set) => setScore(set).f1));
}

/** The table: for each data set each reader's F1, precision, recall, and metadata that match exactly. */
export function tableOf(scores: Scores): string {
  const lines = ['data set        pages reader       F1     P     R   | title author date  | empty failed'];
  for (const set of allSets)
    for (const reader of readerNames) {
      const pages = scores.get(reader)?.filter((page) => page.dataset === set) ?? [];
      if (pages.length) lines.push(rowOf(set, reader, pages));
    }
  for (const reader of readerNames)
    if (scores.has(reader))
      lines.push(`${'macro'.padEnd(21)} ${reader.padEnd(11)} ${fixed(macroF1(scores.get(reader)!))}`);
  return lines.join('\n');
}

function rowOf(set: string, reader: string, pages: readonly PageScore[]): string {
  const { f1, precision, recall } = setScore(pages);
  const share = (name: 'title' | 'author' | 'date') => {
    const said = pages.map((page) => page[name]).filter((value) => value !== undefined);
    return fixed(said.length ? mean(said) : null);
  };
  const empty = pages.filter((page) => page.missing).length;
  const failed = pages.filter((page) => page.error).length;
  return (
    `${set.padEnd(15)} ${String(pages.length).padStart(5)} ${reader.padEnd(11)} ${fixed(f1)} ${fixed(precision)} ` +
    `${fixed(recall)} | ${share('title')} ${share('author')} ${share('date')} | ${String(empty).padStart(5)} ` +
    String(failed).padStart(5)
  );
}

/** Pages that were looked at while tuning against those that were not: when they drift apart, tuning has gone too far. */
export function halvesOf(scores: Scores): string {
  const lines = [`half       reader       macro   ${headlineSets.map((set) => set.padEnd(13)).join('')}`];
  for (const half of ['tuning', 'checking'] as const)
    for (const reader of readerNames) {
      const pages = scores.get(reader)?.filter((page) => page.half === half);
      if (!pages?.length) continue;
      const sets = headlineSets.map((set) => setScore(pages.filter((page) => page.dataset === set)).f1);
      lines.push(
        `${half.padEnd(10)} ${reader.padEnd(12)} ${fixed(macroF1(pages))}   ${sets.map((f1) => fixed(f1).padEnd(13)).join('')}`,
      );
    }
  return lines.join('\n');
}

/** Headings, lists, tables and the like kept, of those in the gold, and given beyond it. */
export function structureOf(scores: Scores): string {
  const lines: string[] = [];
  for (const reader of readerNames) {
    const pages = scores.get(reader)?.filter((page) => page.structure) ?? [];
    if (!pages.length) continue;
    const names = Object.keys(pages[0]!.structure!);
    const parts = names.map((name) => {
      const pairs = pages.map((page) => page.structure![name]!);
      const gold = pairs.reduce((sum, [wanted]) => sum + wanted, 0);
      const kept = pairs.reduce((sum, [wanted, found]) => sum + Math.min(wanted, found), 0);
      const extra = pairs.reduce((sum, [wanted, found]) => sum + Math.max(0, found - wanted), 0);
      return `${name} ${kept}/${gold}+${extra}`;
    });
    lines.push(`structure in moz  ${reader.padEnd(11)} ${parts.join('  ')}`);
  }
  return lines.join('\n');
}

/** Processor time after parsing; Postlight's includes its own parsing. */
export function costOf(scores: Scores): string {
  const base = scores.get('readability')?.map((page) => page.cpu);
  return readerNames
    .filter((reader) => scores.has(reader))
    .map((reader) => {
      const cpu = scores.get(reader)!.map((page) => page.cpu);
      const [median, p95] = [quantile(cpu, 0.5), quantile(cpu, 0.95)];
      const ratio = base
        ? `  ${(median / quantile(base, 0.5)).toFixed(2)}x and ${(p95 / quantile(base, 0.95)).toFixed(2)}x Readability's`
        : '';
      return `CPU a page  ${reader.padEnd(11)} median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms${ratio}`;
    })
    .join('\n');
}

/** Whether the warning stands where it should: on bad pages, and not on good ones. A refusal counts as a warning. */
export function warningsOf(lede: readonly PageScore[]): string {
  return [
    warningLine('all sets', lede),
    warningLine(
      'headline sets',
      lede.filter((page) => headlineSets.includes(page.dataset)),
    ),
  ].join('\n');
}

function warningLine(name: string, pages: readonly PageScore[]): string {
  const sorted = [...pages].sort((a, b) => a.f1 - b.f1);
  const worst = sorted.slice(0, Math.ceil(sorted.length / 10));
  const good = sorted.filter((page) => page.f1 > 0.95);
  const warned = (list: readonly PageScore[]) => list.filter((page) => page.doubts.length > 0).length;
  return (
    `warnings, ${name}: ${warned(worst)} of the worst tenth (${worst.length} pages, ` +
    `${((100 * warned(worst)) / (worst.length || 1)).toFixed(0)} %), ${warned(good)} of the ${good.length} above F1 .95 ` +
    `(${((100 * warned(good)) / (good.length || 1)).toFixed(1)} %)`
  );
}
