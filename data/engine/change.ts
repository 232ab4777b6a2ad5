/** The changes of the corpus: a run for each type, so that a page reads few blocks of each and merges them. */
import { jsonBytes, readJson } from '../bytes.ts';
import { changeKey } from '../change-key.ts';
import { type Change, ENTITY_TYPES, type EntityType } from '../model.ts';
import { compareKeys, type Page, partitionPoint, type SortKey } from '../page.ts';
import type { ChangeQuery } from '../query.ts';
import { once, presentPieces, type Question } from '../source.ts';
import type { Meter } from '../store.ts';

/** More than the largest page, so that two neighbouring blocks have every page. */
const BLOCK_SIZE = 128;

/** Microseconds for an entry of a block. */
const ENTRY = 0.3;

/** A type, or null for what is retired and of unknown type. */
type Run = EntityType | null;
const RUNS: readonly Run[] = [...ENTITY_TYPES, null];

function directoryName(run: Run): string {
  return `changes/${run ?? 'unknown'}`;
}

function blockName(run: Run, block: number): string {
  return `${directoryName(run)}/${block}`;
}

/** The number of changes of a run, and the key of the first of each block. */
interface Directory {
  readonly count: number;
  readonly starts: readonly SortKey[];
}

/** The changes without their reasons, which many of one day share. */
interface Block {
  readonly changes: readonly Omit<Change, 'reason'>[];
  readonly reasons: readonly (string | null)[];
  /** For each change, the place of its reason. */
  readonly reasonOf: readonly number[];
}

/** Packs them in their order, the oldest first. */
export function* packChanges(changes: readonly Change[]): Generator<readonly [string, Uint8Array]> {
  const byRun = Map.groupBy(changes, ({ type }) => type);
  for (const run of RUNS) {
    const own = byRun.get(run) ?? [];
    const blocks = Array.from({ length: Math.ceil(own.length / BLOCK_SIZE) }, (_, block) =>
      own.slice(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE),
    );
    const starts = blocks.flatMap(([first]) => (first === undefined ? [] : [changeKey(first)]));
    yield [directoryName(run), jsonBytes({ count: own.length, starts } satisfies Directory)];
    for (const [number, block] of blocks.entries()) yield [blockName(run, number), jsonBytes(toBlock(block))];
  }
}

function toBlock(changes: readonly Change[]): Block {
  const reasons = [...new Set(changes.map(({ reason }) => reason))];
  return {
    changes: changes.map(({ reason: _, ...change }) => change),
    reasons,
    reasonOf: changes.map(({ reason }) => reasons.indexOf(reason)),
  };
}

interface Keyed {
  readonly item: Change;
  readonly key: SortKey;
}

const readDirectory = once((bytes): Directory => readJson(bytes));
const readBlock = once((bytes): readonly Keyed[] => {
  const { changes, reasons, reasonOf }: Block = readJson(bytes);
  return changes.map((change, index) => {
    const item = { ...change, reason: reasons[reasonOf[index] ?? 0] ?? null };
    return { item, key: changeKey(item) };
  });
});

/** A page of the changes since a day, the oldest first: at most two blocks of each type are read. */
export function* listChanges({ since, types, window }: ChangeQuery, meter: Meter): Question<Page<Change>> {
  const { after, before, fromEnd, limit } = window;
  const first = since === null ? [] : [since];
  const runs = yield* openRuns(types);
  const wanted = runs.map(({ run, starts }) => ({
    run,
    starts,
    from: firstBlock(starts, fromEnd, first, after, before),
  }));
  const read = yield* readBlocks(
    wanted.flatMap(({ run, starts, from }) =>
      [from, from + 1].filter((block) => starts[block]).map((block) => blockName(run, block)),
    ),
    meter,
  );
  const listed = read.filter(({ key }) => compareKeys(first, key, 'ASC') <= 0);
  const isBehind = (key: SortKey) => after !== undefined && compareKeys(key, after, 'ASC') <= 0;
  const isBeyond = (key: SortKey) => before !== undefined && compareKeys(key, before, 'ASC') >= 0;
  const found = listed.filter(({ key }) => !isBehind(key) && !isBeyond(key));
  const items = fromEnd ? found.slice(Math.max(0, found.length - limit)) : found.slice(0, limit);
  const goesOn = found.length > limit;
  return {
    items,
    hasBefore: fromEnd ? goesOn : listed.some(({ key }) => isBehind(key)),
    hasAfter: fromEnd ? listed.some(({ key }) => isBeyond(key)) || wanted.some(isFurther) : goesOn,
  };

  /** Whether a block that was not read comes after the page. */
  function isFurther({ starts, from }: (typeof wanted)[number]): boolean {
    return before !== undefined && starts[from + 2] !== undefined;
  }
}

/** The first of the two blocks of a run that have its part of the page. */
function firstBlock(
  starts: readonly SortKey[],
  fromEnd: boolean,
  first: SortKey,
  after: SortKey | undefined,
  before: SortKey | undefined,
): number {
  if (fromEnd) {
    // Nothing before the first day counts, even if the cursor is before it.
    const isBefore = (key: SortKey) =>
      before === undefined || compareKeys(key, before, 'ASC') < 0 || compareKeys(first, key, 'ASC') > 0;
    const end = partitionPoint(starts, isBefore);
    return Math.max(0, end - 2);
  }
  const lowest = after !== undefined && compareKeys(first, after, 'ASC') <= 0 ? after : first;
  return Math.max(0, partitionPoint(starts, (key) => compareKeys(lowest, key, 'ASC') > 0) - 1);
}

/** The number of changes since a day. */
export function* countChanges({ since, types }: Omit<ChangeQuery, 'window'>, meter: Meter): Question<number> {
  const runs = yield* openRuns(types);
  const total = runs.reduce((sum, { count }) => sum + count, 0);
  if (since === null) return total;
  const at = runs.map(({ run, starts }) => ({
    run,
    block: firstBlock(starts, false, [since], undefined, undefined),
    starts,
  }));
  const read = yield* readBlocks(
    at.flatMap(({ run, block, starts }) => (starts[block] === undefined ? [] : [blockName(run, block)])),
    meter,
  );
  const whole = at.reduce((sum, { block }) => sum + BLOCK_SIZE * block, 0);
  return total - whole - read.filter(({ item }) => item.on < since).length;
}

function* openRuns(types: ChangeQuery['types']): Question<readonly (Directory & { readonly run: Run })[]> {
  const runs = types === null ? RUNS : RUNS.filter((run) => run !== null && types.includes(run));
  const directories = yield* presentPieces(runs.map(directoryName));
  return directories.map((bytes, index) => ({ ...readDirectory(bytes), run: runs[index] ?? null }));
}

/** The changes of several blocks in one order. */
function* readBlocks(names: readonly string[], meter: Meter): Question<readonly Keyed[]> {
  const found = names.length === 0 ? [] : yield* presentPieces(names);
  const changes = found.flatMap(readBlock);
  meter.spend(ENTRY * changes.length);
  return changes.sort((one, other) => compareKeys(one.key, other.key, 'ASC'));
}
