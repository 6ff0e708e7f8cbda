import { mayFollow, mayStart, tagCount } from './tags.ts';

/** Scores of a stretch of tokens: of each tag at each token, and of each step between tags. Whole numbers. */
export interface Scores {
  /** [token * tagCount + tag] */
  readonly emissions: Int32Array;
  /** [(gate * tagCount + from) * tagCount + to], the gate being that of the token stepped to */
  readonly steps: Int32Array;
  readonly gates: Uint8Array;
}

/**
 * The legal run of tags with the highest score (Viterbi), written to `tags` from `from` up to `to`. Between equal runs the one with the
 * lower tag at the last difference wins, so that the result depends on nothing but the scores.
 */
export function decode(scores: Scores, from: number, to: number, tags: Uint8Array): void {
  if (to <= from) return;
  const { emissions, steps, gates } = scores;
  const back = new Uint8Array((to - from) * tagCount);
  let best = new Float64Array(tagCount).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(tagCount);
  for (const tag of starts) best[tag] = emissions[from * tagCount + tag]!;
  for (let i = from + 1; i < to; i++) {
    const gate = gates[i]! * tagCount;
    for (let tag = 0; tag < tagCount; tag++) {
      let top = Number.NEGATIVE_INFINITY;
      let via = 0;
      for (const previous of predecessors[tag]!) {
        const score = best[previous]! + steps[(gate + previous) * tagCount + tag]!;
        if (score > top) {
          top = score;
          via = previous;
        }
      }
      next[tag] = top + emissions[i * tagCount + tag]!;
      back[(i - from) * tagCount + tag] = via;
    }
    [best, next] = [next, best];
  }
  let tag = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let candidate = 0; candidate < tagCount; candidate++) {
    if (best[candidate]! > top) {
      top = best[candidate]!;
      tag = candidate;
    }
  }
  for (let i = to - 1; i >= from; i--) {
    tags[i] = tag;
    tag = back[(i - from) * tagCount + tag]!;
  }
}

const all = Array.from({ length: tagCount }, (_, tag) => tag);
const starts = all.filter(mayStart);
const predecessors = all.map((to) => all.filter((from) => mayFollow(from, to)));
