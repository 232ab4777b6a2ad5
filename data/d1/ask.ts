/** Asks a side for everything that is wanted at one time, in one statement. */
import { rowsOf } from './database.ts';
import { CorpusMovedError, type Edition } from './live.ts';
import type { Reads } from './outage.ts';
import type { LongKind, Side } from './side.ts';
import type { Content } from './sum.ts';

/** One thing wanted from a side. */
export type Wanted =
  | { readonly by: 'SLUG'; readonly slug: string }
  /** The row that answers for a slug that no thing has (see `reach.ts`). */
  | { readonly by: 'PLACE'; readonly slug: string }
  | { readonly by: 'ID'; readonly id: number }
  | { readonly by: 'NAME'; readonly kind: LongKind; readonly name: string };

/** A key that is equal for equal wants. */
export function keyOf(wanted: Wanted): string {
  switch (wanted.by) {
    case 'SLUG':
    case 'PLACE':
      return `${wanted.by} ${wanted.slug}`;
    case 'ID':
      return `ID ${wanted.id}`;
    case 'NAME':
      return `${wanted.kind} ${wanted.name}`;
  }
}

/** A row found: a thing, or a part of something long. */
export interface FoundRow extends Content {
  readonly kind: 'ENTITY' | LongKind;
  readonly sum: number;
}

export interface Answer {
  readonly rows: readonly FoundRow[];
  /** Another corpus has been published, which the next request should read. */
  readonly superseded: boolean;
}

/**
 * Asks for everything at once. A piece is found by the row that answers for its name (see `reach.ts`). The statement
 * also reads the pointer, and one statement sees one state of the database: so everything it finds is of that edition,
 * or it throws a CorpusMovedError. Throws a StoreUnavailableError if the database does not answer.
 */
export async function ask(database: Reads, { side, digest }: Edition, wanted: readonly Wanted[]): Promise<Answer> {
  const arms = armsFor(side, wanted);
  const statement = database.prepare([liveArm(side), ...arms.map(({ sql }) => sql)].join('\nunion all\n'));
  const bound = statement.bind(...arms.map(({ values }) => JSON.stringify(values)));
  const found = rowsOf<FoundRow | LiveRow>(await bound.all());
  const live = found.find((row) => row.kind === 'LIVE');
  if (live === undefined || live.body !== digest) throw new CorpusMovedError();
  return { rows: found.filter((row) => row.kind !== 'LIVE'), superseded: live.name !== side };
}

/** The pointer, and the edition on the side that is read. */
interface LiveRow {
  readonly kind: 'LIVE';
  readonly name: Side | null;
  readonly body: string | null;
}

/**
 * A part of the statement, and the list that it takes as one JSON parameter, because D1 allows at most 100 parameters.
 * D1 also allows at most five terms in a `union`: the pointer and four of these. Places are asked for after slugs,
 * never with them.
 */
interface Arm {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function liveArm(side: Side): string {
  return `
    select 'LIVE' as kind, side as name, 0 as number, 0 as parts, null as next, edition_${side} as body, 0 as sum
    from live where id = 1`;
}

function armsFor(side: Side, wanted: readonly Wanted[]): readonly Arm[] {
  const { runs, others } = findRuns(wanted.flatMap((one) => (one.by === 'ID' ? [one.id] : [])));
  const slugs = wanted.flatMap((one) => (one.by === 'SLUG' ? [one.slug] : []));
  const places = wanted.flatMap((one) => (one.by === 'PLACE' ? [one.slug] : []));
  const names = wanted.flatMap((one) => (one.by === 'NAME' ? [[one.kind, one.name]] : []));
  const kinds: readonly (readonly [(list: string) => string, readonly unknown[]])[] = [
    [(list) => things(side, list, 'thing.slug = list.value'), slugs],
    [(list) => things(side, placesIn(side, list), 'thing.id = place.id'), places],
    [(list) => things(side, list, 'thing.id = list.value'), others],
    [(list) => things(side, list, 'thing.id between list.value ->> 0 and list.value ->> 1'), runs],
    [(list) => longOnes(side, list), names],
  ];
  return kinds
    .filter(([, values]) => values.length > 0)
    .map(([write, values], index) => ({ sql: write(`json_each(?${index + 1}) as list`), values }));
}

// In both, `cross join` makes the list the outer loop: each value is looked up, and no table is scanned.

function things(side: Side, list: string, condition: string): string {
  return `
    select 'ENTITY', thing.slug, thing.id, 1, thing.next, thing.body, thing.sum
    from ${list} cross join entity_${side} as thing on ${condition}`;
}

/** The ids of the last things whose slugs are not after these; often several are the same. */
function placesIn(side: Side, list: string): string {
  const id = `select id from entity_${side} where slug <= list.value order by slug desc limit 1`;
  return `(select distinct (${id}) as id from ${list}) as place`;
}

/** A piece is stored under the last name that is not after its own; often several are under the same. */
function longOnes(side: Side, list: string): string {
  const [kind, name] = ['list.value ->> 0', 'list.value ->> 1'];
  const under = `select name from long_${side} where kind = 'PIECES' and name <= ${name} order by name desc limit 1`;
  return `
    select long.kind, long.name, long.part, long.parts, long.next, long.body, long.sum
    from (select distinct ${kind} as kind, iif(${kind} = 'PIECES', (${under}), ${name}) as name from ${list}) as place
    cross join long_${side} as long on long.kind = place.kind and long.name = place.name`;
}

/**
 * Finds runs of consecutive ids, which most pages have. D1 counts the rows that it reads: one for each id of a run and
 * two more for the run, but two for each id that is looked up alone.
 */
function findRuns(ids: readonly number[]): { runs: readonly (readonly [number, number])[]; others: readonly number[] } {
  const runs: [number, number][] = [];
  for (const id of ids.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] + 1 === id) run[1] = id;
    else runs.push([id, id]);
  }
  const isShort = ([first, last]: readonly [number, number]) => last - first < 2;
  return {
    runs: runs.filter((run) => !isShort(run)),
    others: runs.filter(isShort).flatMap(([first, last]) => (first === last ? [first] : [first, last])),
  };
}
