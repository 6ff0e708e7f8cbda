import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Article } from '../../components/article/article.ts';
import { holdArticle, startingPlace } from '../../components/session/session.ts';
import { readerSource } from '../../components/session/tab-source.ts';

const key = { tabId: 7, url: 'https://e.test/a', scope: 'article' as const };
const article = { url: key.url, title: 'Held', html: '<p>x</p>', text: 'x' } as Article;

/** What the tab answers; the fake browser has no scripts to inject. */
function answerFromTab(answer: () => Promise<unknown>) {
  Object.assign(fakeBrowser.scripting, { executeScript: vi.fn(answer) });
}
const read = { ok: true, article: { ...article, title: 'Read' }, fingerprint: '1:1' };
const gone = () => Promise.reject(new Error('No tab with id: 7'));

/** Storage that answers after so many milliseconds. */
function slowStorage(milliseconds: number) {
  const get = fakeBrowser.storage.session.get.bind(fakeBrowser.storage.session);
  vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation(async (keys: unknown) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return get(keys as never);
  });
}

async function shownBy(source: ReturnType<typeof readerSource>) {
  const begun = source.begun.then(async ({ held, reading }) => held?.title ?? (await reading));
  await vi.advanceTimersByTimeAsync(60_000);
  const shown = await begun;
  if (typeof shown === 'string' || !shown) return shown;
  return shown.ok ? shown.value.article.title : shown.reason;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a source', () => {
  it('shows what is held', async () => {
    await holdArticle(key, { article, fingerprint: '1:1' });
    expect(await shownBy(readerSource(key))).toBe('Held');
  });

  it('reads the page when storage hangs, and begins at the start', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation(() => new Promise<never>(() => {}));
    answerFromTab(async () => [{ result: read }]);
    const source = readerSource(key);
    expect(await shownBy(source)).toBe('Read');
    expect((await source.begun).place).toEqual(startingPlace);
  });

  it('shows what is held, however late, when the page is gone', async () => {
    await holdArticle(key, { article, fingerprint: '1:1' });
    slowStorage(4_000);
    answerFromTab(gone);
    expect(await shownBy(readerSource(key))).toBe('Held');
  });

  it('says why when there is neither page nor storage', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation(() => new Promise<never>(() => {}));
    answerFromTab(gone);
    expect(await shownBy(readerSource(key))).toBe('protected-page');
  });

  it('says so when the tab never answers', async () => {
    answerFromTab(() => new Promise(() => {}));
    expect(await shownBy(readerSource(key))).toBe('not-answering');
  });

  it('takes an answer of no known shape for none', async () => {
    answerFromTab(async () => [{ result: { ok: true, article: { title: 7 } } }]);
    expect(await shownBy(readerSource(key))).toBe('tab-gone');
  });
});
