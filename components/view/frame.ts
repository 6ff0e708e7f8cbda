import { direction, locale } from './messages.ts';

/** The frame speaks the language of the browser; the article in it has its own. */
export function prepareFrame(page: Document, title: string): void {
  page.title = title;
  page.documentElement.lang = locale();
  page.documentElement.dir = direction();
}
