import { tokensOf } from './metrics.ts';
import type { GoldPage } from './page-set.ts';
import type { PageScore } from './score.ts';

/** What a page lost and leaked, in the words of its gold and of the reading: a few lines of each. */
export function lossesOf({ gold }: GoldPage, score: PageScore, text: string): string {
  const cjk = gold.lang === 'zh';
  const lost =
    gold.text === undefined ? missingSnippets(gold.with ?? [], text) : linesNotIn(gold.text, text, cjk);
  const leaked =
    gold.text === undefined ? foundSnippets(gold.without ?? [], text) : linesNotIn(text, gold.text, cjk);
  const doubts = score.doubts.length ? `  (warned: ${score.doubts.join(', ')})` : '';
  const head = `${score.f1.toFixed(3)} ${score.id}${doubts}${score.error ? `  ${score.error}` : ''}`;
  return [head, ...shown('lost', lost), ...shown('leaked', leaked)].join('\n');
}

function shown(name: string, lines: readonly string[]): string[] {
  const words = lines.reduce((sum, line) => sum + tokensOf(line).length, 0);
  if (lines.length === 0) return [];
  const head = lines.slice(0, 3).map((line) => `      ${name}: ${line.slice(0, 100)}`);
  return lines.length > 3 ? [...head, `      ${name}: … ${lines.length} lines, ${words} words in all`] : head;
}

/** Lines of one text of which the other does not have most 4-grams. */
export function linesNotIn(text: string, other: string, cjk: boolean): string[] {
  const tokens = tokensOf(other, cjk);
  const known = new Set(tokens.map((_, i) => tokens.slice(i, i + 4).join(' ')));
  const flat = ` ${tokens.join(' ')} `;
  return text.split(/\n+/).filter((line) => {
    const words = tokensOf(line, cjk);
    if (words.length < 4) return words.length > 0 && !flat.includes(` ${words.join(' ')} `);
    const grams = words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
    return grams.filter((gram) => known.has(gram)).length < grams.length / 2;
  });
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const missingSnippets = (snippets: readonly string[], text: string) =>
  snippets.filter((snippet) => !fold(text).includes(fold(snippet)));
const foundSnippets = (snippets: readonly string[], text: string) =>
  snippets.filter((snippet) => fold(text).includes(fold(snippet)));
