import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../components/article/article.ts';
import { extractArticle } from '../../components/article/extract-article.ts';

const markup = `<!doctype html><html lang="en"><head><title>Lock reopens | The Harbour Post</title>
<meta name="author" content="Ann Pilot"></head><body>
<nav><a href="/">Home</a></nav>
<main><article><h1>Lock reopens</h1>
<p id="first">The harbour council met for nine hours on Tuesday before it agreed, by a single vote, to reopen the old lock.</p>
<p id="second">Engineers had argued that the timber was sound, although two divers reported soft spots below the waterline.</p>
<ul><li id="may">Gate one opens in May, and stays open until the frost comes.</li><li>Gate two opens in <a id="june" href="/june">June</a>.</li></ul>
</article><div class="newsletter">Get the Tide newsletter every morning.</div></main>
<div class="comments"><p>I have lived by that lock for thirty years.</p></div>
<footer>Registered office: 4 Quay Lane.</footer></body></html>`;

function open(): Document {
  return new JSDOM(markup, { url: 'https://news.example/lock' }).window.document;
}

function read(page: Document, scope: Scope) {
  const extraction = extractArticle(page, { scope });
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.value;
}

function select(page: Document, from: string, to: string): void {
  const range = page.createRange();
  range.setStart(page.querySelector(from)!.firstChild!, 4);
  range.setEnd(page.querySelector(to)!.firstChild!, 3);
  page.getSelection()!.addRange(range);
}

describe('reading a selection', () => {
  it('gives what is selected alone, with the metadata of the page', () => {
    const page = open();
    select(page, '#first', '#second');
    const { text, title, byline, scope } = read(page, 'selection');
    expect({ title, byline, scope }).toEqual({
      title: 'Lock reopens',
      byline: 'Ann Pilot',
      scope: 'selection',
    });
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toMatch(/^harbour council .*\nEng$/);
  });

  it('keeps the list that a selected item stands in', () => {
    const page = open();
    select(page, '#may', '#june');
    expect(read(page, 'selection').html).toBe(
      '<ul><li> one opens in May, and stays open until the frost comes.</li><li>Gate two opens in <a href="https://news.example/june">Jun</a></li></ul>',
    );
  });

  it('says so when nothing is selected', () => {
    expect(extractArticle(open(), { scope: 'selection' })).toEqual({ ok: false, reason: 'no-selection' });
  });
});

describe('looser readings', () => {
  it('reads the main region without menus, boxes and comments', () => {
    const { text } = read(open(), 'wider');
    expect(text).toContain('Gate one opens in May');
    expect(text).not.toMatch(/Home|newsletter|thirty years|Quay Lane/);
  });

  it('reads all of the page', () => {
    const { text } = read(open(), 'page');
    for (const part of ['Home', 'Gate one', 'newsletter', 'thirty years', 'Quay Lane'])
      expect(text).toContain(part);
  });
});
