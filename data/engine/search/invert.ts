/** Inverts texts: from the row of all positions to the positions of each term. */
import type { Term } from './dictionary.ts';

/** The row of positions while it is being filled. */
export interface WordRow {
  /** Puts a word and its other spellings at the next position. */
  add(folded: string, also: readonly string[]): void;
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
  const others: OtherSpelling[] = [];
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

  const count = (spelling: string): number => {
    const number = numbers.get(spelling) ?? counts.length;
    numbers.set(spelling, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  };

  return {
    add(folded, also) {
      for (const spelling of also) others.push({ term: count(spelling), position });
      push(count(folded));
    },
    skip() {
      push(NO_TERM);
      skipped++;
    },
    position: () => position,
    wordCount: () => position - skipped,
    *terms() {
      const { positions, ends } = gatherPositions(row.subarray(0, position), others, counts);
      for (const spelling of [...numbers.keys()].sort()) {
        const number = numbers.get(spelling) ?? 0;
        const end = ends[number] ?? 0;
        yield { spelling, positions: positions.subarray(end - (counts[number] ?? 0), end) };
      }
    },
  };
}

interface OtherSpelling {
  readonly term: number;
  readonly position: number;
}

/** All positions, grouped by term and in order, and where those of each term end (a counting sort). */
function gatherPositions(row: Uint32Array, others: readonly OtherSpelling[], counts: readonly number[]) {
  const ends = new Uint32Array(counts.length);
  let total = 0;
  for (const [number, count] of counts.entries()) {
    ends[number] = total;
    total += count;
  }
  const positions = new Uint32Array(total);
  const put = (term: number, position: number) => {
    const place = ends[term] ?? 0;
    positions[place] = position;
    ends[term] = place + 1;
  };
  let other = 0;
  for (let position = 0; position < row.length; position++) {
    const term = row[position] ?? NO_TERM;
    if (term !== NO_TERM) put(term, position);
    for (; others[other]?.position === position; other++) put(others[other]?.term ?? 0, position);
  }
  return { positions, ends };
}
