import type { Article, Completeness, ExtractionFailure, Scope } from './article.ts';
import { bodyText, countWords, hasText } from './body-text.ts';
import { cleanMarkup } from './clean-markup.ts';
import { copyOfPage } from './copy-of-page.ts';
import { completenessOf } from './doubts.ts';
import { findBody } from './find-body.ts';
import { type JsonLdNode, jsonLdOf } from './json-ld.ts';
import { keepWithin } from './keep-within.ts';
import { leadImageOf } from './lead-image.ts';
import { type Metadata, mainArticle, metadataOf } from './metadata.ts';
import { filterPassages } from './passage-filter.ts';
import { fail, ok, type Result } from './result.ts';
import { mainRegion, selectedPart, wholePage } from './scopes.ts';
import { pageFactsOf, signalsOf } from './signals.ts';
import { unreadable } from './unreadable.ts';

export interface ExtractionRequest {
  readonly scope: Scope;
}

/** Reads the article of a page, or says why there is none. The page is left as it was. */
export function extractArticle(
  page: Document,
  { scope }: ExtractionRequest = { scope: 'article' },
): Result<Article, ExtractionFailure> {
  const obstacle = unreadable(page);
  if (obstacle) return fail(obstacle);
  const copy = copyOfPage(page);
  const isCut = keepWithin(copy.documentElement);
  if (!hasText(copy.body)) return fail('empty');
  const jsonLd = jsonLdOf(copy);
  const metadata = metadataOf(copy, jsonLd);
  const leadImage = leadImageOf(copy, mainArticle(jsonLd), copy.baseURI);
  const body = bodyOf(page, copy, scope, metadata, jsonLd);
  if (!body.ok) return body;
  const clean = cleanMarkup(body.value.root, copy.baseURI);
  const text = bodyText(clean);
  if (!text || (scope === 'article' && proseOf(clean) < leastProse)) return fail('no-article');
  return ok({
    url: copy.documentURI,
    ...metadata,
    dir: metadata.dir ?? directionOf(text),
    leadImage,
    html: clean.innerHTML,
    text,
    words: countWords(text),
    scope,
    completeness: isCut ? cut(body.value.completeness) : body.value.completeness,
  });
}

/** Lists of links are no article. The shortest true body of 1,051 pages that were looked at has 144 characters of prose. */
const leastProse = 80;

/** Characters that stand outside links. */
function proseOf(body: Element): number {
  const links = [...body.querySelectorAll('a[href]')].map((link) => bodyText(link).length);
  return bodyText(body).length - links.reduce((sum, length) => sum + length, 0);
}

const cut = (completeness: Completeness): Completeness => ({
  status: 'uncertain',
  reasons: [...(completeness.status === 'uncertain' ? completeness.reasons : []), 'cut'],
});

interface Body {
  readonly root: Element;
  readonly completeness: Completeness;
}

/** What was asked for is complete by itself; only the article may have been missed. */
const asAsked = (root: Element): Result<Body, never> => ok({ root, completeness: { status: 'complete' } });

function bodyOf(
  page: Document,
  copy: Document,
  scope: Scope,
  metadata: Metadata,
  jsonLd: readonly JsonLdNode[],
): Result<Body, ExtractionFailure> {
  if (scope === 'page') return asAsked(wholePage(copy));
  if (scope === 'wider') return asAsked(mainRegion(copy, metadata.title));
  if (scope === 'selection') {
    const part = selectedPart(page, copy);
    return part ? asAsked(part) : fail('no-selection');
  }
  const facts = pageFactsOf(copy, metadata.title, jsonLd);
  const found = findBody(copy, metadata, jsonLd);
  if (!found || found.candidate.passages.length === 0) return fail('no-article');
  const { root, passages } = found.candidate;
  const { chances, isKept, boxes } = filterPassages(passages, root, found.context);
  return ok({ root, completeness: completenessOf(signalsOf(found, chances, isKept, boxes, facts)) });
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** Direction of most letters, for pages that leave it to the browser; null where they run from left to right. */
function directionOf(text: string): 'rtl' | null {
  const sample = text.slice(0, 2000);
  return (sample.match(rightToLeft)?.length ?? 0) > sample.length / 3 ? 'rtl' : null;
}
