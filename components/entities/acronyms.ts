import type { Link, Spelling } from './group.ts';

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
  for (const { block, start, end, before, after } of acronym.mentions) {
    for (const full of spellings) {
      if (full === acronym || isAcronym(full.text)) continue;
      const touches = full.mentions.some((other) => {
        if (other.block !== block) return false;
        const gap = other.end <= start ? start - other.end : -1;
        if (
          gap > 0 &&
          gap <= 8 &&
          /^(?:['’]s)? ?[([]["“]?$|^,? or (?:the )?$/u.test(before.slice(before.length - gap))
        )
          return /^["”]?[)\],;]|^[\s,.]/u.test(after) || gap > 0;
        const ahead = other.start >= end ? other.start - end : -1;
        return ahead > 0 && ahead <= 7 && /^ ?[([](?:the )?$/u.test(after.slice(0, ahead));
      });
      if (touches && (!isAgency(acronym.key) || hasInitials(acronym.key, full.key))) return full;
    }
  }
  return undefined;
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
