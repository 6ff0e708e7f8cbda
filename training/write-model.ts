import { checksum } from '../components/entities/checksum.ts';
import { everyToken } from '../components/entities/features.ts';
import { type Label, labels } from '../components/entities/mention.ts';
import { checkedFrom, headerBytes, magic, version } from '../components/entities/model.ts';
import { packRanked } from '../components/entities/ranked.ts';
import { keyMask, packKeys } from '../components/entities/sorted-keys.ts';
import { beginOf, tagCount } from '../components/entities/tags.ts';
import type { Weights } from './crf.ts';

/** What goes into a model file besides weights: value by hash, for names and for words. */
export interface Tables {
  readonly names: ReadonlyMap<number, number>;
  readonly clusters: ReadonlyMap<number, number>;
}

export interface Compression {
  /** Weights kept at most; the smallest go. */
  readonly most: number;
  /** Whole steps of the file for one unit of weight. */
  readonly scale: number;
  /** A weight's worth is its size times how often its feature was seen, to this power. */
  readonly favour: number;
  /**
   * Taken from the score of a name's beginning, by label, in the unit of the weights: one that is too readily found on
   * articles kept out of training is found with more reluctance.
   */
  readonly reluctance: Partial<Record<Label, number>>;
}

/** The bytes that `loadModel` reads; its comment draws them. `keys[n]` is the hash of feature n. */
export function writeModel(
  keys: Uint32Array,
  counts: Uint32Array,
  weights: Weights,
  tables: Tables,
  { most, scale, favour, reluctance }: Compression,
): Uint8Array {
  const worth = (n: number, weight: number) => Math.abs(weight) * counts[n]! ** favour;
  const floor = smallestKept(weights.features, worth, most);
  const everyKey = everyToken & keyMask;
  const held: number[] = [];
  for (const label of labels) held[beginOf(label)] = reluctance[label] ?? 0;
  const rows: { key: number; mask: number; values: number[] }[] = [];
  for (let n = 0; n < keys.length; n++) {
    let mask = 0;
    const values: number[] = [];
    for (let tag = 0; tag < tagCount; tag++) {
      const weight = weights.features[n * tagCount + tag]! - (keys[n] === everyKey ? (held[tag] ?? 0) : 0);
      if (keys[n] !== everyKey && worth(n, weight) < floor) continue;
      const value = Math.max(-127, Math.min(127, Math.round(weight * scale)));
      if (value === 0) continue;
      mask |= 1 << tag;
      values.push(value);
    }
    if (values.length) rows.push({ key: keys[n]! & keyMask, mask, values });
  }
  rows.sort((a, b) => a.key - b.key);
  const unique = rows.filter((row, n) => n === 0 || row.key !== rows[n - 1]!.key);
  const featureKeys = packKeys(unique.map((row) => row.key));
  const names = sortedTable(tables.names);
  const clusters = sortedTable(tables.clusters);
  const values = unique.flatMap((row) => row.values);
  const steps = Int16Array.from(weights.steps, (weight) =>
    Math.max(-32767, Math.min(32767, Math.round(weight * scale))),
  );

  const tags = packRanked(unique.map((row) => row.mask));
  const listBits = packRanked(names.values);
  const sections = [
    featureKeys,
    tags,
    bytesOf(Int8Array.from(values)),
    bytesOf(steps),
    names.keys,
    listBits,
    clusters.keys,
    bytesOf(clusters.values),
  ];
  const length = headerBytes + sections.reduce((sum, section) => sum + section.length, 0);
  const bytes = new Uint8Array(length);
  let at = headerBytes;
  for (const section of sections) {
    bytes.set(section, at);
    at += section.length;
  }
  const header = [
    magic,
    version,
    length,
    0,
    unique.length,
    featureKeys.length,
    tags.length,
    values.length,
    names.values.length,
    names.keys.length,
    listBits.length,
    clusters.values.length,
    clusters.keys.length,
  ];
  const view = new DataView(bytes.buffer);
  header.forEach((value, n) => {
    view.setUint32(n * 4, value, true);
  });
  view.setUint32(12, checksum(bytes.subarray(checkedFrom)), true);
  return bytes;
}

/** The worth that `most` weights reach. */
function smallestKept(
  weights: Float32Array,
  worth: (n: number, weight: number) => number,
  most: number,
): number {
  const worths = weights
    .map((weight, i) => (weight > 0.015 || weight < -0.015 ? worth(Math.floor(i / tagCount), weight) : 0))
    .filter((value) => value > 0)
    .sort();
  return worths.length <= most ? 0 : worths[worths.length - most]!;
}

function sortedTable(table: ReadonlyMap<number, number>): { keys: Uint8Array; values: Uint16Array } {
  const cut = new Map<number, number>();
  for (const [key, value] of table) cut.set(key & keyMask, value);
  const sorted = [...cut].sort((a, b) => a[0] - b[0]);
  return {
    keys: packKeys(sorted.map(([key]) => key)),
    values: Uint16Array.from(sorted, ([, value]) => value),
  };
}

/** Typed arrays lie in memory as the file wants them on every machine Node runs on: little-endian. */
function bytesOf(array: Uint16Array | Int16Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
