import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../components/article/dates.ts';
import { jsonLdOf } from '../../components/article/json-ld.ts';
import { metadataOf } from '../../components/article/metadata.ts';

function metadata(head: string, body = '<h1>Lock reopens</h1>', url = 'https://www.news.example/lock') {
  const page = new JSDOM(`<html lang="en"><head>${head}</head><body>${body}</body></html>`, { url }).window
    .document;
  return metadataOf(page, jsonLdOf(page));
}

const jsonLd = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the headline', () => {
  const cases = [
    {
      name: 'without the site behind it',
      head: '<title>Lock reopens - News</title>',
      body: '',
      title: 'Lock reopens',
    },
    {
      name: 'without the site before it',
      head: '<title>Harbour Post: Lock reopens</title><meta property="og:site_name" content="Harbour Post">',
      body: '',
      title: 'Lock reopens',
    },
    {
      name: 'with its own dash',
      head: '<title>Lock - reopened at last - to all boats of the town</title>',
      body: '',
      title: 'Lock - reopened at last - to all boats of the town',
    },
    {
      name: 'as shown, where it is like what is declared',
      head: '<title>Old lock to reopen after vote | Harbour Post</title>',
      body: '<h1>Old lock to reopen after close vote</h1>',
      title: 'Old lock to reopen after close vote',
    },
    {
      name: 'as declared, where the first heading is the site',
      head: '<title>The old lock reopens</title>',
      body: '<h1>Harbour Post</h1>',
      title: 'The old lock reopens',
    },
  ];
  for (const { name, head, body, title } of cases)
    it(`is taken ${name}`, () => expect(metadata(head, body).title).toBe(title));
});

describe('authors', () => {
  const cases = [
    {
      name: 'of JSON-LD, several apart',
      head: jsonLd({ '@type': 'NewsArticle', author: [{ name: 'Ann Pilot' }, { name: 'By Bo Quay' }] }),
      authors: ['Ann Pilot', 'Bo Quay'],
    },
    {
      name: 'by reference',
      head: jsonLd([
        { '@type': 'Article', author: { '@id': '#a' } },
        { '@type': 'Person', '@id': '#a', name: 'Ann Pilot' },
      ]),
      authors: ['Ann Pilot'],
    },
    {
      name: 'in one line',
      head: '<meta name="author" content="By Ann Pilot, Bo Quay and Cy Dunn">',
      authors: ['Ann Pilot', 'Bo Quay', 'Cy Dunn'],
    },
    {
      name: 'but no address',
      head: '<meta property="article:author" content="https://social.example/ann">',
      authors: [],
    },
    {
      name: 'from the line under the headline',
      head: '',
      body: '<h1>A</h1><p class="byline">By Ann Pilot | 4 May 2026</p>',
      authors: ['Ann Pilot'],
    },
    {
      name: 'but not of a comment',
      head: '',
      body: '<h1>A</h1><div class="comments"><span class="author">angler9</span></div>',
      authors: [],
    },
  ];
  for (const { name, head, body, authors } of cases)
    it(`are found ${name}`, () => expect(metadata(head, body).authors).toEqual(authors));
});

describe('dates', () => {
  const cases: [string, string | null][] = [
    ['2026-05-04T09:30:00+0200', '2026-05-04T09:30:00+02:00'],
    ['2026-05-04 09:30:00', '2026-05-04T09:30:00'],
    ['Mon, 04 May 2026 09:30:00 GMT', '2026-05-04T09:30:00Z'],
    ['May 4, 2026', '2026-05-04'],
    ['Published 4 May 2026', '2026-05-04'],
    ['4. Mai 2026', '2026-05-04'],
    ['4 de mayo de 2026', '2026-05-04'],
    ['2026年5月4日 09:30', '2026-05-04T09:30'],
    ['04.05.2026', '2026-05-04'],
    ['05/24/2026', '2026-05-24'],
    ['1777887000', '2026-05-04T09:30:00.000Z'],
    ['yesterday', null],
    ['13/13/2026', null],
  ];
  for (const [text, iso] of cases) it(`reads ${text}`, () => expect(isoOf(text)).toBe(iso));

  it('takes the zone with the time that JSON-LD gives', () => {
    const head = jsonLd({
      '@type': 'NewsArticle',
      datePublished: '2026-05-04T09:30:00+02:00',
      dateModified: '2026-05-05',
    });
    expect(metadata(head)).toMatchObject({
      publishedTime: '2026-05-04T09:30:00+02:00',
      modifiedTime: '2026-05-05',
    });
  });

  it('takes no date from a list of other stories', () => {
    expect(
      metadata('', '<h1>A</h1><aside><time datetime="2020-01-01">old</time></aside>').publishedTime,
    ).toBe(null);
  });
});

describe('site and language', () => {
  it('are named by the page, the host where it gives no name', () => {
    expect(metadata('<meta property="og:site_name" content="Harbour Post">')).toMatchObject({
      siteName: 'Harbour Post',
      lang: 'en',
    });
    expect(metadata('').siteName).toBe('news.example');
  });

  it('gives no language that is none', () => {
    const page = new JSDOM('<html lang="english_please!"><body>A</body></html>').window.document;
    expect(metadataOf(page, []).lang).toBe(null);
  });
});
