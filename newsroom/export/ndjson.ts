/** NDJSON: one record per line. */
import type { ExportRecord } from './record.ts';

export function printNdjson(records: readonly ExportRecord[]): string[] {
  return records.map((record) => `${JSON.stringify(record)}\n`);
}

/** The value of each line. Calls `fail` with the number of a line that is not JSON. */
export function readNdjson(text: string, fail: (says: string) => never): unknown[] {
  return text.split('\n').flatMap((line, index): unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return fail(`Line ${index + 1} is not JSON.`);
    }
  });
}
