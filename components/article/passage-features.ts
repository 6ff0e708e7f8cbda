import {
  isAuthorName,
  isBodyName,
  isBoilerplateName,
  isCaptionName,
  isCommentsName,
  isDetailName,
  isListingName,
  nameOf,
} from './names.ts';
import type { Passage } from './passages.ts';
import { asksOrCredits, detailsLine, endsSentence, headsTail, pointsElsewhere } from './wording.ts';

/** What is known of the page beside its passages. */
export interface PassageContext {
  readonly title: string;
  /** The page's own description; a standfirst often repeats it. */
  readonly description: string;
  /** The text as JSON-LD gives it, or null. */
  readonly articleBody: string | null;
  /** Texts of Readability's passages and of those in the page's own container; null where there is no such candidate. */
  readonly read: ReadonlySet<string> | null;
  readonly marked: ReadonlySet<string> | null;
}

/** What is seen of one passage before its neighbours are looked at. */
interface Sight {
  readonly passage: Passage;
  readonly length: number;
  /** Words, or Han signs. */
  readonly words: number;
  readonly isHeading: boolean;
  /** Reads like a sentence or more of prose. */
  readonly isProse: boolean;
  readonly pointsElsewhere: boolean;
  readonly headsTail: boolean;
  readonly asks: boolean;
  readonly details: boolean;
  /** Share of its pieces that stand in the JSON-LD body; 0 when there is none. */
  readonly inBody: number;
  /** Whether it is in Readability's candidate and in the container's. */
  readonly isRead: boolean;
  readonly isMarked: boolean;
  readonly kind: string;
  readonly parent: Element | null;
}

/**
 * One row of numbers for each passage: its shape, wording, place, the names of its boxes, and how its neighbours look.
 * Training and reading share this function; a change of it asks for new weights (`npm run train:blocks`).
 */
export function featuresOf(passages: readonly Passage[], root: Element, context: PassageContext): number[][] {
  const body = context.articleBody ? lettersOf(context.articleBody) : null;
  const sights = passages.map((passage) => see(passage, body, context));
  const page = overview(sights, context);
  const ancestry = new Map<Element, readonly number[]>();
  let before = 0;
  let heading: Sight | null = null;
  let sinceProse = 0;
  return sights.map((sight, i) => {
    const place = { i, before: before / page.prose, heading, sinceProse };
    const row = [
      ...shapeOf(sight),
      ...wordingOf(sight),
      ...markupOf(sight, page),
      ...namesAround(sight.passage.block, root, ancestry),
      ...placeOf(place, page, sights.length),
      ...agreementOf(sight, page),
      ...[-3, -2, -1, 1, 2, 3].flatMap((step) => neighbourOf(sights[i + step])),
      ...surroundingsOf(sights, i),
    ];
    before += proseOf(sight);
    if (sight.isHeading) heading = sight;
    sinceProse = sight.isProse ? 0 : sinceProse + 1;
    return row;
  });
}

function see(passage: Passage, body: string | null, { read, marked }: PassageContext): Sight {
  const { text, linkShare, block } = passage;
  const isHeading = /^h[1-6]$/.test(block.localName) || isBoldLine(passage);
  const asks = text.length < 700 && asksOrCredits.test(text.slice(0, 240));
  return {
    passage,
    length: text.length,
    words: wordsIn(text),
    isHeading,
    isProse:
      !isHeading && !asks && linkShare < 0.45 && widthOf(text) > 70 && /[.!?…。！？:"”'’)]/u.test(text),
    pointsElsewhere: text.length < 400 && pointsElsewhere.test(text.slice(0, 80)),
    headsTail: text.length < 90 && headsTail.test(text),
    asks,
    details: text.length < 300 && detailsLine.test(text.slice(0, 160)),
    inBody: body ? shareIn(text, body) : 0,
    isRead: read?.has(text) ?? true,
    isMarked: marked?.has(text) ?? true,
    kind: block.localName,
    parent: block.parentElement,
  };
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Length in Latin letters: a Han sign says as much as three or so. */
const widthOf = (text: string): number => text.length + 2 * (text.match(wide)?.length ?? 0);

/** A short paragraph all in bold serves as a heading. */
function isBoldLine({ text, block }: Passage): boolean {
  const only = block.firstElementChild;
  if (text.length > 80 || !only || block.childElementCount !== 1 || !/^(?:strong|b)$/.test(only.localName))
    return false;
  return (only.textContent ?? '').replace(/\s+/g, ' ').trim() === text;
}

export const tokensOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap((token) =>
    token.length > 3 && wideAt(token) ? [...token] : [token],
  );

const wideAt = (token: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(token);

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function wordsIn(text: string): number {
  const signs = text.match(wide)?.length ?? 0;
  return signs > text.length / 4 ? signs : text.split(' ').length;
}

const piece = 24;

/** Share of a text's pieces of 24 letters that stand in another. */
function shareIn(text: string, body: string): number {
  const letters = lettersOf(text);
  if (letters.length < piece) return letters.length > 8 && body.includes(letters) ? 1 : 0;
  let [found, all] = [0, 0];
  for (let i = 0; i + piece <= letters.length && all < 12; i += piece) {
    all++;
    if (body.includes(letters.slice(i, i + piece))) found++;
  }
  return found / all;
}

const proseOf = ({ length, passage }: Sight): number => length * (1 - passage.linkShare);

interface Overview {
  readonly prose: number;
  readonly firstProse: number;
  readonly lastProse: number;
  /** How often a kind of box occurs, what share of it is links, and what share of all prose it holds. */
  readonly boxes: ReadonlyMap<
    string,
    { readonly count: number; readonly links: number; readonly prose: number }
  >;
  readonly parents: ReadonlyMap<Element | null, number>;
  readonly texts: ReadonlyMap<string, number>;
  readonly title: string;
  readonly description: string;
  readonly bodyKnown: boolean;
  /** Share of all prose that Readability's candidate and the container's hold. */
  readonly readShare: number;
  readonly markedShare: number;
}

function overview(sights: readonly Sight[], { title, description }: PassageContext): Overview {
  const boxes = new Map<string, { count: number; links: number; prose: number }>();
  const parents = new Map<Element | null, number>();
  const texts = new Map<string, number>();
  let [prose, read, marked] = [0, 0, 0];
  for (const sight of sights) {
    const amount = proseOf(sight);
    prose += amount;
    if (sight.isRead) read += amount;
    if (sight.isMarked) marked += amount;
    const box = boxes.get(boxOf(sight)) ?? { count: 0, links: 0, prose: 0 };
    boxes.set(boxOf(sight), {
      count: box.count + 1,
      links: box.links + sight.passage.linkShare,
      prose: box.prose + amount,
    });
    parents.set(sight.parent, (parents.get(sight.parent) ?? 0) + amount);
    texts.set(sight.passage.text, (texts.get(sight.passage.text) ?? 0) + 1);
  }
  return {
    prose: prose || 1,
    firstProse: sights.findIndex((sight) => sight.isProse),
    lastProse: sights.findLastIndex((sight) => sight.isProse),
    boxes,
    parents,
    texts,
    title: lettersOf(title),
    description: lettersOf(description),
    bodyKnown: sights.some((sight) => sight.inBody > 0.6 && sight.words > 12),
    readShare: read / (prose || 1),
    markedShare: marked / (prose || 1),
  };
}

const boxOf = ({ passage: { block }, parent }: Sight): string =>
  `${block.localName}.${block.getAttribute('class') ?? ''}<${parent?.localName ?? ''}.${parent?.getAttribute('class') ?? ''}`;

function shapeOf({ length, words, passage, isHeading, isProse }: Sight): number[] {
  const { text, linkShare } = passage;
  const start = text.slice(0, 120);
  const letters = start.match(/\p{L}/gu)?.length ?? 1;
  const capitals = start.match(/\p{Lu}/gu)?.length ?? 0;
  return [
    Math.log1p(length),
    Math.log1p(words),
    linkShare,
    Number(endsSentence.test(text)),
    Number(/[:：]$/.test(text)),
    Math.min(8, text.match(/[,，、;]/g)?.length ?? 0),
    capitals / letters,
    (start.match(/\d/g)?.length ?? 0) / start.length,
    Number(isHeading),
    Number(isProse),
  ];
}

function wordingOf(sight: Sight): number[] {
  const { text } = sight.passage;
  const isShort = sight.length < 400;
  return [
    Number(sight.pointsElsewhere),
    Number(sight.headsTail),
    Number(sight.asks),
    Number(sight.details),
    Number(/newsletter|subscri|sign up|inbox|abonn/i.test(text)),
    Number(/@|https?:|www\./.test(text)),
    Number(/©|copyright|all rights|terms|privacy|cookie|版权|著作権/i.test(text)),
    Number(
      isShort &&
        /\b(?:author|writer|editor|reporter|journalist|correspondent|contributor|autorin?|auteur)\b/i.test(
          text,
        ),
    ),
    Number(
      isShort &&
        /\b(?:photos?|image|getty|reuters|afp|ap photo|credit|courtesy|shutterstock|dpa|foto|bild)\b/i.test(
          text,
        ),
    ),
    Number(/^[\s"'“‘(]*\p{Ll}/u.test(text)),
    Number(/^\W*(?:\d+[.):]|[•●▪–-])\s/.test(text)),
    Number(/\?$/.test(text)),
  ];
}

const kinds = ['p', 'li', 'h2', 'h3', 'h4', 'td', 'pre', 'blockquote', 'div', 'span', 'section', 'dd'];
const around = [
  /^(?:ul|ol)$/,
  /^table$/,
  /^(?:blockquote|pre)$/,
  /^(?:aside|footer|nav|header)$/,
  /^figure$/,
  /^dl$/,
  /^article$/,
];

function markupOf(sight: Sight, { boxes, parents, prose }: Overview): number[] {
  const { block, nodes } = sight.passage;
  const box = boxes.get(boxOf(sight))!;
  const first = nodes.find((node) => node.nodeType === 1 || /\S/.test(node.nodeValue ?? ''));
  const firstTag = first?.nodeType === 1 ? (first as Element).localName : '';
  return [
    ...kinds.map((kind) => Number(sight.kind === kind)),
    Math.min(12, box.count),
    box.links / box.count,
    box.prose / prose,
    (parents.get(sight.parent) ?? 0) / prose,
    Number(/^(?:em|i)$/.test(firstTag) && block.childElementCount === 1),
    Number(/^(?:strong|b)$/.test(firstTag)),
    Number(firstTag === 'a'),
  ];
}

const boxTests = [
  isBoilerplateName,
  isCommentsName,
  isBodyName,
  isCaptionName,
  isAuthorName,
  isListingName,
  isDetailName,
];

/** Which kinds of element and which telling names stand between a passage and the root; remembered by element. */
function namesAround(
  block: Element,
  root: Element,
  known: Map<Element, readonly number[]>,
): readonly number[] {
  const found = known.get(block);
  if (found) return found;
  const name = nameOf(block);
  const own = [
    ...around.map((tags) => Number(tags.test(block.localName))),
    ...boxTests.map((test) => Number(test(name))),
    1,
  ];
  const outer = block === root || !block.parentElement ? null : namesAround(block.parentElement, root, known);
  const merged = outer
    ? own.map((value, i) => (i === own.length - 1 ? value + outer[i]! : Math.max(value, outer[i]!)))
    : own;
  known.set(block, merged);
  return merged;
}

function placeOf(
  {
    i,
    before,
    heading,
    sinceProse,
  }: { i: number; before: number; heading: Sight | null; sinceProse: number },
  { firstProse, lastProse, prose }: Overview,
  count: number,
): number[] {
  return [
    before,
    Math.min(15, i),
    Math.min(15, count - 1 - i),
    i / count,
    Number(i < firstProse),
    Number(lastProse >= 0 && i > lastProse),
    Math.min(15, Math.max(0, i - lastProse)),
    Math.min(10, sinceProse),
    Number(heading !== null),
    Number(heading?.headsTail ?? false),
    Number(heading?.pointsElsewhere ?? false),
    Math.min(80, count),
    Math.log1p(prose),
  ];
}

function agreementOf(
  { passage: { text }, words, inBody, isRead, isMarked }: Sight,
  page: Overview,
): number[] {
  const line = text.length < 300 || page.description ? lettersOf(text.slice(0, 300)) : '';
  const isTitle = line.length > 0 && (line === page.title || (words > 3 && page.title.startsWith(line)));
  const isDescription = line.length > 20 && page.description.startsWith(line.slice(0, 50));
  return [
    Number(isTitle),
    Number(isDescription),
    Math.min(3, page.texts.get(text) ?? 1),
    page.bodyKnown ? inBody : 0.5,
    page.bodyKnown ? (inBody > 0.5 ? 1 : -1) : 0,
    Number(isRead),
    Number(isMarked),
    page.readShare,
    page.markedShare,
  ];
}

function neighbourOf(sight: Sight | undefined): number[] {
  if (!sight) return [0, 0, 0, 0, 0, -1];
  return [
    Math.log1p(sight.length),
    sight.passage.linkShare,
    Number(sight.isProse),
    Number(sight.isHeading),
    Number(sight.pointsElsewhere || sight.headsTail || sight.asks || sight.details),
    Number(sight.isRead && sight.isMarked),
  ];
}

function surroundingsOf(sights: readonly Sight[], i: number): number[] {
  const near = sights.slice(Math.max(0, i - 5), i + 6);
  const after = sights.slice(i + 1, i + 9);
  const share = (list: readonly Sight[], value: (sight: Sight) => number): number =>
    list.length ? list.reduce((sum, sight) => sum + value(sight), 0) / list.length : 0;
  return [
    share(near, (sight) => Number(sight.isProse)),
    share(near, (sight) => sight.passage.linkShare),
    share(after, (sight) => Number(sight.isProse)),
    share(after, (sight) => sight.passage.linkShare),
    share(near, (sight) => Number(sight.isRead)),
    share(after, (sight) => Number(sight.isRead)),
  ];
}
