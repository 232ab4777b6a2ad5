/**
 * Sets of numbers as sorted typed arrays: the lists of the index, and the results of filters.
 *
 * Short sets are looked up in long ones. Long sets are marked in a byte array and read back without a branch: merging
 * them side by side costs two to three times as much, because no processor can predict which of the two goes on.
 */

/**
 * Microseconds for each number that is processed: read from the index, marked, looked up or sorted. Code that processes
 * numbers for a request spends this first (see `Meter`). Measured over ten thousand, where a pass takes 10 to 40 us.
 */
export const NUMBER = 0.004;

/** The numbers in both. */
export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return isShortBeside(short, long) ? probe(short, long, true) : keepMarked(short, long, 1);
}

/** The numbers in `a` but not in `b`. */
export function subtract(a: Uint32Array, b: Uint32Array): Uint32Array {
  return isShortBeside(a, b) ? probe(a, b, false) : keepMarked(a, b, 0);
}

/** The numbers in at least one set. */
export function unite(sets: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0), ...others] = sets;
  if (others.length === 0) return first;
  const end = endOf(sets);
  const isIn = new Uint8Array(end);
  for (const set of sets) mark(isIn, set);
  return gather(isIn);
}

/** A set from numbers in any order, with repetitions, all below `end`. */
export function asSet(numbers: Uint32Array, end: number): Uint32Array {
  const isIn = new Uint8Array(end);
  mark(isIn, numbers);
  return gather(isIn);
}

function gather(isIn: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(isIn.length);
  let count = 0;
  for (let number = 0; number < isIn.length; number++) {
    numbers[count] = number;
    count += isIn[number] as number;
  }
  return numbers.subarray(0, count);
}

/** 0 to `count` - 1. */
export function range(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  // A callback for each number would take ten times as long.
  for (let number = 0; number < count; number++) numbers[number] = number;
  return numbers;
}

/** The number of sorted numbers below `bound`, which need not be whole. */
export function countBelow(numbers: Uint32Array, bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isShortBeside(short: Uint32Array, long: Uint32Array): boolean {
  return short.length < 256 || long.length > 32 * short.length;
}

function probe(short: Uint32Array, long: Uint32Array, wanted: boolean): Uint32Array {
  return short.filter((number) => (long[countBelow(long, number)] === number) === wanted);
}

/** The numbers that are marked by the others (1), or that are not (0). */
function keepMarked(numbers: Uint32Array, others: Uint32Array, wanted: 0 | 1): Uint32Array {
  const isMarked = new Uint8Array(endOf([numbers, others]));
  mark(isMarked, others);
  const kept = new Uint32Array(numbers.length);
  let count = 0;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number;
    kept[count] = number;
    count += isMarked[number] === wanted ? 1 : 0;
  }
  return kept.subarray(0, count);
}

function mark(marks: Uint8Array, numbers: Uint32Array): void {
  for (let index = 0; index < numbers.length; index++) marks[numbers[index] as number] = 1;
}

/** One more than the greatest number of any of the sets. */
function endOf(sets: readonly Uint32Array[]): number {
  return sets.reduce((end, set) => Math.max(end, (set.at(-1) ?? -1) + 1), 0);
}
