// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../components/article/extract-article.ts';
import {
  clobbered,
  clobberedInAll,
  clobberingPage,
  knownShapes,
  properties,
  sentence,
} from './clobbering.ts';

function textOf(body: string): string {
  const page = new JSDOM(clobberingPage(body), { url: 'https://news.example/lock' }).window.document;
  const extraction = extractArticle(page);
  return extraction.ok ? extraction.value.text : extraction.reason;
}

describe('a page that clobbers', () => {
  it.each(knownShapes)('is read past $name', ({ body }) => {
    expect(textOf(body)).toContain(sentence);
  });

  it.each(['name', 'id'] as const)(
    'is read past every property we ask for, by %s',
    (attribute) => {
      const failed = properties.filter(
        (property) => !textOf(clobbered(property, attribute)).includes(sentence),
      );
      expect(failed).toEqual([]);
    },
    120_000,
  );

  it('is read past all of them at once', () => {
    expect(textOf(clobberedInAll())).toContain(sentence);
  });
});
