import { Readability } from '@mozilla/readability';
import type { Article, ExtractionFailure, Scope } from './article.ts';
import { bodyText, countWords } from './body-text.ts';
import { copyOfPage } from './copy-of-page.ts';
import { fail, ok, type Result } from './result.ts';
import { unreadable } from './unreadable.ts';

export interface ExtractionRequest {
  readonly scope: Scope;
}

/** Reads the article of a page, or says why there is none. The page is left as it was. */
export function extractArticle(
  page: Document,
  request: ExtractionRequest = { scope: 'article' },
): Result<Article, ExtractionFailure> {
  const obstacle = unreadable(page);
  if (obstacle) return fail(obstacle);
  const copy = copyOfPage(page);
  if (!/\S/.test(bodyText(copy.body))) return fail('empty');
  const url = copy.documentURI;
  const lang = copy.documentElement.getAttribute('lang');
  const parsed = new Readability<Element>(copy, {
    keepClasses: true,
    serializer: (node) => node as Element,
  }).parse();
  if (!parsed?.content) return fail('no-article');
  const text = bodyText(parsed.content);
  return ok({
    url,
    title: parsed.title ?? '',
    byline: parsed.byline ?? null,
    authors: parsed.byline ? [parsed.byline] : [],
    siteName: parsed.siteName ?? null,
    section: null,
    publishedTime: parsed.publishedTime ?? null,
    modifiedTime: null,
    lang: parsed.lang ?? lang,
    dir: parsed.dir === 'rtl' ? 'rtl' : parsed.dir === 'ltr' ? 'ltr' : null,
    excerpt: parsed.excerpt ?? null,
    leadImage: null,
    html: parsed.content.innerHTML,
    text,
    words: countWords(text),
    scope: request.scope,
    completeness: { status: 'complete' },
  });
}
