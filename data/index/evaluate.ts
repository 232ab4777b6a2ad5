/** Evaluating: from a condition to the numbers of the things that meet it. */
import type { EntityType } from '../model.ts';
import { ByteReader } from './bytes.ts';
import type { Condition } from './condition.ts';
import { datesName, numbersOverlapping, numbersWithin, unpackDates } from './dates.ts';
import { once } from './decoded.ts';
import { findNamed, namesName, unpackNames } from './names.ts';
import { intersect, range, subtract, unite } from './numbers.ts';
import { pieces, type Question } from './source.ts';

/** Sorted numbers; null stands for all things of the type, so that they need not be listed. */
export type Found = Uint32Array | null;

/** The numbers of the things of a type that meet the condition. Asks for all the pieces it needs at once. */
export function* evaluate(type: EntityType, condition: Condition, count: number): Question<Found> {
  if (isEverything(condition)) return null;
  const names = [...new Set(pieceNames(type, condition))];
  const found = names.length === 0 ? [] : yield* pieces(names);
  const byName = new Map(names.map((name, index) => [name, found[index] ?? null]));
  return decide(condition, { type, count, piece: (name) => byName.get(name) ?? null });
}

/** How many things of a type meet it. */
export function countFound(found: Found, count: number): number {
  return found === null ? count : found.length;
}

interface Pieces {
  readonly type: EntityType;
  readonly count: number;
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
    case 'LISTED':
      return [condition.name];
    case 'WITHIN':
    case 'OVERLAPS':
      return [datesName(type)];
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
    case 'LISTED':
      return readPiece(given.piece(condition.name), readList, NO_NUMBERS);
    case 'WITHIN':
      return readPiece(
        given.piece(datesName(given.type)),
        (bytes) => numbersWithin(readDates(bytes), condition.days),
        NO_NUMBERS,
      );
    case 'OVERLAPS':
      return readPiece(
        given.piece(datesName(given.type)),
        (bytes) => numbersOverlapping(readDates(bytes), condition.days),
        NO_NUMBERS,
      );
    case 'NAMED':
      return readPiece(
        given.piece(namesName(given.type)),
        (bytes) => findNamed(readNames(bytes), condition.words),
        NO_NUMBERS,
      );
  }
}

/** What is refused is taken away from what is left of the rest: so nothing long is listed only to be cut down. */
function decideAll(parts: readonly Condition[], given: Pieces): Found {
  let left: Found = null;
  for (const part of parts) {
    if (part.test === 'NOT') continue;
    const found = decide(part, given);
    if (found !== null) left = left === null ? found : intersect(left, found);
  }
  for (const part of parts) {
    if (part.test !== 'NOT') continue;
    const refused = decide(part.of, given);
    if (refused === null) return NO_NUMBERS;
    left = subtract(left ?? range(given.count), refused);
  }
  return left;
}

function decideAny(parts: readonly Condition[], given: Pieces): Found {
  const found = parts.map((part) => decide(part, given));
  const sets = found.filter((set) => set !== null);
  return sets.length < found.length ? null : unite(sets);
}

function readPiece<T>(piece: Uint8Array | null, read: (bytes: Uint8Array) => T, missing: T): T {
  return piece === null ? missing : read(piece);
}

const NO_NUMBERS = new Uint32Array(0);
const readList = once((bytes) => new ByteReader(bytes).list());
const readDates = once(unpackDates);
const readNames = once(unpackNames);
