/** The sanitised body of an article, as it stands in a document or on its own. */
export type Body = Element | DocumentFragment;

/**
 * A copy of a body that can be changed freely, without our marks, and without what is for the screen alone.
 *
 * It belongs to a document that is not shown: a copied image in a shown one would be loaded.
 */
export function copyOf(body: Body): DocumentFragment {
  const inert = body.ownerDocument.implementation.createHTMLDocument('');
  const copy = inert.createDocumentFragment();
  copy.append(...[...body.childNodes].map((child) => inert.importNode(child, true)));
  for (const mark of copy.querySelectorAll('mark')) unwrap(mark);
  for (const control of copy.querySelectorAll(forTheScreen)) control.remove();
  copy.normalize(); // what a mark had split is one text again
  return copy;
}

/** Puts the child nodes of an element in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Never part of a sanitised article: whatever matches was put in by a view. */
const forTheScreen = [
  'button, input, select, textarea, dialog, nav, svg, script, style, template',
  '[role=button], [role=toolbar], [role=status], [popover], [aria-hidden=true], [hidden], [data-screen-only]',
].join();

const blockTags = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);

/** True for an element that begins a line of its own. */
export const isBlock = (node: Node): node is Element => isElement(node) && blockTags.has(node.localName);

export const holdsBlock = (element: Element): boolean =>
  [...element.children].some((child) => isBlock(child) || holdsBlock(child));

// By node type: the classes of another window, or of jsdom outside a browser, are not ours to compare with.
export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;

/** White space as a browser folds it; no-break spaces stay. */
export const fold = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');
