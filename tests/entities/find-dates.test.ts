import { describe, expect, it } from 'vitest';
import { findDates } from '../../components/entities/find-dates.ts';

const table: readonly (readonly [language: string, text: string, found: string[]])[] = [
  [
    'de',
    'Am Freitag sagte er, am 3. März 2021 um 12 Uhr sei es wie gestern und im Februar 2019 gewesen, vor zwei Wochen.',
    ['Freitag', '3. März 2021', 'gestern', 'Februar 2019', 'vor zwei Wochen'],
  ],
  [
    'fr',
    'Vendredi, le 3 mars 2021 à 12h, puis hier et en février 2019.',
    ['Vendredi', '3 mars 2021', 'hier', 'février 2019'],
  ],
  [
    'es',
    'El viernes 3 de marzo de 2021, ayer y en febrero de 2019.',
    ['viernes 3 de marzo de 2021', 'ayer', 'febrero de 2019'],
  ],
  ['it', 'Venerdì 3 marzo 2021, ieri e a febbraio 2019.', ['Venerdì 3 marzo 2021', 'ieri', 'febbraio 2019']],
  [
    'nl',
    'Op vrijdag 3 maart 2021, gisteren en in februari 2019.',
    ['vrijdag 3 maart 2021', 'gisteren', 'februari 2019'],
  ],
  ['pt', 'Na sexta-feira, 3 de março de 2021, e ontem.', ['sexta-feira, 3 de março de 2021', 'ontem']],
  ['ru', 'В пятницу, 3 марта 2021 года, и вчера.', ['пятницу, 3 марта 2021 года', 'вчера']],
  ['ja', '2021年3月3日と昨日の会議', ['2021年3月3日', '昨日']],
  ['de', 'Um 12:30 Uhr waren 20 Leute da, 2:1 für Oz.', []],
  ['de', 'Der Maibaum, der Sonntagsbraten und das Morgenland.', []],
  ['el', 'Την Παρασκευή 3 Μαρτίου 2021', []],
];

describe('findDates', () => {
  for (const [language, text, found] of table) {
    it(`finds ${found.length} in ${language}: ${text}`, () => {
      const dates = findDates([{ text, kind: 'paragraph' }], language);
      expect(dates.map(({ start, end }) => text.slice(start, end))).toEqual(found);
      expect(dates.every(({ label, block }) => label === 'DATE' && block === 0)).toBe(true);
    });
  }
});
