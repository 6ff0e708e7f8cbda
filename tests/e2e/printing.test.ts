import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { clickNamed, openReader } from './reader.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

interface Line {
  readonly page: number;
  readonly text: string;
  /** Points. */
  readonly height: number;
}

describe.each(browserNames)('the sample article printed by %s', (name) => {
  let site: Site;
  let launched: Launched;
  let lines: Line[];
  let reader: View;
  const folder = mkdtempSync(join(tmpdir(), 'lede-print-'));
  const file = join(folder, 'article.pdf');

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.emulateDark(true);
    await launched.browser.open(site.origin + samplePath);
    reader = await openReader(launched.browser);
    await clickNamed(reader, 'Who, where, when');
    await reader.print(file);
    lines = await linesOf(file);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await launched?.quit();
    await site?.close();
  });

  it('begins with the title and ends with where it is from, and when', () => {
    const text = lines.map((line) => line.text);
    expect(text.slice(0, 4).join(' ')).toContain('Rival camps meet in Sirte');
    const end = text.slice(-3).join(' ');
    expect(end).toContain('The Harbour Courier');
    expect(end).toContain(site.origin + samplePath);
    expect(end).toMatch(/2021/);
  });

  it('holds the text to its last word, and nothing of what stands around it', () => {
    const text = lines.map((line) => line.text).join(' ');
    expect(text).toContain('brief the Security Council in New York tomorrow.');
    expect(text).not.toMatch(/People \d|Who, where, when|Got it|\d mentions?/);
  });

  it('sets the text in 11 points', () => {
    const sizes = lines.filter(({ text }) => text.length > 60).map(({ height }) => height.toFixed(1));
    expect(new Set(sizes)).toContain('11.0');
    expect(sizes.filter((size) => size === '11.0').length).toBeGreaterThan(sizes.length / 2);
  });

  it('is dark on light without marks, whatever the theme', async () => {
    const colours = await coloursOf(file);
    expect(colours).toContain('#000000');
    expect(colours.filter((colour) => !isGrey(colour))).toEqual([]);
    expect(colours).not.toContain('#1a1b1e'); // the ground of the dark theme
  });

  it('shows the marks when they are asked for', async () => {
    await reader.evaluate(() => {
      document.documentElement.dataset.printMarks = 'on';
    });
    await reader.print(file);
    expect((await coloursOf(file)).filter((colour) => !isGrey(colour)).length).toBeGreaterThanOrEqual(3);
  });

  it('breaks no policy and logs no error', async () => {
    expect(await reader.troubles()).toEqual([]);
  });
});

async function linesOf(file: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { page, number } of await pagesOf(file)) {
    let line = '';
    for (const item of (await page.getTextContent()).items as TextItem[]) {
      line += item.str;
      if (!item.hasEOL) continue;
      if (line.trim()) lines.push({ page: number, text: line.trim(), height: item.height });
      line = '';
    }
    if (line.trim()) lines.push({ page: number, text: line.trim(), height: 0 });
  }
  return lines;
}

/** Colours that text and lines are drawn in, as #rrggbb. */
async function coloursOf(file: string): Promise<string[]> {
  const colours = new Set<string>();
  for (const { page } of await pagesOf(file)) {
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((fn: number, i: number) => {
      if (fn === OPS.setFillRGBColor || fn === OPS.setStrokeRGBColor) colours.add(String(argsArray[i]![0]));
    });
  }
  return [...colours];
}

const isGrey = (colour: string): boolean => /^#(..)\1\1$/.test(colour);

async function pagesOf(file: string) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1);
  return Promise.all(numbers.map(async (number) => ({ number, page: await pdf.getPage(number) })));
}
