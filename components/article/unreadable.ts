import type { ExtractionFailure } from './article.ts';
import { property } from './unclobbered.ts';

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
  const step = (node: Node, name: 'firstChild' | 'nextSibling' | 'parentNode') =>
    property(node, name) as Node | null;
  let elements = 0;
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === 1 && ++elements > mostElements) return true;
    const child: Node | null = step(node, 'firstChild');
    if (child) {
      if (++depth > deepest) return true;
      node = child;
      continue;
    }
    while (node && node !== root && !step(node, 'nextSibling')) {
      node = step(node, 'parentNode');
      depth--;
    }
    node = node && node !== root ? step(node, 'nextSibling') : null;
  }
  return false;
}
