import { type DomBlock, domBlocks } from '../article/dom-blocks.ts';
import type { Span } from '../entities/mention.ts';

/** Where a span of a block stands in the document now: marks may have split its text since the block was read. */
export function rangeOf(block: DomBlock, span: Span): Range {
  return rangeIn(readAgain(block), span);
}

/** The same for a block that has just been read. */
export function rangeIn({ element, pieces }: DomBlock, { start, end }: Span): Range {
  const range = element.ownerDocument.createRange();
  // the last piece that begins at or before the place; an end may stand at the end of its piece
  const from = pieces.findLast((piece) => piece.start <= start)!;
  const to = pieces.findLast((piece) => piece.start < end)!;
  range.setStart(from.node, Math.min(start - from.start, from.node.data.length));
  range.setEnd(to.node, Math.min(end - to.start, to.node.data.length));
  return range;
}

/** A block as its text stands now. Splitting a text leaves its first node where the block begins. */
function readAgain(block: DomBlock): DomBlock {
  const first = block.pieces[0]!.node;
  return domBlocks(block.element).find(({ pieces }) => pieces[0]!.node === first) ?? block;
}
