/** A table of text; the first row is the head. */
export type Table = readonly (readonly string[])[];

/**
 * Writes a Markdown table that is also aligned as plain text: the first columns to the left, the others to the right.
 */
export function markdownTable(table: Table, leftColumns: number): string {
  const widths = table[0]!.map((_, column) => Math.max(3, ...table.map((row) => row[column]!.length)));
  const pad = (cell: string, column: number) =>
    column < leftColumns ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = widths.map((width, column) => (column < leftColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [head, ...rows] = table.map((row) => line(row.map(pad)));
  return [head, line(rule), ...rows].join('\n');
}
