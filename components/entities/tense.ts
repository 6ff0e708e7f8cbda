import type { Tense } from './dates.ts';
import type { Span } from './mention.ts';

/**
 * Whether the sentence speaks of the time at `span` as past or to come, by the verb that stands nearest.
 *
 *     said it will close on Friday      future: "will" is nearer than "said"
 *     said on Friday it will close      past
 *     On Friday, the court will rule    future: nothing before it, so what follows
 */
export function tenseAt(text: string, { start, end }: Span): Tense {
  const before = text
    .slice(Math.max(0, start - reach), start)
    .split(sentenceEnd)
    .at(-1)!;
  const after = text.slice(end, end + reach).split(sentenceEnd)[0]!;
  if (/\buntil (?:the )?$/i.test(before) && !/\b(?:was|were|had|did|lived|worked|served)\b/i.test(before))
    return 'future';
  const back = cuesIn(before).at(-1);
  return back ?? cuesIn(after)[0] ?? 'unknown';
}

// Of a sentence without end the verbs nearby tell.
const reach = 400;

const sentenceEnd = /[.!?]["'”’)]*\s+(?=["'“‘(]?\p{Lu})|\n|[;:]\s/u;

/** The verbs that tell a time, in order. */
function cuesIn(text: string): Tense[] {
  return [...text.matchAll(cue)].map(({ groups }) => (groups!.future ? 'future' : 'past'));
}

const ahead = [
  "will|won[’']t|shall|would(?! have)|is to|are to",
  '(?:due|scheduled|set|slated|expected|anticipated|forecast|projected|likely|planned|plans?|planning|hopes?|intends?|going) to',
  '(?:is|are) (?:due|expected|planned)',
  '(?<!(?:was|were|been|had) )(?:due|scheduled|slated)(?= (?:for|on|at|in)\\b)',
  // A programme is told in the present.
  '(?:begin|start|open|close|end|meet|resume|return|play|face|expire|air|run)s(?= (?:\\S+ ){0,5}(?:on|in|at|until)? ?$)',
].join('|');

const gone =
  "said|told|was|were|had|did|didn[’']t|went|came|took|made|met|began|won|lost|held|saw|left|fell|rose|" +
  'sold|bought|found|gave|sent|spoke|wrote|ran|shot|led|struck|broke|became|got|kept|knew|thought|brought|caught|' +
  'felt|heard|paid|stood|drew|flew|grew|threw|beat|swept|fled|chose|drove|\\p{L}{2,}ed';

// A participle after "be" says nothing of its own: "will be decided", "is to be held".
const participle = '(?:be|been|being|get|are|is)';
const cue = new RegExp(
  `(?<future>(?<=\\p{L})[’']ll(?!\\p{L})|(?<!\\p{L})(?:${ahead})(?!\\p{L}))|(?<!\\b${participle} )(?<!\\p{L})(?:${gone})(?!\\p{L})`,
  'giu',
);
