import type { Article, Scope } from '../article/article.ts';
import {
  activeTab,
  articleFromTab,
  fingerprintOfTab,
  type ReadingFailure,
  type TabArticle,
} from '../article/from-tab.ts';
import { fail, type Result } from '../article/result.ts';
import {
  holdArticle,
  keepPlace,
  type ReadingPlace,
  readHeldArticle,
  readPlace,
  startingPlace,
} from './session.ts';

/** The article of the active tab, held between openings. */
export function tabSource() {
  const tab = activeTab().catch(() => null);
  let heldFingerprint: string | null = null;

  return {
    async held(): Promise<{ article: Article | null; place: ReadingPlace }> {
      const at = await tab;
      if (!at) return { article: null, place: startingPlace };
      const key = { tabId: at.id, url: at.url };
      const [held, place] = await Promise.all([readHeldArticle(key), readPlace(key)]);
      heldFingerprint = held?.fingerprint ?? null;
      return { article: held?.article ?? null, place };
    },

    async isUnchanged(): Promise<boolean> {
      const at = await tab;
      return at !== null && heldFingerprint !== null && (await fingerprintOfTab(at)) === heldFingerprint;
    },

    async read(scope: Scope): Promise<Result<TabArticle, ReadingFailure>> {
      const at = await tab;
      if (!at) return fail('browser-page');
      const result = await articleFromTab(at, scope);
      if (result.ok) void holdArticle({ tabId: at.id, url: at.url }, result.value);
      return result;
    },

    keepPlace(place: ReadingPlace): void {
      tab.then((at) => at && keepPlace({ tabId: at.id, url: at.url }, place));
    },
  };
}
