import type { Block } from '../article/block.ts';
import type { Mention } from './mention.ts';
import { boundaries, heads, participles, pluralModifiers } from './role-words.ts';

/**
 * What the article says a person is, by titles and appositions beside the person's mentions, in its own words; null when
 * it does not say. Only phrases around a word for an office or occupation count: kin, ages and clauses do not.
 *
 *     Defense Minister Salah al-Namroush                    Defense Minister
 *     Mohamed al-Menfi, chairman of the council, said       chairman of the council
 *     The company's chief executive, Jane Roe, said         the company's chief executive
 */
export function roleOf(
  blocks: readonly Block[],
  mentions: readonly Mention[],
  inBlock: (block: number) => readonly Mention[],
): string | null {
  const said = mentions.flatMap((mention) => {
    const { text } = blocks[mention.block]!;
    // "Gen Z" has no rank.
    if (mention.end - mention.start < 2) return [];
    const all = inBlock(mention.block);
    return [titleBefore(text, mention), phraseAfter(text, mention, all), phraseBefore(text, mention, all)];
  });
  return said
    .filter((role) => role !== null && !saysLittle.test(role))
    .reduce<string | null>((best, role) => (best === null || saysMore(role!, best) ? role : best), null);
}

/** Words for a role only together with others, "head of sales", or for anyone. */
const saysLittle =
  /^(?:head|member|fellow|partner|lady|keeper|chief|officer|agent|private|forward|model|host|dealer|collector|specialist|expert)$/i;

// A phrase beside a name is not longer; a block may be, when a page has no paragraphs.
const reach = 300;

/** "Defense Minister" says more than the "Minister" of the headline. */
const saysMore = (role: string, other: string) =>
  role.length > other.length && role.toLowerCase().endsWith(other.toLowerCase());

/** "Defense Minister" in front of a name, with what stands before the office as part of it. */
function titleBefore(text: string, { start }: Mention): string | null {
  const clause = lastClause(text.slice(Math.max(0, start - reach), start).replace(courtesy, ''));
  if (!/\S $/.test(clause)) return null;
  const words = clause.trim().split(/\s+/);
  const head = headAtEnd(words);
  if (head < 0) return null;
  return words.slice(startOfPhrase(words, head)).join(' ');
}

// Between a title and the name: "Professor Dr. Roe". No role of their own.
const courtesy = /(?<![\p{L}])(?:Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Alhaji|Sheikh|Hajj?)\.? $/u;

/** Where the office stands that ends the words: "Minister", or "Secretary" of "Secretary of State"; -1 for none. */
function headAtEnd(words: readonly string[]): number {
  const last = words.length - 1;
  if (isHead(words[last]!)) return last;
  for (let at = last - 2; at >= Math.max(0, last - 6); at--) {
    if (!isHead(words[at]!) || !/^(?:of|for|to)$/.test(words[at + 1]!)) continue;
    const isPart = (word: string) =>
      /^\p{Lu}/u.test(word) || /^(?:the|and|for)$/.test(word) || (words[at + 1] === 'of' && isModifier(word));
    return words.slice(at + 2).every(isPart) ? at : -1;
  }
  return -1;
}

/** How far left the words belong to the office: "senior retail analyst", "Managing Director and CEO". */
function startOfPhrase(words: readonly string[], head: number): number {
  let start = head;
  while (start > 0) {
    const word = words[start - 1]!;
    // "voted for president and rapper Ada Roe" joins two sentences' worth.
    const joined =
      /^(?:and|&)$/.test(word) && start > 1 && isHead(words[start - 2]!) && words[start - 3] !== 'for';
    if (joined) start -= 2;
    else if (isModifier(word) && !isVerb(words, start - 1) && head - start < 6) start--;
    else break;
  }
  // "In Paris President Roe said": the place belongs to the sentence.
  const isApart =
    start > 0 && /^(?:in|at|from|near)$/i.test(words[start - 1]!) && /^\p{Lu}/u.test(words[head]!);
  return isApart ? head : start;
}

/** "to allow President Roe": what follows "to" or a modal is no adjective. */
const isVerb = (words: readonly string[], at: number) =>
  /^\p{Ll}/u.test(words[at]!) &&
  /^(?:to|will|would|could|can|may|might|must|should|not|let|lets)$/.test(words[at - 1] ?? '');

/** "chairman of the council" between a name and the next comma. */
function phraseAfter(text: string, { end }: Mention, mentions: readonly Mention[]): string | null {
  const [lead] = /^(?: ?\(\d{1,3}\))?,? (?:(?:aged )?\d{1,3}, )?/.exec(text.slice(end, end + 20)) ?? [''];
  if (!lead.includes(',')) return null;
  const from = end + lead.length;
  const phrase = text.slice(from, endOfPhrase(text, from, mentions));
  const words = phrase.trim().split(/\s+/);
  const head = firstHead(words);
  if (head < 0 || isTitleOfNext(from, words, head, mentions)) return null;
  // A list of people: "the mayor and the governor", "his aide and others".
  if (/ and (?:the|an?|his|her|its|their) /i.test(phrase)) return null;
  if (words[head + 1] === 'and' && !words.slice(head + 2, head + 5).some(isHead)) return null;
  return asRole(words.slice(0, endOfNoun(words, head)), head);
}

/** Up to a comma or other stop; those inside a name ("University of California, Berkeley") stop nothing. */
function endOfPhrase(text: string, from: number, mentions: readonly Mention[]): number {
  const limit = Math.min(text.length, from + reach);
  for (const { index } of text.slice(from, limit).matchAll(/[,;:!?()"“”—–\n]|\.(?=\s|$|["”’])| - /g)) {
    const at = from + index;
    const inside = mentions.some(({ start, end }) => start < at && at < end);
    const abbreviates =
      text[at] === '.' &&
      /(?:\b\p{Lu}|\b(?:St|Inc|Co|Corp|Ltd|Jr|Dr|Mt))$/u.test(text.slice(at - 5, at)) &&
      at + 1 < text.length;
    if (!inside && !abbreviates) return at;
  }
  return limit;
}

/** The first office of a phrase that begins with it and its modifiers, or -1. */
function firstHead(words: readonly string[]): number {
  let at = /^(?:then|now|currently|also|once|the|an?|its|his|her|their|our|my)$/i.test(words[0]!) ? 1 : 0;
  if (at === 1 && /^(?:the|an?)$/i.test(words[1] ?? '')) at++;
  for (const limit = at + 7; at < Math.min(limit, words.length); at++) {
    // "vice president": an office may modify another.
    if (isHead(words[at]!) && !isHead(words[at + 1] ?? '')) return at;
    if (!isHead(words[at]!) && !isModifier(words[at]!) && !isPossessive(words[at]!)) return -1;
  }
  return -1;
}

/** "met Ada Roe, President Joe Poe and others": the title is the next one's. */
function isTitleOfNext(
  from: number,
  words: readonly string[],
  head: number,
  mentions: readonly Mention[],
): boolean {
  const end = from + words.slice(0, head + 1).join(' ').length;
  return mentions.some(
    ({ label, start }) => label === 'PER' && start > from && start - end <= 2 && start - end >= 0,
  );
}

/** What belongs to the office: "of the council", but no clause about the person. */
function endOfNoun(words: readonly string[], head: number): number {
  const stop = words.findIndex(
    (word, i) =>
      i > head &&
      (clauseWords.has(word.toLowerCase()) ||
        (/^\p{Ll}+ed$/u.test(word) && !/^(?:of|for|and|the|an?)$/.test(words[i - 1]!))),
  );
  return stop < 0 ? words.length : stop;
}

/** "The company's chief executive", in front of a name between commas. */
function phraseBefore(text: string, { start, end }: Mention, mentions: readonly Mention[]): string | null {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start).replace(courtesy, '');
  if (!before.endsWith(', ')) return null;
  const isClosed = /^(?:['’]s )?(?:[,;.)]|$)/.test(text.slice(end, end + 20));
  const isSpeaker = /^ (?:said|says|told|wrote|added)\b/.test(text.slice(end, end + 20));
  if (!isClosed && !isSpeaker) return null;
  const left = before.slice(0, -2);
  const stops = [...left.matchAll(/[,;:!?()"“”—–\n]|\.(?=\s)/g)].filter(
    ({ index }) => !mentions.some((other) => other.start < from + index && from + index < other.end),
  );
  const words = left
    .slice((stops.at(-1)?.index ?? -1) + 1)
    .trim()
    .split(/\s+/);
  for (let at = words.length - 1; at >= 0; at--) {
    if (/^(?:and|or)$/.test(words[at]!)) return null;
    if (!isHead(words[at]!)) continue;
    const isWhole = at === words.length - 1 || /^(?:of|for|at|to|in)$/.test(words[at + 1]!);
    const first = startOfNoun(words, at);
    if (!isWhole || first === null || (!isClosed && first > 0)) return null;
    return asRole(words.slice(first), at - first);
  }
  return null;
}

/** Where a noun phrase begins that is told by an article or possessive and stands where an apposition can; else null. */
function startOfNoun(words: readonly string[], head: number): number | null {
  let at = startOfPhrase(words, head);
  if (at === 0) return isPossessive(words[0]!) || determiner.test(words[0]!) ? 0 : null;
  if (isPossessive(words[at - 1]!)) {
    at--;
    const isName = (i: number) => /^\p{Lu}/u.test(words[i] ?? '');
    while (isName(at - 1) || (/^(?:of|and|for)$/.test(words[at - 1] ?? '') && isName(at - 2))) at--;
    if (at > 0 && determiner.test(words[at - 1]!)) at--;
  } else if (determiner.test(words[at - 1]!)) at--;
  else return null;
  return at === 0 ||
    /^(?:by|with|from|to|and|but|said|says|told|asked|recalled|added|explained|wrote|warned|argued|of|for|that|as|while|when|where)$/i.test(
      words[at - 1]!,
    )
    ? at
    : null;
}

/** Without the article, but in "the company's chief executive". */
function asRole(words: readonly string[], head: number): string | null {
  const said = shortened(words, head)
    .join(' ')
    .replace(/[.,]$/, '')
    .replace(/^(?:now|currently|also) /i, '')
    .replace(/^(?:its|his|her|their|our|my|an?) /i, '');
  if (/\b(?:latter|former|other)['’]s /.test(said)) return null;
  const isOwned = words.slice(0, head).some(isPossessive);
  return isOwned ? said.replace(/^The /, 'the ') : said.replace(/^the /i, '');
}

/** A card has room for one office: of "astronomer at … and lead author of …" the first. */
function shortened(words: readonly string[], head: number): readonly string[] {
  const and = words.findIndex((word, i) => word === 'and' && i > head && words.slice(i).some(isHead));
  return words.length > 12 && and > 0 ? words.slice(0, and) : words;
}

/** What follows the last stop: a title never reaches over one. */
const lastClause = (text: string) => text.split(stop).at(-1)!;

const stop =
  /[,;:!?()"“”—–\n•|/]|(?<=\p{L}{3})(?<!\b(?:Prof|Capt|Gov|Sen|Rep|Gen|Col|Maj|Sgt|Adm|Supt|Insp|Det|Hon|Rev|Lieut|Cllr|Pres|Amb|Dept|Asst))\.(?=\s)|(?<=\s)[-'‘]/u;

const bare = (word: string) =>
  word
    .toLowerCase()
    .replace(/^(?:ex|co|vice)-/, '')
    .replace(/\.$/, '');

const isHead = (word: string) =>
  heads.has(bare(word)) || isOccupation(bare(word)) || isCompoundHead(bare(word));

/** By its ending: the list cannot hold every "-ologist". */
const isOccupation = (word: string) =>
  /^\p{L}{2,}(?:ologist|grapher|maker|owner|keeper|master|woman|smith|wright|iatrist)$/u.test(word) &&
  !/^(?:water|grand)/.test(word);

/** "president-elect", "secretary-general". */
const isCompoundHead = (word: string) =>
  /-(?:general|elect|chief|designate)$/.test(word) && heads.has(word.split('-')[0]!);

const determiner = /^(?:the|an?|its|his|her|their|our|my)$/i;

const isPossessive = (word: string) => /(?:['’]s|s['’])$/.test(word);

/** Whether a word may stand before an office as part of it. */
function isModifier(word: string): boolean {
  if (isPossessive(word)) return false;
  const said = word.toLowerCase();
  if (boundaries.has(said) || !/^[\p{L}\d&.'’/-]+$/u.test(word)) return false;
  if (/^\p{Lu}/u.test(word)) return true;
  if (/\d|\.$/.test(word)) return false;
  if (/(?:ed|ing)$/.test(said)) return participles.has(said);
  return !said.endsWith('s') || /(?:ss|us|is)$/.test(said) || pluralModifiers.has(said);
}

// A clause about the person begins, not a part of the office.
const clauseWords = new Set(
  (
    'who whom whose which that where when while since until after before because although though but as said says told ' +
    'has have had was were is are will would could can may might did does do sent known born given taken seen brought ' +
    'wrote took made led won lost went came'
  ).split(' '),
);
