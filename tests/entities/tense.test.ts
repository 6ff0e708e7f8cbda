import { describe, expect, it } from 'vitest';
import { tenseAt } from '../../components/entities/tense.ts';

// The date is in brackets.
const table = [
  ['The court ruled on [Friday] that', 'past'],
  ['The court will rule on [Friday].', 'future'],
  ['He said it will close on [Friday].', 'future'],
  ['He said on [Friday] it will close.', 'past'],
  ['On [Friday], the court will rule on it.', 'future'],
  ['On [Friday], the court ruled on it.', 'past'],
  ['The vote is scheduled for [Monday].', 'future'],
  ['It is to be decided on [Monday].', 'future'],
  ['The case will be heard by a jury on [Monday].', 'future'],
  ['It had been scheduled for [Monday].', 'past'],
  ['“We’ll meet [Tuesday],” she said.', 'future'],
  ['He left. On [Monday]. She will come.', 'unknown'],
  ['The race ends in Lyon on [Sunday].', 'future'],
  ['She said they would meet [Friday].', 'future'],
  ['She would have left on [Friday].', 'past'],
  ['The board has until [June] to decide.', 'future'],
  ['It was open until [June].', 'past'],
  ['Shops to close [Monday]', 'unknown'],
] as const;

describe('tenseAt', () => {
  for (const [sentence, tense] of table) {
    it(`hears the ${tense} in: ${sentence}`, () => {
      const start = sentence.indexOf('[');
      const text = sentence.replace(/[[\]]/g, '');
      expect(tenseAt(text, { start, end: sentence.indexOf(']') - 1 })).toBe(tense);
    });
  }
});
