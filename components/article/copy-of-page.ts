import { method, property } from './unclobbered.ts';

/**
 * A copy of the page to work on, with open shadow roots laid into it where they are shown and nothing left that
 * stands in for a property of its form or document. The page itself is not touched.
 */
export function copyOfPage(page: Document): Document {
  const copy = method(page, 'cloneNode').call(page, true) as Document;
  layInShadowRoots(page, copy);
  unwrapDeclaredShadowRoots(copy);
  declobber(copy);
  keepAddress(page, copy);
  return copy;
}

/** Both trees are walked in step: the copy has the same elements in the same order until the first root is laid in. */
function layInShadowRoots(original: Document | ShadowRoot, copy: Document | DocumentFragment): void {
  const originals = method(original, 'querySelectorAll').call(original, '*') as NodeListOf<Element>;
  const roots = [...originals].map((element) => (mayHost(element) ? shadowRootOf(element) : null));
  if (!roots.some((root) => root)) return;
  const copies = method(copy, 'querySelectorAll').call(copy, '*') as NodeListOf<Element>;
  const hosts = roots.flatMap((root, i): [Element, ShadowRoot][] => (root ? [[copies[i]!, root]] : []));
  for (const [host, root] of hosts) {
    const shown = host.ownerDocument.createDocumentFragment();
    for (let child = root.firstChild; child; child = child.nextSibling)
      shown.append(host.ownerDocument.importNode(child, true));
    layInShadowRoots(root, shown);
    showInstead(host, shown);
  }
}

/** Custom elements, and the few others that may have a shadow root by the DOM standard. */
const mayHost = (element: Element): boolean =>
  /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(
    element.localName,
  );

function shadowRootOf(element: Element): ShadowRoot | null {
  const root = element.shadowRoot as ShadowRoot | null;
  return root?.nodeType === 11 ? root : null;
}

/** Saved pages and DOMs without a browser's parser keep declared roots as templates. */
function unwrapDeclaredShadowRoots(copy: Document): void {
  const declared = 'template[shadowrootmode=open]';
  for (const template of method(copy, 'querySelectorAll').call(
    copy,
    declared,
  ) as NodeListOf<HTMLTemplateElement>) {
    const host = template.parentElement;
    template.remove();
    if (host) showInstead(host, template.content);
  }
}

/** What stands in a host is shown only where the root has a slot for it. */
function showInstead(host: Element, shown: DocumentFragment): void {
  const light = [...host.childNodes];
  for (const slot of shown.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const assigned = light.filter((node) => slotOf(node) === name);
    slot.replaceWith(...(assigned.length ? assigned : slot.childNodes));
  }
  host.replaceChildren(shown);
}

const slotOf = (node: Node): string => (node.nodeType === 1 && (node as Element).getAttribute('slot')) || '';

/**
 * Takes the names away by which a form or document hands out its controls in place of its own properties, also in a
 * content script's isolated world: `<form><input name="parentNode"></form>` makes Readability loop for ever. Other names
 * stay, for they tell what a box holds, and some sites put the whole page into one form.
 */
function declobber(copy: Document): void {
  const find = (root: Node, selector: string): Iterable<Element> =>
    method(root, 'querySelectorAll').call(root, selector) as NodeListOf<Element>;
  const document = Object.getPrototypeOf(copy) as object;
  const form = Object.getPrototypeOf(method(copy, 'createElement').call(copy, 'form') as object);
  const isMember = (name: string): boolean => name in form || name in document || /readability/i.test(name);
  const declobberOne = (element: Element): void => {
    const [get, remove] = [method(element, 'getAttribute'), method(element, 'removeAttribute')];
    for (const attribute of ['name', 'id']) {
      const value = get.call(element, attribute) as string | null;
      if (value && isMember(value)) remove.call(element, attribute);
    }
  };
  for (const element of find(copy, 'form, [form], img, iframe, embed, object')) {
    declobberOne(element);
    if (property(element, 'localName') === 'form')
      for (const control of find(element, '[name], [id]')) declobberOne(control);
  }
}

/** A detached document does not remember its address in every DOM. */
function keepAddress(page: Document, copy: Document): void {
  for (const name of ['baseURI', 'documentURI'] as const) {
    const value = property(page, name);
    if (copy[name] !== value) Object.defineProperty(copy, name, { value, configurable: true });
  }
}
