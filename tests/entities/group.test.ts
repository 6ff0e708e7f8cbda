import { describe, expect, it } from 'vitest';
import { groupNames } from '../../components/entities/group.ts';
import { labelledArticle } from './bracketed.ts';

/** Spellings of each group in order of appearance, of text marked as in the articles, without ids. */
function groups(text: string): string[] {
  const { blocks, mentions } = labelledArticle(
    'here',
    `published 2021-04-16\n\n${text.replace(/\]/g, '|x]')}`,
  );
  return groupNames(blocks, mentions).map(({ name, aliases }) => [name, ...aliases].join(' = '));
}

const table: readonly (readonly [what: string, text: string, groups: string[]])[] = [
  ['a surname alone', '[PER Ada Roe] left. [PER Roe] came.', ['Ada Roe = Roe']],
  ['a given name alone', '[PER Ada Roe] left. [PER Ada] came.', ['Ada Roe = Ada']],
  ['a surname in the headline', '# [PER Roe] leaves\n\n[PER Ada Roe] left.', ['Ada Roe = Roe']],
  [
    'initials and middle names',
    '[PER J. Q. Poe], [PER John Q. Poe], [PER John Poe]',
    ['John Q. Poe = J. Q. Poe = John Poe'],
  ],
  ['a nickname', '[PER Joseph Poe] and [PER Joe Poe]', ['Joseph Poe = Joe Poe']],
  ['a suffix', '[PER Joe Poe Jr.] and [PER Poe]', ['Joe Poe Jr. = Poe']],
  ['father and son apart', '[PER Joe Poe Sr.] and [PER Joe Poe Jr.]', ['Joe Poe Sr.', 'Joe Poe Jr.']],
  [
    'particles',
    '[PER Ursula von der Leyen], [PER von der Leyen], [PER Leyen]',
    ['Ursula von der Leyen = von der Leyen = Leyen'],
  ],
  [
    'the Arabic article',
    '[PER Salah al-Namroush], [PER Namroush], [PER Al-Namroush]',
    ['Salah al-Namroush = Namroush = Al-Namroush'],
  ],
  [
    'a given name that is a particle elsewhere',
    '[PER Ben Roe], [PER Zine Ben Ali], [PER Ben Ali]',
    ['Ben Roe', 'Zine Ben Ali = Ben Ali'],
  ],
  ['family names that come first', '[PER Kim Jong Un] and [PER Kim]', ['Kim Jong Un = Kim']],
  ['accents', '[PER Lena Bergström] and [PER Bergstrom]', ['Lena Bergström = Bergstrom']],
  ['decomposed accents', '[PER Lena Bergstro\u0308m] and [PER Bergström]', ['Lena Bergström = Bergström']],
  ['possessives with any quote', "[PER Ada Roe’s] [PER Roe‘s] [PER Roe's]", ['Ada Roe = Roe']],
  ['a line break in the source', '[PER Ada\nRoe] and [PER Ada Roe]', ['Ada Roe']],
  ['capitals of a headline', '# [PER ADA ROE] LEAVES\n\n[PER Ada Roe] left.', ['Ada Roe']],
  [
    'two of one surname apart',
    '[PER Ada Roe] and [PER Ben Roe]. Then [PER Roe] left.',
    ['Ada Roe', 'Ben Roe', 'Roe'],
  ],
  [
    'a surname used before its second bearer comes',
    '[PER Ada Roe] left. [PER Roe] came.\n\nNo more.\n\nNo less.\n\n[PER Ben Roe] slept.',
    ['Ada Roe = Roe', 'Ben Roe'],
  ],
  [
    'honorifics that tell',
    'Mr. [PER Ben Roe] and Mrs. [PER Ada Roe]. Mrs. [PER Roe] left.',
    ['Ben Roe', 'Ada Roe = Roe'],
  ],
  ['honorifics that contradict', 'Mr. [PER Ben Roe] sat. Mrs. [PER Roe] left.', ['Ben Roe', 'Roe']],
  [
    'honorifics that contradict from the start',
    'Mrs. [PER Roe] left. Mr. [PER Ben Roe] sat.',
    ['Roe', 'Ben Roe'],
  ],
  ['a family apart from its members', '[PER Ada Roe] of the [PER Roes]', ['Ada Roe', 'Roes']],

  [
    'an acronym in brackets',
    'The [ORG Government of National Accord] ([ORG GNA]). [ORG GNA] said',
    ['Government of National Accord = GNA'],
  ],
  [
    'a foreign acronym in brackets',
    '[ORG Doctors Without Borders] ([ORG MSF])',
    ['Doctors Without Borders = MSF'],
  ],
  [
    'an acronym before its name',
    '[ORG IMF] ([ORG International Monetary Fund])',
    ['International Monetary Fund = IMF'],
  ],
  ['an acronym by its initials', 'The [ORG United Nations]. [ORG U.N.] staff', ['United Nations = U.N.']],
  [
    'an acronym of two names apart',
    '[ORG Bank of Oz], [ORG Board of Order], [ORG BO]',
    ['Bank of Oz', 'Board of Order', 'BO'],
  ],
  [
    'the source in brackets apart',
    'The [ORG Foreign Ministry] said ([ORG AFP])',
    ['Foreign Ministry', 'AFP'],
  ],
  ['an exchange before the ticker apart', '[ORG Oz Mining] ([ORG ASX]: OZM)', ['Oz Mining', 'ASX']],
  ['the article', '[ORG The New York Times] and the [ORG New York Times]', ['The New York Times']],
  ['a newspaper’s last word', '[ORG Oz Courier] said. The [ORG Courier] said.', ['Oz Courier = Courier']],
  ['the legal form', '[ORG Brightwell Inc.], [ORG Brightwell]', ['Brightwell Inc. = Brightwell']],
  [
    'the first word of a company',
    '[ORG Brightwell Seating Systems] and [ORG Brightwell]',
    ['Brightwell Seating Systems = Brightwell'],
  ],
  ['the kind left out', '[ORG Stanford] is [ORG Stanford University]', ['Stanford University = Stanford']],
  ['the kind alone', '[ORG Bank of Oz]; the [ORG Bank]', ['Bank of Oz = Bank']],
  [
    'the ministry of and the ministry',
    '[ORG Ministry of Defense], [ORG Defense Ministry]',
    ['Ministry of Defense = Defense Ministry'],
  ],
  [
    'the nation left out',
    '[ORG Russian Defense Ministry], [ORG Defense Ministry]',
    ['Russian Defense Ministry = Defense Ministry'],
  ],
  [
    'ministries of two nations apart',
    '[ORG Russian Defense Ministry], [ORG Libyan Defense Ministry], [ORG Defense Ministry]',
    ['Russian Defense Ministry', 'Libyan Defense Ministry', 'Defense Ministry'],
  ],
  ['a part apart from the whole', '[ORG Google Cloud], [ORG Google]', ['Google Cloud', 'Google']],
  [
    'a council apart from its organisation',
    '[ORG U.N. Security Council], [ORG U.N.]',
    ['U.N. Security Council', 'U.N.'],
  ],
  ['a product apart from its line', '[MISC Xbox Game Bar], [MISC Xbox]', ['Xbox Game Bar', 'Xbox']],
  [
    'parties apart',
    '[ORG Christian Democratic Party], [ORG Democratic Party]',
    ['Christian Democratic Party', 'Democratic Party'],
  ],
  [
    'clubs of one city apart',
    '[ORG Manchester United], [ORG Manchester City], [ORG Manchester]',
    ['Manchester United', 'Manchester City', 'Manchester'],
  ],
  ['a clipped name', 'The [ORG Federal Reserve]. The [ORG Fed] met.', ['Federal Reserve = Fed']],
  ['ampersands', '[ORG Marks & Poe], [ORG M&P], [ORG Marks and Poe]', ['Marks & Poe = M&P']],

  ['a country’s abbreviations', '[LOC U.S.] and [LOC United States], [LOC US]', ['United States = U.S.']],
  ['a class word after the full name', '[LOC Ghazni Province], [LOC Ghazni]', ['Ghazni Province = Ghazni']],
  [
    'a river apart from its state',
    '[LOC Mississippi], [LOC Mississippi River]',
    ['Mississippi', 'Mississippi River'],
  ],
  ['parts of a country apart', '[LOC Northern Ireland], [LOC Ireland]', ['Northern Ireland', 'Ireland']],
  ['the people apart from the country', '[LOC Libya], [NORP Libyan], [NORP Libyans]', ['Libya', 'Libyan']],
  ['a capital apart from its state', '[LOC Moscow], [LOC Russia]', ['Moscow', 'Russia']],
];

describe('groupNames', () => {
  for (const [what, text, expected] of table) {
    it(`knows ${what}`, () => {
      expect(groups(text)).toEqual(expected);
    });
  }
});
