import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../components/article/article.ts';
import { parseArticle } from '../../components/article/parse-article.ts';

const article: Article = {
  url: 'https://e.test/a',
  title: 'T',
  byline: 'A. Writer',
  authors: ['A. Writer'],
  siteName: null,
  section: null,
  publishedTime: '2021-04-16T09:00:00+02:00',
  modifiedTime: null,
  lang: 'en-GB',
  dir: 'ltr',
  excerpt: null,
  leadImage: null,
  html: '<p>x</p>',
  text: 'x',
  words: 1,
  scope: 'article',
  completeness: { status: 'uncertain', reasons: ['paywall'] },
};

describe('parseArticle', () => {
  it('lets an article through as it is', () => {
    expect(parseArticle(structuredClone(article))).toEqual(article);
  });

  it.each([
    { name: 'a script in the language', key: 'lang', value: '"><script>', out: null },
    { name: 'a direction that is none', key: 'dir', value: 'sideways', out: null },
    { name: 'a date that is none', key: 'publishedTime', value: 'soon', out: null },
    { name: 'authors that are no text', key: 'authors', value: [1, {}, 'B'], out: ['B'] },
    { name: 'an image that is a script', key: 'leadImage', value: { src: 'javascript:x' }, out: null },
    { name: 'an image whose address is none', key: 'leadImage', value: { src: 'https://[' }, out: null },
    { name: 'an endless count', key: 'words', value: Number.POSITIVE_INFINITY, out: 0 },
    {
      name: 'the end of an endless author',
      key: 'authors',
      value: ['x'.repeat(1e6)],
      out: ['x'.repeat(2_000)],
    },
    { name: 'a negative count', key: 'words', value: -5, out: 0 },
    {
      name: 'unknown doubts',
      key: 'completeness',
      value: { status: 'uncertain', reasons: ['x', 'cut'] },
      out: { status: 'uncertain', reasons: ['cut'] },
    },
  ])('leaves out $name and keeps the rest', ({ key, value, out }) => {
    expect(parseArticle({ ...article, [key]: value })).toEqual({ ...article, [key]: out });
  });

  it('gives null or an article of plain known keys for anything', () => {
    const near = fc.record(Object.fromEntries(Object.keys(article).map((key) => [key, fc.anything()])));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (message) => {
        const parsed = parseArticle(message);
        expect(parsed === null || Object.keys(parsed).join() === Object.keys(article).join()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
