import type { Block } from '../article/block.ts';
import { hashText, join } from './hash.ts';
import { casingOf, clusterOf, hashWord, type Lexicon, longestName, normalise } from './lexicon.ts';
import { startsSentence } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** What a token looks like, one bit each. */
export const look = {
  capital: 1, // begins with a capital
  capitals: 2, // two letters or more, all capitals
  digits: 4,
  joined: 8, // no space before it
  first: 16, // opens a sentence
  titled: 32, // in a block where nearly every word is capitalised
  shouted: 64, // in a block of capitals alone
  mark: 128, // no letter, no digit
  inner: 256, // a capital after a small letter: PayPal, iPhone
  dotted: 512, // ends in a period: U.S., Inc.
  quoted: 1024, // between quotation marks that open and close in this block, a few words apart
  bracketed: 2048, // alone between brackets, or with a few others
} as const;

/**
 * Every token of an article in flat arrays, with what all blocks together say of each: the features' source. Index is the
 * token's place in the article; the tokens of block b are those from `blockStart[b]` up to `blockStart[b + 1]`.
 */
export interface Document {
  readonly blocks: readonly Block[];
  readonly size: number;
  readonly blockStart: Uint32Array;
  readonly block: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Hash of the normalised word. */
  readonly word: Uint32Array;
  /** Hash of the word as written. */
  readonly exact: Uint32Array;
  /** Hash of its pattern of letters ("Xx", "X.X."). */
  readonly shape: Uint32Array;
  /** Hashes of its first and last letters, four of each, 0 where the word is too short: [token * 4 + length - 1]. */
  readonly prefix: Uint32Array;
  readonly suffix: Uint32Array;
  readonly looks: Uint32Array;
  readonly cluster: Uint32Array;
  /** As `casingOf`. */
  readonly casing: Uint32Array;
  /** Bits of `lists` for a name that begins here, goes on here, ends here, is this token alone. */
  readonly beginsName: Uint32Array;
  readonly insideName: Uint32Array;
  readonly endsName: Uint32Array;
  readonly aloneName: Uint32Array;
  /** Length of the longest listed name over this token. */
  readonly nameLength: Uint8Array;
  /** Stretch of capitalised words around this token, end excluded; the token alone where it is not capitalised. */
  readonly runStart: Uint32Array;
  readonly runEnd: Uint32Array;
  /** The same, held together by "of", "&", "van" and the like. */
  readonly chainStart: Uint32Array;
  readonly chainEnd: Uint32Array;
  /** Index into `words` of this token's word. */
  readonly type: Uint32Array;
  readonly words: readonly WordEvidence[];
}

/** What the whole article says of one word. */
export interface WordEvidence {
  /** Token indices, in order, of its capitalised uses in running text. */
  readonly capitalised: number[];
  /** Times seen in small letters. */
  lower: number;
  /** Times capitalised where only a name would be: inside a sentence, in a block that is not a title. */
  firm: number;
  count: number;
  /** For "ABC" with its long form in the article: the long form's first and last word, or 0. */
  expansionFirst: number;
  expansionLast: number;
}

export function readDocument(blocks: readonly Block[], lexicon: Lexicon): Document {
  const tokens = blocks.map((block) => (block.kind === 'code' ? [] : tokenize(block.text)));
  const size = tokens.reduce((sum, list) => sum + list.length, 0);
  const document: Mutable<Document> = {
    blocks,
    size,
    blockStart: new Uint32Array(blocks.length + 1),
    block: new Uint32Array(size),
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    word: new Uint32Array(size),
    exact: new Uint32Array(size),
    shape: new Uint32Array(size),
    prefix: new Uint32Array(size * 4),
    suffix: new Uint32Array(size * 4),
    looks: new Uint32Array(size),
    cluster: new Uint32Array(size),
    casing: new Uint32Array(size),
    beginsName: new Uint32Array(size),
    insideName: new Uint32Array(size),
    endsName: new Uint32Array(size),
    aloneName: new Uint32Array(size),
    nameLength: new Uint8Array(size),
    runStart: new Uint32Array(size),
    runEnd: new Uint32Array(size),
    chainStart: new Uint32Array(size),
    chainEnd: new Uint32Array(size),
    type: new Uint32Array(size),
    words: [],
  };
  const forms = new Map<string, WordForm>();
  let index = 0;
  for (let b = 0; b < blocks.length; b++) {
    document.blockStart[b] = index;
    const { text } = blocks[b]!;
    for (let i = 0; i < tokens[b]!.length; i++) {
      const { start, end } = tokens[b]![i]!;
      const written = text.slice(start, end);
      let form = forms.get(written);
      if (!form) {
        form = wordForm(written, lexicon);
        forms.set(written, form);
      }
      document.block[index] = b;
      document.start[index] = start;
      document.end[index] = end;
      document.word[index] = form.word;
      document.exact[index] = form.exact;
      document.shape[index] = form.shape;
      document.prefix.set(form.prefix, index * 4);
      document.suffix.set(form.suffix, index * 4);
      document.cluster[index] = clusterOf(form.cluster);
      document.casing[index] = casingOf(form.cluster);
      let looks = form.looks;
      if (i > 0 && tokens[b]![i - 1]!.end === start) looks |= look.joined;
      if (startsSentence(text, tokens[b]!, i)) looks |= look.first;
      document.looks[index] = looks;
      index++;
    }
  }
  document.blockStart[blocks.length] = index;
  for (let b = 0; b < blocks.length; b++) lookAround(document, b);
  findRuns(document);
  findListedNames(document, lexicon);
  gatherEvidence(document);
  return document;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What a word says by itself; the same for each of its uses. */
interface WordForm {
  readonly word: number;
  readonly exact: number;
  readonly shape: number;
  readonly prefix: Uint32Array;
  readonly suffix: Uint32Array;
  readonly looks: number;
  readonly cluster: number;
}

function wordForm(written: string, lexicon: Lexicon): WordForm {
  const normal = normalise(written);
  const prefix = new Uint32Array(4);
  const suffix = new Uint32Array(4);
  for (let n = 1; n <= 4 && n <= normal.length; n++) {
    prefix[n - 1] = hashText(normal, 0, n);
    suffix[n - 1] = hashText(normal, normal.length - n);
  }
  let looks = 0;
  const composed = written.normalize('NFC');
  if (/^\p{Lu}/u.test(composed)) looks |= look.capital;
  if (/\p{Lu}.*\p{Lu}/u.test(composed) && !/\p{Ll}/u.test(composed)) looks |= look.capitals;
  if (/\d/.test(composed)) looks |= look.digits;
  if (!/[\p{L}\p{N}]/u.test(composed)) looks |= look.mark;
  if (/\p{Ll}\p{Lu}/u.test(composed)) looks |= look.inner;
  if (/\p{L}\.$/u.test(composed)) looks |= look.dotted;
  const word = hashText(normal);
  let cluster = lexicon.clusters.get(word);
  if (cluster === 0 && /[^\x20-\x7f]/.test(normal)) {
    cluster = lexicon.clusters.get(hashText(normal.normalize('NFD').replace(/\p{M}/gu, '')));
  }
  return {
    word,
    exact: hashText(composed),
    shape: hashText(shapeOf(composed)),
    prefix,
    suffix,
    looks,
    cluster,
  };
}

/** "McDonald" XxXx, "G20" Xd, "U.S." X.X.: each run of a kind once. */
export function shapeOf(word: string): string {
  return word
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[^\P{L}X]/gu, 'x')
    .replace(/\p{N}/gu, 'd')
    .replace(/\p{M}/gu, '')
    .replace(/(.)\1+/gu, '$1');
}

/** Looks that need the neighbours: titles, capitals throughout, quotations, brackets. */
function lookAround(document: Document, b: number): void {
  const { looks, blockStart } = document;
  const from = blockStart[b]!;
  const to = blockStart[b + 1]!;
  let long = 0;
  let capital = 0;
  let shouted = 0;
  for (let i = from; i < to; i++) {
    if (looks[i]! & (look.mark | look.digits)) continue;
    if (document.end[i]! - document.start[i]! < 4) continue;
    long++;
    if (looks[i]! & look.capital) capital++;
    if (looks[i]! & look.capitals) shouted++;
  }
  let more = 0;
  if (long >= 3 && capital >= long * 0.75 && to - from < 40) more |= look.titled;
  if (long >= 2 && shouted >= long * 0.8) more |= look.shouted;
  const { text } = document.blocks[b]!;
  let opened = -1;
  let bracket = -1;
  for (let i = from; i < to; i++) {
    looks[i]! |= more;
    if (!(looks[i]! & look.mark)) continue;
    const mark = text[document.start[i]!]!;
    if (opened >= 0 && /["”’»]/.test(mark) && i - opened <= 8) {
      for (let k = opened + 1; k < i; k++) looks[k]! |= look.quoted;
      opened = -1;
    } else if (/["“‘«]/.test(mark)) opened = i;
    if (mark === '(' || mark === '[') bracket = i;
    else if ((mark === ')' || mark === ']') && bracket >= 0 && i - bracket <= 6) {
      for (let k = bracket + 1; k < i; k++) looks[k]! |= look.bracketed;
      bracket = -1;
    }
  }
}

const links = new Set(
  "of for the and & - ' de la le du da do dos del della di van von der den ter ten bin ibn al el y e a in at on"
    .split(' ')
    .map(hashWord),
);

function findRuns(document: Document): void {
  const { looks, word, blockStart, runStart, runEnd, chainStart, chainEnd } = document;
  const named = look.capital | look.inner;
  for (let b = 0; b < document.blocks.length; b++) {
    const to = blockStart[b + 1]!;
    for (let i = blockStart[b]!; i < to; ) {
      let end = i + 1;
      if (looks[i]! & named) while (end < to && looks[end]! & named) end++;
      runStart.fill(i, i, end);
      runEnd.fill(end, i, end);
      i = end;
    }
    for (let i = blockStart[b]!; i < to; ) {
      let end = runEnd[i]!;
      if (looks[i]! & named) end = chainFrom(end, to);
      chainStart.fill(i, i, end);
      chainEnd.fill(end, i, end);
      i = end;
    }
  }

  /** Follows runs from the end of one, across at most two linking words, to the end of the last. */
  function chainFrom(end: number, to: number): number {
    for (;;) {
      let next = end;
      while (next < to && next - end < 2 && links.has(word[next]!)) next++;
      if (next === end || next >= to || !(looks[next]! & named)) return end;
      end = runEnd[next]!;
    }
  }
}

/** Marks every stretch that stands in a list; a listed name counts only where something in it is capitalised. */
function findListedNames(document: Document, lexicon: Lexicon): void {
  const { word, looks, blockStart, block } = document;
  for (let i = 0; i < document.size; i++) {
    if (looks[i]! & look.mark) continue;
    const limit = Math.min(blockStart[block[i]! + 1]!, i + longestName);
    let key = word[i]!;
    let capital = looks[i]! & (look.capital | look.inner | look.digits);
    for (let to = i + 1; to <= limit; to++) {
      if (to > i + 1) {
        key = join(key, word[to - 1]!);
        capital |= looks[to - 1]! & look.capital;
      }
      const found = lexicon.names.get(key);
      if (found === 0) continue;
      if (to === i + 1) document.aloneName[i]! |= found;
      else if (capital) markName(document, i, to, found);
    }
  }
}

function markName(document: Document, from: number, to: number, bits: number): void {
  document.beginsName[from]! |= bits;
  document.endsName[to - 1]! |= bits;
  for (let k = from + 1; k < to - 1; k++) document.insideName[k]! |= bits;
  for (let k = from; k < to; k++) {
    if (document.nameLength[k]! < to - from) document.nameLength[k] = to - from;
  }
}

function gatherEvidence(document: Mutable<Document>): void {
  const { word, looks, size } = document;
  const known = new Map<number, number>();
  const words: WordEvidence[] = [];
  for (let i = 0; i < size; i++) {
    let type = known.get(word[i]!);
    if (type === undefined) {
      type = words.length;
      known.set(word[i]!, type);
      words.push({ capitalised: [], lower: 0, firm: 0, count: 0, expansionFirst: 0, expansionLast: 0 });
    }
    document.type[i] = type;
    const evidence = words[type]!;
    evidence.count++;
    if (looks[i]! & (look.titled | look.shouted)) continue;
    if (looks[i]! & (look.capital | look.inner)) {
      evidence.capitalised.push(i);
      if (!(looks[i]! & look.first)) evidence.firm++;
    } else evidence.lower++;
  }
  document.words = words;
  for (let i = 1; i < size; i++) if (looks[i]! & look.capitals) expandAcronym(document, i);
}

/** "Government of National Accord (GNA)": the capitals of the words before the bracket spell the acronym. */
function expandAcronym(document: Document, at: number): void {
  const { looks, word, blocks, block, start, end } = document;
  const text = blocks[block[at]!]!.text;
  if (text[start[at]! - 1] !== '(') return;
  const letters = text.slice(start[at], end[at]).replace(/[^\p{Lu}]/gu, '');
  if (letters.length < 2) return;
  let need = letters.length - 1;
  for (let i = at - 2; i >= document.blockStart[block[at]!]! && i > at - 14 && need >= 0; i--) {
    if (!(looks[i]! & look.capital)) continue;
    if (text[start[i]!] !== letters[need]) return;
    if (need === 0) {
      const evidence = document.words[document.type[at]!]!;
      evidence.expansionFirst = word[i]!;
      evidence.expansionLast = word[at - 2]!;
    }
    need--;
  }
}
