import type { Link, Named, Spelling } from './group.ts';

/**
 * Links acronyms to the names they stand for: introduced in brackets ("Government of National Accord (GNA)", "IMF
 * (International Monetary Fund)"), with "or" ("the International Monetary Fund, or IMF,"), or by their initials alone
 * where one name of the article has them.
 */
export function linkIntroduced(spellings: readonly Spelling[], link: Link) {
  for (const acronym of spellings.filter(({ text }) => isAcronym(text))) {
    const full = introduced(acronym, spellings) ?? byInitials(acronym, spellings);
    if (full) link(acronym, full);
  }
}

/** Two to eight letters, mostly capitals: GNA, U.N., MoEFCC, G20. */
export const isAcronym = (text: string) =>
  /^[\p{L}\p{N}.&-]{2,10}$/u.test(text) &&
  (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0);

function introduced(acronym: Spelling, spellings: readonly Spelling[]): Spelling | undefined {
  for (const mention of acronym.mentions) {
    const full = spellings.find(
      ({ text, mentions }) => !isAcronym(text) && mentions.some((other) => isBeside(mention, other)),
    );
    if (full && (!isAgency(acronym.key) || hasInitials(acronym.key, full.key))) return full;
  }
  return undefined;
}

/** "full (ACRONYM)", "full, or ACRONYM," and "ACRONYM (full)"; "(NYSE: ABC)" introduces nothing. */
function isBeside(acronym: Named, full: Named): boolean {
  if (full.block !== acronym.block) return false;
  if (full.end <= acronym.start) {
    const between = acronym.before.slice(acronym.before.length - (acronym.start - full.end));
    if (acronym.start - full.end > 8) return false;
    return (
      (/^(?:['’]s)? ?[([]["“]?$/.test(between) && /^["”]?[)\],;]/.test(acronym.after)) ||
      /^,? or (?:the )?$/.test(between)
    );
  }
  const between = acronym.after.slice(0, full.start - acronym.end);
  return full.start - acronym.end <= 7 && /^ ?[([](?:the )?$/.test(between);
}

// "the ministry said (AFP)" gives the source.
const isAgency = (key: string) =>
  ['afp', 'ap', 'dpa', 'pti', 'ani', 'efe', 'ansa', 'upi', 'reuters', 'tass', 'dw'].includes(key);

function byInitials(acronym: Spelling, spellings: readonly Spelling[]): Spelling | undefined {
  const letters = acronym.text.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 2) return undefined;
  const fitting = spellings.filter((full) => !isAcronym(full.text) && hasInitials(letters, full.key));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether the letters are the first ones of the words, small words counted or not: "UN", "BoE", "DRC". */
function hasInitials(letters: string, key: string): boolean {
  const words = key.split(/[ -]/).filter((word) => word !== '');
  const all = words.map((word) => word[0]).join('');
  const main = words
    .filter((word) => !smallWords.has(word))
    .map((word) => word[0])
    .join('');
  return words.length > 1 && (letters === all || letters === main);
}

const smallWords = new Set('of the and for in on to de la du des et y e del di der für und al'.split(' '));
