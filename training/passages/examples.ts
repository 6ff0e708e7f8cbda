import { copyOfPage } from '../../components/article/copy-of-page.ts';
import { signalRow } from '../../components/article/doubts.ts';
import { findBody } from '../../components/article/find-body.ts';
import { jsonLdOf } from '../../components/article/json-ld.ts';
import { metadataOf } from '../../components/article/metadata.ts';
import { featuresOf, tokensOf } from '../../components/article/passage-features.ts';
import { judge, type Ties, tiesOf } from '../../components/article/passage-filter.ts';
import type { Passage } from '../../components/article/passages.ts';
import { type PageFacts, pageFactsOf, type Seen, signalsOf } from '../../components/article/signals.ts';
import { type Counts, shingleCounts, snippetCounts } from '../../tests/bench/extraction/metrics.ts';
import type { Gold } from '../../tests/bench/extraction/page-set.ts';

/** A row of numbers with the answer that is wanted of it. */
export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** How an extraction with given trees looks from outside, and how good it is. */
export interface Outcome {
  readonly signals: readonly number[];
  readonly counts: Counts;
}

type Line = Pick<Passage, 'text' | 'linkShare'>;

/** A page as training needs it: without its tree, of which a thousand would not fit into memory. */
export interface Reading {
  readonly gold: Gold;
  readonly rows: readonly (readonly number[])[];
  readonly ties: Ties;
  readonly seen: Seen;
  readonly facts: PageFacts;
}

export function readingOf(page: Document, gold: Gold): Reading | null {
  const copy = copyOfPage(page);
  const jsonLd = jsonLdOf(copy);
  const metadata = metadataOf(copy, jsonLd);
  const facts = pageFactsOf(copy, metadata.title, jsonLd);
  const body = findBody(copy, metadata, jsonLd);
  if (!body) return null;
  const { root, passages } = body.candidate;
  const { agreement, from, pageProse, pruned, other, context } = body;
  return {
    gold,
    rows: featuresOf(passages, root, context),
    ties: tiesOf(passages, root, metadata.title),
    seen: {
      agreement,
      from,
      pageProse,
      pruned,
      other: other && { length: other.length },
      context: { articleBody: context.articleBody },
      candidate: { passages: passages.map(({ text, linkShare }) => ({ text, linkShare })) },
    },
    facts,
  };
}

/** Passages of one page, 1 for those of the article; none when page and gold do not fit each other. */
export function examplesOf({ gold, rows, seen }: Reading): Example[] {
  const { passages } = seen.candidate;
  return gold.text === undefined ? bySnippets(passages, rows, gold) : byText(passages, rows, gold.text);
}

export function outcomeOf(
  { gold, rows, ties, seen, facts }: Reading,
  chanceOf: (row: readonly number[]) => number,
): Outcome {
  const { passages } = seen.candidate;
  const { chances, isKept, boxes } = judge(passages, ties, rows.map(chanceOf));
  const text = passages
    .filter((_, i) => isKept[i])
    .map((passage) => passage.text)
    .join('\n');
  return {
    signals: signalRow(signalsOf(seen, chances, isKept, boxes, facts)),
    counts:
      gold.text === undefined
        ? snippetCounts(gold.with ?? [], gold.without ?? [], text).counts
        : shingleCounts(gold.text, text, gold.lang === 'zh'),
  };
}

/** A passage is the article's when most of its 4-grams are. Long passages weigh more, and every page about the same. */
function byText(passages: readonly Line[], rows: Reading['rows'], text: string): Example[] {
  const gold = tokensOf(text);
  const grams = new Set(gold.map((_, i) => gold.slice(i, i + 4).join(' ')));
  const flat = ` ${gold.join(' ')} `;
  const found = passages.map((passage) => {
    const tokens = tokensOf(passage.text);
    return { tokens, share: shareOf(tokens, grams, flat) };
  });
  const total = found.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const right = found.reduce((sum, { tokens, share }) => sum + (share > 0.5 ? tokens.length : 0), 0);
  if (right < 0.3 * gold.length || right < 0.1 * total) return [];
  return found.flatMap(({ tokens, share }, i) =>
    tokens.length === 0
      ? []
      : {
          features: rows[i]!,
          label: share > 0.5 ? (1 as const) : (0 as const),
          weight: (Math.min(tokens.length, 80) + 3) / (Math.sqrt(total) + 10),
        },
  );
}

function shareOf(tokens: readonly string[], grams: ReadonlySet<string>, flat: string): number {
  if (tokens.length < 4) return flat.includes(` ${tokens.join(' ')} `) ? 1 : 0;
  let found = 0;
  for (let i = 0; i + 3 < tokens.length; i++) if (grams.has(tokens.slice(i, i + 4).join(' '))) found++;
  return found / (tokens.length - 3);
}

/** Of pages with snippets alone only the passages that hold one are known. */
function bySnippets(passages: readonly Line[], rows: Reading['rows'], gold: Gold): Example[] {
  const fold = (snippet: string): string => snippet.replace(/\s+/g, ' ').trim();
  const wanted = (gold.with ?? []).map(fold);
  const unwanted = (gold.without ?? []).map(fold);
  return passages.flatMap(({ text }, i) => {
    const isWanted = wanted.some((snippet) => text.includes(snippet));
    const isUnwanted = unwanted.some((snippet) => text.includes(snippet));
    if (isWanted === isUnwanted) return [];
    return { features: rows[i]!, label: isWanted ? (1 as const) : (0 as const), weight: 0.6 };
  });
}
