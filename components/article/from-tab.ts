import { browser } from '#imports';
import type { Article, ExtractionFailure, Scope } from './article.ts';
import { fingerprint, parsePageReply } from './page-reply.ts';
import { fail, ok, type Result } from './result.ts';

/** Why a tab gives no article: what its document is, or what the browser allows. */
export type ReadingFailure =
  | ExtractionFailure
  /** A page of the browser itself: settings, new tab, another extension. */
  | 'browser-page'
  /** A web page the browser keeps extensions away from: its store, a policy. */
  | 'protected-page'
  | 'pdf'
  /** A file on disk, and reading files was not allowed. */
  | 'local-file'
  | 'loading'
  /** The tab gave no answer in time. */
  | 'not-answering'
  /** The tab was closed, left the page, or is no longer ours to read. */
  | 'tab-gone';

export interface Tab {
  readonly id: number;
  /** Empty when the browser does not tell. */
  readonly url: string;
}

export interface TabArticle {
  readonly article: Article;
  readonly fingerprint: string;
}

/** A page that is busy gets this long before the reader is told; longer than any extraction measured. */
const patienceMs = 15_000;

/** The tab the reader looks at, or null when there is none. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/**
 * Reads the article of a tab with an injected script; nothing stays behind in the page.
 * Needs the reader's click (`activeTab`); where the browser refuses, the reason says which kind of page it is.
 */
export async function articleFromTab(tab: Tab, scope: Scope): Promise<Result<TabArticle, ReadingFailure>> {
  try {
    const reply = parsePageReply(await inTime(replyOf(tab.id, scope)));
    if (!reply) return fail(isPageOfTheWeb(tab.url) ? 'tab-gone' : 'browser-page'); // Firefox runs nothing there, and says nothing
    if (reply.ok) return ok({ article: reply.article, fingerprint: reply.fingerprint });
    return fail(reply.isLoading && scope !== 'selection' ? 'loading' : reply.reason);
  } catch (error) {
    return fail(error instanceof TookTooLong ? 'not-answering' : await refusal(tab.url, String(error)));
  }
}

/** What the page of a tab looks like now, or null when that can't be told. */
export async function fingerprintOfTab(tab: Tab): Promise<string | null> {
  try {
    const [result] = await inTime(
      browser.scripting.executeScript({
        target: { tabId: tab.id },
        func: fingerprint,
        injectImmediately: true,
      }),
    );
    return typeof result?.result === 'string' ? result.result : null;
  } catch {
    return null;
  }
}

async function replyOf(tabId: number, scope: Scope): Promise<unknown> {
  const target = { tabId };
  // without injectImmediately the calls would wait for as long as the page loads
  if (scope !== 'article') {
    await browser.scripting.executeScript({
      target,
      injectImmediately: true,
      func: keepScope,
      args: [scope],
    });
  }
  const [result] = await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    files: ['/content-scripts/extract.js'],
  });
  return result?.result;
}

/** Runs in the tab, in the world of our own scripts: files take no arguments. `takeScope` takes it away again. */
function keepScope(scope: string) {
  (globalThis as { ledeScope?: string }).ledeScope = scope;
}

class TookTooLong extends Error {}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), patienceMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function isPageOfTheWeb(url: string): boolean {
  return URL.canParse(url) && /^(https?|file):$/.test(new URL(url).protocol);
}

/**
 * The browser does not say in a stable way why it refused, but the address says which kind of page it was.
 * Chromium hides the address of a file it guards; there its words differ from those for its own pages.
 */
async function refusal(url: string, words: string): Promise<ReadingFailure> {
  if (!URL.canParse(url)) return (await isGuardedFile(words)) ? 'local-file' : 'browser-page';
  const { protocol, pathname } = new URL(url);
  if (/\.pdf$/i.test(pathname)) return 'pdf';
  if (protocol === 'file:') return 'local-file';
  return protocol === 'http:' || protocol === 'https:' ? 'protected-page' : 'browser-page';
}

async function isGuardedFile(words: string): Promise<boolean> {
  return (
    /Cannot access contents of the page/.test(words) && !(await browser.extension.isAllowedFileSchemeAccess())
  );
}
