import type { Link, Named, Spelling } from './group.ts';

/** A name in its parts, folded: "Dr. Martin Luther King Jr." is martin, luther, king with the suffix jr. */
interface Person {
  readonly spelling: Spelling;
  readonly tokens: readonly string[];
  /** The tokens as one word: Abdul Hamid, Abdul-Hamid, Abdulhamid. */
  readonly squashed: string;
  readonly suffix: string | null;
}

/**
 * Links the spellings of one person.
 *
 * Full names first: the same surname with given names that do not contradict ("Joe Biden", "Joseph R. Biden Jr."), and
 * only where one longer name fits. Then surnames and given names alone, to the only person they fit. Where two people
 * share a surname, it goes to the one whom the article called by it before the other came up, unless that other is
 * near; else it stays by itself.
 */
export function linkPeople(spellings: readonly Spelling[], link: Link) {
  const people = spellings.map(personOf);
  const full = people.filter(({ tokens }) => tokens.length > 1);
  const persons = mergeFullNames(full, link);
  for (const part of people.filter(({ tokens }) => tokens.length === 1)) linkPart(part, persons, link);
}

/** Full names of one person, the longest first. */
type Persons = readonly (readonly Person[])[];

function mergeFullNames(full: readonly Person[], link: Link): Persons {
  const persons: Person[][] = [];
  for (const person of [...full].sort((a, b) => b.squashed.length - a.squashed.length)) {
    const fitting = persons.filter((names) => names.every((name) => couldBeSame(person, name)));
    if (fitting.length === 1) {
      link(person.spelling, fitting[0]![0]!.spelling);
      fitting[0]!.push(person);
    } else persons.push([person]);
  }
  return persons;
}

/** Whether a name may be a shorter or other form of a longer one. */
function couldBeSame(short: Person, long: Person): boolean {
  if (short.suffix && long.suffix && short.suffix !== long.suffix) return false;
  if (short.squashed === long.squashed) return true;
  const [a, b] = [short.tokens, long.tokens];
  if (isAtEnd(a, b) || isAtStart(a, b)) return true;
  if (!sameSurname(a.at(-1)!, b.at(-1)!) || !sameGiven(a[0]!, b[0]!)) return false;
  const [middle, others] = [a.slice(1, -1), b.slice(1, -1)];
  return others.length === 0 || middle.every((name) => others.some((other) => sameGiven(name, other)));
}

/** "Achebe" and "Achebe-Graham" with the same given name: one of them before she married. */
const sameSurname = (one: string, other: string) =>
  one === other || `-${one}-`.includes(`-${other}-`) || `-${other}-`.includes(`-${one}-`);

/** "García Márquez" in "Gabriel García Márquez", "von der Leyen" in "Ursula von der Leyen". */
const isAtEnd = (short: readonly string[], long: readonly string[]) =>
  ` ${long.join(' ')}`.endsWith(` ${short.join(' ')}`);

/** "Luiz Inácio" in "Luiz Inácio Lula da Silva"; but in "Mary Anne Smith" a surname must be told from a given name. */
const isAtStart = (short: readonly string[], long: readonly string[]) =>
  long.length - short.length > 1 && short.every((token, i) => token === long[i]);

function sameGiven(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return nicknames.some((names) => names.includes(one) && names.includes(other));
}

function linkPart(part: Person, persons: Persons, link: Link) {
  const token = part.tokens[0]!;
  const by = (has: (tokens: readonly string[]) => boolean) =>
    persons.filter((names) => names.some(({ tokens }) => has(tokens)));
  const bySurname = by((tokens) => tokens.at(-1) === token || withoutParticle(tokens.at(-1)!) === token);
  const byAny = by((tokens) => tokens.includes(token));
  const candidates = bySurname.length > 0 ? bySurname : byAny;
  const fitting = candidates.filter((names) =>
    names.some(({ suffix }) => !part.suffix || !suffix || suffix === part.suffix),
  );
  if (fitting.length === 1 && part.spelling.mentions.every((mention) => genderFits(mention, fitting[0]!)))
    link(part.spelling, fitting[0]![0]!.spelling);
  else if (fitting.length > 0) linkEach(part.spelling, fitting, link);
}

/** Decides mention by mention between people of one surname. */
function linkEach(part: Spelling, persons: Persons, link: Link) {
  let called: readonly Person[] | null = null;
  for (const mention of part.mentions) {
    const person = whoOf(mention, persons, called);
    if (!person) continue;
    // An honorific may be there to tell her from him.
    if (!genderOf(mention)) called ??= person;
    link(mention, person[0]!.spelling);
  }
}

/** Whom a lone surname means: whom its honorific fits, the only one introduced so far, or the one called so before. */
function whoOf(mention: Named, persons: Persons, called: readonly Person[] | null): readonly Person[] | null {
  if (/\b(?:which|another|other|either|neither|both|every) $/i.test(mention.before)) return null;
  const introduced = persons.filter((names) => firstOf(names).index < mention.index);
  // A headline calls by the surname the one whom the text will name first.
  if (introduced.length === 0) return only(aheadOf(persons).filter((names) => genderFits(mention, names)));
  const gender = genderOf(mention);
  const told =
    only(introduced.filter((names) => gender && gender === genderOfPerson(names))) ??
    only(
      introduced.filter(
        (names) => titleOf(mention) && mentionsOf(names).some((other) => titleOf(other) === titleOf(mention)),
      ),
    );
  if (told || introduced.length === 1)
    return told ?? only(introduced.filter((names) => genderFits(mention, names)));
  const here = only(
    introduced.filter((names) => mentionsOf(names).some((other) => isJustBefore(other, mention))),
  );
  if (here && here !== called && called && !gender) return null;
  if (here && !hasTitle(mention)) return genderFits(mention, here) ? here : null;
  const othersNear = introduced.some((names) => names !== called && isNear(names, mention));
  return called && !othersNear && genderFits(mention, called) ? called : null;
}

const only = <Item>(items: readonly Item[]): Item | null => (items.length === 1 ? items[0]! : null);

/** Who comes first, if the next of the name is a good deal later. */
function aheadOf(persons: Persons): Persons {
  const [first, second] = [...persons].sort((a, b) => firstOf(a).index - firstOf(b).index);
  return !second || firstOf(second).block - firstOf(first!).block > 1 ? [first!] : [];
}

/** In the same sentence or the one before. */
const isJustBefore = (other: Named, mention: Named) =>
  other.block === mention.block && other.index < mention.index && mention.sentence - other.sentence <= 1;

/** "President Roe" beside "his son Joe Roe" may well be another. */
const hasTitle = (mention: Named) => titleOf(mention) !== null;

/** "Governor" in front of the name, but no honorific that anyone may have. */
function titleOf({ before }: Named): string | null {
  const [, title] = /(?<!\p{L})(\p{Lu}\p{L}+)\.? $/u.exec(before) ?? [];
  return title && !/^(?:Mr|Mrs|Ms|Miss|Dr|The|But|And|When|While|As|If|In|On|At|For|With|That)$/.test(title)
    ? title
    : null;
}

const mentionsOf = (names: readonly Person[]) => names.flatMap(({ spelling }) => spelling.mentions);

const firstOf = (names: readonly Person[]) =>
  mentionsOf(names).reduce((first, mention) => (mention.index < first.index ? mention : first));

const isNear = (names: readonly Person[], mention: Named) =>
  mentionsOf(names).some(({ index, block }) => index < mention.index && mention.block - block <= 1);

type Gender = 'm' | 'f' | null;

/** By the honorific in front or the kin word: "Mrs. Roe", "his wife, Jane Roe". */
function genderOf({ before }: Named): Gender {
  if (
    /(?<!\p{L})(?:mr|sir|lord|king|prince|señor|herr|monsieur|brother|father|husband|son|nephew|uncle)[.,]? $/iu.test(
      before,
    )
  )
    return 'm';
  return /(?<!\p{L})(?:mrs|ms|miss|dame|lady|queen|princess|señora|frau|madame|sister|mother|wife|widow|daughter|niece|aunt)[.,]? $/iu.test(
    before,
  )
    ? 'f'
    : null;
}

function genderOfPerson(names: readonly Person[]): Gender {
  const known = new Set(
    mentionsOf(names)
      .map(genderOf)
      .filter((gender) => gender !== null),
  );
  return known.size === 1 ? [...known][0]! : null;
}

const genderFits = (mention: Named, names: readonly Person[]) =>
  !genderOf(mention) || !genderOfPerson(names) || genderOf(mention) === genderOfPerson(names);

function personOf(spelling: Spelling): Person {
  const words = spelling.key.split(' ').filter((word) => word !== '');
  while (words.length > 1 && honorifics.has(words[0]!)) words.shift();
  const tokens = words
    .filter((word) => !suffixes.has(word))
    // The Arabic article and its assimilated forms; written with a space, hyphen or not at all.
    .map((word) => word.replace(/^(?:al|el|an|ar|as|ash|at|ad)-(?=.)/, ''));
  const joined = joinParticles(tokens.filter((word) => word !== 'al' && word !== 'el'));
  const parts = joined.length > 0 ? joined : [spelling.key];
  return {
    spelling,
    tokens: parts,
    squashed: parts.join('').replace(/-/g, ''),
    suffix: words.find((word) => suffixes.has(word)) ?? null,
  };
}

/** A particle belongs to what follows: van der Berg is one surname. */
function joinParticles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let particle = '';
  for (const [i, word] of words.entries()) {
    // Ben Roe has a given name, Zine Ben Ali a particle.
    const isGiven = i === 0 && word === 'ben';
    if (particles.has(word) && !isGiven && i < words.length - 1) particle += `${word} `;
    else {
      joined.push(particle + word);
      particle = '';
    }
  }
  return joined;
}

/** A surname may be written with its particle or without: "de Blasio", "Blasio". */
const withoutParticle = (surname: string) => surname.split(' ').at(-1)!;

const particles = new Set(
  'van von der den de del della di da dos das do du la le ter ten zu bin ibn ben abu st saint'.split(' '),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const honorifics = new Set(
  'mr mrs ms miss dr prof sir dame lord lady rev fr sen rep gov gen col maj capt lt sgt hon president judge justice pope king queen prince princess sheikh imam rabbi coach'.split(
    ' ',
  ),
);

// English given names that are written in two ways often enough to meet in one article.
const nicknames: readonly (readonly string[])[] = [
  'joseph joe joey',
  'william bill will billy',
  'robert bob rob bobby robbie',
  'richard rick dick rich richie',
  'james jim jimmy jamie',
  'john jack johnny jon',
  'jonathan jon',
  'michael mike mick',
  'thomas tom tommy',
  'charles charlie chuck',
  'edward ed ted eddie',
  'anthony tony',
  'daniel dan danny',
  'david dave',
  'donald don',
  'kenneth ken kenny',
  'lawrence larry',
  'samuel sam',
  'samantha sam',
  'stephen steve',
  'steven steve',
  'timothy tim',
  'christopher chris',
  'christine chris',
  'matthew matt',
  'patrick pat',
  'patricia pat patty',
  'andrew andy drew',
  'benjamin ben',
  'alexander alex sasha',
  'alexandra alex',
  'nicholas nick',
  'gregory greg',
  'jeffrey jeff',
  'ronald ron',
  'raymond ray',
  'vincent vince',
  'philip phil',
  'peter pete',
  'katherine kate kathy katie',
  'catherine kate cathy',
  'elizabeth liz beth betty lizzie',
  'margaret maggie peggy meg',
  'susan sue',
  'deborah debbie deb',
  'jennifer jen jenny',
  'rebecca becky',
  'barbara barb',
  'victoria vicky',
  'theodore ted theo',
  'bernard bernie',
  'frederick fred',
  'gerald gerry jerry',
  'walter walt',
  'zachary zach',
].map((names) => names.split(' '));
