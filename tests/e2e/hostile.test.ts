import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { runBare } from './hostile/bare.ts';
import { ownPayloads } from './hostile/own-payloads.ts';
import { type HostileResult, runHostile } from './hostile/run.ts';
import { buildWithoutSanitizer } from './hostile/without-sanitizer.ts';

const say = () => {};

describe.each(browserNames)('hostile markup in %s', (name) => {
  let launched: Launched;
  let result: HostileResult;

  beforeAll(async () => {
    launched = await launch(name);
  });
  afterAll(() => launched?.quit());

  it('springs the traps where nothing is taken out', async () => {
    const found = await runBare({ launched, payloads: ownPayloads, say }, false);
    const kinds = new Set(found.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['execution', 'request']));
  });

  it('does nothing after the sanitiser, without the policy’s help', async () => {
    expect(await runBare({ launched, payloads: ownPayloads, say }, true)).toEqual([]);
  });

  it('does nothing in the extension, read from a page or from storage, in the body and every other field', async () => {
    result = await runHostile({ launched, payloads: ownPayloads, ways: ['page', 'stored'], say });
    expect(result.found).toEqual([]);
  }, 400_000); // hundreds of openings, on a machine that may be busy

  it('was shown: pages gave articles, and those were loaded', () => {
    expect(result.pages).toBe(ownPayloads.length);
    expect(result.articles).toBeGreaterThan(ownPayloads.length * 0.9);
    expect(result.loads).toBeGreaterThan(5);
  });
});

describe('the traps in the extension', () => {
  let launched: Launched;
  let unsafe: Awaited<ReturnType<typeof buildWithoutSanitizer>>;

  beforeAll(async () => {
    unsafe = await buildWithoutSanitizer('chromium');
    launched = await launch('chromium', { extension: unsafe.folder });
  });
  afterAll(async () => {
    await launched?.quit();
    unsafe?.remove();
  });

  it('spring when the sanitiser is taken out', async () => {
    const payloads = ownPayloads.slice(0, 45);
    const { found } = await runHostile({ launched, payloads, ways: ['stored'], say });
    const kinds = new Set(found.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['markup', 'navigation', 'policy']));
  });
});
