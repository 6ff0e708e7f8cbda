import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../components/entities/calendar.ts';
import { resolveDate, type Tense } from '../../components/entities/dates.ts';

// A Friday.
const published = dayOfIso('2021-04-16T09:30:00+02:00');

const resolved = (text: string, tense: Tense = 'unknown', language = 'en', day = published) => {
  const date = resolveDate(text, { published: day, tense, language });
  return date && `${date.grain} ${date.end ? `${date.start}/${date.end}` : date.start}`;
};

describe('resolveDate', () => {
  const table: readonly (readonly [text: string, meant: string | null, tense?: Tense])[] = [
    // Days of the week look back, and on the day itself mean that day.
    ['Friday', 'day 2021-04-16'],
    ['Thursday', 'day 2021-04-15'],
    ['Saturday', 'day 2021-04-10'],
    ['Sat.', 'day 2021-04-10'],
    ['Tues', 'day 2021-04-13'],
    ['WEDNESDAY', 'day 2021-04-14'],
    ['Monday', 'day 2021-04-19', 'future'],
    ['Friday', 'day 2021-04-16', 'future'],
    ['last Friday', 'day 2021-04-09'],
    ['last Thursday', 'day 2021-04-15'],
    ['this Sunday', 'day 2021-04-18'],
    ['next Tuesday', 'day 2021-04-20'],
    ['next Friday', 'day 2021-04-23'],
    ['this coming Monday', 'day 2021-04-19'],
    ['Sunday night', 'day 2021-04-11'],
    ['Sundays', null],

    ['today', 'day 2021-04-16'],
    ['this morning', 'day 2021-04-16'],
    ['tonight', 'day 2021-04-16'],
    ['yesterday', 'day 2021-04-15'],
    ['last night', 'day 2021-04-15'],
    ['tomorrow', 'day 2021-04-17'],
    ['the day before yesterday', 'day 2021-04-14'],

    ['last week', 'week 2021-04-05'],
    ['this week', 'week 2021-04-12'],
    ['earlier this week', 'week 2021-04-12'],
    ['next week', 'week 2021-04-19'],
    ['the weekend', 'day 2021-04-10/2021-04-11'],
    ['last weekend', 'day 2021-04-10/2021-04-11'],
    ['this weekend', 'day 2021-04-17/2021-04-18'],
    ['weekend', 'day 2021-04-17/2021-04-18', 'future'],
    ['last month', 'month 2021-03'],
    ['earlier this month', 'month 2021-04'],
    ['next month', 'month 2021-05'],
    ['last year', 'year 2020'],
    ['later this year', 'year 2021'],
    ['next year', 'year 2022'],
    ['this quarter', 'quarter 2021-04'],
    ['last quarter', 'quarter 2021-01'],
    ['last decade', 'decade 2010'],
    ['this century', 'century 2001'],

    ['three days ago', 'day 2021-04-13'],
    ['two weeks ago', 'week 2021-03-29'],
    ['a fortnight ago', 'week 2021-03-29'],
    ['four months ago', 'month 2020-12'],
    ['a year ago', 'year 2020'],
    ['20 years ago', 'year 2001'],
    ['three weeks from now', 'week 2021-05-03'],

    ['2011', 'year 2011'],
    ['late 2003', 'year 2003'],
    ['early-2003', 'year 2003'],
    ['end of 2010', 'year 2010'],
    ['the 1990s', 'decade 1990'],
    ["1990's", 'decade 1990'],
    ['’80s', 'decade 1980'],
    ['early 1970s', 'decade 1970'],
    ['nineties', 'decade 1990'],
    ['2010s', 'decade 2010'],
    ['1800s', 'century 1801'],
    ['19th century', 'century 1801'],
    ['the late nineteenth century', 'century 1801'],
    ['twenty-first century', 'century 2001'],
    ['1999 to 2004', 'year 1999/2004'],
    ['1999–2004', 'year 1999/2004'],
    ['2002 and 2004', 'year 2002/2004'],
    ['2019-20', 'year 2019/2020'],
    ['1999/00', 'year 1999/2000'],
    ['2021-04', null],

    ['February', 'month 2021-02'],
    ['November', 'month 2020-11'],
    ['June', 'month 2021-06'],
    ['June', 'month 2020-06', 'past'],
    ['February', 'month 2022-02', 'future'],
    ['mid-May', 'month 2021-05'],
    ['last September', 'month 2020-09'],
    ['next January', 'month 2022-01'],
    ['this May', 'month 2021-05'],
    ['January last year', 'month 2020-01'],
    ['January of this year', 'month 2021-01'],
    ['May 2018', 'month 2018-05'],
    ['Oct. 2017', 'month 2017-10'],
    ['late July 2016', 'month 2016-07'],
    ['July-September', 'month 2020-07/2020-09'],
    ['January to March 2019', 'month 2019-01/2019-03'],
    ['November–February 2020', 'month 2019-11/2020-02'],

    ['July 21, 2016', 'day 2016-07-21'],
    ['21 July 2016', 'day 2016-07-21'],
    ['the 5th of May 2019', 'day 2019-05-05'],
    ['Monday, July 5, 2021', 'day 2021-07-05'],
    ['June 27 [2019]', 'day 2019-06-27'],
    ['Jan. 12', 'day 2021-01-12'],
    ['December 26', 'day 2020-12-26'],
    ['May 3', 'day 2021-05-03'],
    ['May 3', 'day 2021-05-03', 'past'],
    ['July 3', 'day 2020-07-03', 'past'],
    ['Jan. 12', 'day 2022-01-12', 'future'],
    ['Sunday, Aug. 16', 'day 2020-08-16'],
    ['May 3-5, 2021', 'day 2021-05-03/2021-05-05'],
    ['12 to 14 June 2020', 'day 2020-06-12/2020-06-14'],
    ['July 2 to August 5, 2019', 'day 2019-07-02/2019-08-05'],
    ['December 2019 and April 2020', 'month 2019-12/2020-04'],
    ['April 2020 and December 2019', null],
    ['end of the year', 'year 2021'],
    ['2019-02-14', 'day 2019-02-14'],
    ['14/02/2019', 'day 2019-02-14'],
    ['14.2.19', 'day 2019-02-14'],
    ['03/04/2019', null],
    ['February 30, 2019', null],
    ['9/11', 'day 2001-09-11'],

    ['Q1', 'quarter 2021-01'],
    ['end of Q1', 'quarter 2021-01'],
    ['Q4', 'quarter 2020-10'],
    ['Q3 2019', 'quarter 2019-07'],
    ['third quarter of 2018', 'quarter 2018-07'],
    ['second quarter of last year', 'quarter 2020-04'],
    ['first half of 2020', 'month 2020-01/2020-06'],
    ['summer 2019', 'year 2019'],
    ['winter of 2013-14', 'year 2013/2014'],
    ['last spring', null],
    ['FY23', null],

    ['Christmas', 'day 2020-12-25'],
    ['Christmas Eve 2018', 'day 2018-12-24'],
    ['last Christmas', 'day 2020-12-25'],
    ['New Year’s Day', 'day 2021-01-01'],
    ['Easter', 'day 2021-04-04'],
    ['Good Friday 2018', 'day 2018-03-30'],
    ['Thanksgiving', 'day 2020-11-26'],
    ['Memorial Day', 'day 2021-05-31'],
    ['Labor Day', 'day 2020-09-07'],
    ['International Women’s Day', 'day 2021-03-08'],
    ['Ramadan', null],
    ['Election Day', null],

    ['same day', null],
    ['the previous month', null],
    ['three days before May 3', 'day 2021-04-30'],
    ['two and a half years ago', null],
    ['44 BC', null],
    ['nonsense', null],
  ];
  for (const [text, meant, tense] of table) {
    it(`takes "${text}"${tense ? ` of the ${tense}` : ''} for ${meant ?? 'nothing certain'}`, () => {
      expect(resolved(text, tense)).toBe(meant);
    });
  }

  it('reads a date of figures as the region of the article writes it', () => {
    expect(resolved('03/04/2019', 'unknown', 'en-GB')).toBe('day 2019-04-03');
    expect(resolved('03/04/2019', 'unknown', 'en-US')).toBe('day 2019-03-04');
    expect(resolved('03.04.2019', 'unknown', 'de')).toBe('day 2019-04-03');
  });

  it('takes a date of figures for the published day where one reading is that day', () => {
    expect(resolved('5/4/2021', 'unknown', 'en', dayOfIso('2021-04-05'))).toBe('day 2021-04-05');
  });

  it('leaves relative dates unresolved without a published day, and absolute ones resolved', () => {
    for (const text of [
      'Friday',
      'yesterday',
      'two weeks ago',
      'next month',
      'in two days',
      'May 3',
      'Q1',
      'Easter',
    ])
      expect(resolved(text, 'unknown', 'en', null), text).toBeNull();
    for (const text of ['gestern', 'vor zwei Wochen', 'am Freitag'])
      expect(resolved(text, 'unknown', 'de', null), text).toBeNull();
    expect(resolved('May 3, 2019', 'unknown', 'en', null)).toBe('day 2019-05-03');
    expect(resolved('3. März 2019', 'unknown', 'de', null)).toBe('day 2019-03-03');
    expect(resolved('the 1990s', 'unknown', 'en', null)).toBe('decade 1990');
    expect(resolved('Easter 2018', 'unknown', 'en', null)).toBe('day 2018-04-01');
  });

  it('counts from the day in the zone of the article', () => {
    expect(resolved('today', 'unknown', 'en', dayOfIso('2021-04-16T23:30:00-07:00'))).toBe('day 2021-04-16');
    expect(resolved('yesterday', 'unknown', 'en', dayOfIso('2021-03-01T00:30:00+09:00'))).toBe(
      'day 2021-02-28',
    );
  });
});

describe('resolveDate, asked of what is no date', () => {
  it.each(['', ' ', '.', '\u200f', 'constructor', 'toString 2020', '__proto__', 'next valueOf'])(
    'says nothing of %j',
    (text) => {
      expect(resolveDate(text, { published: 18_733, language: 'en', tense: 'past' })).toBeNull();
    },
  );
});
