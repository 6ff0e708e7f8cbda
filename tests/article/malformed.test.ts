import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../components/article/extract-article.ts';

const sentence =
  'The harbour council met for nine hours on Tuesday before it agreed to reopen the old lock. ';

function outcomeOf(source: string, contentType = 'text/html'): string {
  const page = new JSDOM(source, { url: 'https://news.example/a', contentType }).window.document;
  const extraction = extractArticle(page);
  return extraction.ok ? `article of ${extraction.value.text.length}` : extraction.reason;
}

describe('pages that are no article', () => {
  const cases = [
    { name: 'an empty string', source: '', outcome: 'empty' },
    { name: 'no body', source: '<html><head><title>A</title></head></html>', outcome: 'empty' },
    {
      name: 'scripts alone',
      source: '<body><script>let text = 1</script><style>p{}</style></body>',
      outcome: 'empty',
    },
    {
      name: 'a frameset',
      source: '<frameset cols="1,1"><frame src="a.html"></frameset>',
      outcome: 'not-a-page',
    },
    {
      name: 'a picture',
      source: '<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>',
      contentType: 'image/svg+xml',
      outcome: 'not-a-page',
    },
    {
      name: 'a feed',
      source: '<rss version="2.0"><channel><title>A</title></channel></rss>',
      contentType: 'application/xml',
      outcome: 'not-a-page',
    },
    {
      name: 'more elements than can be read',
      source: `<p>${'<i></i>'.repeat(70_000)}</p>`,
      outcome: 'too-large',
    },
    {
      name: 'elements nested beyond measure',
      source: `${'<div>'.repeat(900)}${sentence}`,
      outcome: 'too-large',
    },
  ];
  for (const { name, source, contentType, outcome } of cases)
    it(`gives a reason for ${name}`, () => expect(outcomeOf(source, contentType)).toBe(outcome));
});

describe('pages that are odd', () => {
  it('reads XHTML', () => {
    const source = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body><div>${`<p>${sentence}</p>`.repeat(8)}</div></body></html>`;
    expect(outcomeOf(source, 'application/xhtml+xml')).toMatch(/^article of \d{3}/);
  });

  it('reads text in no paragraph at all', () => {
    expect(outcomeOf(sentence.repeat(12))).toMatch(/^article of \d{3,4}$/);
  });

  it('ends on five megabytes in one line', () => {
    expect(outcomeOf(`<p>${sentence.repeat(55_000)}</p>`)).toMatch(/^article|^too-large/);
  }, 120_000);

  it('ends on a line without spaces', () => {
    expect(outcomeOf(`<p>${'a'.repeat(1_000_000)}</p>`)).toMatch(/^article|^no-article|^too-large/);
  }, 120_000);
});
