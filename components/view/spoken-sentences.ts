import type { Block } from '../article/block.ts';

/** A sentence to be read aloud, and where it stands: UTF-16 code units in the text of its block, end excluded. */
export interface SpokenSentence {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** White space folded. */
  readonly text: string;
}

/** Finds sentences in a text: where each begins and ends. */
export type SentenceFinder = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** The sentences of an article in reading order. Code is left out: nobody can follow it by ear. */
export function spokenSentences(
  blocks: readonly Block[],
  lang: string | null,
  findSentences: SentenceFinder = sentenceFinder(lang),
): SpokenSentence[] {
  return blocks.flatMap(({ text, kind }, block) =>
    kind === 'code'
      ? []
      : findSentences(text.replace(/\s/g, ' ')) // the end of a line in the markup ends no sentence
          .map((span) => ({ block, ...trimmed(text, span) }))
          .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text)),
  );
}

/** Sentences by the rules of Unicode for the language (https://unicode.org/reports/tr29/#Sentence_Boundaries). */
export function sentenceFinder(lang: string | null): SentenceFinder {
  const segmenter = new Intl.Segmenter(supported(lang), { granularity: 'sentence' });
  return (text) =>
    [...segmenter.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

function supported(lang: string | null): string | undefined {
  try {
    return lang ? Intl.Segmenter.supportedLocalesOf(lang)[0] : undefined;
  } catch {
    return undefined; // a page may call its language anything
  }
}

function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const sentence = text.slice(start, end);
  const lead = sentence.length - sentence.trimStart().length;
  const words = sentence.trim();
  return { start: start + lead, end: start + lead + words.length, text: words.replace(/\s+/g, ' ') };
}

/**
 * A sentence in pieces of at most `longest` characters: voices that a browser asks a server for fall silent within
 * about 15 seconds of one utterance (https://crbug.com/679437).
 *
 * It breaks after the last comma or dash that fits, else between words, else where it must.
 */
export function piecesOf(sentence: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = sentence.trim();
  while (rest.length > longest) {
    const end = breakIn(rest, longest);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}

function breakIn(text: string, longest: number): number {
  const least = longest / 3; // a few words alone sound chopped
  const head = text.slice(0, longest + 1); // with the space that may follow
  const commas = [...head.matchAll(/[,;:،؛](?=\s)|[、，；：]|\s[–—-](?=\s)|—/g)];
  const comma = commas.map(({ index, 0: sign }) => index + sign.length).findLast((end) => end <= longest);
  if (comma && comma >= least) return comma;
  const space = head.lastIndexOf(' ');
  if (space > 0) return space;
  return /[\ud800-\udbff]/.test(text[longest - 1]!) ? longest - 1 : longest;
}
