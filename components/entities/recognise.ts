import type { Block } from '../article/block.ts';
import { decode, type Scores } from './decode.ts';
import { type Document, readDocument } from './document.ts';
import { features, mostFeatures } from './features.ts';
import { gateOf } from './gates.ts';
import type { Mention } from './mention.ts';
import type { Model } from './model.ts';
import { isInside, labelOf, outside, tagCount } from './tags.ts';

/**
 * Names and dates of an article, sorted, apart from each other, each inside one block. All blocks together decide:
 * what a name is in one sentence is evidence in the next. Blocks of code hold none.
 */
export function recognise(blocks: readonly Block[], model: Model): Mention[] {
  return [...recogniseInParts(blocks, model, Number.POSITIVE_INFINITY)].flat();
}

/**
 * The same mentions in the same order, a few blocks at a time, so that the first screen can be marked first. Each part
 * holds all mentions of the next blocks, of at least `words` tokens together; the parts joined equal `recognise`.
 */
export function* recogniseInParts(
  blocks: readonly Block[],
  model: Model,
  words = 400,
): Generator<Mention[], void, undefined> {
  const document = readDocument(blocks, model.lexicon);
  for (let block = 0; block < blocks.length; ) {
    const from = document.blockStart[block]!;
    while (block < blocks.length && document.blockStart[block]! - from < words) block++;
    const to = document.blockStart[block]!;
    yield mentionsFrom(document, score(document, model, from, to), from, to);
  }
}

/** Mentions of whole blocks, the tokens from `from` up to `to`; `scores` begin at `from`. */
export function mentionsFrom(document: Document, scores: Scores, from: number, to: number): Mention[] {
  const tags = bestTags(document, scores, from, to);
  const mentions: Mention[] = [];
  for (let i = from; i < to; i++) {
    const tag = tags[i - from]!;
    if (tag === outside) continue;
    const block = document.block[i]!;
    const start = document.start[i]!;
    while (i + 1 < to && isInside(tags[i + 1 - from]!) && document.block[i + 1] === block) i++;
    mentions.push({ block, start, end: document.end[i]!, label: labelOf(tag) });
  }
  return mentions;
}

function bestTags(document: Document, scores: Scores, from: number, to: number): Uint8Array {
  const tags = new Uint8Array(to - from);
  for (let i = from; i < to; ) {
    const end = document.blockStart[document.block[i]! + 1]!;
    decode(scores, i - from, end - from, tags);
    i = end;
  }
  return tags;
}

/** Scores of the tokens from `from` up to `to`; whole blocks. */
export function score(document: Document, model: Model, from: number, to: number): Scores {
  const emissions = new Int32Array((to - from) * tagCount);
  const gates = new Uint8Array(to - from);
  const keys = new Uint32Array(mostFeatures);
  const { rows, rowStart, tags, weights } = model;
  for (let i = from; i < to; i++) {
    gates[i - from] = gateOf(document, i);
    const base = (i - from) * tagCount;
    const count = features(document, i, keys);
    for (let k = 0; k < count; k++) {
      const row = rows.get(keys[k]!) - 1;
      if (row < 0) continue;
      const end = rowStart[row + 1]!;
      for (let entry = rowStart[row]!; entry < end; entry++)
        emissions[base + tags[entry]!]! += weights[entry]!;
    }
  }
  return { emissions, steps: model.steps, gates };
}
