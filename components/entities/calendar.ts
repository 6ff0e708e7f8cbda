import type { ResolvedDate } from './entity.ts';

/** A calendar day as days since 1970-01-01: no clock, no zone. */
export type Day = number;

/** The day as its ISO date says, in whatever zone it was written; null when it begins with no such date. */
export function dayOfIso(time: string | null): Day | null {
  const [, year, month, date] = /^\s*(\d{4})-(\d\d)-(\d\d)/.exec(time ?? '') ?? [];
  return year ? dayOf(Number(year), Number(month), Number(date)) : null;
}

/** Null for a day that no calendar has, such as 30 February. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const day = Date.UTC(year, month - 1, date) / 86_400_000;
  const parts = partsOf(day);
  return parts.month === month && parts.date === date ? day : null;
}

/** Month counts from 1, weekday from Sunday as 0. */
export function partsOf(day: Day) {
  const at = new Date(day * 86_400_000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
  };
}

/** The Monday of the day's week. */
export const weekOf = (day: Day): Day => day - ((partsOf(day).weekday + 6) % 7);

export const onDay = (day: Day | null, last: Day | null = null): ResolvedDate | null =>
  day === null ? null : { start: isoDay(day), end: last === null ? null : isoDay(last), grain: 'day' };

export const inWeek = (day: Day): ResolvedDate => ({ start: isoDay(weekOf(day)), end: null, grain: 'week' });

/** `month` may lie outside 1 to 12 and is then carried into the year. */
export const inMonth = (year: number, month: number): ResolvedDate => ({
  start: isoMonth(year, month),
  end: null,
  grain: 'month',
});

export const months = (year: number, from: number, to: number, toYear = year): ResolvedDate => ({
  start: isoMonth(year, from),
  end: isoMonth(toYear, to),
  grain: 'month',
});

/** `quarter` may lie outside 1 to 4 and is then carried into the year; it starts with its first month. */
export const inQuarter = (year: number, quarter: number): ResolvedDate => ({
  start: isoMonth(year, quarter * 3 - 2),
  end: null,
  grain: 'quarter',
});

export const inYear = (year: number, last: number | null = null): ResolvedDate => ({
  start: isoYear(year),
  end: last === null ? null : isoYear(last),
  grain: 'year',
});

/** From its first year, as people count: the 1990s from 1990. */
export const inDecade = (year: number): ResolvedDate => ({
  start: isoYear(Math.floor(year / 10) * 10),
  end: null,
  grain: 'decade',
});

/** From its first year: the 20th from 1901. */
export const inCentury = (century: number): ResolvedDate => ({
  start: isoYear(century * 100 - 99),
  end: null,
  grain: 'century',
});

const isoYear = (year: number) => String(year).padStart(4, '0');

function isoMonth(year: number, month: number): string {
  const carried = year * 12 + month - 1;
  return `${isoYear(Math.floor(carried / 12))}-${String((carried % 12) + 1).padStart(2, '0')}`;
}

const isoDay = (day: Day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
