import type { Block } from '../article/block.ts';
import { linkBodies } from './bodies.ts';
import type { Label, Mention } from './mention.ts';
import { linkPeople } from './people.ts';
import { linkPlaces } from './places.ts';
import { isShouted, keyOf, spellingOf } from './spelling.ts';

/** Mentions that name the same one, with the spellings the article uses for it. */
export interface Group {
  readonly label: Label;
  /** The fullest spelling, as the article writes it. */
  readonly name: string;
  /** Other spellings in order of appearance. */
  readonly aliases: readonly string[];
  /** Indices of mentions in reading order. */
  readonly mentions: readonly number[];
}

/** One way to write a name under one label, wherever the article uses it. */
export interface Spelling {
  readonly label: Label;
  readonly key: string;
  /** As first written. */
  readonly text: string;
  readonly mentions: readonly Named[];
}

/** A mention with its place in the article and what stands around it in its block. */
export interface Named extends Mention {
  readonly index: number;
  /** Whether it stands in a headline or heading, or opens the article. */
  readonly isHeadline: boolean;
  /** Sentences of its block that end before it. */
  readonly sentence: number;
  readonly before: string;
  readonly after: string;
}

/** Says that two spellings name the same one, or that one mention belongs to a spelling. */
export type Link = (one: Spelling | Named, other: Spelling) => void;

/**
 * Groups the names of an article, dates apart: "Dbeibah" with "Abdulhamid Dbeibah", "GNA" with "Government of National
 * Accord". What could be either of two stays by itself, for a wrong name on a card is worse than a second card.
 */
export function groupNames(blocks: readonly Block[], mentions: readonly Mention[]): Group[] {
  const ends = blocks.map(({ text }) => [...text.matchAll(sentenceEnd)].map(({ index }) => index));
  const named = mentions.map((mention, index) => contextOf(blocks, mention, index, ends[mention.block]!));
  const spellings = spellingsOf(
    named.filter(({ label }) => label !== 'DATE'),
    blocks,
  );
  const links: [one: Spelling | Named, other: Spelling][] = [];
  const link: Link = (...pair) => links.push(pair);
  const of = (label: Label) => spellings.filter((spelling) => spelling.label === label);
  linkPeople(of('PER'), link);
  linkBodies(of('ORG'), link);
  linkBodies(of('MISC'), link);
  linkPlaces(of('LOC'), link);
  return groupsFrom(
    joined(spellings, links),
    named.filter(({ label }) => label !== 'DATE'),
    blocks,
  );
}

function contextOf(
  blocks: readonly Block[],
  mention: Mention,
  index: number,
  ends: readonly number[],
): Named {
  const { text, kind } = blocks[mention.block]!;
  return {
    ...mention,
    index,
    isHeadline: kind === 'headline' || kind === 'heading' || mention.block === 0,
    sentence: ends.filter((end) => end < mention.start).length,
    before: text.slice(Math.max(0, mention.start - 60), mention.start),
    after: text.slice(mention.end, mention.end + 60),
  };
}

/** Mentions that were linked one by one have left their spelling. */
function joined(
  spellings: readonly Spelling[],
  links: readonly (readonly [Spelling | Named, Spelling])[],
): Union {
  const groups = new Union();
  const left = new Set(links.map(([one]) => one));
  const stayed = ({ mentions }: Spelling) => mentions.filter((mention) => !left.has(mention));
  for (const spelling of spellings)
    for (const { index } of stayed(spelling)) groups.join(index, stayed(spelling)[0]!.index);
  for (const [one, other] of links) {
    const [mention] = 'mentions' in one ? stayed(one) : [one];
    const [target] = stayed(other);
    if (mention && target) groups.join(mention.index, target.index);
  }
  return groups;
}

const sentenceEnd = /(?<=\p{L}{2})(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Prof|Capt))[.!?]["'”’)]*\s/gu;

function spellingsOf(named: readonly Named[], blocks: readonly Block[]): Spelling[] {
  const found = new Map<string, { label: Label; key: string; text: string; mentions: Named[] }>();
  for (const mention of named) {
    const text = spellingOf(blocks[mention.block]!.text.slice(mention.start, mention.end));
    const key = keyOfName(text, mention.label);
    const id = `${mention.label} ${key}`;
    const spelling = found.get(id);
    if (spelling) spelling.mentions.push(mention);
    else found.set(id, { label: mention.label, key, text, mentions: [mention] });
  }
  return [...found.values()];
}

function groupsFrom(groups: Union, named: readonly Named[], blocks: readonly Block[]): Group[] {
  const members = new Map<number, Named[]>();
  for (const mention of named) {
    const root = groups.find(mention.index);
    members.set(root, [...(members.get(root) ?? []), mention]);
  }
  return [...members.values()].map((mentions) => {
    const { label } = mentions[0]!;
    const key = (spelling: string) => keyOfName(spelling, label);
    const spellings = mentions.map(({ block, start, end }) =>
      spellingOf(blocks[block]!.text.slice(start, end)),
    );
    const name = fullest(spellings, key);
    const aliases = new Map<string, string>();
    for (const spelling of spellings)
      if (key(spelling) !== key(name) && !aliases.has(key(spelling))) aliases.set(key(spelling), spelling);
    return { label, name, aliases: [...aliases.values()], mentions: mentions.map(({ index }) => index) };
  });
}

/** Libyans are Libyan. */
const keyOfName = (spelling: string, label: Label) =>
  label === 'NORP' ? keyOf(spelling).replace(/(?<=[^s])s$/, '') : keyOf(spelling);

/** The one with most words, then letters; of those that hardly differ the first, if not in a headline's capitals. */
function fullest(spellings: readonly string[], key: (spelling: string) => string): string {
  const size = (spelling: string) => 40 * key(spelling).split(' ').length + key(spelling).length;
  const better = (one: string, other: string) =>
    size(one) - size(other) || Number(isShouted(other)) - Number(isShouted(one));
  return spellings.reduce((best, spelling) => (better(spelling, best) > 0 ? spelling : best));
}

/** Disjoint sets of mentions, by path halving. */
class Union {
  readonly #parent = new Map<number, number>();

  find(index: number): number {
    let at = index;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) {
      const above = this.#parent.get(up);
      if (above !== undefined) this.#parent.set(at, above);
      at = up;
    }
    return at;
  }

  /** The earlier mention stands for the set. */
  join(one: number, other: number) {
    const [first, second] = [this.find(one), this.find(other)].sort((a, b) => a - b);
    if (first !== second) this.#parent.set(second!, first!);
  }
}
