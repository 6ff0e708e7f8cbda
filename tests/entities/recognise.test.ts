import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../components/article/block.ts';
import { loadModel } from '../../components/entities/model.ts';
import { recognise, recogniseInParts } from '../../components/entities/recognise.ts';

const loaded = loadModel(readFileSync(join(import.meta.dirname, '../../assets/ner/en.ner')));
if (!loaded.ok) throw new Error(loaded.reason);
const model = loaded.value;

const blocksOf = (...texts: string[]): Block[] => texts.map((text) => ({ text, kind: 'paragraph' }));

/** Text with what names are made of, and what breaks offsets: emoji, combining marks, lone surrogates, odd spaces. */
const pieces = fc.constantFrom(
  'Ada',
  'Lovelace',
  'Putin',
  "'s",
  '’s',
  'Paris',
  '-based',
  'the',
  'of',
  'Bank',
  '&',
  'U.S.',
  'said',
  'Friday',
  '😃',
  '👩‍🚀',
  'é',
  'e\u0301',
  '\ud83d',
  '\ude00',
  '\u00a0',
  ' ',
  '\n',
  '.',
  ',',
  '(',
  ')',
  '“',
  '”',
  '2011',
  'iPhone',
  'BBC',
  '\u200b',
  '北京',
);
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '));
const article = fc.array(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 8 });

describe('recognise', () => {
  it('gives mentions that are sorted, apart, inside their block and never at half a character', () => {
    fc.assert(
      fc.property(article, (texts) => {
        let block = 0;
        let end = 0;
        for (const mention of recognise(blocksOf(...texts), model)) {
          if (mention.block > block) end = 0;
          expect(mention.block).toBeGreaterThanOrEqual(block);
          block = mention.block;
          const { text } = { text: texts[block]! };
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          for (const at of [mention.start, mention.end]) {
            expect(
              /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at)),
            ).toBe(false);
          }
          end = mention.end;
        }
      }),
    );
  });

  it('gives the same mentions in parts as at once', () => {
    fc.assert(
      fc.property(article, fc.integer({ min: 1, max: 60 }), (texts, words) => {
        const blocks = blocksOf(...texts);
        expect([...recogniseInParts(blocks, model, words)].flat()).toEqual(recognise(blocks, model));
      }),
    );
  });

  it('marks nothing in code', () => {
    expect(recognise([{ text: 'from Berlin import Angela Merkel', kind: 'code' }], model)).toEqual([]);
  });
});
