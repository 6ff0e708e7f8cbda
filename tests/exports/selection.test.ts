import { describe, expect, it } from 'vitest';
import { copiedFragment } from '../../components/exports/selection.ts';
import { bodyOf } from './article.ts';

/** Copies from `[` to `]` in the text of a body, which stand for the ends of a selection. */
function copied(html: string) {
  const body = bodyOf(html);
  const range = document.createRange();
  const [start, end] = ['[', ']'].map((sign) => cutOut(body, sign));
  range.setStart(...start!);
  range.setEnd(...end!);
  return copiedFragment(range);
}

function cutOut(body: Element, sign: string): [Text, number] {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const at = text.data.indexOf(sign);
    if (at < 0) continue;
    text.deleteData(at, 1);
    return [text, at];
  }
  throw new Error(`No ${sign} in the body`);
}

describe('copiedFragment', () => {
  it.each([
    {
      name: 'no mark, chip or button',
      html: '<p>[In <mark data-mention="0" role="button" tabindex="0">Lisbon</mark><span data-screen-only>PLACE</span><button>×</button>, today]</p>',
      expected: { html: 'In Lisbon, today', text: 'In Lisbon, today' },
    },
    {
      name: 'a part of a mark',
      html: '<p>In <mark>Lis[bon</mark>, to]day</p>',
      expected: { html: 'bon, to', text: 'bon, to' },
    },
    {
      name: 'paragraphs with their links',
      html: '<p>One [two.</p><p>Three <a href="https://a.example/" target="_blank" rel="noopener">four</a>] five.</p>',
      expected: {
        html: '<p>two.</p><p>Three <a href="https://a.example/">four</a></p>',
        text: 'two.\n\nThree four',
      },
    },
    {
      name: 'items of a list with their numbers',
      html: '<ol><li>a</li><li>[b</li><li>c]</li></ol>',
      expected: { html: '<ol start="2"><li>b</li><li>c</li></ol>', text: '2. b\n3. c' },
    },
    {
      name: 'cells of a table',
      html: '<table><tbody><tr><td>[a</td><td>b]</td><td>c</td></tr></tbody></table>',
      expected: { html: '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>', text: 'a  b' },
    },
    {
      name: 'lines of code',
      html: '<pre><code>if a:\n[    b\n    c]</code></pre>',
      expected: { html: '<pre>    b\n    c</pre>', text: '    b\n    c' },
    },
  ])('copies $name', ({ html, expected }) => {
    expect(copied(html)).toEqual(expected);
  });

  it('leaves the article as it is', () => {
    const html = '<p>In <mark>Lisbon</mark></p>';
    const body = bodyOf(html);
    const range = document.createRange();
    range.selectNodeContents(body);
    copiedFragment(range);
    expect(body.innerHTML).toBe(html);
  });
});
