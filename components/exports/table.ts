/** A table as rows of equal length: a cell stands where it begins, null where it reaches to, or where nothing is. */
export type Grid = readonly (readonly (HTMLTableCellElement | null)[])[];

const widest = 1000; // HTML's own limit for colspan: https://html.spec.whatwg.org/multipage/tables.html

/** The cells of a table where colspan and rowspan put them, after HTML's algorithm for forming a table. */
export function gridOf(table: HTMLTableElement): Grid {
  const rows = [...table.rows];
  const grid: (HTMLTableCellElement | null | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]![x] !== undefined) x++;
      const width = spanOf(cell, 'colspan', widest);
      const height = spanOf(cell, 'rowspan', rows.length - y);
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < width && x + dx < widest; dx++) {
          grid[y + dy]![x + dx] ??= dy === 0 && dx === 0 ? cell : null;
        }
      }
      x += width;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? null));
}

/** True for a table that only arranges its contents: one column, one cell, or tables inside. */
export const isLayout = (table: HTMLTableElement, grid: Grid): boolean =>
  table.querySelector('table') !== null || (grid[0]?.length ?? 0) < 2;

/** True when the first row names the columns. */
export const hasHeader = (table: HTMLTableElement, grid: Grid): boolean =>
  table.tHead?.rows[0] === table.rows[0] ||
  grid[0]!.every((cell) => cell === null || cell.localName === 'th');

/** A span of a row stops at the table's last row; 0 reaches as far as it can. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', limit: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  if (Number.isNaN(span) || span < 0) return 1;
  return span === 0 ? (name === 'rowspan' ? limit : 1) : Math.min(span, limit);
}
