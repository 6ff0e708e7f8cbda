import type { Article, ExtractionFailure, Scope } from './article.ts';
import { bodyText, countWords } from './body-text.ts';
import { cleanMarkup } from './clean-markup.ts';
import { copyOfPage } from './copy-of-page.ts';
import { findBody } from './find-body.ts';
import { jsonLdOf } from './json-ld.ts';
import { leadImageOf } from './lead-image.ts';
import { metadataOf } from './metadata.ts';
import { filterPassages } from './passage-filter.ts';
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
  const base = copy.baseURI;
  const jsonLd = jsonLdOf(copy);
  const metadata = metadataOf(copy, jsonLd);
  const body = findBody(copy, metadata, jsonLd);
  if (!body) return fail('no-article');
  const { root, passages } = body.candidate;
  filterPassages(passages, root, body.context);
  const clean = cleanMarkup(root, base);
  const text = bodyText(clean);
  return ok({
    url: copy.documentURI,
    ...metadata,
    leadImage: leadImageOf(copy, {}, base),
    html: clean.innerHTML,
    text,
    words: countWords(text),
    scope: request.scope,
    completeness: { status: 'complete' },
  });
}
