import type { Signals } from './doubts.ts';
import type { FoundBody } from './find-body.ts';
import { isArticleNode, type JsonLdNode } from './json-ld.ts';
import type { Passage } from './passages.ts';
import { endsSentence } from './wording.ts';

/** What the page shows before its parts are taken away. */
export interface PageFacts {
  readonly hasHeadline: boolean;
  readonly saysArticle: boolean;
  readonly isPaid: boolean;
}

export function pageFactsOf(copy: Document, title: string, jsonLd: readonly JsonLdNode[]): PageFacts {
  const wanted = lettersOf(title);
  const type = copy.querySelector('meta[property="og:type" i]')?.getAttribute('content') ?? '';
  return {
    hasHeadline: [...copy.querySelectorAll('h1, h2')].some((heading) => {
      const letters = lettersOf(heading.textContent ?? '');
      return letters.length > 2 && (wanted.includes(letters) || letters.includes(wanted));
    }),
    saysArticle: /article/i.test(type) || jsonLd.some(isArticleNode),
    isPaid: jsonLd.some(({ isAccessibleForFree: free }) => free === false || /^false$/i.test(String(free))),
  };
}

const offer =
  /(?:subscribe|sign in|log in|register|create an account|become a (?:member|subscriber))\b.{0,60}\b(?:to (?:continue|read|keep|unlock|access)|for (?:full|unlimited))|continue reading (?:this|the|with|your)|to (?:continue|keep) reading|(?:already a subscriber|unlock (?:this|the) (?:article|story))|(?:jetzt|weiter)lesen mit|réservé aux abonnés|contenido exclusivo para suscriptores/i;

type Line = Pick<Passage, 'text' | 'linkShare'>;

/** Of a found body what signals are read from, without its tree. */
export type Seen = Pick<FoundBody, 'agreement' | 'from' | 'pageProse' | 'pruned'> & {
  readonly candidate: { readonly passages: readonly Line[] };
  readonly other: { readonly length: number } | null;
  readonly context: { readonly articleBody: string | null };
};

/** What can be seen of an extraction: of its candidates, of the filter's chances, and of the page. */
export function signalsOf(
  { candidate, other, agreement, from, context, pageProse, pruned }: Seen,
  chances: readonly number[],
  isKept: readonly boolean[],
  boxes: readonly (number | null)[],
  facts: PageFacts,
): Signals {
  const { passages } = candidate;
  const kept = passages.filter((_, i) => isKept[i]);
  const all = lengthOf(passages) || 1;
  const length = lengthOf(kept);
  const of = (test: (passage: Line, i: number) => boolean): number => lengthOf(passages.filter(test)) / all;
  return {
    agreement,
    otherRatio: other ? other.length / all : 0,
    kept: length / all,
    unsure: of((_, i) => chances[i]! > 0.2 && chances[i]! < 0.8),
    droppedProse: of((passage, i) => !isKept[i] && isProse(passage)),
    sureness:
      passages.reduce((sum, { text }, i) => sum + (isKept[i] ? text.length * chances[i]! : 0), 0) /
      (length || 1),
    length,
    ofPage: Math.min(2, length / (pageProse || 1)),
    passages: kept.length,
    linkShare: kept.reduce((sum, { text, linkShare }) => sum + text.length * linkShare, 0) / (length || 1),
    gap: longestGap(passages, isKept) / (length || 1),
    ofArticleBody: context.articleBody ? length / context.articleBody.length : 0,
    pruned: 1 - pageProse / Math.max(pruned.prose, pageProse, 1),
    comments: pruned.comments / pruned.prose,
    spread: spreadOf(boxes.filter((box, i) => box !== null && isKept[i])),
    isFromMarkup: from === 'container',
    isFromJsonLd: from === 'json-ld',
    hasHeadline: facts.hasHeadline,
    saysArticle: facts.saysArticle,
    hasPaywall:
      pruned.offersMore ||
      (facts.isPaid && length < 1500) ||
      passages.slice(-6).some(({ text }) => text.length < 400 && offer.test(text)),
    prose: kept.filter(isProse).length / (kept.length || 1),
  };
}

/** Whether a page offers the rest of its article for an account or money. */
export const isOffer = (text: string): boolean => offer.test(text);

/** Different boxes over passages: posts of a thread stand in a box each, paragraphs of an article in one. */
const spreadOf = (boxes: readonly (number | null)[]): number => new Set(boxes).size / (boxes.length || 1);

const lengthOf = (passages: readonly Line[]): number =>
  passages.reduce((sum, { text }) => sum + text.length, 0);

const isProse = ({ text, linkShare }: Line): boolean =>
  text.length > 70 && linkShare < 0.45 && endsSentence.test(text);

function longestGap(passages: readonly Line[], isKept: readonly boolean[]): number {
  let [longest, gap, started] = [0, 0, false];
  passages.forEach(({ text }, i) => {
    if (isKept[i]) {
      if (started) longest = Math.max(longest, gap);
      [gap, started] = [0, true];
    } else gap += text.length;
  });
  return longest;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
