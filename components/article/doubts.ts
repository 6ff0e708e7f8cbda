import type { Completeness, Doubt } from './article.ts';
import { doubtWeights } from './doubt-weights.ts';
import { chanceOf, unpack } from './trees.ts';

/** What a finished extraction looks like from outside, each in plain numbers. */
export interface Signals {
  /** Share of the shorter candidate that stands in the other; 1 when there was one. */
  readonly agreement: number;
  /** Length of the candidate not taken over that of the one taken; 0 when there was none. */
  readonly otherRatio: number;
  /** Shares of the candidate's characters: kept, kept or dropped with little certainty, and prose that was dropped. */
  readonly kept: number;
  readonly unsure: number;
  readonly droppedProse: number;
  /** Mean chance of what was kept. */
  readonly sureness: number;
  /** Characters kept, and over all prose of the page. */
  readonly length: number;
  readonly ofPage: number;
  readonly passages: number;
  readonly linkShare: number;
  /** Longest run of dropped characters between two kept passages, over the kept ones. */
  readonly gap: number;
  /** Share of the JSON-LD body that is as long as the text; 0 when there is none. */
  readonly ofArticleBody: number;
  /** Share of the page's prose that was taken out as boilerplate, and the share that is comments. */
  readonly pruned: number;
  readonly comments: number;
  /** Different boxes of the kept prose over its passages. */
  readonly spread: number;
  readonly isFromMarkup: boolean;
  readonly isFromJsonLd: boolean;
  /** The headline stands on the page. */
  readonly hasHeadline: boolean;
  /** The page calls itself an article. */
  readonly saysArticle: boolean;
  /** The page says it is not free to read, or the text breaks off at an offer. */
  readonly hasPaywall: boolean;
  /** Share of kept passages that read like prose of a sentence or more. */
  readonly prose: number;
}

const trees = unpack(doubtWeights);

/** Above this chance of a bad extraction the reader is warned; set so that few good ones are. */
const alarm = doubtWeights.alarm;

export function completenessOf(signals: Signals): Completeness {
  const chance = chanceOf(trees, signalRow(signals));
  const isBroken = signals.hasPaywall && signals.length < 1500;
  if (chance < alarm && !isBroken) return { status: 'complete' };
  return { status: 'uncertain', reasons: reasonsFor(signals) };
}

/** The reasons that hold; the likeliest one when none is plain. */
function reasonsFor(signals: Signals): Doubt[] {
  const reasons: Doubt[] = [];
  if (signals.hasPaywall) reasons.push('paywall');
  if (signals.ofPage < 0.4 || signals.droppedProse > 0.25 || signals.otherRatio > 1.5)
    reasons.push('short-of-page');
  if (signals.agreement < 0.6 || signals.unsure > 0.25) reasons.push('candidates-disagree');
  if (!signals.hasHeadline) reasons.push('headline-apart');
  return reasons.length ? reasons : ['short-of-page'];
}

/** The signals as the trees know them; a change asks for new weights. */
export const signalRow = (signals: Signals): number[] => [
  signals.agreement,
  Math.min(5, signals.otherRatio),
  signals.kept,
  signals.unsure,
  signals.droppedProse,
  signals.sureness,
  Math.log1p(signals.length),
  signals.ofPage,
  Math.min(200, signals.passages),
  signals.linkShare,
  Math.min(2, signals.gap),
  Math.min(3, signals.ofArticleBody),
  Number(signals.isFromMarkup),
  Number(signals.isFromJsonLd),
  Number(signals.hasHeadline),
  Number(signals.saysArticle),
  Number(signals.hasPaywall),
  signals.prose,
  signals.length / (signals.passages || 1),
  signals.pruned,
  signals.comments,
  signals.spread,
];
