import { clusterOf, hashWord } from '../components/entities/lexicon.ts';
import { sentences } from '../components/entities/sentences.ts';
import { tokenize } from '../components/entities/tokens.ts';
import { Casing } from './casing.ts';
import { clusterWords } from './clusters.ts';
import { readCorpora } from './corpora.ts';
import { sharedRoot } from './shared.ts';
import { readVectors } from './vectors.ts';
import { pageTexts } from './web.ts';

/** The words of a model: cluster and casing, as `Lexicon.clusters`, by hash. */
export function wordTable(count: number, seed: number): Map<number, number> {
  const vectors = readVectors(count);
  const paths = clusterWords(vectors, seed);
  const table = new Map(vectors.words.map((word, n) => [hashWord(word), paths[n]! + 1]));
  for (const [word, casing] of casingOfWords()) {
    const key = hashWord(word);
    table.set(key, clusterOf(table.get(key) ?? 0) | (casing << 13));
  }
  return table;
}

/** How words are written in public-domain news, in Wikipedia and on web pages. */
function casingOfWords(): Map<string, number> {
  const casing = new Casing();
  for (const { tokens } of readCorpora(sharedRoot, ['gmb_train', 'redocred', 'crossner'])) casing.add(tokens);
  for (const text of pageTexts(sharedRoot)) {
    for (const line of text.split('\n')) {
      const tokens = tokenize(line);
      for (const { start, end } of sentences(line, tokens)) {
        const own = tokens.filter((token) => token.start >= start && token.end <= end);
        casing.add(own.map((token) => line.slice(token.start, token.end)));
      }
    }
  }
  return casing.classes();
}
