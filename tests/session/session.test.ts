import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Article } from '../../components/article/article.ts';
import {
  holdArticle,
  keepPlace,
  parsePlace,
  readHeldArticle,
  readPlace,
  startingPlace,
} from '../../components/session/session.ts';

beforeEach(() => fakeBrowser.reset());

const key = { tabId: 7, url: 'https://e.test/a', scope: 'article' as const };
const place = { scroll: 0.4, shown: ['people'], chosen: 'Ada', notNames: ['Field'] };
const article = { url: key.url, title: 'T', html: '<p>x</p>', text: 'x' } as Article;

describe('session', () => {
  it('gives back the place that was kept for the same tab and address', async () => {
    await keepPlace(key, place);
    expect(await readPlace(key)).toEqual(place);
    expect(await readPlace({ ...key, tabId: 8 })).toEqual(startingPlace);
  });

  it('starts over where a kept place is broken, value by value', () => {
    expect(parsePlace({ scroll: 7, shown: 'all', chosen: 'Ada', notNames: [1, 'x'] })).toEqual({
      ...startingPlace,
      chosen: 'Ada',
      notNames: ['x'],
    });
  });

  it('holds an article for reopening', async () => {
    await holdArticle(key, { article, fingerprint: '10:20' });
    expect(await readHeldArticle(key)).toMatchObject({
      article: { title: 'T', text: 'x' },
      fingerprint: '10:20',
    });
  });

  it('makes room when storage is full, by what other pages left', async () => {
    await holdArticle({ ...key, tabId: 1 }, { article, fingerprint: '' });
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    expect(await holdArticle(key, { article, fingerprint: '' })).toBe(true);
    expect(await readHeldArticle({ ...key, tabId: 1 })).toBeNull();
  });

  it('goes on without when nothing can be kept', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('refused'));
    expect(await keepPlace(key, place)).toBe(false);
    expect(await holdArticle(key, { article, fingerprint: '' })).toBe(false);
    vi.restoreAllMocks();
  });

  it('goes on without when nothing can be read', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await readHeldArticle(key)).toBeNull();
    expect(await readPlace(key)).toEqual(startingPlace);
    vi.restoreAllMocks();
  });

  it('has nothing to give back once storage was cleared', async () => {
    await holdArticle(key, { article, fingerprint: '1:1' });
    await fakeBrowser.storage.session.clear();
    expect(await readHeldArticle(key)).toBeNull();
  });

  it('survives whatever a stored place may be', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { scroll, notNames } = parsePlace(stored);
        expect(scroll >= 0 && scroll <= 1).toBe(true);
        expect(notNames.every((name) => typeof name === 'string')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
