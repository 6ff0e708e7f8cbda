import { random } from './random.ts';
import type { Vectors } from './vectors.ts';

const branches = 16;
const levels = 3;
const rounds = 12;

/**
 * A path of three steps, sixteen ways each, for every word: words near in the space share a path's beginning. k-means of
 * k-means; the path is a number of 12 bits, the first step highest.
 */
export function clusterWords(vectors: Vectors, seed: number): Uint16Array {
  const paths = new Uint16Array(vectors.words.length);
  const next = random(seed);
  split(Uint32Array.from(vectors.words.keys()), levels);
  return paths;

  function split(members: Uint32Array, level: number): void {
    if (level === 0 || members.length === 0) return;
    const groups = kMeans(vectors, members, next);
    for (let k = 0; k < branches; k++) {
      const own = members.filter((_, n) => groups[n] === k);
      for (const word of own) paths[word]! |= k << (4 * (level - 1));
      split(own, level - 1);
    }
  }
}

function kMeans({ values, dimensions }: Vectors, members: Uint32Array, next: () => number): Uint8Array {
  const centres = new Float32Array(branches * dimensions);
  for (let k = 0; k < branches; k++) {
    const pick = members[Math.floor(next() * members.length)]!;
    centres.set(values.subarray(pick * dimensions, (pick + 1) * dimensions), k * dimensions);
  }
  const groups = new Uint8Array(members.length);
  for (let round = 0; round < rounds; round++) {
    assign();
    recentre();
  }
  assign();
  return groups;

  function assign(): void {
    for (let n = 0; n < members.length; n++) {
      const from = members[n]! * dimensions;
      let best = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < branches; k++) {
        let dot = 0;
        const centre = k * dimensions;
        for (let d = 0; d < dimensions; d++) dot += values[from + d]! * centres[centre + d]!;
        if (dot > best) {
          best = dot;
          groups[n] = k;
        }
      }
    }
  }

  /** Mean of each group, brought back to length 1 so that nearest means the largest product. */
  function recentre(): void {
    const sums = new Float32Array(branches * dimensions);
    for (let n = 0; n < members.length; n++) {
      const from = members[n]! * dimensions;
      const centre = groups[n]! * dimensions;
      for (let d = 0; d < dimensions; d++) sums[centre + d]! += values[from + d]!;
    }
    for (let k = 0; k < branches; k++) {
      let square = 0;
      for (let d = 0; d < dimensions; d++) square += sums[k * dimensions + d]! ** 2;
      if (square === 0) continue; // an empty group keeps its centre
      const length = Math.sqrt(square);
      for (let d = 0; d < dimensions; d++) centres[k * dimensions + d] = sums[k * dimensions + d]! / length;
    }
  }
}
