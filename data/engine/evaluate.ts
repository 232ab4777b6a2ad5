/** Evaluates a condition: finds the numbers of the things that meet it. */
import { BoundedCache, weighText } from '../bounded-cache.ts';
import { ByteReader } from '../bytes.ts';
import type { Condition, DateKind } from '../condition.ts';
import type { CorpusSummary, EntityType } from '../model.ts';
import { once, pieces, type Question, together } from '../source.ts';
import { type Meter, UNMETERED } from '../store.ts';
import { type Dates, datesName, numbersIn, unpackDates } from './dates.ts';
import { findNamed, namesName, readNames } from './names.ts';
import { intersect, NUMBER, range, subtract, unite } from './numbers.ts';
import { versionsOn } from './past.ts';
import { listName } from './terms.ts';

/** Sorted numbers; null means all things of the type, so that they need not be listed. */
export type Found = Uint32Array | null;

/** What a store knows while it answers: the number of things, and the conditions that it has recently evaluated. */
export interface Scope {
  readonly counts: CorpusSummary['counts'];
  readonly remembered: BoundedCache<string, Uint32Array>;
  readonly meter: Meter;
  /** The day on which the corpus is asked, if it is the past (see `past.ts`), and its things are versions. */
  readonly day: number | null;
}

/**
 * The bytes of the conditions and their results that are kept: enough for what the fields of one request ask again (the
 * page, its total, its facets, the buckets of a timeline). The key is the condition's whole text: somebody could make
 * two conditions with the same short hash, and one would get the results of the other.
 */
const KEPT_BYTES = 4_000_000;

/** A scope without a meter: `Store.meteredBy` gives it the meter of a request. */
export function openScope(counts: Scope['counts'], day: number | null = null): Scope {
  const weigh = (found: Uint32Array, name: string) => found.byteLength + weighText(name);
  return { counts, remembered: new BoundedCache(KEPT_BYTES, weigh), meter: UNMETERED, day };
}

/**
 * The numbers of the things of a type that meet the condition. Its parts are evaluated and remembered separately,
 * because the lists of one request share them: the reader's filter stays the same, and what the place in the graph adds
 * changes.
 */
export function* evaluate(type: EntityType, condition: Condition, scope: Scope): Question<Found> {
  const found = yield* evaluateEver(type, condition, scope);
  if (scope.day === null) return found;
  const onDay = yield* rememberVersions(type, scope.day, scope);
  payFor([onDay, found], scope.counts[type], scope.meter);
  return found === null ? onDay : intersect(found, onDay);
}

function* rememberVersions(type: EntityType, day: number, { remembered, meter }: Scope): Question<Uint32Array> {
  const name = `${type} on ${day}`;
  const known = remembered.find(name);
  if (known !== undefined) return known;
  const found = yield* versionsOn(type, day, meter);
  remembered.keep(name, found);
  return found;
}

/** Over versions, those of every day. */
function* evaluateEver(type: EntityType, condition: Condition, scope: Scope): Question<Found> {
  // A negation is remembered too, though it is nearly as long as the list: several fields of a request ask for it.
  if (condition.test !== 'ALL') return yield* evaluatePart(type, condition, scope);
  const parts = condition.of;
  const found = yield* together(parts.map((part) => evaluatePart(type, positive(part), scope)));
  return joinAll(parts, found, scope.counts[type], scope.meter);
}

function* evaluatePart(type: EntityType, condition: Condition, scope: Scope): Question<Found> {
  if (isEverything(condition)) return null;
  // A list is already in memory.
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

/** A copy without the unused rest of its buffer, which is often much larger than the result. */
function alone(found: Uint32Array): Uint32Array {
  return found.byteLength < found.buffer.byteLength ? found.slice() : found;
}

/** Microseconds for a letter of a condition's text. */
const LETTER = 0.02;

/** Fetches all the pieces that it needs at once. */
function* evaluateNow(type: EntityType, condition: Condition, { counts, meter }: Scope): Question<Found> {
  const names = [...new Set(pieceNames(type, condition))];
  const found = names.length === 0 ? [] : yield* pieces(names);
  const byName = new Map(names.map((name, index) => [name, found[index] ?? null]));
  return decide(condition, { type, count: counts[type], meter, piece: (name) => byName.get(name) ?? null });
}

/** Spends for joining, which reads every set; null counts as all things of the type. */
function payFor(sets: readonly Found[], count: number, meter: Meter): void {
  if (sets.length > 1) meter.spend(NUMBER * sets.reduce((sum, set) => sum + countFound(set, count), 0));
}

/** The number of things found, of `count` things of the type. */
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

/** Spends for every date of the type, since each is looked at. */
function payDates(kind: DateKind, given: Pieces): Dates {
  const dates = readDates(present(given, datesName(given.type, kind)));
  given.meter.spend(2 * NUMBER * dates.numbers.length);
  return dates;
}

/** The condition that a part negates, or the part itself. */
function positive(part: Condition): Condition {
  return part.test === 'NOT' ? part.of : part;
}

/**
 * The things that meet all parts, given what was found for each. What a negation excludes is subtracted from the rest
 * at the end, so that nothing long is listed only to be cut down.
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
 * The things that all of several negations exclude are few, but those that one of them lets pass are nearly all things:
 * so the excluded sets are intersected, and subtracted last.
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

/** A piece that every index has. Throws if it is missing, because an empty answer would be wrong. */
function present(given: Pieces, name: string): Uint8Array {
  const piece = given.piece(name);
  if (piece === null) throw new Error(`The index has no piece "${name}".`);
  return piece;
}

const NO_NUMBERS = new Uint32Array(0);
/** If no thing has a value, there is no list for it. */
function readListOrNone(piece: Uint8Array | null): Uint32Array {
  return piece === null ? NO_NUMBERS : readList(piece);
}

const readList = once((bytes) => new ByteReader(bytes).list());
const readDates = once(unpackDates);
