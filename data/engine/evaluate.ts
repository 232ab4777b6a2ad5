/** Evaluating: from a condition to the numbers of the things that meet it. */
import { BoundedCache, weighText } from '../bounded-cache.ts';
import { ByteReader } from '../bytes.ts';
import type { Condition, DateKind } from '../condition.ts';
import type { CorpusSummary, EntityType } from '../model.ts';
import { once, pieces, type Question, together } from '../source.ts';
import { type Meter, UNMETERED } from '../store.ts';
import { type Dates, datesName, numbersIn, unpackDates } from './dates.ts';
import { findNamed, namesName, readNames } from './names.ts';
import { intersect, NUMBER, range, subtract, unite } from './numbers.ts';
import { listName } from './terms.ts';

/** Sorted numbers; null stands for all things of the type, so that they need not be listed. */
export type Found = Uint32Array | null;

/** What a store knows while it answers: how many things there are, and what conditions it has evaluated lately. */
export interface Scope {
  readonly counts: CorpusSummary['counts'];
  readonly remembered: BoundedCache<string, Uint32Array>;
  readonly meter: Meter;
}

/**
 * Bytes of the conditions that are kept and of what met them: as many as the fields of one request ask again, the page,
 * its total, its facets, the buckets of a timeline. A condition is kept under its whole text: two could be made to have
 * the same short hash, and one would be answered with what meets the other.
 */
const KEPT_BYTES = 4_000_000;

/** Counts nothing by itself: `Store.meteredBy` gives it the meter of a request. */
export function openScope(counts: Scope['counts']): Scope {
  const weigh = (found: Uint32Array, name: string) => found.byteLength + weighText(name);
  return { counts, remembered: new BoundedCache(KEPT_BYTES, weigh), meter: UNMETERED };
}

/**
 * The numbers of the things of a type that meet the condition. Its parts are evaluated each for itself and remembered,
 * because the lists of one request share them: what the reader asked for stays, what the place in the graph adds
 * changes.
 */
export function* evaluate(type: EntityType, condition: Condition, scope: Scope): Question<Found> {
  // Also a negation, which is nearly as long as the list: several fields of a request ask for it.
  if (condition.test !== 'ALL') return yield* evaluatePart(type, condition, scope);
  const parts = condition.of;
  const found = yield* together(parts.map((part) => evaluatePart(type, positive(part), scope)));
  return joinAll(parts, found, scope.counts[type], scope.meter);
}

function* evaluatePart(type: EntityType, condition: Condition, scope: Scope): Question<Found> {
  if (isEverything(condition)) return null;
  // A list is at hand as it is.
  if (condition.test === 'TERM') return yield* evaluateNow(type, condition, scope);
  const { remembered, meter } = scope;
  const name = `${type} ${JSON.stringify(condition)}`;
  meter.spend(LETTER * name.length);
  const known = remembered.find(name);
  if (known !== undefined) return known;
  const found = yield* evaluateNow(type, condition, scope);
  if (found !== null) remembered.keep(name, alone(found));
  return found;
}

/** Without the room beside it: what was found of a whole type is often a small part of its bytes. */
function alone(found: Uint32Array): Uint32Array {
  return found.byteLength < found.buffer.byteLength ? found.slice() : found;
}

/** Microseconds for a letter of a condition's text. */
const LETTER = 0.02;

/** Asks for all the pieces it needs at once. */
function* evaluateNow(type: EntityType, condition: Condition, { counts, meter }: Scope): Question<Found> {
  const names = [...new Set(pieceNames(type, condition))];
  const found = names.length === 0 ? [] : yield* pieces(names);
  const byName = new Map(names.map((name, index) => [name, found[index] ?? null]));
  return decide(condition, { type, count: counts[type], meter, piece: (name) => byName.get(name) ?? null });
}

/** Joining reads every set; null counts as all things of the type. */
function payFor(sets: readonly Found[], count: number, meter: Meter): void {
  if (sets.length > 1) meter.spend(NUMBER * sets.reduce((sum, set) => sum + countFound(set, count), 0));
}

/** How many things of a type meet it. */
export function countFound(found: Found, count: number): number {
  return found === null ? count : found.length;
}

interface Pieces {
  readonly type: EntityType;
  readonly count: number;
  readonly meter: Meter;
  readonly piece: (name: string) => Uint8Array | null;
}

function isEverything(condition: Condition): boolean {
  return condition.test === 'ALL' && condition.of.every(isEverything);
}

function pieceNames(type: EntityType, condition: Condition): string[] {
  switch (condition.test) {
    case 'ALL':
    case 'ANY':
      return condition.of.flatMap((part) => pieceNames(type, part));
    case 'NOT':
      return pieceNames(type, condition.of);
    case 'TERM':
      return [listName(type, condition.family, condition.value)];
    case 'WITHIN':
    case 'OVERLAPS':
      return [datesName(type, condition.dates)];
    case 'NAMED':
      return [namesName(type)];
  }
}

function decide(condition: Condition, given: Pieces): Found {
  switch (condition.test) {
    case 'ALL':
      return decideAll(condition.of, given);
    case 'ANY':
      return decideAny(condition.of, given);
    case 'NOT':
      return decideAll([condition], given);
    case 'TERM': {
      const list = readListOrNone(given.piece(listName(given.type, condition.family, condition.value)));
      given.meter.spend(NUMBER * list.length);
      return list;
    }
    case 'WITHIN':
    case 'OVERLAPS':
      return numbersIn(payDates(condition.dates, given), condition.test, condition.days);
    case 'NAMED':
      return findNamed(readNames(present(given, namesName(given.type))), condition.words, given.meter);
  }
}

function decideAll(parts: readonly Condition[], given: Pieces): Found {
  return joinAll(
    parts,
    parts.map((part) => decide(positive(part), given)),
    given.count,
    given.meter,
  );
}

/** Every date of the type, since each of them is looked at. */
function payDates(kind: DateKind, given: Pieces): Dates {
  const dates = readDates(present(given, datesName(given.type, kind)));
  given.meter.spend(2 * NUMBER * dates.numbers.length);
  return dates;
}

/** The condition that a part refuses, or the part itself. */
function positive(part: Condition): Condition {
  return part.test === 'NOT' ? part.of : part;
}

/**
 * What meets all parts, given what was found for each. What is refused is taken away from what is left of the rest: so
 * nothing long is listed only to be cut down.
 */
function joinAll(parts: readonly Condition[], found: readonly Found[], count: number, meter: Meter): Found {
  const isRefused = (index: number) => parts[index]?.test === 'NOT';
  const accepted = found.filter((set, index): set is Uint32Array => set !== null && !isRefused(index));
  const refused = found.filter((_, index) => isRefused(index));
  payFor(accepted.length === 0 && refused.length > 0 ? [...found, null] : found, count, meter);
  const [first = null, ...others] = accepted.sort((a, b) => a.length - b.length);
  let left: Found = first === null ? null : others.reduce(intersect, first);
  for (const set of refused) {
    if (set === null) return NO_NUMBERS;
    left = subtract(left ?? range(count), set);
  }
  return left;
}

/**
 * What is refused by all of several refusals is little, and what is refused by one of them nearly everything: so it is
 * the refused that are joined, and taken away last.
 */
function decideAny(parts: readonly Condition[], given: Pieces): Found {
  const accepted = parts.filter(({ test }) => test !== 'NOT').map((part) => decide(part, given));
  const sets = accepted.filter((set) => set !== null);
  if (sets.length < accepted.length) return null;
  const refused = parts.flatMap((part) => (part.test === 'NOT' ? [decide(part.of, given)] : []));
  payFor([...accepted, ...refused, null], given.count, given.meter);
  if (refused.length === 0) return unite(sets);
  const [first, ...others] = refused.filter((set) => set !== null);
  if (first === undefined) return unite(sets);
  return subtract(range(given.count), subtract(others.reduce(intersect, first), unite(sets)));
}

/** A piece that every index has: without it there is no answer, and an empty one would be wrong. */
function present(given: Pieces, name: string): Uint8Array {
  const piece = given.piece(name);
  if (piece === null) throw new Error(`The index has no piece "${name}".`);
  return piece;
}

const NO_NUMBERS = new Uint32Array(0);
/** A value that nothing has has no list. */
function readListOrNone(piece: Uint8Array | null): Uint32Array {
  return piece === null ? NO_NUMBERS : readList(piece);
}

const readList = once((bytes) => new ByteReader(bytes).list());
const readDates = once(unpackDates);
