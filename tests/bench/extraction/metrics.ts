/** Share of what was given that is right, share of what is right that was given, and their harmonic mean. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** True positives, false positives, false negatives; as counts, or as shares of their sum. */
export type Counts = readonly [tp: number, fp: number, fn: number];

const tokenPattern = /[\p{L}\p{N}_]+/gu;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function tokensOf(text: string, cjk = false): string[] {
  const tokens = text.match(tokenPattern) ?? [];
  return cjk ? tokens.flatMap((token) => (han.test(token) ? [...token] : [token])) : tokens;
}

/** 4-gram shingles as in scrapinghub/article-extraction-benchmark, normalised to one page. */
export function shingleCounts(gold: string, text: string, cjk: boolean): Counts {
  const wanted = shingles(tokensOf(gold, cjk));
  const given = shingles(tokensOf(text, cjk));
  let [tp, fp, fn] = [0, 0, 0];
  for (const [shingle, count] of wanted) {
    const found = given.get(shingle) ?? 0;
    tp += Math.min(count, found);
    fn += Math.max(0, count - found);
  }
  for (const [shingle, count] of given) fp += Math.max(0, count - (wanted.get(shingle) ?? 0));
  const all = tp + fp + fn || 1;
  return [tp / all, fp / all, fn / all];
}

function shingles(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join(' ');
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Must-have and must-not snippets found, white space folded, as in trafilatura's evaluation; last: leaked of all. */
export function snippetCounts(
  wanted: readonly string[],
  unwanted: readonly string[],
  text: string,
): { readonly counts: Counts; readonly unwanted: number } {
  const folded = fold(text);
  const found = wanted.filter((snippet) => folded.includes(fold(snippet))).length;
  const leaked = unwanted.filter((snippet) => folded.includes(fold(snippet))).length;
  return { counts: [found, leaked, wanted.length - found], unwanted: unwanted.length };
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function scoreOf([tp, fp, fn]: Counts): Score {
  if (fp === 0 && fn === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = tp + fp === 0 ? 0 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 0 : tp / (tp + fn);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Mean precision over pages with output, mean recall over pages with gold, and the harmonic mean of the two. */
export function meanScore(pages: readonly Counts[]): Score {
  const precision = mean(pages.filter(([tp, fp]) => tp + fp > 0).map((counts) => scoreOf(counts).precision));
  const recall = mean(pages.filter(([tp, , fn]) => tp + fn > 0).map((counts) => scoreOf(counts).recall));
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Score of all snippets of all pages together. */
export function pooledScore(pages: readonly Counts[]): Score {
  const [tp, fp, fn] = [0, 1, 2].map((i) => pages.reduce((sum, counts) => sum + counts[i]!, 0));
  return scoreOf([tp!, fp!, fn!]);
}

const harmonic = (a: number, b: number): number => (a + b ? (2 * a * b) / (a + b) : 0);

export const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Letters and digits alone: titles and names are equal when they differ in case, accents' form or punctuation. */
export const letters = (text: string | null | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

export const authorLetters = (text: string | null | undefined): string =>
  letters((text ?? '').replace(/^\s*by\b/i, ''));

/** Calendar day of a date as written, or null. */
export function dayOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]!.padStart(2, '0')}-${iso[3]!.padStart(2, '0')}`;
  const date = new Date(text);
  return Number.isNaN(date.valueOf()) ? null : date.toISOString().slice(0, 10);
}
