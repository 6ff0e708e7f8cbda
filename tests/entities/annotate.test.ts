import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../components/article/block.ts';
import { annotate } from '../../components/entities/annotate.ts';
import { type Label, labels, type Mention } from '../../components/entities/mention.ts';

const paragraph = (text: string): Block => ({ text, kind: 'paragraph' });

/** A recogniser that knows these names, wherever they stand. */
const knowing = (names: Readonly<Record<string, Label>>) => (blocks: readonly Block[]) =>
  blocks.flatMap(({ text }, block) =>
    Object.entries(names)
      .flatMap(([name, label]) =>
        [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(
          ({ index }): Mention => ({ block, start: index, end: index + name.length, label }),
        ),
      )
      .sort((a, b) => a.start - b.start),
  );

describe('annotate', () => {
  const blocks = [
    paragraph('The mayor of Oz, Ada Roe, said on Friday that she had not been told of the plan.'),
    paragraph(
      'Roe will be at the council of Oz on Monday. It was built in 1999, and on April 16 it was sold.',
    ),
  ];
  const recognise = (blocks: readonly Block[]) =>
    [
      ...knowing({
        'Ada Roe': 'PER',
        Oz: 'LOC',
        Friday: 'DATE',
        Monday: 'DATE',
        1999: 'DATE',
        'April 16': 'DATE',
      })(blocks),
      { block: 1, start: 0, end: 3, label: 'PER' as const },
    ].sort((a, b) => a.block - b.block || a.start - b.start);
  const context = { publishedTime: '2021-04-16T10:00:00Z', lang: 'en' };

  it('tells who, where and when, in the order of the text', () => {
    const { language, namesMarked, mentions, entities } = annotate(blocks, context, recognise);
    expect([language, namesMarked]).toEqual(['en', true]);
    expect(mentions).toEqual(recognise(blocks));
    expect(
      entities.map(({ id, label, name, aliases, mentions, date }) => [
        id,
        label,
        name,
        aliases,
        mentions,
        date,
      ]),
    ).toEqual([
      [0, 'LOC', 'Oz', [], [0, 4], null],
      [1, 'PER', 'Ada Roe', ['Roe'], [1, 3], null],
      [2, 'DATE', 'April 16', ['Friday'], [2, 7], { start: '2021-04-16', end: null, grain: 'day' }],
      [3, 'DATE', 'Monday', [], [5], { start: '2021-04-19', end: null, grain: 'day' }],
      [4, 'DATE', '1999', [], [6], { start: '1999', end: null, grain: 'year' }],
    ]);
  });

  it('leaves relative dates unresolved where the page gives no published date', () => {
    const { entities } = annotate(blocks, { ...context, publishedTime: null }, recognise);
    const dates = entities
      .filter(({ label }) => label === 'DATE')
      .map(({ name, date }) => [name, date?.start ?? null]);
    expect(dates).toEqual([
      ['Friday', null],
      ['Monday', null],
      ['1999', '1999'],
      ['April 16', null],
    ]);
  });

  it('marks dates alone in another language, and asks no recogniser', () => {
    const german = [
      paragraph(
        'Der Rat hat am Freitag beschlossen, dass die Brücke im Mai 2022 gebaut wird und nicht der Turm.',
      ),
    ];
    const never = () => {
      throw new Error('asked');
    };
    const { language, namesMarked, mentions, entities } = annotate(german, context, never);
    expect([language, namesMarked]).toEqual(['de', false]);
    expect(mentions.map(({ start, end, label }) => [german[0]!.text.slice(start, end), label])).toEqual([
      ['Freitag', 'DATE'],
      ['Mai 2022', 'DATE'],
    ]);
    expect(entities.map(({ date }) => date)).toEqual([
      { start: '2021-04-16', end: null, grain: 'day' },
      { start: '2022-05', end: null, grain: 'month' },
    ]);
  });

  it('marks nothing where the language is not known', () => {
    expect(annotate([paragraph('Ada Roe, Oz')], { ...context, lang: null }, recognise)).toEqual({
      language: null,
      namesMarked: false,
      mentions: [],
      entities: [],
    });
  });
});

describe('annotating anything', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Ada Roe',
      'Roe',
      'Mr. Roe',
      'the Bank of Oz',
      'GNA',
      '(GNA)',
      'Friday',
      'May 3',
      '2011',
      ',',
      '.',
      '\n',
    ),
    fc.constantFrom(' president of ', ' said ', '’s ', ' and ', '😃', '́', 'al-', '"', '(', ')', '|', '-'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const article = fc
    .array(fc.array(piece, { maxLength: 12 }), { maxLength: 5 })
    .map((texts) => texts.map((pieces): Block => ({ text: pieces.join(' '), kind: 'paragraph' })));
  const cuts = fc.array(
    fc.tuple(fc.nat(4), fc.nat(80), fc.integer({ min: 1, max: 20 }), fc.constantFrom(...labels)),
    {
      maxLength: 20,
    },
  );

  const mentionsIn = (
    blocks: readonly Block[],
    cuts: readonly (readonly [number, number, number, Label])[],
  ) => {
    const mentions: Mention[] = [];
    const sorted = [...cuts].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [block, start, length, label] of sorted) {
      const end = start + length;
      const last = mentions.at(-1);
      if (!blocks[block] || end > blocks[block].text.length) continue;
      if (last?.block === block && last.end > start) continue;
      mentions.push({ block, start, end, label });
    }
    return mentions;
  };

  it('gives each mention to one entity of its label, in reading order, as plain data', () => {
    const context = fc.record({
      publishedTime: fc.constantFrom(null, '2021-04-16T10:00:00Z', 'yesterday'),
      lang: fc.constantFrom('en', 'en-GB', 'xx', '!', null, 'en-US-POSIX-!'),
    });
    fc.assert(
      fc.property(article, cuts, context, (blocks, cuts, context) => {
        const annotation = annotate(blocks, context, () => mentionsIn(blocks, cuts));
        expect(JSON.parse(JSON.stringify(annotation))).toEqual(annotation);
        const { entities, mentions } = annotation;
        expect(entities.flatMap((entity) => entity.mentions).sort((a, b) => a - b)).toEqual([
          ...mentions.keys(),
        ]);
        entities.forEach((entity, id) => {
          expect(entity.id).toBe(id);
          expect(entity.mentions).toEqual([...entity.mentions].sort((a, b) => a - b));
          expect(entity.mentions.every((mention) => mentions[mention]!.label === entity.label)).toBe(true);
          expect(entity.aliases).not.toContain(entity.name);
        });
      }),
    );
  });
});
