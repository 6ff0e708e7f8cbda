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
      const element: Element = node === root ? root : keepAttributes(node as Element);
      if (depth >= limits.depth && element.firstElementChild && element !== root) {
        node = lift(element);
        continue;
      }
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
      if (text.data.length > limits.run) node = divide(text);
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
  let names = element.getAttributeNames(); // going over `attributes` takes time by the square of their number
  let kept = element;
  if (names.length > limits.attributes) {
    names = names.slice(0, limits.attributes);
    kept = element.ownerDocument.createElement(element.localName);
    for (const name of names) tryAttribute(kept, name, element.getAttribute(name)!);
    kept.append(...element.childNodes);
    element.replaceWith(kept);
  }
  for (const name of names) {
    const value = kept.getAttribute(name);
    if (!value || value.length <= limits.name) continue;
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

/** Puts what an element holds in its place, or its text alone where no blocks are among it; the first node of that. */
function lift(element: Element): Node {
  const blocks =
    'p, div, section, article, main, ul, ol, table, blockquote, pre, figure, h1, h2, h3, h4, h5, h6';
  if (element.querySelector(blocks)) {
    const first = element.firstChild!; // it has an element
    element.replaceWith(...element.childNodes);
    return first;
  }
  for (const unread of element.querySelectorAll('script, style, template, noscript')) unread.remove();
  // biome-ignore lint/correctness/noSelfAssign: what was in elements becomes one text
  element.textContent = element.textContent;
  return element;
}

/** Breaks a run into paragraphs between words; the last of them. */
function divide(text: Text): Node {
  if (text.parentElement?.closest('pre, textarea, title')) return text;
  const page = text.ownerDocument;
  const paragraphs: Element[] = [];
  for (let from = 0; from < text.data.length; ) {
    const space = text.data.lastIndexOf(' ', from + limits.run);
    const to = space > from ? space + 1 : from + limits.run;
    const paragraph = page.createElement('p');
    paragraph.textContent = text.data.slice(from, to);
    paragraphs.push(paragraph);
    from = to;
  }
  const parent = text.parentElement!; // every text of a page has one
  text.replaceWith(...paragraphs);
  if (parent.localName === 'p') {
    const division = page.createElement('div');
    division.append(...parent.childNodes);
    parent.replaceWith(division);
  }
  return paragraphs.at(-1)!; // the run was longer than one
}

const isData = ({ localName }: Element) => localName === 'script' || localName === 'style';

function keepShort(element: Element, most: number, kept: number): void {
  const text = element.textContent ?? '';
  if (text.length > most) element.textContent = text.slice(0, kept);
}
