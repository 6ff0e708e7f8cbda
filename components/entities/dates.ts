import * as chrono from 'chrono-node';
import {
  type Day,
  dayOf,
  inCentury,
  inDecade,
  inMonth,
  inQuarter,
  inWeek,
  inYear,
  months,
  onDay,
  partsOf,
  weekOf,
} from './calendar.ts';
import type { ResolvedDate } from './entity.ts';
import { holidayIn } from './holidays.ts';

/** What the article says around a date that bears on which one is meant. */
export interface DateContext {
  /** Day the article was published, in its own zone; without it relative dates stay unresolved. */
  readonly published: Day | null;
  /** Whether the sentence speaks of what was or what will be: "met on Friday", "will meet on Friday". */
  readonly tense: Tense;
  /** BCP 47. English of another region than the US writes the day before the month: 3/4/2019. */
  readonly language: string;
}

export type Tense = 'past' | 'future' | 'unknown';

/**
 * The calendar time that a date in an article means, or null when the article does not settle it.
 *
 * News looks back: "Friday" is the last one, on a Friday that day itself; only a sentence about the future looks ahead.
 * What points to other text ("the same day"), recurs ("Sundays") or lies open ("last spring") is null.
 */
export function resolveDate(text: string, context: DateContext): ResolvedDate | null {
  const said = plain(text);
  for (const [pattern, resolve] of rules) {
    const match = pattern.exec(said);
    if (match) return resolve(match.slice(1), context);
  }
  const day = holiday(said, context);
  if (day) return day;
  // English dates that are none of these have a figure: chrono-node's patterns take a while to compile.
  if (context.language.startsWith('en') && !/\d/.test(said)) return null;
  return monthAndYear(said, context.language) ?? readCalendar(said, context) ?? between(said, context);
}

/** Lower case without articles and shades of meaning: "the early 1990s" and "1990s" are the same time. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[[\]()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\d)'s$|[,.;:]$/, '')
    .replace(/^(?:on|in|by|since|until|from|during|of|at) /, '')
    .replace(/^the /, '')
    .replace(
      /^(?:very )?(?:early|mid|middle|late|earlier|later|end|beginning|start|turn)(?:[- ](?:of|in|on))?(?: the)?[- ]/,
      '',
    )
    .trim();
}

type Resolve = (found: string[], context: DateContext) => ResolvedDate | null;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinals = ['first', 'second', 'third', 'fourth'];
const decades = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const centuries = new Map(
  `twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first`
    .split(' ')
    .map((name, i) => [name, i + 12] as const),
);

const number = '(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
const unit = '(day|week|fortnight|month|year|decade)s?';
const weekday = '(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\.?';
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const which = '(last|this|next|this past|this coming)';
const partOfDay = '(?: (?:morning|afternoon|evening|night))?';
const rule = (pattern: string, resolve: Resolve): readonly [RegExp, Resolve] => [
  new RegExp(`^(?:${pattern})$`),
  resolve,
];

// The first that fits decides. What chrono-node reads well, days of a month, is left to it.
const rules: readonly (readonly [RegExp, Resolve])[] = [
  // Nothing to hold on to: another text, a repetition, a fiscal year, another era.
  rule(
    '(?:same|previous|following|preceding) .*|.*days|fy.*|(?:fiscal|financial).*|.*\\bb\\.?c\\.?(?:e\\.?)?',
    () => null,
  ),
  rule('9/11', () => onDay(dayOf(2001, 9, 11))),

  rule('(1[0-9]{3}|20[0-9]{2}|21[0-9]{2})', ([year]) => inYear(Number(year))),
  rule('(\\d{4}) ?(?:-|/|to|and|until|through) ?(\\d{4}|\\d{2})', ([from, to]) => yearRange(from!, to!)),
  rule('(\\d{4}) to (?:date|now|present)', () => null),
  rule("(\\d{3}0)'?s", ([year]) =>
    year!.endsWith('00') && year! < '2000' ? inCentury(Number(year) / 100 + 1) : inDecade(Number(year)),
  ),
  rule("'?([013-9]0)'?s", ([year]) => inDecade(Number(year) + (Number(year) < 20 ? 2000 : 1900))),
  rule(
    '(?:nineteen[- ])?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)',
    ([name], { published }) =>
      name === 'twenties' && published !== null && published > 18_262
        ? null
        : inDecade(1920 + 10 * decades.indexOf(name!)),
  ),
  rule('(\\d{1,2})(?:st|nd|rd|th)[- ]century', ([century]) => inCentury(Number(century))),
  rule(`(${[...centuries.keys()].join('|')})[- ]century`, ([name]) => inCentury(centuries.get(name!)!)),

  rule(
    '(?:q([1-4])|(first|second|third|fourth|final|last) quarter)(?:,? (?:of )?(\\d{4}))',
    ([q, name, year]) => inQuarter(Number(year), quarterOf(q, name)),
  ),
  rule(
    `(?:q([1-4])|(first|second|third|fourth) quarter)(?: (?:of )?(last|this|next) year)?`,
    ([q, name, which], context) =>
      which
        ? ofYear(which, context, (year) => inQuarter(year, quarterOf(q, name)))
        : nearestQuarter(quarterOf(q, name), context),
  ),
  rule('(?:h([12])|(first|second) half)(?: of)? (\\d{4})', ([half, name, year]) =>
    inHalf(Number(year), half, name),
  ),
  rule('(?:h([12])|(first|second) half) of (last|this|next) year', ([half, name, which], context) =>
    ofYear(which!, context, (year) => inHalf(year, half, name)),
  ),
  // A year is surer than months: June is winter in the south.
  rule('(?:spring|summer|autumn|fall|winter)(?: of)?,? (\\d{4})', ([year]) => inYear(Number(year))),
  rule('(?:spring|summer|autumn|fall|winter)(?: of)?,? (\\d{4})[-/](\\d{2,4})', ([from, to]) =>
    yearRange(from!, to!),
  ),
  rule('this (?:spring|summer|autumn|fall)', (_, { published }) =>
    published === null ? null : inYear(partsOf(published).year),
  ),
  rule('(?:(?:last|next|this) )?(?:spring|summer|autumn|fall|winter)', () => null),

  rule(`(?:day before yesterday)`, (_, context) => fromToday(-2, context)),
  rule(`yesterday${partOfDay}|last night`, (_, context) => fromToday(-1, context)),
  rule('today|tonight|this (?:morning|afternoon|evening)', (_, context) => fromToday(0, context)),
  rule(`tomorrow${partOfDay}`, (_, context) => fromToday(1, context)),
  rule('day after tomorrow', (_, context) => fromToday(2, context)),
  rule(`${number} ${unit} ago`, ([count, unit], context) => away(-numberOf(count!), unit!, context)),
  rule(`(?:in )?${number} ${unit}(?: from now|'s? time| hence)`, ([count, unit], context) =>
    away(numberOf(count!), unit!, context),
  ),
  rule(
    '(last|this|next|current|this past|this coming) (day|week|month|quarter|year|decade|century)',
    ([which, unit], context) => away(stepOf(which!), unit!, context),
  ),
  // What is left of "the end of the year".
  rule('(week|month|quarter|year|decade|century)', ([unit], context) => away(0, unit!, context)),
  rule('(?:(last|this|next|past|this past|this coming) )?weekend', ([which], context) =>
    weekend(which, context),
  ),

  rule(`(?:${which} )?${weekday}${partOfDay}`, ([which, name], context) => weekdayIn(which, name!, context)),
  // The two plain forms, so that few articles wait for chrono-node to compile its patterns.
  rule(
    `(?:${weekday},? )?${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`,
    ([day, name, date, year], context) => dayOfMonth(name!, date!, year, day, context),
  ),
  rule(
    `(?:${weekday},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (\\d{4}))?`,
    ([day, date, name, year], context) => dayOfMonth(name!, date!, year, day, context),
  ),
  rule(`${month}(?:,? (?:of )?(\\d{4}))?`, ([name, year], context) =>
    fromParts({ month: monthOf(name!), year: year ? Number(year) : undefined }, context),
  ),
  rule(`${which} ${month}`, ([which, name], context) => monthIn(which!, monthOf(name!), context)),
  rule(`${month} (?:of )?(last|this|next) year`, ([name, which], context) =>
    ofYear(which!, context, (year) => inMonth(year, monthOf(name!))),
  ),
  rule(`${month} (\\d{1,2})(?:st|nd|rd|th)? (?:of )?(last|this|next) year`, ([name, date, which], context) =>
    ofYear(which!, context, (year) => onDay(dayOf(year, monthOf(name!), Number(date)))),
  ),
  rule(
    `(?:between )?${month} ?(?:-|to|and|through|until) ?${month}(?:,? (?:of )?(\\d{4}))?`,
    ([from, to, year], context) => monthRange(monthOf(from!), monthOf(to!), year, context),
  ),
  rule('(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2}|\\d{4})', ([one, , two, year], context) =>
    slashed(Number(one), Number(two), fullYear(year!), context),
  ),
];

/** Days of a month, and dates of other languages, as chrono-node reads their parts. */
function readCalendar(said: string, context: DateContext): ResolvedDate | null {
  const read = chronoReads(said, context.language, context.published ?? 0);
  if (!read) return null;
  // chrono-node always counts from some day: what changes with that day is relative.
  if (context.published === null && !sameParts(read, chronoReads(said, context.language, 10_000)))
    return null;
  const { start, end } = read;
  if (!end) return fromParts(start, context);
  return fromRange(
    { ...start, year: start.year ?? end.year },
    { ...end, year: end.year ?? start.year },
    context,
  );
}

/** "December 2019 and April 2020": two times of one grain, the first before the second. */
function between(said: string, context: DateContext): ResolvedDate | null {
  const [, from, to] = /^(?:between )?(.+?\d{4}) ?(?:-|to|and|until|through) ?(.+\d{4})$/.exec(said) ?? [];
  if (!from || !to) return null;
  const [first, last] = [resolveDate(from, context), resolveDate(to, context)];
  if (!first || !last || first.end || last.end || first.grain !== last.grain) return null;
  return first.start < last.start ? { ...first, end: last.start } : null;
}

function monthAndYear(said: string, language: string): ResolvedDate | null {
  const [, name, year] = /^(\p{L}+)(?: de)? (\d{4})$/u.exec(said) ?? [];
  const month = name ? monthNamesOf(language).indexOf(name) : -1;
  return month < 0 ? null : inMonth(Number(year), month + 1);
}

/** What chrono-node reads for certain, if it reads all of it: half of a reading would be a guess. */
function chronoReads(said: string, language: string, today: Day): { start: Parts; end: Parts | null } | null {
  const { year, month, date } = partsOf(today);
  // It asks for a moment; at noon no zone can move it to another day.
  const [read, more] = parserFor(language).parse(said, new Date(year, month - 1, date, 12));
  if (!read || more || read.text.trim().length < said.length - 2) return null;
  return { start: partsRead(read.start), end: read.end ? partsRead(read.end) : null };
}

const sameParts = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

interface Parts {
  readonly year?: number;
  readonly month?: number;
  readonly date?: number;
  readonly weekday?: number;
}

function partsRead(components: chrono.ParsedComponents): Parts {
  const certain = (part: chrono.Component) =>
    components.isCertain(part) ? components.get(part)! : undefined;
  return {
    year: certain('year'),
    month: certain('month'),
    date: certain('day'),
    weekday: certain('weekday'),
  };
}

function fromParts({ year, month, date, weekday }: Parts, context: DateContext): ResolvedDate | null {
  if (year !== undefined && month !== undefined)
    return date === undefined ? inMonth(year, month) : onDay(dayOf(year, month, date));
  if (year !== undefined) return inYear(year);
  if (month !== undefined && date !== undefined)
    return onDay(nearestYear(context, (year) => dayOf(year, month, date), { weekday, near: 60 }));
  if (month !== undefined) {
    const first = nearestYear(context, (year) => dayOf(year, month, 1));
    return first === null ? null : inMonth(partsOf(first).year, month);
  }
  return weekday === undefined ? null : onDay(nearestWeekday(weekday, context));
}

function fromRange(from: Parts, to: Parts, context: DateContext): ResolvedDate | null {
  const [first, last] = [fromParts(from, context), fromParts(to, context)];
  // Two weekdays name no point of the calendar without more.
  if (!first || !last || from.month === undefined || first.grain !== last.grain) return null;
  return first.start < last.start ? { ...first, end: last.start } : null;
}

function dayOfMonth(
  name: string,
  date: string,
  year: string | undefined,
  weekday: string | undefined,
  context: DateContext,
): ResolvedDate | null {
  return fromParts(
    {
      month: monthOf(name),
      date: Number(date),
      year: year ? Number(year) : undefined,
      weekday: weekday ? weekdays.indexOf(weekday.slice(0, 3)) : undefined,
    },
    context,
  );
}

/**
 * The year that is meant where none is given: the last one that fits, but for what is close ahead. Within `near` days
 * it is the next one whatever the tense, for nobody writes "July 10" on July 1 of a day a year ago.
 */
function nearestYear(
  { published, tense }: DateContext,
  dayIn: (year: number) => Day | null,
  { weekday, near = 0 }: { weekday?: number; near?: number } = {},
): Day | null {
  if (published === null) return null;
  const { year } = partsOf(published);
  const days = [-2, -1, 0, 1, 2].map((step) => dayIn(year + step)).filter((day) => day !== null);
  const onWeekday = days.filter((day) => partsOf(day).weekday === weekday);
  const fitting = onWeekday.length > 0 ? onWeekday : days;
  const last = fitting.findLast((day) => day <= published) ?? null;
  const next = fitting.find((day) => day >= published) ?? null;
  if (last === null || next === null) return last ?? next;
  if (tense === 'future') return next;
  const ahead = tense === 'unknown' ? Math.max(92, near) : near;
  return next - published < ahead && published - last > 183 ? next : last;
}

function nearestWeekday(weekday: number, { published, tense }: DateContext): Day | null {
  if (published === null) return null;
  const today = partsOf(published).weekday;
  return tense === 'future'
    ? published + ((weekday - today + 7) % 7)
    : published - ((today - weekday + 7) % 7);
}

function weekdayIn(which: string | undefined, name: string, context: DateContext): ResolvedDate | null {
  const weekday = weekdays.indexOf(name.slice(0, 3));
  const { published } = context;
  if (published === null) return null;
  if (which === undefined) return onDay(nearestWeekday(weekday, context));
  if (stepOf(which) === -1)
    return onDay(nearestWeekday(weekday, { ...context, published: published - 1, tense: 'past' }));
  if (which === 'this past') return onDay(nearestWeekday(weekday, { ...context, tense: 'past' }));
  if (which === 'this coming') return onDay(nearestWeekday(weekday, { ...context, tense: 'future' }));
  const monday = weekOf(published) + (which === 'next' ? 7 : 0);
  return onDay(monday + ((weekday + 6) % 7));
}

function weekend(which: string | undefined, { published, tense }: DateContext): ResolvedDate | null {
  if (published === null) return null;
  const saturday = weekOf(published) + 5;
  const begun = saturday <= published;
  if (which === 'this' || which === 'this coming') return onDay(saturday, saturday + 1);
  if (which === 'next') return onDay(saturday + 7, saturday + 8);
  const past = which !== undefined || tense !== 'future';
  return past && (!begun || which === 'last')
    ? onDay(saturday - 7, saturday - 6)
    : onDay(saturday, saturday + 1);
}

function monthIn(which: string, month: number, { published }: DateContext): ResolvedDate | null {
  if (published === null) return null;
  const now = partsOf(published);
  const step = stepOf(which);
  if (step < 0) return inMonth(month < now.month ? now.year : now.year - 1, month);
  return inMonth(step > 0 && month <= now.month ? now.year + 1 : now.year, month);
}

function monthRange(
  from: number,
  to: number,
  year: string | undefined,
  context: DateContext,
): ResolvedDate | null {
  const last = year ? Number(year) : nearestMonthYear(to, context);
  return last === null ? null : months(from > to ? last - 1 : last, from, to, last);
}

function nearestMonthYear(month: number, context: DateContext): number | null {
  const first = nearestYear(context, (year) => dayOf(year, month, 1));
  return first === null ? null : partsOf(first).year;
}

function nearestQuarter(quarter: number, context: DateContext): ResolvedDate | null {
  const year = nearestMonthYear(quarter * 3 - 2, context);
  return year === null ? null : inQuarter(year, quarter);
}

const quarterOf = (digit: string | undefined, name: string | undefined) =>
  digit ? Number(digit) : ordinals.indexOf(name!) + 1 || 4;

function inHalf(year: number, digit: string | undefined, name: string | undefined): ResolvedDate {
  return quarterOf(digit, name) === 1 ? months(year, 1, 6) : months(year, 7, 12);
}

/** "2002 to 2004", "2019-20", "1999/00"; what does not run forward is a score or a phone number. */
function yearRange(from: string, to: string): ResolvedDate | null {
  const first = Number(from);
  let last = to.length === 2 ? first - (first % 100) + Number(to) : Number(to);
  if (to === '00') last += 100;
  return last > first && first >= 1000 && last < 2200 ? inYear(first, last) : null;
}

function fromToday(days: number, { published }: DateContext): ResolvedDate | null {
  return published === null ? null : onDay(published + days);
}

function ofYear(
  which: string,
  { published }: DateContext,
  resolve: (year: number) => ResolvedDate | null,
): ResolvedDate | null {
  return published === null ? null : resolve(partsOf(published).year + stepOf(which));
}

/** The day, week, month and so on that lies `count` of them from the published day. */
function away(count: number, unit: string, { published }: DateContext): ResolvedDate | null {
  if (published === null) return null;
  const { year, month } = partsOf(published);
  switch (unit) {
    case 'day':
      return onDay(published + count);
    case 'week':
      return inWeek(published + 7 * count);
    case 'fortnight':
      return inWeek(published + 14 * count);
    case 'month':
      return inMonth(year, month + count);
    case 'quarter':
      return inQuarter(year, Math.ceil(month / 3) + count);
    case 'year':
      return inYear(year + count);
    case 'decade':
      return inDecade(year + 10 * count);
    default:
      return inCentury(Math.ceil(year / 100) + count);
  }
}

/** 3/4/2019 is in March or in April; the day the article came out or its region may tell which. */
function slashed(
  one: number,
  two: number,
  year: number,
  { published, language }: DateContext,
): ResolvedDate | null {
  const monthFirst = dayOf(year, one, two);
  const dayFirst = dayOf(year, two, one);
  if (monthFirst === null || dayFirst === null) return onDay(monthFirst ?? dayFirst);
  if (monthFirst === dayFirst || monthFirst === published) return onDay(monthFirst);
  if (dayFirst === published || !language.startsWith('en') || /^en-(?!us)/i.test(language))
    return onDay(dayFirst);
  return /^en-us/i.test(language) ? onDay(monthFirst) : null;
}

function holiday(said: string, context: DateContext): ResolvedDate | null {
  const [, which, name, year] = /^(?:(last|this|next) )?(.+?)(?:,? (\d{4}))?$/.exec(said) ?? [];
  if (!name) return null;
  const { published } = context;
  const dayIn = (year: number) => holidayIn(name, year);
  if (year) return onDay(dayIn(Number(year)));
  if (published === null || !which) return onDay(nearestYear(context, dayIn));
  if (which === 'this') return onDay(dayIn(partsOf(published).year));
  const tense = which === 'last' ? 'past' : 'future';
  return onDay(nearestYear({ ...context, tense, published: published + stepOf(which) }, dayIn));
}

const fullYear = (year: string) => Number(year) + (year.length === 4 ? 0 : Number(year) < 70 ? 2000 : 1900);

const stepOf = (which: string) => (which === 'last' || which === 'this past' ? -1 : which === 'next' ? 1 : 0);
const monthOf = (name: string) => monthNames.indexOf(name.slice(0, 3)) + 1;
const numberOf = (word: string) => Number(word) || Math.max(1, numbers.indexOf(word));

/** chrono-node's parser for a language, English where it has none. */
export function parserFor(language: string): chrono.Chrono {
  return parsers[language.slice(0, 2).toLowerCase()] ?? chrono.en.strict;
}

const parsers: Readonly<Record<string, chrono.Chrono>> = {
  en: chrono.en.strict,
  ar: chrono.ar.casual,
  de: chrono.de.casual,
  es: chrono.es.casual,
  fi: chrono.fi.casual,
  fr: chrono.fr.casual,
  id: chrono.id.casual,
  it: chrono.it.casual,
  ja: chrono.ja.casual,
  nl: chrono.nl.casual,
  pt: chrono.pt.casual,
  ru: chrono.ru.casual,
  sv: chrono.sv.casual,
  uk: chrono.uk.casual,
  vi: chrono.vi.casual,
  zh: chrono.zh.casual,
};

/** Whether chrono-node reads the dates of a language. */
export const hasParser = (language: string) => language.slice(0, 2).toLowerCase() in parsers;

/** The twelve months as a language writes them, in lower case; empty where it numbers them. */
export function monthNamesOf(language: string): string[] {
  const names = new Intl.DateTimeFormat(language || 'en', { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) =>
    names.format(Date.UTC(2020, month, 15)).toLowerCase(),
  );
  return months.every((name) => /^\p{L}+$/u.test(name)) ? months : [];
}
