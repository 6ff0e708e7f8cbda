import { describe, expect, it } from 'vitest';
import { readBrackets, readLabelled } from '../../training/labelled.ts';

describe('readBrackets', () => {
  it.each([
    ['a span', 'By [PER Jane Roe].', 'By Jane Roe.', ['PER Jane Roe']],
    [
      'brackets of the text inside a span',
      'It was [PER Paulo [Reis]] again',
      'It was Paulo [Reis] again',
      ['PER Paulo [Reis]'],
    ],
    ['brackets of the text outside one', '[sic] and [the minister]', '[sic] and [the minister]', []],
    ['a bracket that only looks like a label', '[ORGANIC food]', '[ORGANIC food]', []],
    ['two spans that touch a mark', '[LOC London]/[LOC Paris]', 'London/Paris', ['LOC London', 'LOC Paris']],
  ])('reads %s', (_, marked, text, spans) => {
    const read = readBrackets(marked);
    expect(read.text).toBe(text);
    expect(read.spans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`)).toEqual(spans);
  });

  it('refuses a bracket that is never closed', () => {
    expect(() => readBrackets('By [PER Jane Roe')).toThrow(/never closed/);
  });
});

describe('readLabelled', () => {
  it('takes lines that share the part before the dot as one article, headline first', () => {
    const articles = readLabelled('a-1.0\tHead\na-1.1\tText of [LOC Rome]\n\na-2.0\tOther\n');
    expect(articles.map(({ id, blocks }) => [id, blocks.map(({ kind }) => kind)])).toEqual([
      ['a-1', ['headline', 'paragraph']],
      ['a-2', ['headline']],
    ]);
    expect(articles[0]?.mentions).toEqual([{ block: 1, start: 8, end: 12, label: 'LOC' }]);
  });

  it('takes lines without a dot as one article until an empty line', () => {
    expect(
      readLabelled('x-1\tOne\nx-2\tTwo\n\nx-9\tThree').map(({ id, blocks }) => [id, blocks.length]),
    ).toEqual([
      ['x-1', 2],
      ['x-9', 1],
    ]);
  });
});
