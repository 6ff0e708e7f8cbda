import type { Block } from '../article/block.ts';
import type { Label, Mention } from './mention.ts';
import { keyOf, spellingOf } from './spelling.ts';

/**
 * The mentions with one label for one spelling, where the article leaves hardly a doubt: a label given to it at least
 * twice as often as another takes the other's mentions. A place told by its preposition ("in Liverpool") stays a place
 * beside the club.
 */
export function settleLabels(blocks: readonly Block[], mentions: readonly Mention[]): Mention[] {
  const named = mentions.map((mention) => {
    const { text } = blocks[mention.block]!;
    return {
      mention,
      key: keyOf(spellingOf(text.slice(mention.start, mention.end))),
      isPlaced:
        mention.label === 'LOC' && placed.test(text.slice(Math.max(0, mention.start - 12), mention.start)),
    };
  });
  const counts = new Map<string, Map<Label, number>>();
  for (const { key, mention } of named) {
    if (!settled.has(mention.label)) continue;
    const of = counts.get(key) ?? new Map<Label, number>();
    counts.set(key, of.set(mention.label, (of.get(mention.label) ?? 0) + 1));
  }
  const ofPeople = partsOfPeople(named);
  const places = new Set(named.filter(({ isPlaced }) => isPlaced).map(({ key }) => key));
  return named.map(({ mention, key, isPlaced }) => {
    if (isPlaced || !settled.has(mention.label)) return mention;
    // "Floyd" for Floyd Mayweather, where nothing is in or near Floyd.
    if (mention.label === 'LOC' && ofPeople.has(key) && !places.has(key)) return { ...mention, label: 'PER' };
    const of = counts.get(key)!;
    const [label, most] = [...of].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    return most >= 2 * of.get(mention.label)! ? { ...mention, label } : mention;
  });
}

/** The words of people's full names, by which the article may call them. */
function partsOfPeople(
  named: readonly { readonly mention: Mention; readonly key: string }[],
): ReadonlySet<string> {
  const full = named.filter(({ mention, key }) => mention.label === 'PER' && key.includes(' '));
  return new Set(full.flatMap(({ key }) => key.split(' ')));
}

const settled: ReadonlySet<Label> = new Set(['PER', 'LOC', 'ORG', 'MISC']);

const placed = /\b(?:in|at|near|outside|around|across|from|to|into|toward|towards) (?:the )?$/i;
