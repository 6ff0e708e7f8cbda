import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRanked, readRanked } from '../../components/entities/ranked.ts';

describe('readRanked', () => {
  it('reads what packRanked wrote, few values or many', () => {
    const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 300 });
    const many = fc.array(fc.integer({ min: 0, max: 65535 }), { maxLength: 600 });
    fc.assert(
      fc.property(fc.oneof(few, many), (values) => {
        expect([...readRanked(packRanked(values), values.length)]).toEqual(values);
      }),
    );
  });

  it('reads zeros past the end', () => {
    expect([...readRanked(new Uint8Array(), 3)]).toEqual([0, 0, 0]);
  });
});
