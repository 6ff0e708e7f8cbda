import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { importOptions } from '../../components/options/import-options.ts';
import {
  choices,
  defaults,
  type Options,
  parseOptions,
  ranges,
  toStored,
} from '../../components/options/options.ts';
import { openOptions } from '../../components/options/stored-options.ts';

beforeEach(() => fakeBrowser.reset());

const names = Object.keys(defaults) as (keyof Options)[];
const strange = fc.oneof(
  fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withObjectString: true }),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    1e308,
    '',
    '17',
    'x'.repeat(100_000),
    [],
    {},
    null,
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'auto\u0000', ' dark'),
);
const strangeKey = fc.oneof(
  fc.constantFrom<string>(
    ...names,
    'version',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
  ),
  fc.string(),
);

/** Objects of our keys and others, good values and bad, with own `__proto__` keys as JSON makes them, and cycles. */
const stored = fc
  .tuple(fc.array(fc.tuple(strangeKey, strange), { maxLength: 12 }), fc.boolean())
  .map(([entries, isCyclic]) => {
    const object: Record<string, unknown> = {};
    for (const [key, value] of entries)
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    if (isCyclic) object.size = object;
    return object;
  });

const runs = { numRuns: 10_000 };

function expectValid(options: Options): void {
  expect(Object.keys(options)).toEqual(names);
  expect(Object.getPrototypeOf(options)).toBe(Object.prototype);
  for (const [name, values] of Object.entries(choices))
    expect(values).toContain(options[name as keyof Options]);
  for (const [name, { min, max }] of Object.entries(ranges)) {
    const value = options[name as keyof Options] as number;
    expect(value >= min && value <= max).toBe(true);
  }
}

describe('options from a hostile hand', () => {
  it('are options in any case', () => {
    fc.assert(
      fc.property(fc.oneof(stored, strange), (value) => expectValid(parseOptions(value))),
      runs,
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('keep each good value among bad ones', () => {
    fc.assert(
      fc.property(
        stored,
        fc.constantFrom(...choices.theme),
        fc.integer({ min: 13, max: 32 }),
        (bad, theme, size) => {
          const { theme: keptTheme, size: keptSize } = parseOptions({ ...bad, version: 1, theme, size });
          expect([keptTheme, keptSize]).toEqual([theme, size]);
        },
      ),
      runs,
    );
  });

  it('come back from storage as they went', () => {
    fc.assert(
      fc.property(stored, (value) => {
        const options = parseOptions(value);
        const kept = JSON.parse(JSON.stringify(toStored(options)));
        expect(parseOptions(kept)).toEqual(JSON.parse(JSON.stringify(options))); // JSON has no -0
      }),
      runs,
    );
  });

  it('give an import or none, whatever the file holds', () => {
    const json = fc.oneof(
      fc.json(),
      fc.string(),
      stored.map((value) => tryJson(value)),
    );
    fc.assert(
      fc.property(json, (text) => {
        const imported = importOptions(text);
        if (imported) expectValid(imported.options);
      }),
      runs,
    );
  });

  it.each([
    { name: 'no JSON', text: '{"version":1,' },
    { name: 'a list', text: '[1]' },
    { name: 'another program’s settings', text: '{"theme":"dark"}' },
    { name: 'a version by inheritance', text: '{"__proto__":{"version":1}}' },
    { name: 'a huge file', text: `{"version":1,"x":"${'x'.repeat(200_000)}"}` },
    { name: 'endless nesting', text: '['.repeat(90_000) },
  ])('refuse an import of $name', ({ text }) => {
    expect(importOptions(text)).toBeNull();
  });

  it('name what an import held and was not understood', () => {
    const text = '{"version":1,"theme":"dark","size":"big","__proto__":{"font":"sans"},"colour":1}';
    expect(importOptions(text)).toEqual({
      options: { ...defaults, theme: 'dark' },
      ignored: ['size', '__proto__', 'colour'],
    });
  });

  it('arrive from another device without breaking the view', async () => {
    const holder = openOptions();
    await holder.load();
    const seen: Options[] = [];
    holder.watch((options) => seen.push(options));
    for (const value of fc.sample(stored, 300)) {
      const plain = JSON.parse(tryJson(value));
      await fakeBrowser.storage.sync.set({ options: plain });
      expectValid(holder.current());
      expect(holder.current()).toEqual(parseOptions(plain));
    }
    expect(seen.length).toBeGreaterThan(100);
  });
});

/** What JSON keeps of a value; nothing of a cycle or a bigint. */
function tryJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}
