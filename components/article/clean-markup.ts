import { lineElements } from './body-text.ts';
import { embedAttribute } from './embeds.ts';
import { absolute } from './lead-image.ts';

/** Boxes that mean nothing to a reader: what they hold takes their place. */
const wrappers = new Set(
  'div section article main header footer center span font address form fieldset label picture hgroup nav aside slot legend optgroup option menu body o:p amp-story tt big'.split(
    ' ',
  ),
);
const dropped =
  'script, style, noscript, template, link, meta, button, input, select, textarea, svg, canvas, iframe, object, embed, dialog, source, track, progress, map, area, title, colgroup, col';
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark math q ruby s samp small strong sub sup time u var wbr br img'.split(
    ' ',
  ),
);
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', embedAttribute],
  img: ['src', 'alt', 'title', 'width', 'height'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  abbr: ['title'],
  blockquote: ['cite'],
  q: ['cite'],
  data: ['value'],
};

/**
 * Markup of a body with nothing left but what a reader sees: headings, paragraphs, lists, tables, quotations, code,
 * figures and links, every address absolute. The body is changed on the way.
 */
export function cleanMarkup(root: Element, base: string): Element {
  for (const element of root.querySelectorAll(dropped)) element.remove();
  const targets = footnoteTargets(root, base);
  unwrapLayoutTables(root);
  for (const element of [...root.querySelectorAll('*')].reverse()) cleanElement(element, base, targets);
  const out = root.ownerDocument.createElement('div');
  flow(root, out);
  return out;
}

/** Ids that a link of the body leads to: footnotes and their marks. */
function footnoteTargets(root: Element, base: string): ReadonlySet<string> {
  const here = base.replace(/#.*/, '');
  const targets = new Set<string>();
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    const href = link.getAttribute('href')!;
    const at = href.indexOf('#');
    if (at > 0 && href.slice(0, at) !== here) continue;
    targets.add(href.slice(at + 1));
    if (at > 0) link.setAttribute('href', href.slice(at));
  }
  return targets;
}

/** A table of one row or column, or one that says so, only arranges boxes. */
function unwrapLayoutTables(root: Element): void {
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    const columns = Math.max(0, ...rows.map((row) => row.querySelectorAll('td, th').length));
    const isLayout =
      /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table');
    const isData = table.querySelector('th, caption, thead');
    if (!isLayout && (isData || (rows.length > 1 && columns > 1))) continue;
    const box = root.ownerDocument.createElement('div');
    for (const cell of table.querySelectorAll('td, th, caption')) {
      if (cell.closest('table') !== table) continue;
      const inner = root.ownerDocument.createElement('div');
      inner.append(...cell.childNodes);
      box.append(inner);
    }
    table.replaceWith(box);
  }
}

function cleanElement(element: Element, base: string, targets: ReadonlySet<string>): void {
  const tag = element.localName;
  const allowed = kept[tag] ?? [];
  for (const { name, value } of [...element.attributes]) {
    const isKept =
      allowed.includes(name) ||
      name === 'lang' ||
      (name === 'dir' && /^(?:rtl|ltr)$/i.test(value)) ||
      (name === 'id' && targets.has(value));
    if (!isKept) element.removeAttribute(name);
  }
  if (tag === 'a') settleLink(element, base, targets);
  if (tag === 'img') {
    const src = absolute(element.getAttribute('src'), base);
    if (src) element.setAttribute('src', src);
    else element.remove();
  }
  if (
    /^(?:ul|ol|figure|table|blockquote|li|p|h[1-6]|figcaption|a|strong|em|b|i|dl)$/.test(tag) &&
    isEmpty(element)
  )
    element.remove();
}

function settleLink(link: Element, base: string, targets: ReadonlySet<string>): void {
  const href = link.getAttribute('href');
  if (href?.startsWith('#') && targets.has(href.slice(1)) && href.length > 1) return;
  const target = href === null || /^#|^\s*javascript:/i.test(href) ? null : absolute(href.trim(), base);
  if (target) link.setAttribute('href', target);
  else if (link.id) link.removeAttribute('href');
  else link.replaceWith(...link.childNodes);
}

const isEmpty = (element: Element): boolean =>
  !/\S/.test(element.textContent ?? '') && !element.id && !element.querySelector('img, math, hr, br, [id]');

/** Lays the content of boxes out as a flow of blocks: runs of inline content between them become paragraphs. */
function flow(from: Element, into: Element): void {
  let run: Node[] = [];
  const close = (): void => {
    if (run.some((node) => /\S/.test(node.textContent ?? '') || isPicture(node))) addRun(run, into);
    run = [];
  };
  for (const node of [...from.childNodes]) {
    const tag = node.nodeType === 1 ? (node as Element).localName : '';
    if (node.nodeType !== 1 && node.nodeType !== 3) continue;
    if (tag && holdsBlocks(node as Element) && (wrappers.has(tag) || inline.has(tag))) {
      close();
      keepTarget(node as Element, into);
      flow(node as Element, into);
    } else if (tag && wrappers.has(tag) && lineElements.has(tag.toUpperCase())) {
      close();
      keepTarget(node as Element, into);
      flow(node as Element, into);
    } else if (tag && isBlock(node as Element)) {
      close();
      into.append(inside(node as Element));
    } else if (isDoubleBreak(node)) close();
    else run.push(node);
  }
  close();
}

/** The place a footnote leads to stays when its box goes. */
function keepTarget(box: Element, into: Element): void {
  if (!box.id) return;
  const place = into.ownerDocument.createElement('a');
  place.id = box.id;
  into.append(place);
}

const isBlock = (element: Element): boolean =>
  element.localName !== 'br' && lineElements.has(element.tagName.toUpperCase());

function holdsBlocks(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (isBlock(child) || holdsBlocks(child)) return true;
  return false;
}

const isPicture = (node: Node): boolean =>
  node.nodeType === 1 &&
  (/^(?:img|math)$/.test((node as Element).localName) ||
    (node as Element).querySelector('img, math') !== null);

function isDoubleBreak(node: Node): boolean {
  if ((node as Element).localName !== 'br') return false;
  let next = node.nextSibling;
  while (next?.nodeType === 3 && !/\S/.test(next.nodeValue!)) next = next.nextSibling;
  return (next as Element | null)?.localName === 'br';
}

function addRun(run: readonly Node[], into: Element): void {
  const takesInline = /^(?:p|h[1-6]|td|th|dt|dd|figcaption|caption|summary|pre|figure)$/.test(into.localName);
  if (takesInline || (into.localName === 'li' && !holdsBlocks(into))) {
    into.append(...run.map(unwrapped));
    return;
  }
  const paragraph = into.ownerDocument.createElement('p');
  paragraph.append(...withoutOuterBreaks(run).map(unwrapped));
  into.append(paragraph);
}

function withoutOuterBreaks(run: readonly Node[]): readonly Node[] {
  const isBreak = (node: Node): boolean =>
    (node as Element).localName === 'br' || (node.nodeType === 3 && !/\S/.test(node.nodeValue!));
  return run.slice(
    run.findIndex((node) => !isBreak(node)),
    run.findLastIndex((node) => !isBreak(node)) + 1,
  );
}

/** A block with its own content laid out the same way; code keeps its white space as it is. */
function inside(block: Element): Element {
  const tag = block.localName === 'h1' ? 'h2' : block.localName;
  if (tag === 'pre') return codeOf(block);
  const copy = block.ownerDocument.createElement(tag);
  for (const { name, value } of block.attributes) copy.setAttribute(name, value);
  if (/^(?:p|h[1-6])$/.test(tag) && !holdsBlocks(block)) copy.append(...[...block.childNodes].map(unwrapped));
  else flow(block, copy);
  return copy;
}

function codeOf(pre: Element): Element {
  for (const line of pre.querySelectorAll('br')) line.replaceWith('\n');
  for (const line of pre.querySelectorAll('div, p, li')) if (line.nextSibling) line.after('\n');
  const copy = pre.ownerDocument.createElement('pre');
  const code = pre.ownerDocument.createElement('code');
  code.textContent = pre.textContent;
  copy.append(code);
  return copy;
}

/** An inline node without spans and the like around its words. */
function unwrapped(node: Node): Node {
  if (node.nodeType !== 1) return node;
  const element = node as Element;
  for (const inner of [...element.querySelectorAll('*')].reverse())
    if (wrappers.has(inner.localName) || inner.localName.includes('-'))
      inner.replaceWith(...inner.childNodes);
  if (!wrappers.has(element.localName) && !element.localName.includes('-')) return element;
  const fragment = element.ownerDocument.createDocumentFragment();
  fragment.append(...element.childNodes);
  return fragment;
}
