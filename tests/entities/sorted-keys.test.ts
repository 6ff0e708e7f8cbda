// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMask, packKeys, readKeys } from '../../components/entities/sorted-keys.ts';

describe('sorted keys', () => {
  it.each([
    { name: 'none', keys: [] },
    { name: 'one', keys: [keyMask] },
    { name: 'neighbours', keys: [0, 1, 2, 3, 4, 5] },
    {
      name: 'a gap far wider than the mean, whose high part is ones over many words',
      keys: [...Array(400).keys(), 50_000, keyMask],
    },
  ])('come back as they were packed: $name', ({ keys }) => {
    expect([...readKeys(packKeys(keys), keys.length)]).toEqual(keys);
  });

  it('come back whatever they are', () => {
    const some = fc.uniqueArray(
      fc.oneof(fc.integer({ min: 0, max: keyMask }), fc.integer({ min: 0, max: 300 })),
    );
    fc.assert(
      fc.property(some, (keys) => {
        keys.sort((a, b) => a - b);
        expect([...readKeys(packKeys(keys), keys.length)]).toEqual(keys);
      }),
      { numRuns: 500 },
    );
  });

  it('read as zeros past the end, and end', () => {
    expect(readKeys(new Uint8Array([3]), 4)).toHaveLength(4);
  });
});
