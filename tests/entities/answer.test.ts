// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerer } from '../../components/entities/answer.ts';

const model = readFileSync('assets/ner/en.ner').buffer as ArrayBuffer;
const english =
  'The chancellor, Angela Merkel, met the president of France in Berlin on Friday, and said that it was good.';
const ask = (text: string) => ({
  id: 3,
  blocks: [{ text, kind: 'paragraph' as const }],
  context: { publishedTime: '2021-04-16', lang: 'en' },
});

describe('answerer', () => {
  it('answers with what is marked', () => {
    const { id, annotation } = answerer(model)(ask(english));
    expect(id).toBe(3);
    expect(annotation?.entities.map(({ name, label }) => `${label} ${name}`)).toEqual(
      expect.arrayContaining(['PER Angela Merkel', 'LOC France', 'LOC Berlin', 'DATE Friday']),
    );
  });

  it.each([
    { name: 'no model', bytes: null },
    { name: 'half a model', bytes: model.slice(0, model.byteLength / 2) },
    { name: 'another file', bytes: new TextEncoder().encode('<!doctype html>').buffer as ArrayBuffer },
  ])('says that names could not be marked with $name', ({ bytes }) => {
    expect(answerer(bytes)(ask(english)).annotation).toBeNull();
  });

  it('needs no model for another language', () => {
    const german =
      'Die Kanzlerin traf am Freitag den Präsidenten und sagte, dass es gut gewesen sei und sie wiederkommen werde.';
    const { annotation } = answerer(null)({ ...ask(german), context: { publishedTime: null, lang: 'de' } });
    expect(annotation).toMatchObject({ language: 'de', namesMarked: false });
  });
});
