import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { marked, openPopup, type Shown, shownIn } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

describe.each(browserNames)('a click on a news page in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let before: string;
  let popup: View;
  let shown: Shown;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.open(site.origin + samplePath);
    before = await launched.browser.tab.evaluate(serialised);
    popup = await openPopup(launched.browser);
    shown = await shownIn(popup);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('shows title, byline and date', () => {
    expect(shown.title).toBe('Rival camps meet in Sirte to rescue Libya’s December vote');
    expect(shown.byline).toBe('By Hannah Okoro');
    expect(shown.date).toMatch(/^2021-04-16T/);
  });

  it.each([
    'Two days of talks in Sirte end with a date',
    'Leaders of Libya’s rival camps agreed on Friday',
    'whose Government of National Accord (GNA) sits in Tripoli',
    'A quarrel over the oil',
    'She is not related to the deputy speaker.',
    'Zentouni‘s own forces guard part of the pipeline',
    'Neighbours at the door',
    '“A date on a calendar is not yet an election,” said Claire Fontanel',
    'Lindqvist said she would brief the Security Council in New York tomorrow.',
  ])('keeps “%s”', (kept) => {
    expect(shown.text.replace(/\s+/g, ' ')).toContain(kept);
  });

  it('keeps the picture’s caption and credit', () => {
    expect(shown.text).toContain('where delegates met behind closed doors');
    expect(shown.text).toContain('Yusuf Amari/AFP');
  });

  it.each([
    'Share on Facebook',
    'Tweet this',
    'Related Articles',
    'Leptis Magna',
    'The Morning Tide',
    'unsubscribe any time',
    'cookies',
    'Accept all',
    'Back to top',
    'saltwater_ed',
    'Wake me when there is a ballot box',
    'Post a comment',
    'Most read',
    'Sofas at half price',
    'Subscribe from',
    'All rights reserved',
    'Skip to content',
  ])('leaves out “%s”', (left) => {
    expect(shown.text).not.toContain(left);
  });

  it('marks the names without changing a word', async () => {
    await marked(popup);
    expect(await shownIn(popup)).toEqual(shown);
  });

  it('leaves the page as it was', async () => {
    expect(await launched.browser.tab.evaluate(serialised)).toBe(before);
  });

  it('breaks no policy and logs no error', async () => {
    expect(await popup.troubles()).toEqual([]);
  });

  it('lets no request leave the machine', () => {
    expect(launched.outside.requests).toEqual([]);
  });
});

/** The page's whole tree as markup, open shadow roots included. */
function serialised(): string {
  const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.innerHTML ?? '');
  return document.documentElement.outerHTML + roots.join('');
}
