import { type Day, dayOf, partsOf } from './calendar.ts';

/**
 * The day of a holiday in a year, or null for names that are none of these: those whose day depends on a country the
 * text may not say, or on a sighting of the moon, are left out.
 */
export function holidayIn(name: string, year: number): Day | null {
  const said = name.replace(/\.|'s\b|s'/g, '').replace(/-/g, ' ');
  const fixed = own(fixedDays, said);
  if (fixed) return dayOf(year, fixed[0], fixed[1]);
  const moving = own(movingDays, said);
  if (moving) return nthWeekday(year, ...moving);
  if (said === 'black friday') return nthWeekday(year, 11, 4, 4) + 1;
  if (said === 'cyber monday') return nthWeekday(year, 11, 4, 4) + 4;
  const fromEaster = own(aroundEaster, said);
  return fromEaster === undefined ? null : easter(year) + fromEaster;
}

/** A page may call a day "constructor". */
function own<Value>(days: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(days, name) ? days[name] : undefined;
}

const fixedDays: Readonly<Record<string, readonly [month: number, date: number]>> = {
  'new year day': [1, 1],
  'new year': [1, 1],
  epiphany: [1, 6],
  'valentine day': [2, 14],
  'st valentine day': [2, 14],
  'international women day': [3, 8],
  'st patrick day': [3, 17],
  'april fool day': [4, 1],
  'april fools day': [4, 1],
  'earth day': [4, 22],
  'anzac day': [4, 25],
  'may day': [5, 1],
  juneteenth: [6, 19],
  'fourth of july': [7, 4],
  'july fourth': [7, 4],
  'bastille day': [7, 14],
  halloween: [10, 31],
  'armistice day': [11, 11],
  'veterans day': [11, 11],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  xmas: [12, 25],
  'boxing day': [12, 26],
  'new year eve': [12, 31],
};

// As kept in the United States, whose names these are; -1 is the last of the month.
const movingDays: Readonly<Record<string, readonly [month: number, weekday: number, nth: number]>> = {
  'martin luther king jr day': [1, 1, 3],
  'martin luther king day': [1, 1, 3],
  'mlk day': [1, 1, 3],
  'presidents day': [2, 1, 3],
  'memorial day': [5, 1, -1],
  'labor day': [9, 1, 1],
  'columbus day': [10, 1, 2],
  thanksgiving: [11, 4, 4],
  'thanksgiving day': [11, 4, 4],
};

const aroundEaster: Readonly<Record<string, number>> = {
  'ash wednesday': -46,
  'palm sunday': -7,
  'maundy thursday': -3,
  'good friday': -2,
  easter: 0,
  'easter sunday': 0,
  'easter monday': 1,
};

function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = nth > 0 ? dayOf(year, month, 1)! : dayOf(year, month + 1, 1)! - 7;
  const ahead = (weekday - partsOf(first).weekday + 7) % 7;
  return first + ahead + (nth > 0 ? 7 * (nth - 1) : 0);
}

/** Western Easter: Meeus, Astronomical Algorithms, chapter 8. */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const j = Math.floor(c / 4);
  const k = c % 4;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * e + 2 * j - k - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  return dayOf(year, month, (h - m + r + month + 19) % 32)!;
}
