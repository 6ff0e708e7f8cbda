import type { Block } from '../article/block.ts';
import { hasParser, monthNamesOf, parserFor } from './dates.ts';
import type { Mention, Span } from './mention.ts';

/**
 * The dates in text of a language that has no model, where chrono-node knows the language; otherwise none.
 *
 * Spans keep to the convention of the model's: without preposition, article or clock time.
 */
export function findDates(blocks: readonly Block[], language: string): Mention[] {
  if (!hasParser(language)) return [];
  return blocks.flatMap((block, index) =>
    block.kind === 'code'
      ? []
      : datesIn(block.text, language).map((span) => ({ ...span, block: index, label: 'DATE' as const })),
  );
}

// Any day: where a date stands does not depend on it.
const someDay = new Date(2020, 0, 15, 12);

function datesIn(text: string, language: string): Span[] {
  const read = parserFor(language)
    .parse(text, someDay)
    .filter(({ start }) =>
      (['day', 'month', 'year', 'weekday'] as const).some((part) => start.isCertain(part)),
    )
    .map(({ index, text }) => trimmed(text, index))
    .filter((span) => span.start < span.end && isWhole(text, span));
  const months = [...text.matchAll(monthAndYear(language))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const spans = [...months, ...read].sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, i) => !spans.slice(0, i).some((other) => other.end > span.start));
}

function trimmed(text: string, index: number): Span {
  const lead =
    /^[\s,.;:(，、。]*(?:(?:am|um|vom|bis|im|seit|le|du|au|en|el|del|il|lo|dal|al|na|no|em|op|på|den|в|во|с|у|ngày|hari|pada|يوم)\s+)*/iu.exec(
      text,
    )![0];
  const body = text
    .slice(lead.length)
    .replace(clock, '')
    .replace(/[\s,.;:(，、。-]+$/u, '');
  return { start: index + lead.length, end: index + lead.length + body.length };
}

// "um 12 Uhr", "à 12h30", "12:30": times are not marked, and what follows one is not the date's.
const clock =
  /[\s,]*(?:(?<!\p{L})(?:um|à|a las|alle|ore|às|om|kl\.?|klo|at)\s+|(?<=\s)[вов]\s+)?(?<!\d)\d{1,2}(?:(?:[:.]\d{2}(?!\.?\d))|\s?(?:uhr|h\d{0,2}|heures?|horas?|uur|点|點|時|时|годин|час))(?!\p{L}).*$/isu;

/** Not a piece of a longer word or number, where the script parts words. */
function isWhole(text: string, { start, end }: Span): boolean {
  return !isInside(text, start) && !isInside(text, end);
}

const isInside = (text: string, at: number) =>
  spaced.test(text.charAt(at - 1)) && spaced.test(text.charAt(at));
const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}]/u;

/** "Februar 2019", which chrono-node leaves out in several languages. */
function monthAndYear(language: string): RegExp {
  const months = monthNamesOf(language).join('|') || '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}.])(?:${months})(?: de)? (?:19|20)\\d\\d(?![\\p{L}\\p{N}])`, 'giu');
}
