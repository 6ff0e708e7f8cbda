import { limits } from './limits.ts';

/**
 * Brings a copy, of a page or of what is selected on it, within the limits; true when text was left out. The copy has
 * been declobbered.
 *
 * Walks without recursion, for what it is to prevent is running out of stack.
 */
export function keepWithin(root: Element): boolean {
  let rest = limits.text;
  let isCut = false;
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === 1) {
      const element = keepAttributes(node as Element);
      if (depth >= limits.depth && element.firstElementChild) flatten(element);
      if (isData(element)) keepShort(element, limits.data, 0);
      else if (element.localName === 'title') keepShort(element, limits.line, limits.line);
      else if (element.firstChild) {
        depth++;
        node = element.firstChild;
        continue;
      }
      node = element;
    } else if (node.nodeType === 3) {
      const text = node as Text;
      if (text.data.length > rest) {
        isCut ||= /\S/.test(text.data.slice(rest));
        text.data = text.data.slice(0, rest);
      }
      rest -= text.data.length;
    }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode!; // it is below the root
      depth--;
    }
    node = node === root ? null : node.nextSibling;
  }
  return isCut;
}

/** The element, or one like it with fewer attributes in its place: taking thousands off one by one takes seconds. */
function keepAttributes(element: Element): Element {
  const { attributes } = element;
  let kept = element;
  if (attributes.length > limits.attributes) {
    kept = element.ownerDocument.createElement(element.localName);
    for (const { name, value } of [...attributes].slice(0, limits.attributes))
      tryAttribute(kept, name, value);
    kept.append(...element.childNodes);
    element.replaceWith(kept);
  }
  for (const { name, value } of [...kept.attributes]) {
    if (value.length > limits.attribute) kept.removeAttribute(name);
    else if (value.length > mostOf(name)) kept.setAttribute(name, value.slice(0, mostOf(name)));
  }
  return kept;
}

function mostOf(name: string): number {
  if (name === 'class' || name === 'id') return limits.name;
  return name === 'content' || name === 'datetime' ? limits.line : limits.attribute;
}

/** Parsers allow names that scripts may not give. */
function tryAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value);
  } catch {
    // a name like `a"b`: nothing in an article goes by it
  }
}

function flatten(element: Element): void {
  for (const unread of element.querySelectorAll('script, style, template, noscript')) unread.remove();
  // biome-ignore lint/correctness/noSelfAssign: what was in elements becomes one text
  element.textContent = element.textContent;
}

const isData = ({ localName }: Element) => localName === 'script' || localName === 'style';

function keepShort(element: Element, most: number, kept: number): void {
  const text = element.textContent ?? '';
  if (text.length > most) element.textContent = text.slice(0, kept);
}
