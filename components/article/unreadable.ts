import type { ExtractionFailure } from './article.ts';
import { getter, property } from './unclobbered.ts';

/** Elements beyond which reading would stall the tab; measured on stress pages of up to 300,000 elements. */
const mostElements = 60_000;
/** Browsers' HTML parsers stop at 512; XML and other DOMs do not, and deep recursion would overflow the stack. */
const deepest = 800;

/** Why a document cannot be read at all, or null when it can be tried. Walks without recursion. */
export function unreadable(page: Document): ExtractionFailure | null {
  const root = property(page, 'documentElement') as Element | null;
  if (!root) return 'empty';
  const body = property(page, 'body') as Element | null;
  const type = property(page, 'contentType') as string | undefined;
  if (root.localName !== 'html' || (type && !/html/i.test(type)) || body?.localName === 'frameset')
    return 'not-a-page';
  if (!body) return 'empty';
  return isTooLarge(root) ? 'too-large' : null;
}

function isTooLarge(root: Element): boolean {
  const firstChild = getter(root, 'firstElementChild');
  const nextSibling = getter(root, 'nextElementSibling');
  const parent = getter(root, 'parentElement');
  let elements = 0;
  let depth = 0;
  let element: Element | null = root;
  while (element) {
    if (++elements > mostElements || depth > deepest) return true;
    const child = firstChild(element);
    if (child) {
      depth++;
      element = child;
      continue;
    }
    let next: Element | null = null;
    while (element && element !== root) {
      next = nextSibling(element);
      if (next) break;
      element = parent(element);
      depth--;
    }
    element = next;
  }
  return false;
}
