import { type Label, labels, type Mention } from '../components/entities/mention.ts';
import type { Labelled } from './labelled.ts';

/** Right, found and true counts. */
export interface Count {
  right: number;
  found: number;
  true: number;
}

export interface Score {
  /** Every mention counts. */
  readonly all: Record<Label, Count>;
  /** Each spelling of a label counts once an article, however often it stands there. */
  readonly distinct: Record<Label, Count>;
}

/** Exact span and type. */
export function score(articles: readonly Labelled[], found: readonly (readonly Mention[])[]): Score {
  const result: Score = { all: zero(), distinct: zero() };
  articles.forEach((article, n) => {
    compare(
      result.all,
      article.mentions,
      found[n]!,
      ({ block, start, end, label }) => `${block} ${start} ${end} ${label}`,
    );
    compare(
      result.distinct,
      article.mentions,
      found[n]!,
      (mention) => `${mention.label} ${nameOf(article, mention)}`,
    );
  });
  return result;
}

export const nameOf = (article: Labelled, { block, start, end }: Mention): string =>
  article.blocks[block]!.text.slice(start, end).replace(/\s+/g, ' ');

function compare(
  counts: Record<Label, Count>,
  truth: readonly Mention[],
  found: readonly Mention[],
  keyOf: (mention: Mention) => string,
): void {
  const right = new Map(truth.map((mention) => [keyOf(mention), mention.label]));
  const guessed = new Map(found.map((mention) => [keyOf(mention), mention.label]));
  for (const label of right.values()) counts[label].true++;
  for (const [key, label] of guessed) {
    counts[label].found++;
    if (right.has(key)) counts[label].right++;
  }
}

const zero = (): Record<Label, Count> =>
  Object.fromEntries(labels.map((label) => [label, { right: 0, found: 0, true: 0 }])) as Record<Label, Count>;

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (a, b) => ({ right: a.right + b.right, found: a.found + b.found, true: a.true + b.true }),
    { right: 0, found: 0, true: 0 },
  );
}

/** Precision, recall and their harmonic mean, in percent. */
export function rates({ right, found, true: truth }: Count): {
  precision: number;
  recall: number;
  f1: number;
} {
  const percent = (part: number, whole: number) => (whole ? (100 * part) / whole : 0);
  return {
    precision: percent(right, found),
    recall: percent(right, truth),
    f1: percent(2 * right, found + truth),
  };
}
