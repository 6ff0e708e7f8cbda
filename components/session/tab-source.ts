import type { Article, Scope } from '../article/article.ts';
import {
  activeTab,
  articleFromTab,
  fingerprintOfTab,
  type ReadingFailure,
  type Tab,
  type TabArticle,
} from '../article/from-tab.ts';
import { fail, type Result } from '../article/result.ts';
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
  /** What was held from an earlier opening, and where its reader was. */
  held(): Promise<{ article: Article | null; place: ReadingPlace }>;
  /** True when the page is as it was when the held article was read. */
  isUnchanged(): Promise<boolean>;
  read(scope: Scope): Promise<Result<TabArticle, ReadingFailure>>;
  keepPlace(place: ReadingPlace): void;
  /** What the full page of this reading is called, or null when there is no tab to read. */
  address(): Promise<ReaderAddress | null>;
}

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

  return {
    address: () => address,

    async held() {
      const key = await address;
      if (!key) return { article: null, place: startingPlace };
      const [held, place] = await Promise.all([readHeldArticle(key), readPlace(key)]);
      heldFingerprint = held?.fingerprint ?? null;
      return { article: held?.article ?? null, place };
    },

    async isUnchanged() {
      if (!follows) return true;
      const at = await tab;
      return at !== null && heldFingerprint !== null && (await fingerprintOfTab(at)) === heldFingerprint;
    },

    async read(wanted) {
      const at = await tab;
      const key = await address;
      if (!at || !key) return fail('browser-page');
      const result = await articleFromTab(at, wanted);
      if (result.ok) void holdArticle(key, result.value);
      return result;
    },

    keepPlace(place) {
      address.then((key) => key && keepPlace(key, place));
    },
  };
}
