import type { Span } from './mention.ts';

/**
 * Words, numbers and marks of a text in order, spaces left out.
 *
 * A hyphen, slash or possessive ends a word, so that names can end inside one ("Paris-based", "anti-Putin",
 * "Putin's"); an apostrophe between letters does not ("O'Brien", "don't"), nor does the period of an initial or a
 * known abbreviation ("U.S.", "J.", "Inc.") or the dot of a site's name ("Booking.com").
 */
export function tokenize(text: string): Span[] {
  const tokens: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    tokens.push({ start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

const abbreviations =
  'Jr|Sr|Inc|Corp|Ltd|Co|Bros|St|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|Cmdr|Adm|Maj|Pvt|' +
  'Supt|Pres|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Ave|Blvd|Rd|Dept|Assn|Univ|vs|etc|e\\.g|i\\.e|a\\.m|p\\.m';
const domains = 'com|org|net|co|io|ai|uk|gov|edu|tv|fm|de|eu|info|ly|gg|app|dev|news|ie|au|ca|nz|in|us|me';
const apostrophe = "['’‘ʼ＇]";
// What may follow an apostrophe without belonging to the name before it: the possessive, and nothing else.
const possessive = `${apostrophe}[sS](?![\\p{L}\\p{N}])`;
const letter = '[\\p{L}\\p{N}]';

const pattern = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[^\\s<>"”’)\\]]+', // addresses are never names
    '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?![\\p{L}\\p{N}]))?', // U.S., J.R.R.
    `(?<!${letter})(?:${abbreviations})\\.(?!${letter})`,
    `(?<!${letter})\\p{Lu}\\.(?=\\s?\\p{Lu})`, // the J. of J. Edgar
    '\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}])',
    possessive,
    `${letter}[\\p{L}\\p{N}\\p{M}\u00ad\u200c\u200d]*(?:(?!${possessive})${apostrophe}(?=\\p{L})[\\p{L}\\p{N}\\p{M}\u00ad\u200c\u200d]+|\\.(?:${domains})(?!${letter}))*`,
    '\\S',
  ].join('|'),
  'gu',
);
