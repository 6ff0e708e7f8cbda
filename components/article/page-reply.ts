import type { Article, ExtractionFailure } from './article.ts';
import { parseArticle } from './parse-article.ts';

/** What the content script answers: plain data, for an error does not survive the trip between contexts. */
export type PageReply =
  | { readonly ok: true; readonly article: Article; readonly fingerprint: string }
  | { readonly ok: false; readonly reason: ExtractionFailure | 'pdf'; readonly isLoading: boolean };

const reasons = ['empty', 'no-article', 'no-selection', 'not-a-page', 'too-large', 'pdf'] as const;

/** The reply in a message from a tab, or null when it has not the shape of one. */
export function parsePageReply(message: unknown): PageReply | null {
  if (typeof message !== 'object' || message === null) return null;
  const given = message as Record<string, unknown>;
  if (given.ok === true) {
    const article = parseArticle(given.article);
    return article && { ok: true, article, fingerprint: String(given.fingerprint) };
  }
  const reason = reasons.find((known) => known === given.reason);
  return reason ? { ok: false, reason, isLoading: given.isLoading === true } : null;
}

/**
 * What a page looks like from outside, cheaply: other text or other elements give another fingerprint.
 *
 * Injected as it stands into the page, so it may use nothing from outside itself. Methods come from the prototypes,
 * because a form control named like them would stand in their place (DOM clobbering).
 */
export function fingerprint(): string {
  const all = Document.prototype.querySelectorAll.call(document, '*').length;
  const body = Document.prototype.querySelector.call(document, 'body');
  return `${all}:${body?.textContent?.length ?? 0}`;
}
