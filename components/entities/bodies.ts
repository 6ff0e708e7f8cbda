import { isAcronym, linkIntroduced } from './acronyms.ts';
import type { Link, Spelling } from './group.ts';

/**
 * Links the spellings of one organisation (or work, law, event): legal form and article apart, acronyms, "Brightwell" after
 * "Brightwell Seating Systems", "the Bank" after "Bank of England", "Defense Ministry" with "Russian Defense Ministry".
 */
export function linkBodies(spellings: readonly Spelling[], link: Link) {
  for (const [i, one] of spellings.entries())
    for (const other of spellings.slice(0, i)) if (coreOf(one.key) === coreOf(other.key)) link(one, other);
  linkIntroduced(spellings, link);
  for (const short of spellings) {
    const fitting = spellings.filter((full) => full !== short && isShortFor(short, full));
    const names = new Set(fitting.map(({ key }) => coreOf(key)));
    if (names.size === 1) link(short, fitting[0]!);
  }
}

function isShortFor(short: Spelling, full: Spelling): boolean {
  if (isAcronym(full.text)) return false;
  const [part, whole] = [wordsOf(short), wordsOf(full)];
  if (part.length >= whole.length) return isClipped(short, whole);
  const cameFirst = full.mentions[0]!.index < short.mentions[0]!.index;
  const rest = whole.slice(part.length);
  if (part.every((word, i) => word === whole[i]))
    return isClassOf(rest) || (cameFirst && isOwnName(part, rest, full.text)) || isClipped(short, whole);
  if (part.length === 1)
    return (cameFirst && (part[0] === whole.at(-1) || isClassIn(part[0]!, whole))) || isClipped(short, whole);
  const first = whole.slice(0, whole.length - part.length);
  return (
    part.every((word, i) => word === whole[first.length + i]) && first.every((word) => isNationality(word))
  );
}

const wordsOf = ({ key }: Spelling) => coreOf(key).split(/[ -]/);

/** "the Fed" for Federal Reserve: three or four letters that begin a longer word, with the article. */
const isClipped = ({ key, mentions }: Spelling, whole: readonly string[]) =>
  /^[a-z]{3,4}$/.test(key) &&
  whole.length > 1 &&
  whole[0]!.length > key.length + 2 &&
  whole[0]!.startsWith(key) &&
  mentions.some(({ before }) => /\bthe $/i.test(before));

/** "the Front" for "Democratic Front of Wol". */
const isClassIn = (word: string, whole: readonly string[]) => classWords.has(word) && whole.includes(word);

/** What is left of a name when its class is taken off: "Stanford" of "Stanford University". */
const isClassOf = (rest: readonly string[]) => rest.every((word) => classWords.has(word));

/** The start of a name that its owner goes by, not the parent of a part: "Google" is not "Google Cloud". */
function isOwnName(part: readonly string[], rest: readonly string[], full: string): boolean {
  if (part.length === 1 && classWords.has(part[0]!)) return smallWord(rest[0]!);
  if (rest[0] === 'of') return part.length > 1;
  if (rest[0] === 'and') return full.includes('&');
  return (
    !rest.some((word) => partWords.has(word) || smallWord(word) || /\d/.test(word)) &&
    !smallWord(part.at(-1)!)
  );
}

const smallWord = (word: string) => /^(?:of|the|and|for|in|at|on|de|la|du)$/.test(word);

const isNationality = (word: string) =>
  /(?:ian|ean|ish|ese|can|man|nch|utch|reek|iraqi|israeli|afghan|us|uk|eu|un|national|federal|royal)$/.test(
    word,
  );

/** The key without legal forms, and "Ministry of X" as "X Ministry". */
function coreOf(key: string): string {
  const core = key.replace(
    /(?: (?:inc|incorporated|ltd|limited|corp|co|company|plc|llc|llp|lp|ag|gmbh|se|sa|spa|nv|bv|ab|asa|oy|pty|pte|holdings|group))+$/,
    '',
  );
  const [, body, subject] = /^(ministry|department) of (?:the )?(.+)$/.exec(core) ?? [];
  return subject ? `${subject} ${body}` : core;
}

const classWords = new Set(
  (
    'university college school middle high elementary primary secondary grammar community memorial medical institute bank party corporation company group holdings systems technologies technology tech ' +
    'industries international therapeutics pharmaceuticals pharma biosciences motors airlines airways air energy petroleum oil ' +
    'foods brands stores retail media entertainment games interactive software networks electronics semiconductor semiconductors ' +
    'insurance bancorp financial partners advisors associates council committee commission ministry department agency authority ' +
    'court parliament senate congress house assembly army navy force forces police board bureau office administration ' +
    'association society union federation league club fc afc united city rovers town athletic trust fund foundation ' +
    'times post journal tribune herald guardian gazette chronicle observer newspaper magazine church orchestra theatre theater museum ' +
    'hospital clinic center centre project initiative coalition alliance movement front'
  ).split(' '),
);

const partWords = new Set(
  (
    'cloud research labs lab news sport sports music ventures capital foundation institute studios studio pictures records health ' +
    'pay press school schools academy trust fund europe america asia africa uk us usa china india japan international prime ' +
    'plus tv radio web services local women youth reserves deepmind'
  ).split(' '),
);
