// Pages of changes: over each store the same as cutting them out of the whole list, and of few blocks.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { changeKey, compareChanges } from '../../data/change-key.ts';
import { packChanges } from '../../data/engine/change.ts';
import { CHANGE_KINDS, type Change, type Corpus, ENTITY_TYPES } from '../../data/model.ts';
import { compareKeys, pageOf } from '../../data/page.ts';
import type { ChangeQuery } from '../../data/query.ts';
import { compileFolder } from '../corpus.ts';
import { openBundled, openPublished } from '../store/opened.ts';

const GAZETTE = compileFolder('test/corpora/gazette');

/** Many changes on few days, so that pages and days begin and end within blocks and between them. */
const MANY: Change[] = Array.from({ length: 3000 }, (_, number): Change => {
  const kind = CHANGE_KINDS[number % CHANGE_KINDS.length] ?? 'ADDED';
  const type = number % 11 === 0 ? null : (ENTITY_TYPES[(number * number) % ENTITY_TYPES.length] ?? null);
  const on = `2025-0${1 + (number % 7)}-0${1 + (number % 5)}`;
  return {
    on,
    kind,
    type,
    slug: `thing-${number % 1500}`,
    article: null,
    revision: number,
    reason: `reason ${number % 3}`,
  };
}).sort(compareChanges);

const CHANGED: Corpus = { ...GAZETTE, changes: MANY };
const bundles = [openBundled(GAZETTE), openBundled(CHANGED)] as const;
const published = [await openPublished(GAZETTE), await openPublished(CHANGED)] as const;
afterAll(() => Promise.all(published.map(({ close }) => close())));

describe.each([
  ['the bundle of the gazette', GAZETTE, () => bundles[0], 100],
  ['D1 with the gazette', GAZETTE, published[0].openStore, 15],
  ['the bundle of many', CHANGED, () => bundles[1], 300],
  ['D1 with many', CHANGED, published[1].openStore, 30],
] as const)('%s', (_, { changes }, open, numRuns) => {
  const key = fc.constantFrom(...changes).map(changeKey);
  const ends = fc.tuple(fc.option(key, { nil: undefined }), fc.option(key, { nil: undefined })).map(([one, other]) => {
    const inOrder = one === undefined || other === undefined || compareKeys(one, other, 'ASC') <= 0;
    const [after, before] = inOrder ? [one, other] : [other, one];
    return { ...(after && { after }), ...(before && { before }) };
  });
  const sizes = fc.record({ limit: fc.integer({ min: 0, max: 100 }), fromEnd: fc.boolean() });
  const queries: fc.Arbitrary<ChangeQuery> = fc.record({
    since: fc.option(fc.constantFrom(...changes.map(({ on }) => on), '1900-01-01', '2100-01-01'), { nil: null }),
    types: fc.option(fc.subarray([...ENTITY_TYPES]), { nil: null }),
    window: fc.tuple(sizes, ends).map(([size, cursors]) => ({ ...size, ...cursors })),
  });

  it('answers what cutting the list does', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const { since, types, window } = query;
        const list = changes
          .filter(
            ({ on, type }) =>
              (since === null || on >= since) && (types === null || (type !== null && types.includes(type))),
          )
          .map((item) => ({ item, key: changeKey(item) }));
        const store = await open();
        expect(await store.changes(query)).toEqual(pageOf(list, 'ASC', window));
        expect(await store.countChanges(query)).toBe(list.length);
      }),
      { numRuns },
    );
  });
});

it('no piece of the index grows with the number of changes but the list of blocks', () => {
  const sizes = (changes: readonly Change[]) => {
    const pieces = [...packChanges(changes)].map(([name, { length }]) => ({ isBlock: /\/\d+$/.test(name), length }));
    return Math.max(...pieces.filter(({ isBlock }) => isBlock).map(({ length }) => length));
  };
  expect(sizes(MANY)).toBeLessThan(20_000);
});
