import {
  authorLetters,
  type Counts,
  dayOf,
  letters,
  scoreOf,
  shingleCounts,
  snippetCounts,
} from './metrics.ts';
import type { GoldPage } from './page-set.ts';
import type { Reading } from './readers.ts';

/** How one reader did on one page. */
export interface PageScore {
  readonly id: string;
  readonly dataset: string;
  readonly half: GoldPage['half'];
  readonly counts: Counts;
  readonly f1: number;
  /** 1 exact, 0 not; absent where the gold says nothing. */
  readonly title?: number;
  readonly author?: number;
  readonly date?: number;
  readonly structure?: Readonly<Record<string, readonly [gold: number, found: number]>>;
  readonly words: number;
  readonly cpu: number;
  readonly doubts: readonly string[];
  readonly error: string | null;
  readonly missing: boolean;
}

export function scorePage(page: GoldPage, reading: Reading | null, error: string | null): PageScore {
  const { gold } = page;
  const text = reading?.text ?? '';
  const counts =
    gold.text === undefined
      ? snippetCounts(gold.with ?? [], gold.without ?? [], text).counts
      : shingleCounts(gold.text, text, gold.lang === 'zh');
  return {
    id: page.id,
    dataset: gold.dataset,
    half: page.half,
    counts,
    f1: scoreOf(counts).f1,
    ...(gold.title && { title: Number(letters(gold.title) === letters(reading?.title)) }),
    ...(/\p{L}/u.test(gold.author ?? '') && {
      author: Number(authorLetters(gold.author) === authorLetters(reading?.author)),
    }),
    ...(dayOf(gold.date) && { date: Number(dayOf(gold.date) === dayOf(reading?.date)) }),
    ...(gold.st && { structure: structureOf(gold.st, reading?.html ?? '') }),
    words: text.split(/\s+/).length,
    cpu: reading?.cpu ?? 0,
    doubts: reading?.doubts ?? [],
    error,
    missing: !text,
  };
}

const structures: Record<string, RegExp> = {
  img: /<img\b/gi,
  fig: /<figcaption\b/gi,
  table: /<table\b/gi,
  pre: /<pre\b/gi,
  li: /<li\b/gi,
  h: /<h[1-6]\b/gi,
  // Lede gives a titled link in place of what is embedded.
  frame: /<(iframe|video|audio)\b|\bdata-embed=/gi,
  quote: /<blockquote\b/gi,
};

function structureOf(gold: Readonly<Record<string, number>>, html: string): PageScore['structure'] {
  return Object.fromEntries(
    Object.entries(gold).map(([name, count]) => [name, [count, html.match(structures[name]!)?.length ?? 0]]),
  );
}
