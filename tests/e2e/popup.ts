import { type Browser, until, type View } from './drivers/browser.ts';

/** Clicks the toolbar button and waits until the popup has an article or says why it has none. */
export async function openPopup(browser: Browser): Promise<View> {
  const popup = await browser.clickAction();
  await settled(popup);
  return popup;
}

export async function settled(popup: View): Promise<void> {
  await until('the popup to settle', () =>
    popup.evaluate(() => ['ready', 'failed'].includes(document.documentElement.dataset.state ?? '')),
  );
}

/** Waits until the names are marked. */
export async function marked(popup: View): Promise<void> {
  await until('the marks', () => popup.evaluate(() => document.documentElement.dataset.marks === 'done'));
}

/** Waits until the names are marked, or until the popup says that they can't be. */
export async function namesSettled(popup: View): Promise<void> {
  await until('the names', () =>
    popup.evaluate(
      () =>
        document.documentElement.dataset.marks === 'done' ||
        (document.querySelector('.notice.names')?.textContent ?? '') !== '',
    ),
  );
}

export interface Shown {
  readonly title: string;
  readonly byline: string;
  readonly date: string | null;
  /** All of it, headline and captions included, one paragraph a line. */
  readonly text: string;
  /** The body with its captions. */
  readonly body: string;
}

/** What a reader sees of the article. */
export function shownIn(popup: View): Promise<Shown> {
  return popup.evaluate(() => {
    const article = document.querySelector<HTMLElement>('article');
    return {
      title: article?.querySelector('h1')?.textContent ?? '',
      byline: article?.querySelector('.authors')?.textContent ?? '',
      date: article?.querySelector('time')?.getAttribute('datetime') ?? null,
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
      text: article?.innerText ?? '',
      // biome-ignore lint/performance/useDomNodeTextContent: as above
      body: article?.querySelector<HTMLElement>('.article-body')?.innerText ?? '',
    };
  });
}

export interface Named {
  readonly text: string;
  readonly label: string;
}

/** The mentions marked below the headline, in reading order; one that crosses a link is one. */
export function namesIn(popup: View): Promise<Named[]> {
  return popup.evaluate(() => {
    const names = new Map<string, { text: string; label: string }>();
    for (const mark of document.querySelectorAll<HTMLElement>('article mark[data-mention]')) {
      if (mark.closest('h1')) continue;
      const { mention = '', label = '' } = mark.dataset;
      const text = (names.get(mention)?.text ?? '') + mark.textContent;
      names.set(mention, { text, label });
    }
    return [...names.values()];
  });
}
