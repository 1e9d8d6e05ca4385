/**
 * Reads CSV strictly by RFC 4180: every row ends in CRLF and has as many cells as the first; quotes enclose whole cells
 * only, and are doubled inside.
 *
 * @throws {SyntaxError} at the first character that breaks the rules
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const fail = (why: string): never => {
    throw new SyntaxError(`${why} at ${at}`);
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) fail('quote never closed');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    } else {
      for (; at < text.length && !',\r\n'.includes(text[at]!); at++) {
        if (text[at] === '"') fail('bare quote');
        cell += text[at];
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at++;
      continue;
    }
    if (text.slice(at, at + 2) !== '\r\n') fail('expected comma or CRLF');
    at += 2;
    if (rows[0] && rows[0].length !== row.length) fail('a row of another length');
    rows.push(row);
    row = [];
  }
  if (row.length > 0) fail('last row without CRLF');
  return rows;
}
