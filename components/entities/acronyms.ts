import type { Link, Named, Spelling } from './group.ts';

/**
 * Links acronyms to the names they stand for: introduced in brackets ("Government of National Accord (GNA)", "IMF
 * (International Monetary Fund)"), or by their initials alone where one name of the article has them.
 */
export function linkIntroduced(spellings: readonly Spelling[], link: Link) {
  const isShort = (spelling: Spelling) => isAcronym(spelling.text);
  const fulls = spellings.filter((spelling) => !isShort(spelling));
  const withInitials = Map.groupBy(
    fulls.flatMap((full) => initialsOf(full.key).map((letters) => ({ letters, full }))),
    ({ letters }) => letters,
  );
  for (const acronym of spellings.filter(isShort)) {
    const fitting = withInitials.get(lettersOf(acronym)) ?? [];
    const full = introduced(acronym, fulls) ?? (fitting.length === 1 ? fitting[0]!.full : undefined);
    if (full) link(acronym, full);
  }
}

/** Two to eight letters, mostly capitals: GNA, U.N., MoEFCC, G20. */
export const isAcronym = (text: string) =>
  /^[\p{L}\p{N}.&-]{2,10}$/u.test(text) &&
  (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0);

function introduced(acronym: Spelling, fulls: readonly Spelling[]): Spelling | undefined {
  for (const mention of acronym.mentions) {
    const full = fulls.find(({ mentions }) => mentions.some((other) => isBracketed(mention, other)));
    if (full && (!isAgency(acronym.key) || initialsOf(full.key).includes(lettersOf(acronym)))) return full;
  }
  return undefined;
}

/** "full (ACRONYM)" and "ACRONYM (full)"; "(NYSE: ABC)" introduces nothing. */
function isBracketed(acronym: Named, full: Named): boolean {
  if (full.block !== acronym.block) return false;
  const gap = acronym.start - full.end;
  if (gap > 0) {
    const between = acronym.before.slice(acronym.before.length - gap);
    return gap <= 6 && /^(?:['’]s)? ?[([]["“]?$/.test(between) && /^["”]?[)\],;]/.test(acronym.after);
  }
  const between = acronym.after.slice(0, full.start - acronym.end);
  return full.start > acronym.end && between.length <= 7 && /^ ?[([](?:the )?$/.test(between);
}

// "the ministry said (AFP)" gives the source.
const isAgency = (key: string) =>
  ['afp', 'ap', 'dpa', 'pti', 'ani', 'efe', 'ansa', 'upi', 'reuters', 'tass', 'dw'].includes(key);

const lettersOf = ({ text }: Spelling) => text.toLowerCase().replace(/[^a-z]/g, '');

/** The first letters of the words, small words left out and counted: "un", "boe", "drc"; none of a single word. */
function initialsOf(key: string): string[] {
  const words = key.split(/[ -]/).filter((word) => word !== '');
  if (words.length < 2) return [];
  const letters = (some: readonly string[]) => some.map((word) => word[0]).join('');
  return [...new Set([letters(words.filter((word) => !smallWords.has(word))), letters(words)])];
}

const smallWords = new Set('of the and for in on to de la du des et y e del di der für und al'.split(' '));
