/** The retired slugs: those that were published once and name nothing now. */

import { jsonBytes, readJson } from '../bytes.ts';
import type { Retired, Slug } from '../model.ts';
import { partitionPoint } from '../page.ts';
import { once, presentPiece, type Question } from '../source.ts';

/** The piece with the first slug of each block. */
const BLOCKS = 'retired';

function blockName(block: number): string {
  return `retired/${block}`;
}

/** Few enough to read for one slug. */
const BLOCK_SIZE = 64;

/** Packs them in their order, by slug. */
export function* packRetired(retired: readonly Retired[]): Generator<readonly [string, Uint8Array]> {
  const blocks = Array.from({ length: Math.ceil(retired.length / BLOCK_SIZE) }, (_, block) =>
    retired.slice(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE),
  );
  yield [BLOCKS, jsonBytes(blocks.map(([first]) => first?.slug ?? ''))];
  for (const [number, block] of blocks.entries()) yield [blockName(number), jsonBytes(block)];
}

/** What is known about a retired slug; null if it was never retired. */
export function* findRetired(slug: Slug): Question<Retired | null> {
  const starts = readStarts(yield* presentPiece(BLOCKS));
  const block = partitionPoint(starts, (start) => start <= slug) - 1;
  return block === -1 ? null : (readBlock(yield* presentPiece(blockName(block))).get(slug) ?? null);
}

const readStarts = once((bytes): readonly Slug[] => readJson(bytes));
const readBlock = once((bytes): ReadonlyMap<Slug, Retired> => {
  const block: readonly Retired[] = readJson(bytes);
  return new Map(block.map((one) => [one.slug, one]));
});
