/** The date of a record as an editor would write it. */
import type { RecordDate } from '../export/record.ts';
import { type Fields, filled, type Plain } from '../print-yaml.ts';
import type { Desk } from './text-of.ts';

/** Nothing if the record has no date. */
export function dateOrNone(date: RecordDate | null, desk: Desk): Plain {
  return date === null ? undefined : printDate(date, desk);
}

function printDate({ edtf, inferred, evidence }: RecordDate, desk: Desk): Fields {
  return {
    edtf,
    words: evidence === null ? undefined : desk.quote(evidence),
    inferred: filled(
      inferred.map(({ part, basis, evidence: from }) => ({
        part,
        basis,
        evidence: from === null ? undefined : desk.quote(from),
      })),
    ),
  };
}
