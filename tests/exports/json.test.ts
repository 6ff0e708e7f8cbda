import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../components/article/block.ts';
import type { Annotation, Entity } from '../../components/entities/entity.ts';
import type { Mention } from '../../components/entities/mention.ts';
import schema from '../../components/exports/article.schema.json' with { type: 'json' };
import { toJson } from '../../components/exports/json.ts';
import { article } from './article.ts';

const validate = new Ajv({ allErrors: true }).compile(schema);

const paragraph = (text: string): Block => ({ text, kind: 'paragraph' });
const place = (id: number, name: string, mentions: number[], changes: Partial<Entity> = {}): Entity => ({
  ...{ id, label: 'LOC', name, aliases: [], mentions, role: null, date: null },
  ...changes,
});
const annotationOf = (mentions: Mention[], entities: Entity[]): Annotation => ({
  ...{ language: 'en', namesMarked: true, mentions, entities },
});

const exported = (blocks: Block[], annotation: Annotation) => {
  const json = JSON.parse(toJson(article, blocks, annotation));
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  return json;
};

/** What the selectors of an annotation select, found as a reader of the file would. */
function selected(json: ReturnType<typeof exported>, index: number) {
  const text: string = json.article.text.value;
  const [position, quote] = json.annotations.first.items[index].target.selector;
  const whole = quote.prefix + quote.exact + quote.suffix;
  const at = text.indexOf(whole);
  expect(text.indexOf(whole, at + 1)).toBe(-1);
  const start = at + quote.prefix.length;
  return {
    byPosition: [...text].slice(position.start, position.end).join(''),
    byQuote: text.slice(start, start + quote.exact.length),
    isSamePlace: at >= 0 && [...text.slice(0, start)].length === position.start,
  };
}

describe('toJson', () => {
  it('is an article, its entities and an annotation for each mention', () => {
    const blocks = [
      { text: 'A bridge', kind: 'headline' } as const,
      paragraph('\n  It opens in\n Lisbon on Friday.'),
    ];
    const json = exported(
      blocks,
      annotationOf(
        [
          { block: 1, start: 16, end: 22, label: 'LOC' },
          { block: 1, start: 26, end: 32, label: 'DATE' },
        ],
        [
          place(0, 'Lisbon', [0]),
          place(1, 'Friday', [1], {
            label: 'DATE',
            date: { start: '2021-04-16', end: null, grain: 'day' },
          }),
        ],
      ),
    );
    expect(json.article.text.value).toBe('A bridge\nIt opens in Lisbon on Friday.');
    expect(json.entities[1]).toEqual({
      id: '#entity-1',
      label: 'date',
      name: 'Friday',
      aliases: [],
      role: null,
      date: { start: '2021-04-16', end: null, grain: 'day' },
      mentions: ['#mention-1'],
    });
    expect(json.annotations.total).toBe(2);
    expect(json.annotations.first.items[0]).toEqual({
      id: '#mention-0',
      type: 'Annotation',
      motivation: 'identifying',
      body: [
        { type: 'SpecificResource', purpose: 'identifying', source: '#entity-0' },
        { type: 'TextualBody', purpose: 'tagging', value: 'place' },
      ],
      target: {
        source: article.url,
        state: { type: 'TimeState', cached: '#text' },
        selector: [
          { type: 'TextPositionSelector', start: 21, end: 27 },
          {
            type: 'TextQuoteSelector',
            exact: 'Lisbon',
            prefix: 'A bridge\nIt opens in ',
            suffix: ' on Friday.',
          },
        ],
      },
    });
  });

  it('counts positions in code points', () => {
    const json = exported(
      [paragraph('👩‍👩‍👧 in 🇵🇹 Lisbon')],
      annotationOf([{ block: 0, start: 17, end: 23, label: 'LOC' }], [place(0, 'Lisbon', [0])]),
    );
    expect(json.annotations.first.items[0].target.selector[0]).toMatchObject({ start: 12, end: 18 });
    expect(selected(json, 0)).toEqual({ byPosition: 'Lisbon', byQuote: 'Lisbon', isSamePlace: true });
  });

  it('keeps white space in code', () => {
    const json = exported([{ text: 'a\n  b', kind: 'code' }], annotationOf([], []));
    expect(json.article.text.value).toBe('a\n  b');
  });

  it('tells equal surroundings apart', () => {
    const text = 'Lisbon, '.repeat(200);
    const mentions = Array.from(
      { length: 200 },
      (_, i): Mention => ({
        ...{ block: 0, start: i * 8, end: i * 8 + 6, label: 'LOC' },
      }),
    );
    const all = mentions.map((_, i) => i);
    const json = exported([paragraph(text)], annotationOf(mentions, [place(0, 'Lisbon', all)]));
    for (const i of all) expect(selected(json, i).isSamePlace).toBe(true);
  });

  it('refuses mentions of other blocks', () => {
    const annotation = annotationOf([{ block: 3, start: 0, end: 1, label: 'LOC' }], [place(0, 'x', [0])]);
    expect(() => toJson(article, [paragraph('x')], annotation)).toThrow(RangeError);
  });

  it('selects each mention again, by position and by quote', () => {
    const sign = fc.constantFrom(' ', '\n', '\t', 'a', 'b', 'ä', '橋', '👩', '🇵🇹', '\ud83d', '\u0301', '"');
    const word = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
    const blocksWithMentions = fc.array(fc.tuple(word, fc.constantFrom('Lisbon', '橋👩', 'a a'), word), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(blocksWithMentions, (parts) => {
        const blocks = parts.map((part) => paragraph(part.join('')));
        const mentions = parts.map(
          ([before, name], block): Mention => ({
            ...{ block, start: before.length, end: before.length + name.length, label: 'LOC' },
          }),
        );
        const all = mentions.map((_, i) => i);
        const json = exported(blocks, annotationOf(mentions, [place(0, 'x', all)]));
        parts.forEach(([, name], i) => {
          expect(selected(json, i)).toEqual({ byPosition: name, byQuote: name, isSamePlace: true });
        });
      }),
      { numRuns: 500 },
    );
  });
});
