import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Groups pieces of markup so that each parses in company as it does alone.
 *
 * A page of ours is loaded once for a group, not once for a piece. A piece that would swallow what follows it (an open
 * comment, attribute or raw text) goes last in its group, and one that makes a document of its own (a frameset) alone.
 * Each group is parsed again as a whole and taken apart when any piece came out otherwise.
 */
export function batches(pieces: readonly string[], most: number): number[][] {
  const closed: number[] = [];
  const open: number[] = [];
  const alone: number[] = [];
  for (const [index, html] of pieces.entries())
    (makesDocument(html) ? alone : isClosed(html) ? closed : open).push(index);
  const groups: number[][] = open.map((index) => [index]);
  const share = Math.min(most, Math.max(1, Math.ceil(closed.length / Math.max(1, groups.length)) + 1));
  let rest = closed;
  for (const group of groups) {
    group.unshift(...rest.slice(0, share - 1));
    rest = rest.slice(share - 1);
  }
  for (; rest.length > 0; rest = rest.slice(most)) groups.push(rest.slice(0, most));
  return [
    ...groups.flatMap((group) => (agrees(group, pieces) ? [group] : group.map((index) => [index]))),
    ...alone.map((index) => [index]),
  ];
}

/** The markup of a group; the numbers say later which payload an element belongs to. */
export function wrapped(group: readonly number[], pieces: readonly string[]): string {
  return group.map((index) => wrap(index, pieces[index]!)).join('');
}

const wrap = (index: number, html: string) => `<section id="payload-${index}">${html}</section>`;

function isClosed(html: string): boolean {
  const [section, after, ...others] = parseFragment(`<section>${html}</section>·`).childNodes;
  return (
    section?.nodeName === 'section' && after?.nodeName === '#text' && textOf(after) === '·' && !others.length
  );
}

const textOf = (node: Node) => ('value' in node ? node.value : '');

function makesDocument(html: string): boolean {
  const root = parse(html).childNodes.find(({ nodeName }) => nodeName === 'html');
  return root !== undefined && 'childNodes' in root && root.childNodes.some((n) => n.nodeName === 'frameset');
}

function agrees(group: readonly number[], pieces: readonly string[]): boolean {
  const alone = group.map((index) => serialize(parseFragment(wrap(index, pieces[index]!))));
  return serialize(parseFragment(wrapped(group, pieces))) === alone.join('');
}
