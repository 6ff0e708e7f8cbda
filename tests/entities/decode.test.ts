import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type Scores } from '../../components/entities/decode.ts';
import { gateCount } from '../../components/entities/gates.ts';
import { mayFollow, mayStart, tagCount } from '../../components/entities/tags.ts';

describe('decode', () => {
  it('finds a run of tags as good as any, by plain dynamic programming', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (length, seed) => {
        const scores = someScores(length, seed);
        const tags = new Uint8Array(length);
        decode(scores, 0, length, tags);
        expect(worth(scores, tags)).toBe(bestValue(scores, length));
      }),
    );
  });

  it('leaves the tags outside its range alone', () => {
    const tags = new Uint8Array(5).fill(99);
    decode(someScores(5, 7), 1, 4, tags);
    expect([tags[0], tags[4]]).toEqual([99, 99]);
  });
});

function someScores(length: number, seed: number): Scores {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return (state >> 16) % 100;
  };
  return {
    emissions: Int32Array.from({ length: length * tagCount }, next),
    steps: Int32Array.from({ length: gateCount * tagCount * tagCount }, next),
    gates: Uint8Array.from({ length }, () => Math.abs(next()) % gateCount),
  };
}

/** Value of a run; an illegal one is worth nothing. */
function worth({ emissions, steps, gates }: Scores, tags: Uint8Array): number {
  let value = 0;
  for (let i = 0; i < tags.length; i++) {
    value += emissions[i * tagCount + tags[i]!]!;
    if (i === 0) {
      if (!mayStart(tags[i]!)) return Number.NEGATIVE_INFINITY;
      continue;
    }
    if (!mayFollow(tags[i - 1]!, tags[i]!)) return Number.NEGATIVE_INFINITY;
    value += steps[(gates[i]! * tagCount + tags[i - 1]!) * tagCount + tags[i]!]!;
  }
  return value;
}

function bestValue({ emissions, steps, gates }: Scores, length: number): number {
  const all = Array.from({ length: tagCount }, (_, tag) => tag);
  let values = all.map((tag) => (mayStart(tag) ? emissions[tag]! : Number.NEGATIVE_INFINITY));
  for (let i = 1; i < length; i++) {
    values = all.map((to) =>
      Math.max(
        ...all.map((from) =>
          mayFollow(from, to)
            ? values[from]! +
              steps[(gates[i]! * tagCount + from) * tagCount + to]! +
              emissions[i * tagCount + to]!
            : Number.NEGATIVE_INFINITY,
        ),
      ),
    );
  }
  return Math.max(...values);
}
