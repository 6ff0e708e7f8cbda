import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DomBlock, domBlocks } from '../../components/article/dom-blocks.ts';
import { highlight, type Mark, marksOf } from '../../components/entities/highlight.ts';

function articleOf(html: string): HTMLElement {
  const root = document.createElement('article');
  root.innerHTML = html;
  return root;
}

const markAt = (block: number, start: number, end: number, mention = 0): Mark => ({
  block,
  start,
  end,
  label: 'ORG',
  mention,
  entity: 7,
});

/** What a person sees as marked: for each mention the texts of its elements. */
const markedIn = (root: Element) =>
  [...root.querySelectorAll('mark[data-mention]')].map((element) => element.textContent);

describe('highlight', () => {
  const cases = [
    { name: 'marks a mention inside a text', html: '<p>of Oz.</p>', mark: [3, 5], marked: ['Oz'] },
    { name: 'marks a whole text', html: '<p><b>Oz</b></p>', mark: [0, 2], marked: ['Oz'] },
    { name: 'marks after an emoji', html: '<p>😃 Ada</p>', mark: [3, 6], marked: ['Ada'] },
    {
      name: 'keeps a mention that crosses inline markup',
      html: '<p>of <a href="#">Bank</a> of <b>Oz</b> said</p>',
      mark: [3, 13],
      marked: ['Bank', ' of ', 'Oz'],
    },
    {
      name: 'marks on both sides of a line break',
      html: '<p>Ada<br>Roe</p>',
      mark: [0, 7],
      marked: ['Ada', 'Roe'],
    },
    {
      name: 'marks inside a mark of the article',
      html: '<p><mark>Ada Roe</mark></p>',
      mark: [0, 3],
      marked: ['Ada'],
    },
    { name: 'leaves what it cannot find', html: '<p>Ada</p>', mark: [9, 12], marked: [] },
  ] as const;
  for (const { name, html, mark, marked } of cases) {
    it(name, () => {
      const root = articleOf(html);
      const before = root.textContent;
      const undo = highlight(domBlocks(root), [markAt(0, mark[0], mark[1])]);
      expect(markedIn(root)).toEqual(marked);
      expect(root.textContent).toBe(before);
      undo();
      expect(root.innerHTML).toBe(html);
    });
  }

  it('says on the element what it marks, and tells the parts of a mention apart', () => {
    const root = articleOf('<p><a>Bank</a> of Oz</p>');
    const parts: number[] = [];
    highlight(domBlocks(root), [markAt(0, 0, 10, 4)], {
      className: 'name',
      decorate: (element, mark, part) => {
        parts.push(part);
        expect(element.isConnected || root.contains(element)).toBe(true);
        expect(mark.mention).toBe(4);
      },
    });
    expect(parts).toEqual([0, 1]);
    expect(root.querySelector('a')!.innerHTML).toBe(
      '<mark class="name" data-mention="4" data-entity="7" data-label="ORG">Bank</mark>',
    );
  });

  it('does not mark a text twice', () => {
    const root = articleOf('<p>Bank of Oz</p>');
    const blocks = domBlocks(root);
    highlight(blocks, [markAt(0, 0, 4, 1)]);
    highlight(blocks, [markAt(0, 0, 10, 2)]);
    expect(markedIn(root)).toEqual(['Bank', ' of Oz']);
    expect(root.querySelectorAll('mark mark')).toHaveLength(0);
  });

  it('takes an annotation apart into marks in reading order', () => {
    const mentions = [
      { block: 0, start: 0, end: 3, label: 'PER' },
      { block: 0, start: 8, end: 10, label: 'LOC' },
      { block: 1, start: 0, end: 3, label: 'PER' },
    ] as const;
    const entity = { aliases: [], role: null, date: null };
    const annotation = {
      language: 'en',
      namesMarked: true,
      mentions,
      entities: [
        { ...entity, id: 0, label: 'PER', name: 'Ada', mentions: [0, 2] },
        { ...entity, id: 1, label: 'LOC', name: 'Oz', mentions: [1] },
      ],
    } as const;
    expect(marksOf(annotation).map(({ mention, entity }) => [mention, entity])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(marksOf(annotation, (id) => id === 1)).toEqual([{ ...mentions[1], mention: 1, entity: 1 }]);
  });
});

describe('highlighting', () => {
  // Inline trees with text of every kind, in paragraphs: the shapes in which a name may stand.
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '😃', 'é', '<'), maxLength: 6 });
  const { inline } = fc.letrec<{ inline: Node[]; node: Node }>((tie) => ({
    inline: fc.array(tie('node'), { maxLength: 4 }),
    node: fc.oneof(
      { depthSize: 'small' },
      text.map((data) => document.createTextNode(data)),
      fc.constantFrom('br', 'img').map((name) => document.createElement(name)),
      fc.tuple(fc.constantFrom('a', 'b', 'mark'), tie('inline')).map(([name, children]) => {
        const element = document.createElement(name as string);
        element.append(...(children as Node[]));
        return element;
      }),
    ),
  }));
  const article = fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((paragraphs) => {
      const root = document.createElement('article');
      for (const children of paragraphs) root.appendChild(document.createElement('p')).append(...children);
      return root;
    })
    .filter((root) => domBlocks(root).length > 0);

  const spans = fc.array(fc.tuple(fc.nat(99), fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 8 });

  const marksFor = (blocks: readonly DomBlock[], spans: readonly (readonly [number, number, number])[]) =>
    spans.map(([block, start, length], mention) =>
      markAt(block % blocks.length, start, start + length, mention),
    );

  const texts = (root: Node): Text[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    return found;
  };

  it('and undoing gives the same markup with the same text nodes, in whatever order the undos run', () => {
    fc.assert(
      fc.property(article, spans, fc.nat(8), fc.boolean(), (root, spans, split, lastFirst) => {
        const blocks = domBlocks(root);
        const [html, nodes, data] = [root.innerHTML, texts(root), texts(root).map((node) => node.data)];
        const marks = marksFor(blocks, spans);
        const undos = [highlight(blocks, marks.slice(0, split)), highlight(blocks, marks.slice(split))];
        expect(root.textContent).toBe(data.join(''));
        for (const undo of lastFirst ? undos.reverse() : undos) undo();
        expect(root.innerHTML).toBe(html);
        expect(texts(root).map((node) => node.data)).toEqual(data);
        expect(texts(root).every((node, i) => node === nodes[i])).toBe(true);
      }),
    );
  });

  it('marks just the text of the spans, in one go or in chunks', () => {
    fc.assert(
      fc.property(article, spans, fc.nat(8), (root, spans, split) => {
        const blocks = domBlocks(root);
        const covered = blocks.map((block) =>
          block.pieces.map((piece) => ({ ...piece, data: piece.node.data })),
        );
        const marks = marksFor(blocks, spans);
        const wanted = covered.flatMap((pieces, block) =>
          pieces.flatMap(({ data, start }) =>
            data
              .split('')
              .filter((_, i) =>
                marks.some((mark) => mark.block === block && mark.start <= start + i && start + i < mark.end),
              ),
          ),
        );
        highlight(blocks, marks.slice(0, split));
        highlight(blocks, marks.slice(split));
        expect(markedIn(root).join('')).toBe(wanted.join(''));
        expect(root.querySelectorAll('mark[data-mention] *')).toHaveLength(0);
      }),
    );
  });
});
