import { fail, ok, type Result } from '../article/result.ts';
import { checksum } from './checksum.ts';
import { gateCount } from './gates.ts';
import { HashTable } from './hash-table.ts';
import type { Lexicon } from './lexicon.ts';
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
export const version = 2;
export const headerBytes = 48;

/**
 * Reads a model; never throws, whatever the bytes.
 *
 *     u32 × 12   magic, version, bytes in all, CRC-32 of what follows the header,
 *                features, bytes of their keys, weights, names, bytes of their keys, clusters, bytes of their keys, 0
 *     features:  keys, a u16 of tags for each (bit t: a weight for tag t), i8 weights in order
 *     steps:     i16 × gates × tags × tags
 *     names:     keys, u16 of lists for each
 *     clusters:  keys, u16 for each
 *
 * Keys are sorted and packed as `readKeys` says. All numbers little-endian.
 */
export function loadModel(input: ArrayBuffer | Uint8Array): Result<Model, ModelFailure> {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  if (bytes.length < 8) return fail(bytes.length === 0 ? 'truncated' : 'foreign');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return fail('foreign');
  if (view.getUint32(4, true) !== version) return fail('other-version');
  if (bytes.length < headerBytes || bytes.length < view.getUint32(8, true)) return fail('truncated');
  if (bytes.length > view.getUint32(8, true)) return fail('corrupt');
  if (checksum(bytes.subarray(headerBytes)) !== view.getUint32(12, true)) return fail('corrupt');
  const counts = Array.from({ length: 8 }, (_, n) => view.getUint32(16 + n * 4, true));
  const [features, featureKeys, weightCount, names, nameKeys, clusters, clusterKeys] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const stepCount = gateCount * tagCount * tagCount;
  const expected =
    headerBytes +
    featureKeys +
    features * 2 +
    weightCount +
    stepCount * 2 +
    nameKeys +
    names * 2 +
    clusterKeys +
    clusters * 2;
  if (expected !== bytes.length) return fail('corrupt');

  let at = headerBytes;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const keys = readKeys(take(featureKeys), features);
  const masks = at;
  at += features * 2;
  const weights = new Int8Array(take(weightCount));
  const rows = new HashTable(features);
  const rowStart = new Uint32Array(features + 1);
  const tags = new Uint8Array(weightCount);
  let filled = 0;
  for (let row = 0; row < features; row++) {
    rows.set(keys[row]!, row + 1);
    rowStart[row] = filled;
    for (let mask = view.getUint16(masks + row * 2, true); mask; mask &= mask - 1) {
      tags[filled++] = 31 - Math.clz32(mask & -mask);
    }
  }
  rowStart[features] = filled;
  if (filled !== weightCount) return fail('corrupt');
  const steps = new Int32Array(stepCount);
  for (let n = 0; n < stepCount; n++, at += 2) steps[n] = view.getInt16(at, true);
  const lexicon = { names: readTable(names, nameKeys), clusters: readTable(clusters, clusterKeys) };
  return ok({ lexicon, rows, rowStart, tags, weights, steps });

  function readTable(count: number, keyBytes: number): HashTable {
    const table = new HashTable(count);
    const sorted = readKeys(take(keyBytes), count);
    for (let n = 0; n < count; n++, at += 2) table.set(sorted[n]!, view.getUint16(at, true));
    return table;
  }
}
