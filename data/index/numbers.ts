/** Sets of numbers as sorted typed arrays: what lists of the index are, and what filters make of them. */

/** In both. Walks the shorter one where it is much shorter, else both side by side. */
export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.length > 32 * short.length ? probe(short, long, true) : merge(short, long, 'BOTH');
}

/** In `a` and not in `b`. */
export function subtract(a: Uint32Array, b: Uint32Array): Uint32Array {
  return b.length > 32 * a.length ? probe(a, b, false) : merge(a, b, 'FIRST');
}

/** In at least one. */
export function unite(sets: readonly Uint32Array[]): Uint32Array {
  let [united = new Uint32Array(0), ...rest] = sets;
  // Halves first, so that many short lists are not each merged into one long one.
  if (sets.length > 2) {
    const middle = sets.length >>> 1;
    united = unite(sets.slice(0, middle));
    rest = [unite(sets.slice(middle))];
  }
  for (const set of rest) united = merge(united, set, 'EITHER');
  return united;
}

/** 0 to `count` - 1. */
export function range(count: number): Uint32Array {
  return new Uint32Array(count).map((_, index) => index);
}

/** How many of the sorted numbers are below `bound`, which need not be whole. */
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

function probe(short: Uint32Array, long: Uint32Array, wanted: boolean): Uint32Array {
  return short.filter((number) => (long[countBelow(long, number)] === number) === wanted);
}

/** One loop for each way of joining: a loop that serves all three took three times as long. */
function merge(a: Uint32Array, b: Uint32Array, keep: 'BOTH' | 'FIRST' | 'EITHER'): Uint32Array {
  switch (keep) {
    case 'BOTH':
      return mergeBoth(a, b);
    case 'FIRST':
      return mergeFirst(a, b);
    case 'EITHER':
      return mergeEither(a, b);
  }
}

function mergeBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const kept = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  let at = 0;
  const end = b.length;
  for (let index = 0; index < a.length && at < end; index++) {
    const number = a[index] as number;
    while (at < end && (b[at] as number) < number) at++;
    if (at < end && b[at] === number) kept[count++] = number;
  }
  return kept.subarray(0, count);
}

function mergeFirst(a: Uint32Array, b: Uint32Array): Uint32Array {
  const kept = new Uint32Array(a.length);
  let count = 0;
  let at = 0;
  const end = b.length;
  for (let index = 0; index < a.length; index++) {
    const number = a[index] as number;
    while (at < end && (b[at] as number) < number) at++;
    if (at >= end || b[at] !== number) kept[count++] = number;
  }
  return kept.subarray(0, count);
}

function mergeEither(a: Uint32Array, b: Uint32Array): Uint32Array {
  const kept = new Uint32Array(a.length + b.length);
  let count = 0;
  let at = 0;
  const end = b.length;
  for (let index = 0; index < a.length; index++) {
    const number = a[index] as number;
    while (at < end && (b[at] as number) < number) kept[count++] = b[at++] as number;
    if (at < end && b[at] === number) at++;
    kept[count++] = number;
  }
  while (at < end) kept[count++] = b[at++] as number;
  return kept.subarray(0, count);
}
