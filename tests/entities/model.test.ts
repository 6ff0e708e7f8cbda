import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedFrom, headerBytes, loadModel } from '../../components/entities/model.ts';

const shipped = new Uint8Array(readFileSync(join(import.meta.dirname, '../../assets/ner/en.ner')));

describe('loadModel', () => {
  it('reads the model that ships, from bytes and from a buffer', () => {
    expect(loadModel(shipped).ok).toBe(true);
    expect(loadModel(shipped.slice().buffer).ok).toBe(true);
  });

  it('reads it at an odd place in a larger buffer', () => {
    const larger = new Uint8Array(shipped.length + 3);
    larger.set(shipped, 3);
    expect(loadModel(larger.subarray(3)).ok).toBe(true);
  });

  const header = (at: number, value: number) => {
    const bytes = shipped.slice();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  it.each([
    { name: 'nothing', bytes: new Uint8Array(), reason: 'truncated' },
    {
      name: 'a page',
      bytes: new TextEncoder().encode('<!doctype html><title>404</title>'),
      reason: 'foreign',
    },
    { name: 'two bytes', bytes: shipped.subarray(0, 2), reason: 'foreign' },
    { name: 'a header alone', bytes: shipped.subarray(0, headerBytes), reason: 'truncated' },
    { name: 'all but the last byte', bytes: shipped.subarray(0, -1), reason: 'truncated' },
    { name: 'a byte too many', bytes: Uint8Array.from([...shipped, 0]), reason: 'corrupt' },
    { name: 'a version to come', bytes: header(4, 99), reason: 'other-version' },
    { name: 'a count that is too large', bytes: header(16, 0x7fffffff), reason: 'corrupt' },
    { name: 'a table of keys that is too long', bytes: header(20, 0xffffffff), reason: 'corrupt' },
  ])('refuses $name as $reason', ({ bytes, reason }) => {
    expect(loadModel(bytes)).toEqual({ ok: false, reason });
  });

  it('refuses the model with any one byte changed after its checksum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: checkedFrom, max: shipped.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const bytes = shipped.slice();
          bytes[at]! ^= by;
          expect(loadModel(bytes)).toEqual({ ok: false, reason: 'corrupt' });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (tail, ours) => {
        const bytes = ours ? Uint8Array.from([...shipped.subarray(0, 16), ...tail]) : tail;
        expect(loadModel(bytes).ok).toBe(false);
      }),
    );
  });
});
