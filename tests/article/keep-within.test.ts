import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../components/article/extract-article.ts';
import { keepWithin } from '../../components/article/keep-within.ts';
import { limits } from '../../components/article/limits.ts';

function open(body: string): Document {
  return new JSDOM(`<!doctype html><html lang="en"><title>T</title><body>${body}</body></html>`).window
    .document;
}

const text = (page: Document) => page.body.textContent ?? '';

describe('keepWithin', () => {
  it('leaves an ordinary page as it is', () => {
    const page = open('<article class="story"><p id="a">One <b>two</b>.</p><script>x()</script></article>');
    const before = page.documentElement.outerHTML;
    expect(keepWithin(page.documentElement)).toBe(false);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('cuts the text where the limit is met, and says so', () => {
    const page = open(`<p>${'a'.repeat(limits.text)}</p><p>b</p><p>c</p>`);
    expect(keepWithin(page.documentElement)).toBe(true);
    expect(text(page)).toHaveLength(limits.text);
  });

  it('says nothing of white space that was left out', () => {
    expect(keepWithin(open(`<p>a${' '.repeat(limits.text + 5)}</p>\n\n`).documentElement)).toBe(false);
  });

  it('keeps the text of what lies too deep, without its scripts', () => {
    const page = open(
      `${'<div>'.repeat(400)}Deep <b>words</b><script>x()</script>${'</div>'.repeat(400)}<p>After</p>`,
    );
    expect(keepWithin(page.documentElement)).toBe(false);
    expect(text(page)).toBe('Deep wordsAfter');
    expect(depthOf(page.documentElement)).toBeLessThanOrEqual(limits.depth + 1);
  });

  it('lays what lies too deep where it may lie, with its paragraphs', () => {
    const page = open(
      `${'<div>'.repeat(400)}<p>One</p><p>Two <b>words</b></p>${'</div>'.repeat(400)}<p>After</p>`,
    );
    expect(keepWithin(page.documentElement)).toBe(false);
    expect([...page.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['One', 'Two words', 'After']);
    expect(depthOf(page.documentElement)).toBeLessThanOrEqual(limits.depth + 2);
  });

  it('breaks endless runs into paragraphs, with not a character lost', () => {
    const run = 'word '.repeat(limits.run);
    const page = open(
      `<p>Before <b>it</b> ${run}<i>after</i></p><p>${'x'.repeat(limits.run + 5)}</p><pre>${run}</pre>`,
    );
    const before = text(page);
    expect(keepWithin(page.documentElement)).toBe(false);
    expect(text(page)).toBe(before);
    const longest = Math.max(...[...page.querySelectorAll('p')].map((p) => p.textContent!.length));
    expect(longest).toBeLessThanOrEqual(limits.run + 1);
    expect(page.querySelector('p p, pre p')).toBeNull();
  });

  it('keeps the first attributes of an element with thousands, and what it holds', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `a${n}=1`).join(' ');
    const page = open(`<p ${many}>x<b>y</b></p><p>z</p>`);
    keepWithin(page.documentElement);
    const [first] = page.querySelectorAll('p');
    expect(first!.attributes).toHaveLength(limits.attributes);
    expect(page.body.innerHTML).toContain('x<b>y</b></p><p>z</p>');
  });

  it('shortens endless classes and drops endless values and data', () => {
    const page = open(
      `<p class="${'c '.repeat(9_000)}" title="${'t'.repeat(limits.attribute + 1)}">x</p>` +
        `<script type="application/ld+json">"${'d'.repeat(limits.data)}"</script>`,
    );
    keepWithin(page.documentElement);
    expect(page.body.innerHTML.length).toBeLessThan(limits.name + 200);
  });

  it('tells the reader that the end of a very long article is missing', () => {
    const sentence = 'The harbour council met for nine hours on Tuesday, and then put the vote off again. ';
    const page = open(`<article>${`<p>${sentence.repeat(200)}</p>`.repeat(70)}</article>`);
    const extraction = extractArticle(page);
    expect(extraction).toMatchObject({ ok: true });
    expect(extraction.ok && extraction.value.completeness).toEqual({ status: 'uncertain', reasons: ['cut'] });
  }, 60_000);
});

function depthOf(root: Element): number {
  let deepest = 0;
  for (const element of root.querySelectorAll('*')) {
    let depth = 0;
    for (let up: Element | null = element; up; up = up.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
