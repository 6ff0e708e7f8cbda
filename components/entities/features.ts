import { type Document, look } from './document.ts';
import { join } from './hash.ts';
import { keyMask } from './sorted-keys.ts';

/** Most features one token can have; the length of the buffer that `features` writes to. */
export const mostFeatures = 320;

/**
 * What a feature looks at, kept in the bits of a key that the tables cut off. Training now and then hides a whole group:
 * a model that has seen every name of its articles must still learn from what stands around a name.
 */
export const groups = { own: 0, around: 1, form: 2, lists: 3, article: 4 } as const;
type Group = (typeof groups)[keyof typeof groups];
export const groupShift = 28;

/** The one feature that every token has. */
export const everyToken = (join(97, 1) & keyMask) | (groups.form << groupShift);

/** Other uses of a word in the article that are looked at for each of its uses. */
const otherUses = 6;

/**
 * Writes the keys of all features of one token to `out` and returns how many. A key is the hash of a template's number
 * with its values. Training and reading both call this; a change here needs a new model.
 */
export function features(document: Document, at: number, out: Uint32Array): number {
  const { word, shape, prefix, suffix, looks, cluster, block, blockStart } = document;
  const first = blockStart[block[at]!]!;
  const end = blockStart[block[at]! + 1]!;
  let count = 0;
  let group: Group = groups.own;
  const put = (template: number, value: number) => {
    out[count++] = (join(template, value) & keyMask) | (group << groupShift);
  };
  const put2 = (template: number, a: number, b: number) => {
    out[count++] = (join(join(template, a), b) & keyMask) | (group << groupShift);
  };
  const near = (values: Uint32Array, offset: number) => {
    const i = at + offset;
    return i < first ? 1 : i >= end ? 2 : values[i]!;
  };

  const w = word[at]!;
  const w1 = near(word, -1);
  const w2 = near(word, 1);
  const s = shape[at]!;
  const s1 = near(shape, -1);
  const s2 = near(shape, 1);
  const l = looks[at]!;
  const l1 = near(looks, -1);
  const l2 = near(looks, 1);

  put(1, w);
  put(11, document.exact[at]!);
  put2(6, w1, w);
  put2(7, w, w2);
  put2(25, w, l & (look.first | look.titled | look.shouted | look.capital));
  for (let n = 2; n < 4; n++) {
    if (prefix[at * 4 + n]) put(18, prefix[at * 4 + n]!);
    if (suffix[at * 4 + n]) put(19, suffix[at * 4 + n]!);
  }
  if (cluster[at]) put2(29, 0, cluster[at]!);

  group = groups.around;
  put(2, w1);
  put(3, w2);
  put(4, near(word, -2));
  put(5, near(word, 2));
  put2(8, w1, w2);
  put2(9, near(word, -2), w1);
  put2(10, w2, near(word, 2));
  if (at > first) put(20, suffix[(at - 1) * 4 + 2]!);
  if (at + 1 < end) put(21, suffix[(at + 1) * 4 + 2]!);
  put2(37, s, w1);
  put2(38, s, w2);

  group = groups.form;
  out[count++] = everyToken;
  put(12, s);
  put(13, s1);
  put(14, s2);
  put2(15, s1, s);
  put2(16, s, s2);
  put2(17, join(s1, s), s2);
  for (let n = 0; n < 2; n++) {
    if (prefix[at * 4 + n]) put(18, prefix[at * 4 + n]!);
    if (suffix[at * 4 + n]) put(19, suffix[at * 4 + n]!);
  }
  put(22, l);
  put2(23, l1, l);
  put2(24, l, l2);
  put(26, l & (look.capital | look.first | look.titled | look.joined));
  put2(27, s, l & (look.first | look.titled | look.quoted | look.bracketed));

  for (let offset = -2; offset <= 2; offset++) {
    const c = near(cluster, offset);
    if (c < 3) {
      put2(28, offset, c);
      continue;
    }
    if (offset) put2(29, offset, c);
    put2(30, offset, (c - 1) >> 4);
    put2(31, offset, (c - 1) >> 8);
  }
  const c = cluster[at]! >> 4;
  const c1 = near(cluster, -1) >> 4;
  const c2 = near(cluster, 1) >> 4;
  put2(32, c1, c);
  put2(33, c, c2);
  put2(34, c1, c2);
  put2(35, join(c1 >> 4, c >> 4), c2 >> 4);
  put2(36, s, c);
  const k = document.casing[at]!;
  const k1 = near(document.casing, -1);
  const k2 = near(document.casing, 1);
  put2(90, k, l & (look.capital | look.capitals | look.first | look.titled));
  put2(91, join(k1, k), k2);
  put2(92, k1, s1);
  put2(93, k2, s2);

  group = groups.lists;
  putNames();
  group = groups.article;
  if (l & (look.capital | look.inner)) {
    putRuns();
    putEvidence();
  }
  return count;

  /** Lists the token stands in, and its neighbours do. */
  function putNames(): void {
    const { beginsName, insideName, endsName, aloneName, nameLength } = document;
    putBits(40, beginsName[at]!);
    putBits(41, insideName[at]!);
    putBits(42, endsName[at]!);
    putBits(43, aloneName[at]!);
    const signature = listSignature(document, at);
    const before = at > first ? listSignature(document, at - 1) : 1;
    const after = at + 1 < end ? listSignature(document, at + 1) : 2;
    put(44, signature);
    put(45, before);
    put(46, after);
    put2(47, before, signature);
    put2(48, signature, after);
    put2(49, signature, s);
    put2(50, signature, l & (look.first | look.titled));
    put2(51, signature, nameLength[at]!);
  }

  function putBits(template: number, bits: number): void {
    for (let bit = 0; bits >> bit; bit++) if ((bits >> bit) & 1) put2(template, 99, bit);
  }

  /** The stretch of capitals: where in it the token stands, its last word, what stands around it. */
  function putRuns(): void {
    const { runStart, runEnd, chainStart, chainEnd } = document;
    const from = runStart[at]!;
    const to = runEnd[at]!;
    const place = Math.min(at - from, 3) * 4 + Math.min(to - 1 - at, 3);
    put(52, place);
    put2(53, place, l & (look.first | look.titled));
    const last = word[to - 1]!;
    const left = from > first ? word[from - 1]! : 1;
    const right = to < end ? word[to]! : 2;
    const after = to + 1 < end ? word[to + 1]! : 2;
    put2(54, last, Math.min(to - 1 - at, 3));
    put2(55, left, Math.min(at - from, 2));
    put2(56, right, Math.min(to - 1 - at, 2));
    put2(57, left, right);
    put2(58, right, after);
    put2(59, from > first ? cluster[from - 1]! >> 4 : 1, place);
    put2(60, to < end ? cluster[to]! >> 4 : 1, place);
    put2(61, cluster[to - 1]! >> 4, place);
    put2(62, cluster[from]! >> 4, place);
    put2(63, word[from]!, Math.min(at - from, 3));
    let usual = 0;
    for (let i = from; i < to && i < from + 6; i++) usual = usual * 6 + document.casing[i]!;
    put2(94, usual, place);
    put2(95, document.casing[to - 1]!, place);
    put2(96, document.casing[from]!, place);
    put2(75, listSignature(document, to - 1), place);
    put2(76, listSignature(document, from), place);
    if (chainEnd[at]! - chainStart[at]! > to - from) {
      const head = chainStart[at]!;
      const tail = chainEnd[at]!;
      put2(64, word[tail - 1]!, at < from + 1 ? 1 : 0);
      put2(65, word[head]!, at === head ? 1 : 0);
      put2(66, cluster[head]! >> 4, cluster[tail - 1]! >> 4);
      put2(67, head > first ? word[head - 1]! : 1, at === head ? 1 : 0);
      put2(68, tail < end ? word[tail]! : 1, at === tail - 1 ? 1 : 0);
    }
  }

  /** What the rest of the article says of the same word. */
  function putEvidence(): void {
    const evidence = document.words[document.type[at]!]!;
    const place = l & (look.first | look.titled | look.shouted);
    const summary =
      Math.min(evidence.firm, 3) * 64 + Math.min(evidence.lower, 2) * 16 + Math.min(evidence.count, 5);
    put2(69, summary, place);
    put2(70, evidence.lower > 0 ? 1 : 0, place);
    put2(71, evidence.firm > 0 ? 1 : 0, place);
    if (evidence.expansionLast) {
      put(72, evidence.expansionLast);
      put(73, evidence.expansionFirst);
      put(74, 1);
    }
    let seen = 0;
    for (const other of evidence.capitalised) {
      if (other === at) continue;
      if (seen++ === otherUses) break;
      putOther(other);
    }
  }

  function putOther(other: number): void {
    const { runStart, runEnd, block: blocks } = document;
    const from = runStart[other]!;
    const to = runEnd[other]!;
    const low = blockStart[blocks[other]!]!;
    const high = blockStart[blocks[other]! + 1]!;
    const place = Math.min(other - from, 1) * 2 + Math.min(to - 1 - other, 1);
    put(80, place);
    put2(81, from > low ? word[from - 1]! : 1, place);
    put2(82, to < high ? word[to]! : 2, place);
    put2(83, from > low ? cluster[from - 1]! >> 4 : 1, place);
    put2(84, to < high ? cluster[to]! >> 4 : 1, place);
    if (to - from > 1) {
      put2(85, word[to - 1]!, place);
      put2(86, listSignature(document, to - 1), place);
      put2(87, listSignature(document, from), place);
      put2(88, cluster[to - 1]! >> 4, place);
    }
  }
}

/** Every list at once, with the part of a name the token is. */
function listSignature(document: Document, at: number): number {
  const { beginsName, insideName, endsName, aloneName } = document;
  return join(join(beginsName[at]!, insideName[at]!), join(endsName[at]!, aloneName[at]!));
}
