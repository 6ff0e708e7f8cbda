import type { Article } from '../article/article.ts';

/** What exports say about an article besides its body. All of it is text that a stranger wrote. */
export type Metadata = Pick<
  Article,
  | 'url'
  | 'title'
  | 'byline'
  | 'authors'
  | 'siteName'
  | 'publishedTime'
  | 'lang'
  | 'dir'
  | 'excerpt'
  | 'leadImage'
>;

/** Authors as a list; a byline that names none separately counts as one. */
export function authorsOf({ authors, byline }: Metadata): readonly string[] {
  if (authors.length > 0) return authors.map(oneLine);
  return byline ? [oneLine(byline)] : [];
}

/** The day of publication as the page's own clock had it, written for the article's language. */
export function publishedDay({ publishedTime, lang }: Metadata): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedTime ?? '')?.[0];
  if (!day || Number.isNaN(Date.parse(day))) return null;
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** Who, where and when in one line, or an empty text. */
export const sourceLine = (article: Metadata): string =>
  [authorsOf(article).join(', '), oneLine(article.siteName ?? ''), publishedDay(article)]
    .filter(Boolean)
    .join(' · ');

/** The page's language when it is one, else English. */
export function localeOf(lang: string | null): string {
  try {
    return Intl.getCanonicalLocales(lang ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The address when a click on it opens a page or a mail and nothing else. */
export function safeLink(href: string | null): string | null {
  if (!href || !URL.canParse(href)) return null;
  return ['http:', 'https:', 'mailto:', 'file:'].includes(new URL(href).protocol) ? href : null;
}
