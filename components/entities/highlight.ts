import type { DomBlock, Piece } from '../article/dom-blocks.ts';
import type { Annotation } from './entity.ts';
import type { Mention } from './mention.ts';

/** A mention to be marked, with what it refers to. */
export interface Mark extends Mention {
  /** Index in `Annotation.mentions`. */
  readonly mention: number;
  /** Index in `Annotation.entities`. */
  readonly entity: number;
}

export interface HighlightOptions {
  /** Class of every `<mark>`. */
  readonly className?: string;
  /** Called for each `<mark>` once it stands in the document; `part` counts those of one mention from 0. */
  readonly decorate?: (element: HTMLElement, mark: Mark, part: number) => void;
}

/**
 * Puts each mention into `<mark data-mention data-entity data-label>` and returns the undo that restores the same nodes.
 *
 *     <p>of <a>Bank</a> of Oz</p>   →   <p>of <a><mark>Bank</mark></a><mark> of Oz</mark></p>
 *
 * Only text nodes are split and wrapped, so elements around them stay, and a mention that crosses one gets several
 * marks. May be called again for other marks of the same blocks; the undos may then run in any order. A part of the
 * text that is marked already is left as it is.
 */
export function highlight(
  blocks: readonly DomBlock[],
  marks: readonly Mark[],
  options: HighlightOptions = {},
): () => void {
  const made: HTMLElement[] = [];
  const touched = new Set<Piece>();

  for (const mark of marks) {
    let part = 0;
    for (const piece of blocks[mark.block]?.pieces ?? []) {
      if (endOf(piece) <= mark.start || piece.start >= mark.end) continue;
      touched.add(piece);
      const end = Math.min(mark.end, endOf(piece));
      for (const text of cut(piece, mark.start - piece.start, end - piece.start)) {
        const element = wrap(text, mark, options.className);
        made.push(element);
        options.decorate?.(element, mark, part++);
      }
    }
  }

  return () => {
    for (const element of made) element.replaceWith(...element.childNodes);
    for (const piece of touched) join(piece);
  };
}

/** The mentions of an annotation as marks, in reading order; those of entities that `keep` refuses left out. */
export function marksOf(annotation: Annotation, keep: (entity: number) => boolean = () => true): Mark[] {
  return annotation.entities
    .filter((entity) => keep(entity.id))
    .flatMap((entity) =>
      entity.mentions.map((mention) => ({ ...annotation.mentions[mention]!, mention, entity: entity.id })),
    )
    .sort((a, b) => a.mention - b.mention);
}

/** The unmarked text of a piece from `start` to `end`, split off from what is around it. */
function cut(piece: Piece, start: number, end: number): Text[] {
  const texts: Text[] = [];
  let at = 0;
  for (let text: Text | null = piece.node; text && at < end; text = nextText(text)) {
    if (!isMarked(text) && at + text.data.length > start) {
      if (at < start) {
        text = text.splitText(start - at);
        at = start;
      }
      if (at + text.data.length > end) text.splitText(end - at);
      texts.push(text);
    }
    at += text.data.length;
  }
  return texts;
}

function wrap(text: Text, mark: Mark, className: string | undefined): HTMLElement {
  const element = text.ownerDocument.createElement('mark');
  ours.add(element);
  if (className) element.className = className;
  element.dataset.mention = String(mark.mention);
  element.dataset.entity = String(mark.entity);
  element.dataset.label = mark.label;
  text.replaceWith(element);
  element.append(text);
  return element;
}

/** Puts neighbouring texts of a piece back into one node, the first: the node the piece began with. */
function join(piece: Piece) {
  let at = 0;
  let text = piece.node;
  while (piece.start + at + text.data.length < endOf(piece)) {
    const next = nextText(text);
    if (!next) return;
    if (next === text.nextSibling) {
      text.appendData(next.data);
      next.remove();
    } else {
      at += text.data.length;
      text = next;
    }
  }
}

/** The text that follows in the same piece: a sibling, but that either may stand in a mark of ours. */
function nextText(text: Text): Text | null {
  const next = (isMarked(text) ? text.parentNode! : text).nextSibling;
  const inner = next && ours.has(next) ? next.firstChild : next;
  return inner?.nodeType === 3 ? (inner as Text) : null;
}

/** Where the piece ends in the text of its block, also when its node was split. */
function endOf({ node, start }: Piece): number {
  if (!lengths.has(node)) lengths.set(node, node.data.length);
  return start + lengths.get(node)!;
}

// Of the text nodes as `domBlocks` found them: a page's text does not change between reading and marking.
const lengths = new WeakMap<Text, number>();

const isMarked = (text: Text) => text.parentNode !== null && ours.has(text.parentNode);

// An article may have <mark> elements of its own.
const ours = new WeakSet<Node>();
