import { fail, ok, type Result } from '../article/result.ts';
import { checksum } from './checksum.ts';
import { gateCount } from './gates.ts';
import { HashTable } from './hash-table.ts';
import type { Lexicon } from './lexicon.ts';
import { readRanked } from './ranked.ts';
import { readKeys } from './sorted-keys.ts';
import { tagCount } from './tags.ts';

/** What the recogniser knows: words and names, and what each feature says of each tag. */
export interface Model {
  readonly lexicon: Lexicon;
  /** Row of a feature, plus one, by key. */
  readonly rows: HashTable;
  /** Row r holds `tags` and `weights` from `rowStart[r]` up to `rowStart[r + 1]`. */
  readonly rowStart: Uint32Array;
  readonly tags: Uint8Array;
  readonly weights: Int8Array;
  /** As `Scores.steps`, in units of the weights. */
  readonly steps: Int32Array;
}

/** Why bytes are no model: not one of ours, made for other code, not all there, or changed on the way. */
export type ModelFailure = 'foreign' | 'other-version' | 'truncated' | 'corrupt';

export const magic = 0x3152454e; // "NER1" read as little-endian
/** Goes up whenever the layout, the tokens or the features change: an old model would read as nonsense. */
export const version = 4;
export const headerBytes = 64;
/** The checksum is of all that follows it, counts included: what it passes is what training wrote. */
export const checkedFrom = 16;

/**
 * Reads a model; never throws, whatever the bytes.
 *
 *     u32 × 16   magic, version, bytes in all, CRC-32 of all that follows it, then the counts and byte lengths
 *                of the sections in order, the rest 0
 *     features   keys; for each the tags it has a weight for (bit t: tag t), ranked; i8 weights in order
 *     steps      i16 × gates × tags × tags
 *     names      keys; for each its lists, ranked
 *     words      keys; u16 for each, as `Lexicon.clusters`
 *
 * Keys are sorted and packed as `readKeys` says, ranked numbers as `readRanked`. All numbers little-endian.
 */
export function loadModel(input: ArrayBuffer | Uint8Array): Result<Model, ModelFailure> {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  if (bytes.length < 8) return fail(bytes.length === 0 ? 'truncated' : 'foreign');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return fail('foreign');
  if (view.getUint32(4, true) !== version) return fail('other-version');
  if (bytes.length < headerBytes || bytes.length < view.getUint32(8, true)) return fail('truncated');
  if (bytes.length > view.getUint32(8, true)) return fail('corrupt');
  if (checksum(bytes.subarray(checkedFrom)) !== view.getUint32(12, true)) return fail('corrupt');
  const counts = Array.from({ length: 9 }, (_, n) => view.getUint32(16 + n * 4, true));
  const [features, featureKeys, tagBytes, weightCount, names, nameKeys, listBytes, words, wordKeys] =
    counts as unknown as [number, number, number, number, number, number, number, number, number];
  const stepCount = gateCount * tagCount * tagCount;
  const expected =
    headerBytes +
    featureKeys +
    tagBytes +
    weightCount +
    stepCount * 2 +
    nameKeys +
    listBytes +
    wordKeys +
    words * 2;
  if (expected !== bytes.length) return fail('corrupt');

  let at = headerBytes;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const keys = readKeys(take(featureKeys), features);
  const masks = readRanked(take(tagBytes), features);
  const weights = new Int8Array(take(weightCount));
  const rows = new HashTable(features);
  const rowStart = new Uint32Array(features + 1);
  const tags = new Uint8Array(weightCount);
  let filled = 0;
  for (let row = 0; row < features; row++) {
    rows.set(keys[row]!, row + 1);
    rowStart[row] = filled;
    for (let mask = masks[row]!; mask; mask &= mask - 1) {
      tags[filled++] = 31 - Math.clz32(mask & -mask);
    }
  }
  rowStart[features] = filled;
  if (filled !== weightCount) return fail('corrupt');
  const steps = new Int32Array(stepCount);
  for (let n = 0; n < stepCount; n++, at += 2) steps[n] = view.getInt16(at, true);
  const nameTable = tableOf(readKeys(take(nameKeys), names), readRanked(take(listBytes), names));
  const wordKeyList = readKeys(take(wordKeys), words);
  const wordValues = new Uint16Array(words);
  for (let n = 0; n < words; n++, at += 2) wordValues[n] = view.getUint16(at, true);
  const lexicon = { names: nameTable, clusters: tableOf(wordKeyList, wordValues) };
  return ok({ lexicon, rows, rowStart, tags, weights, steps });
}

function tableOf(keys: Uint32Array, values: Uint16Array): HashTable {
  const table = new HashTable(keys.length);
  for (let n = 0; n < keys.length; n++) table.set(keys[n]!, values[n]!);
  return table;
}
