import { copyOf, isElement } from './body.ts';
import { serialise } from './html.ts';
import { bodyToText, verbatim } from './text.ts';

export interface CopiedFragment {
  readonly html: string;
  readonly text: string;
}

/** What a selection inside the article puts on the clipboard: its text and structure, no mark, chip or button. */
export function copiedFragment(range: Range): CopiedFragment {
  const body = copyOf(withContainer(range));
  const [only, ...more] = body.children;
  // Code alone is copied to be run: no margin.
  const isCode = only?.localName === 'pre' && more.length === 0;
  return { html: serialise(body, 'shown'), text: isCode ? verbatim(only) : bodyToText(body) };
}

/** Items in a copy of their list, cells in one of their table, code in its `<pre>`: alone they would be loose text. */
function withContainer(range: Range): DocumentFragment {
  const contents = range.cloneContents();
  const { commonAncestorContainer: common } = range;
  let around = isElement(common) ? common : common.parentElement;
  if (around?.closest('pre')) {
    wrap(contents, around.closest('pre')!);
    return contents;
  }
  while (around && parts.has(around.localName)) {
    const copy = wrap(contents, around);
    if (around.localName === 'ol') copy.setAttribute('start', String(firstNumber(around, range)));
    if (!/^t(?:r|head|body|foot)$/.test(around.localName)) break;
    around = around.parentElement;
  }
  return contents;
}

const parts = new Set(['ul', 'ol', 'dl', 'tr', 'thead', 'tbody', 'tfoot', 'table']);

function wrap(contents: DocumentFragment, container: Element): Element {
  const copy = container.cloneNode(false) as Element;
  copy.append(...contents.childNodes);
  contents.append(copy);
  return copy;
}

/** Number of the first selected item of a list. */
function firstNumber(list: Element, range: Range): number {
  const items = [...list.children].filter((child) => child.localName === 'li');
  const index = Math.max(
    0,
    items.findIndex((item) => range.intersectsNode(item)),
  );
  const step = list.hasAttribute('reversed') ? -1 : 1;
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  return (Number.isNaN(start) ? (step === 1 ? 1 : items.length) : start) + index * step;
}
