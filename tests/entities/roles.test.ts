import { describe, expect, it } from 'vitest';
import { roleOf } from '../../components/entities/roles.ts';
import { labelledArticle } from './bracketed.ts';

/** The role of the first person marked. */
function role(text: string): string | null {
  const { blocks, mentions } = labelledArticle(
    'here',
    `published 2021-04-16\n\n${text.replace(/\]/g, '|x]')}`,
  );
  const person = mentions.find(({ label }) => label === 'PER')!;
  return roleOf(blocks, [person], () => mentions);
}

const table: readonly (readonly [text: string, role: string | null])[] = [
  ['Defense Minister [PER Salah al-Namroush] said', 'Defense Minister'],
  ['The Libyan Defense Minister [PER Ada Roe] said', 'Libyan Defense Minister'],
  ['[LOC Libya]’s Defense Minister [PER Ada Roe] said', 'Defense Minister'],
  ['said Secretary of State [PER Ada Roe]', 'Secretary of State'],
  ['the speaker of the parliament [PER Ada Roe] wrote', 'speaker of the parliament'],
  ['But former retail analyst [PER Ada Roe] told', 'former retail analyst'],
  ['Managing Director and CEO [PER Ada Roe] said', 'Managing Director and CEO'],
  ['told prosecutor [PER Ada Roe] that', 'prosecutor'],
  ['Gov. [PER Ada Roe] said', 'Gov.'],
  ['He left. Capt. [PER Ada Roe] said', 'Capt.'],
  ['Professor Dr. [PER Ada Roe] said', 'Professor'],
  ['President-elect [PER Ada Roe] said', 'President-elect'],
  ['its editor-in-chief [PER Ada Roe] said', 'editor-in-chief'],
  ['In [LOC Paris] President [PER Ada Roe] said', 'President'],
  ['volcanologist [PER Ada Roe] said', 'volcanologist'],

  [
    '[PER Ada Roe], chairman of [LOC Libya]’s [ORG Presidential Council], said',
    'chairman of Libya’s Presidential Council',
  ],
  ['[PER Ada Roe], 47, a robot technician with the firm, said', 'robot technician with the firm'],
  [
    '[PER Ada Roe], minister of [ORG Health, Labor and Welfare], said',
    'minister of Health, Labor and Welfare',
  ],
  ['[PER Ada Roe], vice president of sales.', 'vice president of sales'],
  ['[PER Ada Roe], a curator who opened the vaults, said', 'curator'],
  ['[PER Ada Roe], an analyst based in [LOC Oz], said', 'analyst'],
  ['[PER Ada Roe] (52), the mayor, said', 'mayor'],
  ['[PER Ada Roe], a naval officer sent to get seedlings.', 'naval officer'],

  ['The company’s chief executive, [PER Ada Roe], said', 'the company’s chief executive'],
  ['said its captain, [PER Ada Roe].', 'captain'],
  ['The director of the museum, [PER Ada Roe], said', 'director of the museum'],
  ['A spokesman for the council, [PER Ada Roe], said', 'spokesman for the council'],
  ['[ORG Bank of Oz]’s governor, [PER Ada Roe], said', 'Bank of Oz’s governor'],
  ['A member of the [ORG Senate], [PER Ada Roe] said', 'member of the Senate'],

  // None rather than a guess.
  ['[PER Ada Roe], who chairs the council, said', null],
  ['[PER Ada Roe], 47, of [LOC Oz], said', null],
  ['[PER Ada Roe], his sister, said', null],
  ['his wife [PER Ada Roe] said', null],
  ['Mr. [PER Ada Roe] said', null],
  ['After meeting the president, [PER Ada Roe], his aide and others left', null],
  ['with [PER Ada Roe], President [PER Joe Poe] and others', null],
  ['with [PER Ada Roe], the mayor and the governor', null],
  ['When the judge left, [PER Ada Roe] spoke', null],
  ['to the president. [PER Ada Roe] said', null],
  ['In [LOC Oz], [PER Ada Roe] said', null],
  ['met [PER Ada Roe], and the minister left', null],
  ['[PER Ada Roe] said the minister left', null],
  ['to Gen [PER Z] and others', null],
  ['to allow President [PER Roe] to speak', 'President'],
  ['a fellow of colleague [PER Ada Roe]', null],
];

describe('roleOf', () => {
  for (const [text, expected] of table) {
    it(`reads ${expected === null ? 'no role' : `“${expected}”`} in: ${text}`, () => {
      expect(role(text)).toBe(expected);
    });
  }

  it('takes the fuller of two ways to say it', () => {
    const { blocks, mentions } = labelledArticle(
      'here',
      'published 2021-04-16\n\n# Minister [PER Roe|r] leaves\n\nDefence Minister [PER Ada Roe|r] left.',
    );
    expect(roleOf(blocks, mentions, (block) => mentions.filter((mention) => mention.block === block))).toBe(
      'Defence Minister',
    );
  });
});
