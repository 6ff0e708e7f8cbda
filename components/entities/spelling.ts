/** The name as a reader would write it down: one line, without possessive, lower-case article or stray quotes. */
export function spellingOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"“”‘’'«»([{,;:–—-]+(?=.)/u, '')
    .replace(/(?<=.)[\s"“”«»\])},;:–—-]+$/u, '')
    .replace(/(?<=.)(?:[’'‘`´]s|(?<=s)[’'‘`´])$/iu, '')
    .replace(/^(?:the|a|an) (?=.)/, '');
}

/** What two spellings share when only case, accents, dots, dashes or the article differ. */
export function keyOf(spelling: string): string {
  return spelling
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđæœß]/g, (letter) => plainLetters[letter]!)
    .replace(/[’‘`´ʼ']/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/&/g, ' and ')
    .replace(/[.,"“”!]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=.)/, '');
}

const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** BRIGHTWELL and ADA ROE, but not IBM: all in capitals, as headlines and datelines write names. */
export const isShouted = (spelling: string) =>
  spelling === spelling.toUpperCase() &&
  (/\p{Lu}{4}/u.test(spelling) || /\p{Lu}{3,} \p{Lu}{3}/u.test(spelling));
