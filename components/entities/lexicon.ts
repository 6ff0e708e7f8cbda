import { hashText, join } from './hash.ts';
import type { HashTable } from './hash-table.ts';

/** Lists a name may stand in. The order is the order of bits in the model file: add at the end. */
export const lists = [
  'given name',
  'surname',
  'organisation',
  'other name',
  'place',
  'small place',
  'country',
  'people',
  'organisation ending',
  'place ending',
  'title',
  'person noun',
  'plain acronym',
  'person in corpora',
  'organisation in corpora',
  'place in corpora',
] as const;

/** What is known of words before any article is read: lists of names, and the cluster of each common word. */
export interface Lexicon {
  /** Names of one word or more, by `joinWords`; the value has a bit for each list. */
  readonly names: HashTable;
  /**
   * Words by hash. The low 13 bits are a path in a tree of word vectors, four bits a level, plus one: 0 is "not known".
   * The high 3 are how the word is written in running text (`casingOf`).
   */
  readonly clusters: HashTable;
}

export const clusterOf = (value: number): number => value & 0x1fff;

/**
 * How a word is written inside sentences: 0 seldom seen, 1 never with a capital, 2 seldom, 3 now and then, 4 mostly,
 * 5 always.
 */
export const casingOf = (value: number): number => value >> 13;

/** Longest name in a list, in tokens. */
export const longestName = 8;

/** Lower case, composed, digits as 0, one kind of apostrophe: how words are compared. */
export function normalise(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d/g, '0')
    .replace(/[’‘ʼ＇]/g, "'")
    .replace(/[\u00ad\u200c\u200d]/g, '');
}

/** Key of a name from the hashes of its words. */
export function joinWords(words: readonly number[] | Uint32Array, from = 0, to = words.length): number {
  let hash = words[from]!;
  for (let i = from + 1; i < to; i++) hash = join(hash, words[i]!);
  return hash;
}

export const hashWord = (word: string): number => hashText(normalise(word));
