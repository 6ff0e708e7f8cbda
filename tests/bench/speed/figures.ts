/** One opening of one popup. Times in milliseconds. */
export interface Figure {
  readonly browser: string;
  readonly reader: string;
  readonly page: string;
  /** The first round after the browser's start. */
  readonly cold: boolean;
  /** Opened a second time on the same page. */
  readonly again: boolean;
  readonly text: number;
  readonly firstMarks: number | null;
  readonly allMarks: number | null;
  readonly shift: number | null;
}

/** The value below which a share of the values lies, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function group<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> {
  return Map.groupBy(values, key) as Map<string, Value[]>;
}

const medianOf = (figures: readonly Figure[], of: (figure: Figure) => number | null) =>
  quantile(numbers(figures, of), 0.5);

function numbers(figures: readonly Figure[], of: (figure: Figure) => number | null): number[] {
  return figures.map(of).filter((value) => value !== null);
}

/** Median and 90th percentile. */
function pair(figures: readonly Figure[], of: (figure: Figure) => number | null): string {
  const values = numbers(figures, of);
  if (values.length === 0) return '–'.padStart(9);
  return `${quantile(values, 0.5).toFixed(0)}/${quantile(values, 0.9).toFixed(0)}`.padStart(9);
}

/** A table by browser and page: medians and 90th percentiles, and what they are beside the two baselines. */
export function summary(figures: readonly Figure[]): string {
  const lines = [
    'milliseconds, median/90th percentile',
    'browser   page                bare    plain     lede  lede:plain  over bare  1st marks  all marks  again, over bare  shift',
  ];
  for (const [, at] of group(figures, ({ browser, page }) => `${browser} ${page}`)) {
    for (const cold of [true, false]) {
      const some = at.filter((figure) => figure.cold === cold);
      if (some.length === 0) continue;
      const of = (reader: string, again = false) =>
        some.filter((figure) => figure.reader === reader && figure.again === again);
      const text = ({ text }: Figure) => text;
      const [bare, plain, lede] = [of('bare'), of('plain'), of('lede')];
      const overBare = medianOf(lede, text) - medianOf(bare, text);
      const again = medianOf(of('lede', true), text) - medianOf(of('bare', true), text);
      const shift = Math.max(0, ...numbers(lede, (figure) => figure.shift));
      lines.push(
        [
          at[0]!.browser.padEnd(8),
          `${at[0]!.page}${cold ? ' (cold)' : ''}`.padEnd(16),
          pair(bare, text),
          pair(plain, text),
          pair(lede, text),
          (medianOf(lede, text) / medianOf(plain, text)).toFixed(2).padStart(8),
          overBare.toFixed(0).padStart(10),
          pair(lede, ({ firstMarks }) => firstMarks).padStart(11),
          pair(lede, ({ allMarks }) => allMarks).padStart(10),
          again.toFixed(0).padStart(13),
          shift.toFixed(4).padStart(12),
        ].join(' '),
      );
    }
  }
  return lines.join('\n');
}
