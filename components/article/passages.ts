import { lineElements } from './body-text.ts';
import { embedAttribute } from './embeds.ts';

/** A line of the body as it stands in the tree: the content of one innermost block, or a run between blocks. */
export interface Passage {
  /** Neighbours in one parent; taking them out takes the passage out. */
  readonly nodes: readonly Node[];
  /** The innermost block that holds the text. */
  readonly block: Element;
  readonly text: string;
  /** Share of the text that links elsewhere. */
  readonly linkShare: number;
}

const unread = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'figcaption']);

/** The passages of a body in reading order. Captions are not among them, for they are kept apart from the text. */
export function passagesOf(root: Element): Passage[] {
  const holders = blockHolders(root);
  const passages: Passage[] = [];
  divide(root, holders, passages);
  return passages;
}

const isBlock = (node: Node): boolean =>
  node.nodeType === 1 &&
  (node as Element).localName !== 'br' &&
  lineElements.has((node as Element).tagName.toUpperCase());

/** Elements with a block somewhere inside. */
function blockHolders(root: Element): ReadonlySet<Node> {
  const holders = new Set<Node>();
  const visit = (element: Element): void => {
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      if (isBlock(child))
        for (let outer: Node | null = element; outer && !holders.has(outer); outer = outer.parentNode) {
          holders.add(outer);
          if (outer === root) break;
        }
      visit(child);
    }
  };
  visit(root);
  return holders;
}

function divide(block: Element, holders: ReadonlySet<Node>, passages: Passage[]): void {
  if (unread.has(block.localName)) return;
  let run: Node[] = [];
  const close = (): void => {
    const passage = passageOf(run, block);
    if (passage) passages.push(passage);
    run = [];
  };
  for (let child = block.firstChild; child; child = child.nextSibling) {
    if (isBlock(child) || holders.has(child)) {
      close();
      divide(child as Element, holders, passages);
    } else if (isDoubleBreak(child)) close();
    else run.push(child);
  }
  close();
}

/** `<br><br>` stands for the border of a paragraph. */
function isDoubleBreak(node: Node): boolean {
  if ((node as Element).localName !== 'br') return false;
  let next = node.nextSibling;
  while (next?.nodeType === 3 && !/\S/.test(next.nodeValue!)) next = next.nextSibling;
  return (next as Element | null)?.localName === 'br';
}

function passageOf(nodes: readonly Node[], block: Element): Passage | null {
  const reading = { text: '', linked: 0 };
  for (const node of nodes) read(node, 0, reading);
  const text = reading.text.replace(/\s+/g, ' ').trim();
  if (!text) return null;
  return { nodes, block, text, linkShare: Math.min(1, reading.linked / text.length) };
}

function read(node: Node, linkWeight: number, reading: { text: string; linked: number }): void {
  if (node.nodeType === 3) {
    const value = node.nodeValue!;
    reading.text += value;
    if (linkWeight) reading.linked += linkWeight * value.replace(/\s+/g, ' ').length;
  }
  if (node.nodeType !== 1 || unread.has((node as Element).localName)) return;
  if ((node as Element).hasAttribute(embedAttribute)) return;
  const element = node as Element;
  if (element.localName === 'br') reading.text += ' ';
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  const weight = href === null ? linkWeight : href.startsWith('#') ? 0.3 : 1;
  for (let child = element.firstChild; child; child = child.nextSibling) read(child, weight, reading);
}
