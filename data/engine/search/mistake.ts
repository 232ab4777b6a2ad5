/** One mistake in a word: a letter too many, too few or another one, or two neighbours swapped. */

import { FEWEST_LETTERS } from '../../search-text.ts';
import type { Question } from '../../source.ts';
import type { Meter } from '../../store.ts';
import { termsOfBlock, unpackReversed } from './dictionary.ts';
import { piecesByName, reversedPiece, termsPiece } from './pieces.ts';
import { lastNotAfter, lettersOf, reversed } from './spelling.ts';
import type { Top } from './top.ts';

/** Whether the two are exactly one mistake apart; equal words are not. */
export function isOneMistake(a: readonly string[], b: readonly string[]): boolean {
  if (a.length > b.length) return isOneMistake(b, a);
  if (b.length - a.length > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  if (a.length < b.length) return isSameFrom(a, same, b, same + 1);
  if (same === a.length) return false;
  if (isSameFrom(a, same + 1, b, same + 1)) return true;
  return a[same] === b[same + 1] && a[same + 1] === b[same] && isSameFrom(a, same + 2, b, same + 2);
}

function isSameFrom(a: readonly string[], fromA: number, b: readonly string[], fromB: number): boolean {
  for (let index = 0; fromA + index < a.length || fromB + index < b.length; index++) {
    if (a[fromA + index] !== b[fromB + index]) return false;
  }
  return true;
}

/**
 * The terms one mistake away from each word, in order; none for a word of fewer than four letters.
 *
 * A mistake leaves either the first or the second half of a word intact. So this searches the terms with the same first
 * half and, in the dictionary of terms spelled backwards, those with the same second half: two short ranges instead of
 * all terms. Only a swap across the middle affects both halves; the word with that swap is looked up as it is.
 */
export function* termsNearTo(
  top: Top,
  wanted: readonly string[],
  meter: Meter,
): Question<readonly (readonly string[])[]> {
  const halved = wanted.map(halve);
  const names = halved.flatMap((word) =>
    word === null ? [] : [...forwardPieces(top, word), ...backwardPieces(top, word)],
  );
  meter.spend(BLOCK * names.length);
  const blocks = yield* piecesByName(names);
  return halved.map((word) => (word === null ? [] : gather(top, word, blocks)));
}

/** Microseconds for comparing every term of a block of the dictionary. */
const BLOCK = 90;

interface HalvedWord {
  readonly letters: readonly string[];
  readonly first: string;
  /** The second half, spelled backwards. */
  readonly secondReversed: string;
  /** The word with the two letters at its middle swapped. */
  readonly swapped: string;
}

function halve(word: string): HalvedWord | null {
  const letters = lettersOf(word);
  if (letters.length < FEWEST_LETTERS) return null;
  const middle = letters.length >>> 1;
  const [before = '', after = ''] = letters.slice(middle - 1, middle + 1);
  return {
    letters,
    first: letters.slice(0, middle).join(''),
    secondReversed: reversed(letters.slice(middle).join('')),
    swapped: [...letters.slice(0, middle - 1), after, before, ...letters.slice(middle + 1)].join(''),
  };
}

function forwardPieces({ firstTerms }: Top, { first, swapped }: HalvedWord): string[] {
  return [...blocksWith(firstTerms, first), ...blocksOf(firstTerms, swapped)].map(termsPiece);
}

function backwardPieces({ firstReversed }: Top, { secondReversed }: HalvedWord): string[] {
  return blocksWith(firstReversed, secondReversed).map(reversedPiece);
}

/** The numbers of the blocks that may contain terms with this beginning. */
export function blocksWith(firstTerms: readonly string[], start: string): number[] {
  const [first] = blocksOf(firstTerms, start);
  if (first === undefined) return [];
  const blocks = [first];
  for (let next = first + 1; firstTerms[next]?.startsWith(start) === true; next++) blocks.push(next);
  return blocks;
}

/** The number of the block that would contain the term; none if there are no blocks. */
export function blocksOf(firstTerms: readonly string[], term: string): number[] {
  return firstTerms.length === 0 ? [] : [Math.max(0, lastNotAfter(firstTerms, term))];
}

function gather(top: Top, word: HalvedWord, blocks: ReadonlyMap<string, Uint8Array>): string[] {
  const near = new Set<string>();
  const keep = (spelling: string) => {
    if (isNear(word, spelling)) near.add(spelling);
    return false;
  };
  for (const name of forwardPieces(top, word)) {
    const block = blocks.get(name);
    if (block !== undefined) termsOfBlock(block, keep);
  }
  for (const name of backwardPieces(top, word)) {
    const block = blocks.get(name);
    for (const backwards of block === undefined ? [] : unpackReversed(block)) {
      if (backwards.startsWith(word.secondReversed)) keep(reversed(backwards));
    }
  }
  return [...near].sort();
}

function isNear({ letters }: HalvedWord, spelling: string): boolean {
  // A letter has one or two UTF-16 units; the length alone rules most terms out.
  if (spelling.length < letters.length - 1 || spelling.length > 2 * letters.length + 2) return false;
  return isOneMistake(letters, lettersOf(spelling));
}
