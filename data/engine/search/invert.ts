/** Inverts texts: from the row of all positions to the positions of each term. */
import type { Term } from './dictionary.ts';

/** The row of positions while it is being filled. */
export interface WordRow {
  /** Puts a word at the next position. */
  add(folded: string): void;
  /** Skips a position, which ends a text or a name. */
  skip(): void;
  /** The next position. */
  position(): number;
  wordCount(): number;
  /** The terms in the order of `<`, with their positions. */
  terms(): Generator<Term>;
}

/** No term has this number. */
const NO_TERM = 0xffffffff;

export function openWordRow(): WordRow {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  let row = new Uint32Array(1024);
  let position = 0;
  let skipped = 0;

  const push = (term: number) => {
    if (position === row.length) {
      const grown = new Uint32Array(2 * row.length);
      grown.set(row);
      row = grown;
    }
    row[position++] = term;
  };

  return {
    add(folded) {
      let number = numbers.get(folded);
      if (number === undefined) {
        number = counts.length;
        numbers.set(folded, number);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      push(number);
    },
    skip() {
      push(NO_TERM);
      skipped++;
    },
    position: () => position,
    wordCount: () => position - skipped,
    *terms() {
      const { positions, ends } = gatherPositions(row.subarray(0, position), counts);
      for (const spelling of [...numbers.keys()].sort()) {
        const number = numbers.get(spelling) ?? 0;
        const end = ends[number] ?? 0;
        yield { spelling, positions: positions.subarray(end - (counts[number] ?? 0), end) };
      }
    },
  };
}

/** All positions, grouped by term and in order, and where those of each term end (a counting sort). */
function gatherPositions(row: Uint32Array, counts: readonly number[]) {
  const ends = new Uint32Array(counts.length);
  let total = 0;
  for (const [number, count] of counts.entries()) {
    ends[number] = total;
    total += count;
  }
  const positions = new Uint32Array(total);
  for (let position = 0; position < row.length; position++) {
    const number = row[position] ?? NO_TERM;
    if (number === NO_TERM) continue;
    const place = ends[number] ?? 0;
    positions[place] = position;
    ends[number] = place + 1;
  }
  return { positions, ends };
}
