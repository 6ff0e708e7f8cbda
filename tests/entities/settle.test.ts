import { describe, expect, it } from 'vitest';
import { settleLabels } from '../../components/entities/settle.ts';
import { labelledArticle } from './bracketed.ts';

function labels(text: string): string[] {
  const { blocks, mentions } = labelledArticle(
    'here',
    `published 2021-04-16\n\n${text.replace(/\]/g, '|x]')}`,
  );
  return settleLabels(blocks, mentions).map(({ label }) => label);
}

describe('settleLabels', () => {
  const table = [
    ['gives a spelling the label it mostly has', '[ORG Moz] [ORG Moz] [LOC Moz]', ['ORG', 'ORG', 'ORG']],
    ['takes spellings as one that differ in case', '[ORG Moz] [ORG MOZ] [MISC Moz]', ['ORG', 'ORG', 'ORG']],
    ['leaves a draw', '[ORG Moz] [LOC Moz]', ['ORG', 'LOC']],
    [
      'leaves a place told by its preposition',
      '[ORG Liverpool] [ORG Liverpool] in [LOC Liverpool]',
      ['ORG', 'ORG', 'LOC'],
    ],
    [
      'takes the name of a person for the person',
      '[PER Floyd Poe] [LOC Floyd] [LOC Floyd]',
      ['PER', 'PER', 'PER'],
    ],
    [
      'leaves the place a person shares a name with',
      '[PER Paris Poe] in [LOC Paris], [LOC Paris]',
      ['PER', 'LOC', 'LOC'],
    ],
    ['leaves dates and peoples', '[DATE May] [PER May] [PER May] [NORP May]', ['DATE', 'PER', 'PER', 'NORP']],
  ] as const;
  for (const [what, text, expected] of table) {
    it(what, () => {
      expect(labels(text)).toEqual(expected);
    });
  }
});
