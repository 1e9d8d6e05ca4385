export type CsvCell = string | number | boolean | null;

/** Matches texts that a spreadsheet would run as a formula, full-width forms included. */
const formulaStart = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * Writes CSV according to RFC 4180: CRLF after every row, cells quoted if necessary. A text that a spreadsheet would run
 * as a formula gets a leading apostrophe; a number, even one written as text, remains a number.
 *
 * @throws {RangeError} for rows of different lengths, and for NaN or infinity
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
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new RangeError(`${cell} can't be written as a number`);
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
