import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaults,
  ignoredKeys,
  type Options,
  parseOptions,
  toStored,
  version,
} from '../../components/options/options.ts';

describe('parseOptions', () => {
  it.each([
    { name: 'nothing stored', stored: null },
    { name: 'a text', stored: 'dark' },
    { name: 'a list', stored: ['dark'] },
    { name: 'an unknown theme', stored: { version, theme: 'neon' } },
    { name: 'a number as text', stored: { version, size: '20' } },
    { name: 'no number', stored: { version, size: Number.NaN } },
    { name: 'a size out of range', stored: { version, size: 400 } },
    { name: 'a flag that is none', stored: { version, people: 1 } },
    { name: 'keys of the prototype', stored: JSON.parse('{"__proto__":{"theme":"dark"},"constructor":1}') },
    { name: 'a version from the future without known keys', stored: { version: 99, colour: 'red' } },
    { name: 'a version that is no number', stored: { version: {}, font: 7 } },
  ])('falls back to the defaults for $name', ({ stored }) => {
    expect(parseOptions(stored)).toEqual(defaults);
  });

  it('lets a broken value fall back alone', () => {
    const stored = { version, theme: 'sepia', size: -1, people: false, font: {} };
    expect(parseOptions(stored)).toEqual({ ...defaults, theme: 'sepia', people: false });
  });

  it('takes a negative zero for zero', () => {
    expect(Object.is(parseOptions({ version, letterSpacing: -0 }).letterSpacing, 0)).toBe(true);
  });

  it('gives back what was stored', () => {
    const chosen: Options = { ...defaults, theme: 'black', size: 22, others: true };
    expect(parseOptions(toStored(chosen))).toEqual(chosen);
  });

  it('never throws and always gives valid options', () => {
    const hostile = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true }),
      fc.dictionary(
        fc.constantFrom(...Object.keys(defaults), 'version', '__proto__', 'toString'),
        fc.anything(),
      ),
    );
    fc.assert(
      fc.property(hostile, (stored) => {
        const options = parseOptions(stored);
        expect(Object.keys(options)).toEqual(Object.keys(defaults));
        expect(parseOptions(toStored(options))).toEqual(options);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('toStored', () => {
  it('keeps only what differs from the defaults', () => {
    expect(toStored({ ...defaults, size: 20 })).toEqual({ version, size: 20 });
  });
});

describe('ignoredKeys', () => {
  it('names what was not understood', () => {
    expect(ignoredKeys({ version, theme: 'dark', size: 'big', colour: 'red' })).toEqual(['size', 'colour']);
  });
});
