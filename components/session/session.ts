import { storage } from '#imports';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';

/**
 * What is kept of one page while the browser runs, in `storage.session`: the article, and where its reader was.
 * It never goes to sync or to disk.
 */
export interface ReadingPlace {
  /** Scroll position as a share of the text's height, 0 to 1, so that it holds across sizes. */
  readonly scroll: number;
  /** Labels shown, or null when the options decide. */
  readonly shown: readonly string[] | null;
  /** Name of the chosen entity, or null. */
  readonly chosen: string | null;
  /** Names the reader said are none. */
  readonly notNames: readonly string[];
}

export const startingPlace: ReadingPlace = { scroll: 0, shown: null, chosen: null, notNames: [] };

export interface HeldArticle {
  readonly article: Article;
  /** What the page looked like when it was read; another fingerprint means that it changed. */
  readonly fingerprint: string;
}

/** Which reading: the same address in another tab is read apart, and so is a selection of it. */
export interface PageKey {
  readonly tabId: number;
  readonly url: string;
  readonly scope: 'article' | 'selection';
}

const placeKey = ({ tabId, scope, url }: PageKey) => `session:place:${tabId}:${scope}:${url}` as const;

const articleKey = ({ tabId, scope, url }: PageKey) => `session:article:${tabId}:${scope}:${url}` as const;

export async function readPlace(key: PageKey): Promise<ReadingPlace> {
  return parsePlace(await storage.getItem<unknown>(placeKey(key)).catch(() => null));
}

/** Resolves false when the place could not be kept; reading goes on without. */
export async function keepPlace(key: PageKey, place: ReadingPlace): Promise<boolean> {
  return storage.setItem(placeKey(key), place).then(
    () => true,
    () => false,
  );
}

export async function readHeldArticle(key: PageKey): Promise<HeldArticle | null> {
  const held = await storage.getItem<Record<string, unknown>>(articleKey(key)).catch(() => null);
  const article = parseArticle(held?.article);
  return article && typeof held?.fingerprint === 'string' ? { article, fingerprint: held.fingerprint } : null;
}

/**
 * Holds the article for reopening. `storage.session` takes some 10 MB: when it is full, what other pages left goes
 * first; an article larger than that is not held. Resolves false when it could not be kept.
 */
export async function holdArticle(key: PageKey, held: HeldArticle): Promise<boolean> {
  try {
    await storage.setItem(articleKey(key), held);
    return true;
  } catch {
    const stale = Object.keys(await storage.snapshot('session').catch(() => ({}))).filter((k) =>
      k.startsWith('article:'),
    );
    await storage.removeItems(stale.map((k) => `session:${k}` as const)).catch(() => {});
    return storage.setItem(articleKey(key), held).then(
      () => true,
      () => false,
    );
  }
}

/** A stored place, value by value; what is broken starts over. */
export function parsePlace(stored: unknown): ReadingPlace {
  if (typeof stored !== 'object' || stored === null) return startingPlace;
  const given = stored as Record<string, unknown>;
  return {
    scroll: typeof given.scroll === 'number' && given.scroll >= 0 && given.scroll <= 1 ? given.scroll : 0,
    shown: Array.isArray(given.shown) ? strings(given.shown) : null,
    chosen: typeof given.chosen === 'string' ? given.chosen : null,
    notNames: Array.isArray(given.notNames) ? strings(given.notNames) : [],
  };
}

function strings(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string').slice(0, 500);
}
