import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../components/article/extract-article.ts';

const sentences = [
  'The harbour council met for nine hours on Tuesday before it agreed, by a single vote, to reopen the old lock.',
  'Engineers had argued that the timber was sound, although two divers reported soft spots below the waterline.',
  'Local traders welcomed the news, saying that summer bookings had already risen by a third since the rumour began.',
  'Opponents of the plan, led by the anglers, say the fish ladder will be blocked for at least four months a year.',
];
const story = sentences.map((sentence) => `<p>${sentence}</p>`).join('');

function open(body: string, head = ''): Document {
  const html = `<!doctype html><html lang="en"><head><title>Lock reopens</title>${head}</head><body>${body}</body></html>`;
  return new JSDOM(html, { url: 'https://news.example/lock' }).window.document;
}

function read(page: Document) {
  const extraction = extractArticle(page);
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.value;
}

describe('extractArticle', () => {
  it('gives the body as text, a paragraph a line', () => {
    expect(read(open(`<article><h1>Lock reopens</h1>${story}</article>`)).text).toBe(sentences.join('\n'));
  });

  it.each([
    {
      page: 'a list of links',
      body: '<h1>Timetables</h1><ul><li><a href="/a">North Quay</a><li><a href="/b">Ropewalk</a></ul>',
    },
    { page: 'the head of a page that has not come yet', body: '<header>The Harbour Courier</header>' },
    { page: 'one line', body: '<p>Nothing was found. Try another word.</p>' },
  ])('finds no article in $page', ({ body }) => {
    expect(extractArticle(open(body))).toEqual({ ok: false, reason: 'no-article' });
    expect(extractArticle(open(body), { scope: 'page' }).ok).toBe(true);
  });

  it('leaves the page as it was', () => {
    const page = open(
      `<article><h1>Lock reopens</h1>${story}<form><input name="parentNode"></form></article>`,
    );
    const before = page.documentElement.outerHTML;
    read(page);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('reads text in an open shadow root, with what its slots show', () => {
    const page = open(
      '<main><x-story><p slot="lead">The gates open again.</p><p>Never shown.</p></x-story></main>',
    );
    const root = page.querySelector('x-story')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<article><slot name="lead"></slot>${story}</article>`;
    expect(read(page).text).toBe(['The gates open again.', ...sentences].join('\n'));
  });

  it('reads a shadow root that a saved page declares', () => {
    const page = open(
      `<x-story><template shadowrootmode="open"><article>${story}</article></template></x-story>`,
    );
    expect(read(page).text).toBe(sentences.join('\n'));
  });

  for (const name of [
    'parentNode',
    'nextSibling',
    'firstChild',
    'attributes',
    'textContent',
    'querySelectorAll',
  ]) {
    it(`is not led astray by a form control called ${name}`, () => {
      const page = open(`<article>${story}</article><form><input name="${name}"></form>`);
      expect(read(page).text).toBe(sentences.join('\n'));
    });
  }

  for (const name of [
    'body',
    'cloneNode',
    'documentElement',
    'querySelectorAll',
    'baseURI',
    'createElement',
  ]) {
    it(`is not led astray by an image called ${name}`, () => {
      const page = open(`<img name="${name}"><article>${story}</article>`);
      expect(read(page).text).toBe(sentences.join('\n'));
    });
  }
});
