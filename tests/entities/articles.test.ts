import { describe, expect, it } from 'vitest';
import { annotate } from '../../components/entities/annotate.ts';
import type { Annotation, ResolvedDate } from '../../components/entities/entity.ts';
import { type LabelledArticle, labelledArticles } from './bracketed.ts';

const articles = labelledArticles();
const annotated = articles.map((article) => ({
  article,
  annotation: annotate(
    article.blocks,
    { publishedTime: article.publishedTime, lang: 'en' },
    () => article.mentions,
  ),
}));

describe('the articles labelled by hand', () => {
  it('have their names grouped: pairwise precision .98, recall .85', () => {
    const counts = annotated.map(({ article, annotation }) => pairs(article, annotation));
    const { right, given, wanted, wrong } = sum(counts);
    const precision = right / given;
    const recall = right / wanted;
    console.info(
      `grouping: ${given} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      wrong,
    );
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it('have their people’s roles read: .95 of those given are right', () => {
    const counts = annotated.map(({ article, annotation }) => roles(article, annotation));
    const { right, given, wanted, wrong } = sum(counts);
    console.info(`roles: ${given} given, ${right} right, of ${wanted} in the text`, wrong);
    expect(right / given).toBeGreaterThanOrEqual(0.95);
    expect(right / wanted).toBeGreaterThanOrEqual(0.8);
  });

  it('have their dates resolved', () => {
    const counts = annotated.map(({ article, annotation }) => dates(article, annotation));
    const { right, wanted, wrong } = sum(counts);
    console.info(`dates: ${right} of ${wanted}`, wrong);
    expect(right / wanted).toBeGreaterThanOrEqual(0.95);
  });
});

interface Counts {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
  readonly wrong: readonly string[];
}

const sum = (counts: readonly Counts[]): Counts =>
  counts.reduce((a, b) => ({
    right: a.right + b.right,
    given: a.given + b.given,
    wanted: a.wanted + b.wanted,
    wrong: [...a.wrong, ...b.wrong],
  }));

/** Every two mentions that refer to the same one; those of whom the text does not tell ("?") belong to nobody. */
function pairs(article: LabelledArticle, { entities }: Annotation): Counts {
  const entityOf = new Map(
    entities.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id] as const)),
  );
  const names = article.mentions.flatMap(({ label }, mention) => (label === 'DATE' ? [] : [mention]));
  let [right, given, wanted] = [0, 0, 0];
  const wrong = new Set<string>();
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(0, i)) {
      const same = article.meant[one] === article.meant[other] && article.meant[one] !== '?';
      const joined = entityOf.get(one) === entityOf.get(other);
      // The same letters of nobody known: joining them is no error and no merit.
      if (article.meant[one] === '?' && article.meant[other] === '?') continue;
      if (same) wanted++;
      if (joined) given++;
      if (same && joined) right++;
      if (same !== joined)
        wrong.add(`${article.name}: ${textOf(article, other)} ${same ? '≠' : '='} ${textOf(article, one)}`);
    }
  }
  return { right, given, wanted, wrong: [...wrong] };
}

function roles(article: LabelledArticle, { entities }: Annotation): Counts {
  const people = entities.filter(({ label }) => label === 'PER');
  const given = people.filter(({ role }) => role !== null);
  const isRight = ({ role, mentions }: (typeof people)[number]) =>
    mentions.some((mention) =>
      article.roles.get(article.meant[mention]!)?.some((said) => plain(said) === plain(role!)),
    );
  const right = given.filter(isRight);
  const missed = [...article.roles.keys()].filter(
    (who) => !given.some(({ mentions }) => mentions.some((mention) => article.meant[mention] === who)),
  );
  return {
    right: right.length,
    given: given.length,
    wanted: article.roles.size,
    wrong: [
      ...given
        .filter((entity) => !isRight(entity))
        .map(({ name, role }) => `${article.name}: ${name} is "${role}"`),
      ...missed.map((who) => `${article.name}: nothing on ${who}`),
    ],
  };
}

const plain = (role: string) =>
  role
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/’/g, "'");

function dates(article: LabelledArticle, { entities }: Annotation): Counts {
  const dateOf = new Map(
    entities.flatMap(({ date, mentions }) => mentions.map((mention) => [mention, date] as const)),
  );
  const all = article.mentions.flatMap(({ label }, mention) => (label === 'DATE' ? [mention] : []));
  const isRight = (mention: number) => article.meant[mention] === written(dateOf.get(mention)!);
  return {
    right: all.filter(isRight).length,
    given: all.length,
    wanted: all.length,
    wrong: all
      .filter((mention) => !isRight(mention))
      .map((mention) => `${article.name}: ${textOf(article, mention)} is ${written(dateOf.get(mention)!)}`),
  };
}

/** As the articles write dates: the grain only where the form does not show it. */
function written(date: ResolvedDate | null): string {
  if (!date) return '?';
  const time = date.end ? `${date.start}/${date.end}` : date.start;
  return ['day', 'month', 'year'].includes(date.grain) ? time : `${date.grain} ${time}`;
}

const textOf = ({ blocks, mentions }: LabelledArticle, mention: number) => {
  const { block, start, end } = mentions[mention]!;
  return blocks[block]!.text.slice(start, end);
};
