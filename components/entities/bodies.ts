import { isAcronym, linkIntroduced } from './acronyms.ts';
import type { Link, Spelling } from './group.ts';

/**
 * Links the spellings of one organisation (or work, law, event): legal form and article apart, acronyms, "Brightwell" after
 * "Brightwell Seating Systems", "the Bank" after "Bank of England", "Defense Ministry" with "Russian Defense Ministry".
 */
export function linkBodies(spellings: readonly Spelling[], link: Link) {
  const bodies = spellings.map(bodyOf);
  for (const same of Map.groupBy(bodies, ({ core }) => core).values())
    for (const other of same.slice(1)) link(other.spelling, same[0]!.spelling);
  linkIntroduced(spellings, link);
  // "Cipriani S.A." is not short for "Cipriani Dolci".
  const companies = new Set(
    bodies.filter(({ core, spelling }) => hasLegalForm(spelling.key, core)).map(({ core }) => core),
  );
  const withWord = Map.groupBy(
    bodies.flatMap((body) => body.words.map((word) => ({ word, body }))),
    ({ word }) => word,
  );
  for (const short of bodies.filter(({ core }) => !companies.has(core))) {
    const longer = withWord.get(short.words[0]!)!.map(({ body }) => body);
    const fitting = [
      ...longer.filter((full) => isShortFor(short, full)),
      ...bodies.filter(({ words }) => isClipped(short, words)),
    ];
    const names = new Set(fitting.map(({ core }) => core));
    if (names.size === 1) link(short.spelling, fitting[0]!.spelling);
  }
}

interface Body {
  readonly spelling: Spelling;
  /** The key without legal form. */
  readonly core: string;
  readonly words: readonly string[];
}

function bodyOf(spelling: Spelling): Body {
  const core = coreOf(spelling.key);
  return { spelling, core, words: core.replace(/'s\b/g, '').split(/[ -]/) };
}

function isShortFor(short: Body, full: Body): boolean {
  const [part, whole] = [short.words, full.words];
  if (part.length >= whole.length || isAcronym(full.spelling.text) || full.core === 'white house')
    return false;
  // "U.N." is not short for "U.N. Security Council".
  if (isAcronym(short.spelling.text)) return false;
  const cameFirst = full.spelling.mentions[0]!.index < firstInText(short.spelling);
  const rest = whole.slice(part.length);
  if (part.every((word, i) => word === whole[i]))
    return rest.every((word) => kinds.has(word)) || (cameFirst && isOwnName(part, rest, full.spelling));
  if (part.length === 1)
    return (
      cameFirst && part[0] !== 'administration' && (part[0] === whole.at(-1) || isClassIn(part[0]!, whole))
    );
  const first = whole.slice(0, whole.length - part.length);
  if (!part.every((word, i) => word === whole[first.length + i])) return false;
  // "Local 88" of "Transit Workers Local 88".
  return first.every((word) => isNationality(word)) || (cameFirst && part.some((word) => /^\d+$/.test(word)));
}

/** Headlines shorten names before the text gives them in full. */
const firstInText = ({ mentions }: Spelling) =>
  mentions.find(({ isHeadline }) => !isHeadline)?.index ?? Number.POSITIVE_INFINITY;

/** "the Fed" for Federal Reserve, "the Met" for Metropolitan Opera: what English clips so. */
const isClipped = ({ core }: Body, whole: readonly string[]) =>
  whole.length > 1 && clipped[core] === whole[0];

const clipped: Readonly<Record<string, string>> = { fed: 'federal', met: 'metropolitan' };

/** "the Front" for "Democratic Front of Wol". */
const isClassIn = (word: string, whole: readonly string[]) => classWords.has(word) && whole.includes(word);

/** The start of a name that its owner goes by, not the parent of a part: "Google" is not "Google Cloud". */
function isOwnName(part: readonly string[], rest: readonly string[], { text, label }: Spelling): boolean {
  // A product is not its line: "Xbox Game Bar", "Xbox".
  if (label === 'MISC' || houses.has(part.join(' '))) return false;
  if (part.length === 1 && classWords.has(part[0]!)) return smallWord(rest[0]!);
  if (rest[0] === 'of') return part.length > 1;
  if (rest[0] === 'and') return text.includes('&');
  return (
    !rest.some((word) => partWords.has(word) || smallWord(word) || /\d/.test(word)) &&
    !smallWord(part.at(-1)!)
  );
}

const smallWord = (word: string) => /^(?:of|the|and|for|in|at|on|de|la|du)$/.test(word);

// What may be left out in front of a body's name where there is no other of its kind.
const isNationality = (word: string) =>
  /^(?:\p{L}{2,}an|\p{L}+ish|\p{L}+ese|\p{L}{4,}i|french|dutch|greek|swiss|us|uk|eu|un|national|federal|royal)$/u.test(
    word,
  ) &&
  !/^(?:christian|libertarian|metropolitan|republican|urban|human|samaritan|anglican|lutheran|presbyterian|women|men)$/.test(
    word,
  );

const hasLegalForm = (key: string, core: string) => key !== core && key.startsWith(core);

/** The key without legal forms, and "Ministry of X" as "X Ministry". */
function coreOf(key: string): string {
  const core = key.replace(
    /(?: (?:inc|incorporated|ltd|limited|corp|co|company|plc|llc|llp|lp|ag|gmbh|se|sa|spa|nv|bv|ab|asa|oy|pty|pte|holdings|group))+$/,
    '',
  );
  const [, body, subject] = /^(ministry|department) of (?:the )?(.+)$/.exec(core) ?? [];
  return subject ? `${subject} ${body}` : core;
}

// What a name may end with or not without being another's: "Stanford" and "Stanford University".
const kinds = new Set(
  (
    'university college middle high elementary primary secondary grammar school party corporation company fc afc club united city ' +
    'rovers town athletic council committee commission ministry department agency authority court parliament association ' +
    'society union federation league church newspaper magazine'
  ).split(' '),
);

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

// Known by one word, and known for what bears it as a first: "Google Shopping", "Amazon Elastic Block Store".
const houses = new Set(
  (
    'google amazon microsoft apple facebook meta linkedin ibm oracle samsung sony disney netflix youtube twitter adobe ' +
    'salesforce intel nvidia tesla toyota ford honda walmart target nike visa mastercard uber bloomberg reuters'
  ).split(' '),
);

const partWords = new Set(
  (
    'cloud research labs lab news sport sports music ventures capital foundation institute studios studio pictures records health ' +
    'pay press school schools academy trust fund europe america asia africa uk us usa china india japan international prime ' +
    'plus tv radio web services local women youth reserves deepmind'
  ).split(' '),
);
