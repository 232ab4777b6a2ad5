// A reader of comma-separated values that takes no more than RFC 4180 allows.

/** The cells of each line. Throws at quotation marks where none belong, and at a line that does not end in CRLF. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [, quoted, plain = '', end] = matchCell(text, at);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at = CELL.lastIndex;
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('The last line does not end.');
  return rows;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

function matchCell(text: string, at: number): RegExpExecArray {
  CELL.lastIndex = at;
  const found = CELL.exec(text);
  if (!found) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
  return found;
}
