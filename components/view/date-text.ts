import type { ResolvedDate } from '../entities/entity.ts';
import { locale } from './messages.ts';

/** A resolved date in the reader's language: "Fri, 16 Apr 2021", "April 2021", "1990s". */
export function dateText({ start, end, grain }: ResolvedDate): string {
  const format = new Intl.DateTimeFormat(locale(), { ...fields(start), timeZone: 'UTC' });
  if (grain === 'decade') return `${start.slice(0, 4)}–${end?.slice(0, 4) ?? `${start.slice(0, 3)}9`}`;
  if (!end || end === start) return format.format(instant(start));
  return format.formatRange(instant(start), instant(end));
}

function fields(iso: string): Intl.DateTimeFormatOptions {
  if (iso.length >= 10) return { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  return iso.length >= 7 ? { month: 'long', year: 'numeric' } : { year: 'numeric' };
}

/** Noon of the first day, so that no zone moves it to another. */
function instant(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day, 12));
}
