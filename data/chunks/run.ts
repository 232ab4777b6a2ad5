/**
 * Runs: the records of a type in the order of their numbers, cut into chunks. Whether a chunk ends after a record
 * depends on that record alone, unless the chunk has grown too long: so a new record changes the chunk around it, and
 * rarely another.
 */
import { shareOf } from '../hash.ts';
import { ENTITY_TYPES, type EntityType, NAMED_TYPES, type NamedType } from '../model.ts';

/** `TEXT`: the text of each article. `DOSSIER …`: the dossier of each thing of that type. Both by the thing's number. */
export const RUNS = [...ENTITY_TYPES, 'TEXT', ...NAMED_TYPES.map(dossiersOf)] as const;
export type RunName = EntityType | 'TEXT' | `DOSSIER ${NamedType}`;

export function dossiersOf(type: NamedType): RunName {
  return `DOSSIER ${type}`;
}

/**
 * The average length of a chunk, in characters of JSON: two or three statements. Larger chunks would be fewer rows, but
 * more would be read that nobody asked for.
 */
const CHUNK_LENGTH = 10_000;
/** A chunk is cut here at the latest. From the next record that ends a chunk the cuts are the same again. */
const MOST_LENGTH = 4 * CHUNK_LENGTH;

/** The JSON of each chunk of a run, a record a line. `keyOf` and `print` give the slug and the JSON of a record. */
export function* cutRun<T>(
  records: readonly T[],
  keyOf: (record: T) => string,
  print: (record: T) => string,
): Generator<{ readonly lines: string; readonly count: number }> {
  let gathered: string[] = [];
  let length = 0;
  for (const [index, record] of records.entries()) {
    const json = print(record);
    gathered.push(json);
    length += json.length;
    const isCut = shareOf(keyOf(record)) < json.length / CHUNK_LENGTH || length > MOST_LENGTH;
    if (!isCut && index < records.length - 1) continue;
    yield { lines: gathered.join('\n'), count: gathered.length };
    gathered = [];
    length = 0;
  }
}
