/** NDJSON: a record a line. */
import type { ExportRecord } from './record.ts';

export function printNdjson(records: readonly ExportRecord[]): string[] {
  return records.map((record) => `${JSON.stringify(record)}\n`);
}

/** The values of the lines; what is no JSON is told with its line. */
export function readNdjson(text: string, fail: (says: string) => never): unknown[] {
  return text.split('\n').flatMap((line, index): unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return fail(`Line ${index + 1} is no JSON.`);
    }
  });
}
