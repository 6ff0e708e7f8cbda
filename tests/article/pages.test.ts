import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../components/article/article.ts';
import { extractArticle } from '../../components/article/extract-article.ts';

/** What is expected of a page; what is not named may be anything. */
interface Expected {
  readonly title: string;
  readonly byline?: string;
  readonly publishedTime?: string;
  readonly lang?: string;
  readonly dir?: string;
  /** Lines of the text, all and in order. */
  readonly text: readonly string[];
  /** Lines that may stand in the text and need not. */
  readonly loose?: readonly string[];
  /** Pieces of markup. */
  readonly html?: readonly string[];
  readonly headings?: readonly string[];
  readonly figures?: number;
  /** Source of the lead image. */
  readonly lead?: string;
  readonly reasons?: readonly Doubt[];
}

const folder = join(import.meta.dirname, 'pages');
const slugs = readdirSync(folder);

describe('hard shapes of pages', () => {
  it('number twenty at least', () => expect(slugs.length).toBeGreaterThanOrEqual(20));

  for (const slug of slugs)
    it(`reads ${slug.replaceAll('-', ' ')}`, () => {
      const expected: Expected = JSON.parse(readFileSync(join(folder, slug, 'article.json'), 'utf8'));
      const source = readFileSync(join(folder, slug, 'source.html'));
      const extraction = extractArticle(new JSDOM(source, { url: 'https://news.example/a' }).window.document);
      if (!extraction.ok) throw new Error(extraction.reason);
      const { html, text, completeness, ...article } = extraction.value;
      expect(text.split('\n').filter((line) => !expected.loose?.includes(line))).toEqual(expected.text);
      expect(article).toMatchObject(named(expected));
      if (expected.lead) expect(article.leadImage?.src).toBe(expected.lead);
      for (const piece of expected.html ?? []) expect(html).toContain(piece);
      const body = new JSDOM(html).window.document;
      if (expected.headings)
        expect([...body.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(
          expected.headings,
        );
      if (expected.figures) expect(body.querySelectorAll('figure > img')).toHaveLength(expected.figures);
      const reasons = completeness.status === 'uncertain' ? completeness.reasons : [];
      if (expected.reasons) expect(reasons).toEqual(expect.arrayContaining([...expected.reasons]));
    });
});

function named({ title, byline, publishedTime, lang, dir }: Expected) {
  return Object.fromEntries(
    Object.entries({ title, byline, publishedTime, lang, dir }).filter(([, value]) => value !== undefined),
  );
}
