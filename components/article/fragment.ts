import type { SanitizedHtml } from './sanitize.ts';

/** Puts sanitised markup in the place of what `element` holds: the only door from markup to the document. */
export function mount(html: SanitizedHtml, element: Element): void {
  element.replaceChildren(element.ownerDocument.importNode(html, true));
}
