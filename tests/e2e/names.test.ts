import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { marked, type Named, namesIn, openPopup } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

const list = readFileSync(join(import.meta.dirname, '..', 'pages', 'sample', 'names.tsv'), 'utf8');

/** Each mention of the list, written by hand, as often as it is there. */
const expected = list
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string, string])
  .flatMap(([label, text, count]) => Array<Named>(Number(count)).fill({ label, text }));

describe.each(browserNames)('the names of the sample article in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let names: Named[];

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.open(site.origin + samplePath);
    const popup = await openPopup(launched.browser);
    await marked(popup);
    names = await namesIn(popup);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('are those of the list', () => {
    const kinds = [['PER'], ['LOC'], ['ORG'], ['DATE'], ['PER', 'LOC', 'ORG', 'DATE']];
    const scores = kinds.map((labels) => ({ labels: labels.join('+'), ...score(names, expected, labels) }));
    console.log(scores.map(line).join('\n'));
    const all = scores.at(-1)!;
    expect(all.precision).toBeGreaterThan(0.85);
    expect(all.recall).toBeGreaterThan(0.85);
  });

  it('cross a link and the bold words in it', () => {
    expect(names).toContainEqual({ label: 'ORG', text: 'Government of National Accord' });
  });

  it('end before a possessive, also with the wrong quote', () => {
    expect(names).toContainEqual({ label: 'PER', text: 'Zentouni' });
    expect(names).toContainEqual({ label: 'PER', text: 'Orlenko' });
  });
});

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** Every mention counts: the same text with the same label, as often as the list says. */
function score(found: readonly Named[], gold: readonly Named[], labels: readonly string[]): Score {
  const keys = (names: readonly Named[]) =>
    names.filter(({ label }) => labels.includes(label)).map(({ label, text }) => `${label} ${text}`);
  const extra = keys(found);
  const missed = keys(gold).filter((key) => {
    const at = extra.indexOf(key);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const hits = keys(gold).length - missed.length;
  return {
    precision: hits / Math.max(1, hits + extra.length),
    recall: hits / Math.max(1, hits + missed.length),
    missed,
    extra,
  };
}

function line({ labels, precision, recall, missed, extra }: Score & { labels: string }): string {
  const figures = `precision ${precision.toFixed(2)} recall ${recall.toFixed(2)}`;
  return `${labels.padEnd(16)} ${figures}  missed: ${missed.join(', ') || '-'}  extra: ${extra.join(', ') || '-'}`;
}
