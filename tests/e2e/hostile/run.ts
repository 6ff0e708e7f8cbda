import { type Browser, pause, until, type View } from '../drivers/browser.ts';
import type { Launched } from '../drivers/launch.ts';
import { openPopup } from '../popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { audit } from './audit.ts';
import { batches, wrapped } from './batches.ts';
import { hostilePage, storedArticle } from './pages.ts';
import type { Payload } from './payloads.ts';
import { type Hit, trapScript } from './traps.ts';

export interface HostileRun {
  readonly launched: Launched;
  readonly payloads: readonly Payload[];
  /** Which ways a payload goes: as a page that is read, as an article that is stored. */
  readonly ways: readonly Way[];
  readonly say: (line: string) => void;
}

export type Way = 'page' | 'stored' | 'bare';

export interface Found extends Hit {
  readonly way: Way;
  readonly id: string;
}

export interface HostileResult {
  readonly found: readonly Found[];
  /** Pages that were read, and how many of them gave an article. */
  readonly pages: number;
  readonly articles: number;
  /** Times a page of ours was loaded with payloads in it. */
  readonly loads: number;
}

/**
 * Sends payloads through the built extension in a real browser and tells what got through.
 *
 * As a page: the payload is parsed by the browser in a tab on which the action was clicked, the shipped content script
 * reads it, and the popup's document shows what came of it. The page keeps its own scripts from running, so whatever
 * happens is ours. Firefox takes the permission back at every navigation, so the page is written anew, not gone to.
 *
 * As a stored article: the payload lies in session storage as the body, and in the other fields in turn, and the full
 * page shows it. Payloads that parse alike in company share one loading of it.
 */
export async function runHostile(run: HostileRun): Promise<HostileResult> {
  const asked: string[] = [];
  const site = await startSite((path) => {
    if (path.startsWith('/page/')) return inertPage(path);
    if (path !== '/favicon.ico') asked.push(path);
    return null;
  });
  try {
    return await new Passage(run, site, asked).all();
  } finally {
    await site.close();
  }
}

/** Scripts and loads of the page itself are off; where its own refresh would lead the tab away, that too. */
function inertPage(path: string) {
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
  const value = path.startsWith('/page/still/') ? `${policy}; sandbox allow-same-origin` : policy;
  const body = '<!doctype html><title>Empty</title><p>Nothing yet.</p>';
  return { type: 'text/html; charset=utf-8', body, headers: { 'Content-Security-Policy': value } };
}

interface Reply {
  readonly ok: boolean;
  readonly article?: ReturnType<typeof storedArticle>;
}

class Passage {
  readonly #run: HostileRun;
  readonly #browser: Browser;
  readonly #launched: Launched;
  readonly #site: Site;
  readonly #asked: string[];
  readonly #found: Found[] = [];
  #loads = 0;
  #count = 0;

  constructor(run: HostileRun, site: Site, asked: string[]) {
    this.#run = run;
    this.#launched = run.launched;
    this.#browser = run.launched.browser;
    this.#site = site;
    this.#asked = asked;
  }

  async all(): Promise<HostileResult> {
    const { payloads, ways } = this.#run;
    const replies = ways.includes('page') ? await this.#readPages() : [];
    const articles = replies.flatMap((reply) => (reply?.article ? [reply.article] : []));

    await this.#browser.beforeScripts(trapScript);
    await this.#browser.open(`${this.#browser.extensionUrl}options.html`);
    await this.#browser.tab.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
      const { browser, chrome } = globalThis as any;
      // the reader page loads remote images when its reader wants them; here every request is one too many
      await (browser ?? chrome).storage.sync.set({ options: { version: 1, readerImages: false } });
    });
    const tabs = await this.#browser.countTabs();
    if (ways.includes('page')) await this.#showRead(replies);
    if (ways.includes('stored')) await this.#showStored();
    await pause(2_000); // what is still on its way
    this.#noteRequests('stored', []);
    if ((await this.#browser.countTabs()) !== tabs) this.#note('stored', [], 'navigation', 'another tab');
    return {
      found: this.#found,
      pages: payloads.length * Number(ways.includes('page')),
      articles: articles.length,
      loads: this.#loads,
    };
  }

  /** What the shipped content script makes of each page, as it is sent to the extension. */
  async #readPages(): Promise<(Reply | null)[]> {
    const { payloads, say } = this.#run;
    let tabId = await this.#grant('plain');
    const helper = await this.#browser.optionsPage();
    const replies: (Reply | null)[] = [];
    const suspects: number[] = [];
    const started = Date.now();
    for (const [index, { html }] of payloads.entries()) {
      const before = this.#requests();
      let reply = await this.#read(helper, tabId, html);
      if (reply === 'moved') {
        tabId = await this.#grant('still');
        reply = await this.#read(helper, tabId, html);
        tabId = await this.#grant('plain');
      }
      if (reply === 'moved') throw new Error(`the page of ${payloads[index]!.id} does not stay in its tab`);
      if (reply === null) this.#note('page', [index], 'error', 'the content script gave no reply');
      if (this.#requests() !== before) suspects.push(index, index - 1);
      replies.push(reply);
      if (index % 1_000 === 999) say(`${index + 1} pages read, ${seconds(started)} s`);
    }
    this.#forgetRequests();
    say(
      `${payloads.length} pages read in ${seconds(started)} s; ${suspects.length} looked at again for requests`,
    );
    for (const index of new Set(suspects))
      if (index >= 0) tabId = await this.#readSlowly(helper, tabId, index);
    await helper.close();
    return replies;
  }

  /** A page may open connections of its own (preconnect is under no policy): those have ended when it is read here. */
  async #readSlowly(helper: View, tabId: number, index: number): Promise<number> {
    const html = this.#run.payloads[index]!.html;
    await this.#write(html);
    await pause(400);
    this.#forgetRequests();
    const reply = await this.#ask(helper, tabId);
    await pause(300);
    this.#noteRequests('page', [index]);
    return reply === 'moved' ? this.#grant('plain') : tabId;
  }

  /** Opens an empty page and clicks the action on it; resolves with the tab's number. */
  async #grant(kind: 'plain' | 'still'): Promise<number> {
    await this.#browser.open(`${this.#site.origin}/page/${kind}/`);
    const popup = await openPopup(this.#browser);
    const id = await popup.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
      const { browser, chrome } = globalThis as any;
      return (await (browser ?? chrome).tabs.query({ active: true, currentWindow: true }))[0].id as number;
    });
    await popup.close();
    return id;
  }

  async #read(helper: View, tabId: number, html: string): Promise<Reply | null | 'moved'> {
    const isWritten = await this.#write(html);
    return isWritten ? this.#ask(helper, tabId) : 'moved';
  }

  /** Resolves false when the tab was led away meanwhile. */
  async #write(html: string): Promise<boolean> {
    const inAddress = (length: number) => encodeURIComponent(html.slice(0, length).toWellFormed());
    const address = `/page/plain/${inAddress(500)}?q=${inAddress(200)}`;
    try {
      return await this.#browser.tab.evaluate(
        (markup, path) => {
          if (!location.pathname.startsWith('/page/')) return false;
          history.replaceState(null, '', path);
          document.open();
          document.write(markup);
          document.close();
          return true;
        },
        hostilePage(html),
        address,
      );
    } catch {
      return false; // the document it ran in is gone
    }
  }

  #ask(helper: View, tabId: number): Promise<Reply | null | 'moved'> {
    return helper.evaluate(async (tabId) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
      const { browser, chrome } = globalThis as any;
      const { scripting } = browser ?? chrome;
      const files = ['/content-scripts/extract.js'];
      const script = { target: { tabId }, injectImmediately: true, files };
      try {
        const [answer] = await scripting.executeScript(script);
        return answer?.result ?? null;
      } catch {
        return 'moved';
      }
    }, tabId);
  }

  /** Articles as they came from the pages, in the popup's document. */
  async #showRead(replies: readonly (Reply | null)[]): Promise<void> {
    const read = replies.flatMap((reply, index) =>
      reply?.article ? [{ index, article: reply.article }] : [],
    );
    const pieces = read.map(({ article }) => article.html);
    const started = Date.now();
    for (const group of batches(pieces, 40)) {
      const articles = group.map((index) => read[index]!.article);
      const fields = fieldsOf(articles);
      const numbers = group.map((index) => read[index]!.index);
      const html = numbers
        .map((n, i) => `<section id="payload-${n}">${articles[i]!.html}</section>`)
        .join('');
      await this.#show('page', 'popup', numbers, { ...fields, html });
    }
    this.#run.say(`${read.length} articles read from pages shown in ${seconds(started)} s`);
  }

  /** Payloads as they are, in articles on the full page. */
  async #showStored(): Promise<void> {
    const pieces = this.#run.payloads.map(({ html }) => html);
    const groups = batches(pieces, 12);
    const started = Date.now();
    for (const [done, group] of groups.entries()) {
      const text = (field: number) => pieces[group[(done + field) % group.length]!]!;
      const html = group.length === 1 ? pieces[group[0]!]! : wrapped(group, pieces);
      const outcome = await this.#show('stored', 'reader', group, storedArticle(html, text));
      // whoever led the page away kept the others from showing what they do
      if (outcome === 'moved' && group.length > 1) groups.push(...group.map((index) => [index]));
      if (done % 200 === 199)
        this.#run.say(`${done + 1} of ${groups.length} stored articles shown, ${seconds(started)} s`);
    }
    this.#run.say(
      `${pieces.length} payloads in ${groups.length} stored articles shown in ${seconds(started)} s`,
    );
  }

  /** Loads a page of ours with the article in storage, lets it settle, touches what is in it, and notes all hits. */
  async #show(
    way: Way,
    page: 'popup' | 'reader',
    group: readonly number[],
    article: object,
  ): Promise<'stayed' | 'moved'> {
    const { tab, extensionUrl } = this.#browser;
    const count = String(++this.#count);
    this.#loads++;
    await tab.evaluate(leaveFor, page, count, article);
    const nowhere = { state: 'elsewhere', hits: [], strangers: [] };
    const seen = await until(
      `${page} ${count} to settle`,
      async () => {
        const seen = await tab.evaluate(whatHappened, count, extensionUrl).catch(() => null);
        return seen?.state === 'before' ? null : seen;
      },
      30_000,
    ).catch(() => nowhere); // not even a document that can be asked
    const left = await tab.evaluate(audit as () => string[]).catch(() => []);
    for (const { kind, what, payload } of seen.hits)
      this.#note(way, payload === null ? group : [payload], kind, what);
    for (const mark of [...seen.strangers, ...left]) this.#note(way, group, 'markup', mark);
    this.#noteRequests(way, group);
    const href = await tab.evaluate(() => location.href).catch(() => 'a page that is gone');
    if (seen.state === 'settled' && href.startsWith(`${extensionUrl}${page}.html`)) return 'stayed';
    this.#note(way, group, 'navigation', href.slice(0, 120));
    await this.#browser.open(`${extensionUrl}options.html`);
    return 'moved';
  }

  #requests(): number {
    return this.#launched.outside.requests.length + this.#asked.length;
  }

  #seen = { outside: 0, asked: 0 };

  #forgetRequests(): void {
    this.#seen = { outside: this.#launched.outside.requests.length, asked: this.#asked.length };
  }

  #noteRequests(way: Way, group: readonly number[]): void {
    const outside = this.#launched.outside.requests.slice(this.#seen.outside);
    for (const request of [...outside, ...this.#asked.slice(this.#seen.asked)])
      this.#note(way, group, 'request', request.slice(0, 120));
    this.#forgetRequests();
  }

  /** Notes a hit of one of a group of payloads; of any where none is named. */
  #note(way: Way, group: readonly number[], kind: Hit['kind'], what: string): void {
    const ids = group.slice(0, 12).map((index) => this.#run.payloads[index]!.id);
    const payload = group.length === 1 ? group[0]! : null;
    this.#found.push({ way, kind, what, payload, id: ids.join(', ') || 'any' });
  }
}

const seconds = (since: number) => Math.round((Date.now() - since) / 1000);

/** One field of each article in turn, so that each has some that are its own. */
function fieldsOf(articles: readonly object[]): object {
  const names = Object.keys(articles[0]!);
  return Object.fromEntries(
    names.map((name, i) => [name, articles[i % articles.length]![name as keyof object]]),
  );
}

/** Stores the article where the page will look for it, and goes there. */
async function leaveFor(page: string, count: string, article: object): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
  const { browser, chrome } = globalThis as any;
  const { storage, tabs } = browser ?? chrome;
  const query =
    page === 'reader'
      ? new URLSearchParams({ url: 'https://hostile.example/', tab: '1', scope: 'article', n: count })
      : new URLSearchParams({ n: count });
  const address = new URL(`/${page}.html?${query}`, location.href).href;
  const tab = page === 'reader' ? 1 : (await tabs.getCurrent()).id;
  const shown = page === 'reader' ? 'https://hostile.example/' : address;
  await storage.session.clear();
  await storage.session.set({ [`article:${tab}:article:${shown}`]: { article, fingerprint: 'none' } });
  setTimeout(() => {
    location.href = address;
  });
}

/** Waits until the page has shown and marked its article, then touches everything in it as a reader's hand might. */
async function whatHappened(count: string, home: string) {
  // biome-ignore lint/suspicious/noExplicitAny: set by the trap script
  const hits = ((globalThis as any).ledeTraps ?? []) as {
    kind: never;
    what: string;
    payload: number | null;
  }[];
  const root = document.documentElement;
  const isThere = new URLSearchParams(location.search).get('n') === count;
  if (!location.href.startsWith(home) && location.href !== 'about:blank')
    return { state: 'elsewhere', hits, strangers: [] };
  if (!isThere) return { state: 'before', hits: [], strangers: [] };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const isSettled = () =>
    root.dataset.state === 'failed' || root.dataset.marks === 'done' || document.querySelector('.names-line');
  for (let tries = 0; tries < 1_500 && !isSettled(); tries++) await pause(10);
  if (root.dataset.state !== 'ready')
    hits.push({ kind: 'error' as never, what: `no article was shown: ${root.dataset.state}`, payload: null });

  const body = document.querySelector('.article-body');
  const keep = (event: Event) => {
    const link = (event.target as Element).closest?.('a');
    if (link && /^(https?:|mailto:)/.test(link.protocol)) event.preventDefault();
  };
  document.addEventListener('click', keep);
  for (const element of body?.querySelectorAll<HTMLElement>('*') ?? [])
    for (const type of ['mouseover', 'pointerdown', 'focus', 'click', 'input', 'animationend', 'toggle'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  await pause(40);
  document.removeEventListener('click', keep);

  const strange =
    'iframe, frame, object, embed, base, meta[http-equiv], script:not([src]), audio, video, ' +
    'link:not([rel="stylesheet"]):not([rel="modulepreload"])';
  const strangers = [...document.querySelectorAll(strange)].map((element) => element.outerHTML.slice(0, 100));
  for (const { protocol, href } of document.links)
    if (!['http:', 'https:', 'mailto:', 'chrome-extension:', 'moz-extension:'].includes(protocol))
      strangers.push(`the link ${href.slice(0, 80)}`);
  return { state: 'settled', hits, strangers };
}
