import type { ExtractionFailure } from './article.ts';
import { limits } from './limits.ts';
import { getter, property } from './unclobbered.ts';

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
    if (++elements > limits.elements || depth > limits.deepest) return true;
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
