import type { Block } from '../article/block.ts';
import { dayOfIso } from './calendar.ts';
import { resolveDate } from './dates.ts';
import type { Annotation, AnnotationContext, Entity, ResolvedDate } from './entity.ts';
import { findDates } from './find-dates.ts';
import { groupNames } from './group.ts';
import { languageOf } from './language.ts';
import type { Mention } from './mention.ts';
import { roleOf } from './roles.ts';
import { settleLabels } from './settle.ts';
import { keyOf, spellingOf } from './spelling.ts';
import { tenseAt } from './tense.ts';

/**
 * All that is marked in an article, and what it refers to.
 *
 * `recognise` is asked for English only; of other languages the dates are marked where their calendar is known.
 */
export function annotate(
  blocks: readonly Block[],
  context: AnnotationContext,
  recognise: (blocks: readonly Block[]) => readonly Mention[],
): Annotation {
  const language = languageOf(blocks, context.lang);
  const namesMarked = language === 'en';
  const mentions = namesMarked ? settleLabels(blocks, recognise(blocks)) : findDates(blocks, language ?? '');
  // The region matters to dates of figures, and only the page tells it.
  const written = context.lang?.toLowerCase().startsWith(language ?? '?') ? context.lang : language;
  const entities = [
    ...nameEntities(blocks, mentions),
    ...dateEntities(blocks, mentions, context.publishedTime, written ?? ''),
  ]
    .sort((a, b) => a.mentions[0]! - b.mentions[0]!)
    .map((entity, id) => ({ ...entity, id }));
  return { language, namesMarked, mentions, entities };
}

type Unnumbered = Omit<Entity, 'id'>;

function nameEntities(blocks: readonly Block[], mentions: readonly Mention[]): Unnumbered[] {
  const byBlock = Map.groupBy(mentions, ({ block }) => block);
  const inBlock = (block: number) => byBlock.get(block) ?? [];
  return groupNames(blocks, mentions).map((group) => {
    const own = group.mentions.map((index) => mentions[index]!);
    return { ...group, role: group.label === 'PER' ? roleOf(blocks, own, inBlock) : null, date: null };
  });
}

/** Dates that mean the same time are one; those that cannot be resolved are one for each way of writing them. */
function dateEntities(
  blocks: readonly Block[],
  mentions: readonly Mention[],
  publishedTime: string | null,
  language: string,
): Unnumbered[] {
  const published = dayOfIso(publishedTime);
  const found = new Map<string, { date: ResolvedDate | null; texts: string[]; mentions: number[] }>();
  for (const [index, mention] of mentions.entries()) {
    if (mention.label !== 'DATE') continue;
    const { text } = blocks[mention.block]!;
    const said = text.slice(mention.start, mention.end);
    const date = resolveDate(said, { published, language, tense: tenseAt(text, mention) });
    const id = date ? `${date.grain} ${date.start} ${date.end}` : keyOf(said);
    const entity = found.get(id) ?? { date, texts: [], mentions: [] };
    entity.texts.push(spellingOf(said));
    entity.mentions.push(index);
    found.set(id, entity);
  }
  return [...found.values()].map(({ date, texts, mentions }) => {
    const name = texts.reduce((best, text) => (text.length > best.length ? text : best));
    const aliases = [...new Set(texts)].filter((text) => keyOf(text) !== keyOf(name));
    return { label: 'DATE', name, aliases, mentions, role: null, date };
  });
}
