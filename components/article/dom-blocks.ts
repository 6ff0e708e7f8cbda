import type { Block, BlockKind } from './block.ts';

/** A block that still knows where its text stands in the document. */
export interface DomBlock extends Block {
  /** Element whose child nodes the block's text comes from. */
  readonly element: Element;
  /** The text nodes in order; `start` is the offset of each in `text`. Characters between pieces stand for `<br>`. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly node: Text;
  readonly start: number;
}

const kindOf: Readonly<Record<string, BlockKind>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'item',
  DT: 'item',
  DD: 'item',
  BLOCKQUOTE: 'quote',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
  TD: 'cell',
  TH: 'cell',
  PRE: 'code',
};

/** Elements that begin a line of their own: https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 */
const startsLine = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/**
 * The blocks of `root` in reading order, those of white space alone left out.
 *
 * Text is as in the document, white space not folded, so that offsets hold for the nodes; a `<br>` is `\n`, and
 * two in a row end the block as a paragraph would.
 */
export function domBlocks(root: Element): DomBlock[] {
  const blocks: DomBlock[] = [];
  let text = '';
  let pieces: Piece[] = [];
  let breaks = 0;

  const endBlock = (element: Element, kind: BlockKind) => {
    if (text.trim()) blocks.push({ text, kind, element, pieces });
    text = '';
    pieces = [];
    breaks = 0;
  };

  const walk = (element: Element, owner: Element, kind: BlockKind) => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3 /* text */) {
        const node = child as Text;
        pieces.push({ node, start: text.length });
        text += node.data;
        if (node.data.trim()) breaks = 0;
      } else if (child.nodeType === 1 /* element */) {
        const inner = child as Element;
        if (inner.tagName === 'BR') {
          text += '\n';
          if (++breaks === 2) endBlock(owner, kind);
        } else if (startsLine.has(inner.tagName)) {
          endBlock(owner, kind);
          const innerKind = kindOf[inner.tagName] ?? kind;
          walk(inner, inner, innerKind);
          endBlock(inner, innerKind);
        } else {
          walk(inner, owner, kind);
        }
      }
    }
  };

  const kind = kindOf[root.tagName] ?? 'paragraph';
  walk(root, root, kind);
  endBlock(root, kind);
  return blocks;
}
