import type { Article } from '../article/article.ts';
import type { Block } from '../article/block.ts';
import type { Annotation } from '../entities/entity.ts';
import type { Label, Mention } from '../entities/mention.ts';

/**
 * The article and its entities as JSON, valid against `article.schema.json`; every mention is a W3C Web Annotation
 * (https://www.w3.org/TR/annotation-model/).
 *
 * Selectors select from `article.text`, the text of `blocks` with white space folded and a line for each. Positions
 * count in code points, as the recommendation asks for text positions, and not in the UTF-16 units of JavaScript:
 * `[...text].slice(start, end).join('')` is the mention. Quotes have as much around them as makes them unique.
 */
export function toJson(
  article: Omit<Article, 'html' | 'text'>,
  blocks: readonly Block[],
  annotation: Annotation,
): string {
  const folded = foldBlocks(blocks);
  return `${JSON.stringify(
    {
      format: 'lede-article',
      version: 1,
      article: articleToJson(article, folded.text),
      entities: annotation.entities.map(({ mentions, ...entity }) => ({
        ...entity,
        id: entityId(entity.id),
        label: nameOf[entity.label],
        mentions: mentions.map(mentionId),
      })),
      annotations: collection(article, annotation, folded),
    },
    null,
    2,
  )}\n`;
}

const textId = '#text';
const entityId = (index: number): string => `#entity-${index}`;
const mentionId = (index: number): string => `#mention-${index}`;

const nameOf: Readonly<Record<Label, string>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
  DATE: 'date',
  NORP: 'group',
  MISC: 'other',
};

function articleToJson(article: Omit<Article, 'html' | 'text'>, text: string) {
  const { url, title, byline, authors, siteName, section, publishedTime, modifiedTime, lang, dir } = article;
  const { excerpt, leadImage, words, scope, completeness } = article;
  return {
    url,
    title,
    byline,
    authors,
    siteName,
    section,
    publishedTime,
    modifiedTime,
    lang,
    dir,
    excerpt,
    leadImage: leadImage && {
      src: leadImage.src,
      alt: leadImage.alt,
      caption: leadImage.caption,
      credit: leadImage.credit,
    },
    words,
    scope,
    completeness,
    text: { id: textId, type: 'TextualBody', format: 'text/plain', language: lang ?? undefined, value: text },
  };
}

/** A collection with its one page, which holds it all. */
function collection(article: { url: string; title: string }, annotation: Annotation, folded: FoldedText) {
  const items = annotation.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity: entity.id })))
    .sort((a, b) => a.mention - b.mention)
    .map(({ mention, entity }) => ({
      id: mentionId(mention),
      type: 'Annotation',
      motivation: 'identifying',
      body: [
        { type: 'SpecificResource', purpose: 'identifying', source: entityId(entity) },
        { type: 'TextualBody', purpose: 'tagging', value: nameOf[annotation.mentions[mention]!.label] },
      ],
      target: {
        source: article.url,
        // The text that the positions count in: a copy of what the source says, not the page as its server sends it.
        state: { type: 'TimeState', cached: textId },
        selector: selectorsOf(annotation.mentions[mention]!, folded),
      },
    }));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: '#annotations',
    type: 'AnnotationCollection',
    label: article.title,
    total: items.length,
    first: { id: '#annotations-1', type: 'AnnotationPage', startIndex: 0, items },
  };
}

function selectorsOf(mention: Mention, { text, positions, codePoints }: FoldedText) {
  const [start, end] = [positions[mention.block]?.[mention.start], positions[mention.block]?.[mention.end]];
  if (start === undefined || end === undefined || start >= end) {
    throw new RangeError(`Mention ${JSON.stringify(mention)} does not stand in the blocks given`);
  }
  return [
    { type: 'TextPositionSelector', start: codePoints[start], end: codePoints[end] },
    { type: 'TextQuoteSelector', ...quote(text, start, end) },
  ];
}

/** The run with the least context, doubled from 32 units, that makes it the only one in the text. */
function quote(text: string, start: number, end: number) {
  for (let around = 32; ; around *= 2) {
    const from = wholeSign(text, Math.max(0, start - around));
    const to = wholeSign(text, Math.min(text.length, end + around));
    const whole = text.slice(from, to);
    const isAll = from === 0 && to === text.length;
    if (isAll || (text.indexOf(whole) === from && text.indexOf(whole, from + 1) === -1)) {
      return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
    }
  }
}

/** The offset, or the one before it when it would part a surrogate pair. */
const wholeSign = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text[offset] ?? '') && /[\ud800-\udbff]/.test(text[offset - 1] ?? '')
    ? offset - 1
    : offset;

interface FoldedText {
  readonly text: string;
  /** For each block and each offset in it, its end included: the offset in `text`. */
  readonly positions: readonly (readonly number[])[];
  /** For each offset in `text`, its end included: the code points before it. */
  readonly codePoints: Uint32Array;
}

/** One text of all blocks: a line each, white space folded except in code, lone surrogates replaced. */
function foldBlocks(blocks: readonly Block[]): FoldedText {
  let text = '';
  const positions = blocks.map((block) => {
    if (text) text += '\n';
    const { folded, offsets } = foldBlock(block);
    const base = text.length;
    text += folded;
    return offsets.map((offset) => base + offset);
  });
  const codePoints = new Uint32Array(text.length + 1);
  for (let i = 0, count = 0; i <= text.length; i++) {
    codePoints[i] = count;
    if (!/[\ud800-\udbff]/.test(text[i] ?? '')) count++; // well-formed: the second half counts
  }
  return { text, positions, codePoints };
}

function foldBlock({ text, kind }: Block): { folded: string; offsets: number[] } {
  const wellFormed = text.toWellFormed();
  if (kind === 'code')
    return { folded: wellFormed, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) };
  let folded = '';
  const offsets: number[] = [];
  let pending = false;
  for (const sign of wellFormed.split('')) {
    const isSpace = /[ \t\r\n\f]/.test(sign);
    if (!isSpace && pending && folded) folded += ' ';
    if (!isSpace) pending = false;
    offsets.push(folded.length);
    if (isSpace) pending = true;
    else folded += sign;
  }
  offsets.push(folded.length);
  return { folded, offsets };
}
