import type { Article, Scope } from '../article/article.ts';
import {
  activeTab,
  articleFromTab,
  fingerprintOfTab,
  type ReadingFailure,
  type Tab,
  type TabArticle,
} from '../article/from-tab.ts';
import { fail, ok, type Result } from '../article/result.ts';
import type { ReaderAddress } from './reader-address.ts';
import {
  holdArticle,
  keepPlace,
  type ReadingPlace,
  readHeldArticle,
  readPlace,
  startingPlace,
} from './session.ts';

/** Where a view gets its article, and keeps the reader's place in it. */
export interface ArticleSource {
  /** The reading that began with the source, before any view was there: the page is read while the view is made. */
  readonly begun: Promise<Begun>;
  /** True when the page is as it was when the held article was read. */
  isUnchanged(): Promise<boolean>;
  read(scope: Scope): Promise<Result<TabArticle, ReadingFailure>>;
  keepPlace(place: ReadingPlace): void;
  /** What the full page of this reading is called, or null when there is no tab to read. */
  address(): Promise<ReaderAddress | null>;
}

/** What was held from an earlier opening, with where its reader was; or what the page is being read for. */
export interface Begun {
  readonly held: Article | null;
  readonly place: ReadingPlace;
  /** Null where something was held. */
  readonly reading: Promise<Result<TabArticle, ReadingFailure>> | null;
}

/** How long a view waits for storage before it reads the page instead; a large article takes storage some 50 ms. */
const patienceMs = 1_000;

/** The tab the reader looks at: what the popup reads. */
export function activeTabSource(): ArticleSource {
  const tab = activeTab().catch(() => null);
  return sourceOf(tab, 'article', true);
}

/** The tab a full page was opened for. It shows what was held, for the tab may have moved on since. */
export function readerSource({ tabId, url, scope }: ReaderAddress): ArticleSource {
  return sourceOf(Promise.resolve({ id: tabId, url }), scope, false);
}

function sourceOf(tab: Promise<Tab | null>, scope: 'article' | 'selection', follows: boolean): ArticleSource {
  const address = tab.then((at) => at && { tabId: at.id, url: at.url, scope });
  let heldFingerprint: string | null = null;

  async function begin(): Promise<Begun> {
    const key = await address;
    if (!key) return { held: null, place: startingPlace, reading: read(scope) };
    const holding = readHeldArticle(key).then((held) => {
      heldFingerprint = held?.fingerprint ?? null;
      return held;
    });
    const [held, place] = await Promise.all([
      within(patienceMs, holding, null),
      within(patienceMs, readPlace(key), startingPlace),
    ]);
    return { held: held?.article ?? null, place, reading: held ? null : readUnlessHeld(holding) };
  }

  /** The tab may be gone while what was read of it is still on its way out of storage. */
  async function readUnlessHeld(holding: Promise<TabArticle | null>) {
    const result = await read(scope);
    const late = result.ok ? null : await within(10 * patienceMs, holding, null);
    return late ? ok(late) : result;
  }

  async function read(wanted: Scope): Promise<Result<TabArticle, ReadingFailure>> {
    const at = await tab;
    const key = await address;
    if (!at || !key) return fail('browser-page');
    const result = await articleFromTab(at, wanted);
    if (result.ok) void holdArticle(key, result.value);
    return result;
  }

  return {
    address: () => address,
    begun: begin(),
    read,

    async isUnchanged() {
      if (!follows) return true;
      const at = await tab;
      return at !== null && heldFingerprint !== null && (await fingerprintOfTab(at)) === heldFingerprint;
    },

    keepPlace(place) {
      address.then((key) => key && keepPlace(key, place));
    },
  };
}

function within<Value>(milliseconds: number, work: Promise<Value>, otherwise: Value): Promise<Value> {
  return Promise.race([work, new Promise<Value>((resolve) => setTimeout(resolve, milliseconds, otherwise))]);
}
