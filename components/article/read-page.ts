import type { Scope } from './article.ts';
import { extractArticle } from './extract-article.ts';
import { fingerprint, type PageReply } from './page-reply.ts';
import { fail } from './result.ts';

/** The content script's answer: the article of this page in the scope asked for, or why there is none. */
export function readPage(page: Document, scope: Scope): PageReply {
  const isLoading = page.readyState === 'loading';
  if (page.contentType === 'application/pdf') return { ok: false, reason: 'pdf', isLoading: false };
  const extracted = extractWithinStack(page, scope);
  if (!extracted.ok) return { ok: false, reason: extracted.reason, isLoading };
  return { ok: true, article: extracted.value, fingerprint: fingerprint() };
}

/** A page can be built so that some step of reading it runs out of stack; which, nobody can list. */
function extractWithinStack(page: Document, scope: Scope): ReturnType<typeof extractArticle> {
  try {
    return extractArticle(page, { scope });
  } catch (error) {
    const isStack = error instanceof RangeError || (error as Error).name === 'InternalError'; // Firefox's name for it
    if (isStack) return fail('too-large');
    throw error;
  }
}

/** The scope that was asked for, for this once; the article when none was. */
export function takeScope(world: typeof globalThis & { ledeScope?: Scope }): Scope {
  const scope = world.ledeScope ?? 'article';
  delete world.ledeScope;
  return scope;
}
