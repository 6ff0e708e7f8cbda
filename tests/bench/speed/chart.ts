import { type Figure, group, quantile } from './figures.ts';

const colours: Readonly<Record<string, string>> = { bare: '#9aa0a6', plain: '#c58b3b', lede: '#2a66ad' };
const row = 16;
const scale = 0.6; // pixels a millisecond

/** Bars of the median time from click to painted text, by browser and page, with a line to the 90th percentile. */
export function chart(figures: readonly Figure[]): string {
  const bars: string[] = [];
  let y = 30;
  for (const [name, some] of group(
    figures.filter(({ again }) => !again),
    ({ browser, page }) => `${browser} ${page}`,
  )) {
    bars.push(`<text x="8" y="${y + 12}">${name}</text>`);
    y += row + 2;
    for (const [reader, of] of group(some, ({ reader }) => reader)) {
      const times = of.map(({ text }) => text);
      const [middle, high] = [quantile(times, 0.5) * scale, quantile(times, 0.9) * scale];
      bars.push(
        `<rect x="70" y="${y}" width="${middle.toFixed(1)}" height="12" fill="${colours[reader]}"/>`,
        `<path d="M${(70 + middle).toFixed(1)} ${y + 6}H${(70 + high).toFixed(1)}" stroke="#333"/>`,
        `<text x="8" y="${y + 11}">${reader}</text>`,
        `<text x="${(76 + high).toFixed(1)}" y="${y + 11}">${(middle / scale).toFixed(0)} ms</text>`,
      );
      y += row;
    }
    y += 8;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${y + 10}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/><text x="8" y="18" font-size="13">Click to painted text: median, and 90th percentile</text>${bars.join('')}</svg>\n`;
}
