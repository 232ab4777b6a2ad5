/**
 * Runs: the records of a type in the order of their numbers, cut into chunks. Whether a run is cut after a record
 * depends on that record alone, so a new record changes the chunk that it falls into and no other.
 */
import { shareOf } from '../hash.ts';
import { ENTITY_TYPES, type EntityType, NAMED_TYPES, type NamedType } from '../model.ts';

/** `TEXT`: the text of each article. `DOSSIER …`: the dossier of each thing of that type. Both by the thing's number. */
export const RUNS = [...ENTITY_TYPES, 'TEXT', ...NAMED_TYPES.map(dossiersOf)] as const;
export type RunName = EntityType | 'TEXT' | `DOSSIER ${NamedType}`;

export function dossiersOf(type: NamedType): RunName {
  return `DOSSIER ${type}`;
}

/** How many bytes of JSON a chunk has on average: a page of 20 statements is in about seven chunks. */
const CHUNK_BYTES = 24_000;
/** Where no record happens to end a chunk. After the next that does, the cuts are the same again. */
const MOST_BYTES = 4 * CHUNK_BYTES;

/** The JSON of each chunk of a run: a list of records. `keyOf` and `print` give the slug and the JSON of a record. */
export function* cutRun<T>(
  records: readonly T[],
  keyOf: (record: T) => string,
  print: (record: T) => string,
): Generator<{ readonly json: string; readonly count: number }> {
  let gathered: string[] = [];
  let length = 0;
  for (const [index, record] of records.entries()) {
    const json = print(record);
    gathered.push(json);
    length += json.length;
    const isCut = shareOf(keyOf(record)) < json.length / CHUNK_BYTES || length > MOST_BYTES;
    if (!isCut && index < records.length - 1) continue;
    yield { json: `[${gathered.join(',')}]`, count: gathered.length };
    gathered = [];
    length = 0;
  }
}
