import { copyOfPage } from '../../components/article/copy-of-page.ts';
import { findBody } from '../../components/article/find-body.ts';
import { jsonLdOf } from '../../components/article/json-ld.ts';
import { metadataOf } from '../../components/article/metadata.ts';
import { featuresOf, tokensOf } from '../../components/article/passage-features.ts';
import type { Passage } from '../../components/article/passages.ts';
import type { Gold } from '../../tests/bench/extraction/page-set.ts';

/** A passage with what the gold says of it. */
export interface Example {
  readonly features: readonly number[];
  /** 1 when it belongs to the article. */
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Examples of one page, or none when page and gold do not fit each other. */
export function examplesOf(page: Document, gold: Gold): Example[] {
  const copy = copyOfPage(page);
  const jsonLd = jsonLdOf(copy);
  const body = findBody(copy, metadataOf(copy, jsonLd), jsonLd);
  if (!body) return [];
  const { root, passages } = body.candidate;
  const rows = featuresOf(passages, root, body.context);
  return gold.text === undefined ? bySnippets(passages, rows, gold) : byText(passages, rows, gold.text);
}

/** A passage is the article's when most of its 4-grams are. Long passages weigh more, and every page about the same. */
function byText(passages: readonly Passage[], rows: readonly number[][], text: string): Example[] {
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
function bySnippets(passages: readonly Passage[], rows: readonly number[][], gold: Gold): Example[] {
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
