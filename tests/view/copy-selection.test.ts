import { describe, expect, it } from 'vitest';
import { copySelection } from '../../components/view/copy-selection.ts';

const page = `<div class="bar"><button>People 7</button></div>
<article><h1>A bridge</h1><p>In <mark data-mention="0">Lisbon</mark>.</p><footer hidden>https://a.example/</footer></article>
<aside>Card</aside><input value="query">`;

/** What a copy puts on the clipboard, when `select` has set the selection; null when it is left to the browser. */
function copied(select: (selection: Selection) => void, target: () => Element = () => document.body) {
  document.body.innerHTML = page;
  select(document.getSelection()!);
  const data = new Map<string, string>();
  const event = new Event('copy', { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: { setData: (type: string, value: string) => data.set(type, value) },
  });
  const article = document.querySelector('article')!;
  document.addEventListener('copy', (copy) => copySelection(copy, article), { once: true });
  target().dispatchEvent(event);
  return event.defaultPrevented ? Object.fromEntries(data) : null;
}

describe('copySelection', () => {
  it('copies a part of the article without its marks', () => {
    expect(copied((selection) => selection.selectAllChildren(document.querySelector('p')!))).toEqual({
      'text/html': 'In Lisbon.',
      'text/plain': 'In Lisbon.',
    });
  });

  it('copies of all the page only the article, without what is for paper', () => {
    expect(copied((selection) => selection.selectAllChildren(document.body))).toEqual({
      'text/html': '<h1>A bridge</h1><p>In Lisbon.</p>',
      'text/plain': 'A bridge\n--------\n\nIn Lisbon.',
    });
  });

  it('leaves to the browser what is outside the article, in a field, or nothing', () => {
    const select = (name: string) => (selection: Selection) =>
      selection.selectAllChildren(document.querySelector(name)!);
    expect(copied(select('aside'))).toBeNull();
    expect(copied((selection) => selection.removeAllRanges())).toBeNull();
    expect(copied(select('p'), () => document.querySelector('input')!)).toBeNull();
  });
});
