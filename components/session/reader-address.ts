import type { PageKey } from './session.ts';

/** What a full page reads: which tab, what its address was, and whether all of its article or a selection. */
export type ReaderAddress = PageKey;

/** Path of the full page for a reading, its source in the query, so that a reload or a restart finds it again. */
export function readerPath({ tabId, url, scope }: ReaderAddress): `/reader.html?${string}` {
  return `/reader.html?${new URLSearchParams({ url, tab: String(tabId), scope })}`;
}

/** The reading a query names, or null when it names none: only web pages and files, and a tab by number. */
export function parseReaderAddress(query: string): ReaderAddress | null {
  const given = new URLSearchParams(query);
  const url = given.get('url') ?? '';
  const tab = given.get('tab') ?? '';
  if (!/^(https?|file):\/\//i.test(url) || !URL.canParse(url) || !/^\d{1,10}$/.test(tab)) return null;
  return { tabId: Number(tab), url, scope: given.get('scope') === 'selection' ? 'selection' : 'article' };
}
