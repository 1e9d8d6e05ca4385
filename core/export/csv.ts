export type CsvCell = string | number | boolean | null;

/** What a spreadsheet would take for the start of a formula, full-width forms included. */
const formulaStart = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * Rows as CSV after RFC 4180: CRLF after every row, cells quoted where they need it. A text that a spreadsheet would
 * run as a formula gets a leading apostrophe; a number, also one written as text, stays a number.
 *
 * @throws {RangeError} for rows of different lengths, and for a number that is none
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows]
    .map((row) => {
      if (row.length !== header.length) throw new RangeError(`expected ${header.length} cells, not ${row.length}`);
      return `${row.map(cellText).join(',')}\r\n`;
    })
    .join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new RangeError(`${cell} is no number to write down`);
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
