// A walk through a list ends, wherever it begins and wherever it is to stop, and gives everything between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../data/model.ts';
import type { Page, SortKey, Window } from '../../data/page.ts';
import type { Awaitable, Store } from '../../data/store.ts';
import { compileFolder } from '../corpus.ts';
import { openBundled } from './opened.ts';

type List = (store: Store, window: Window) => Awaitable<Page<unknown>>;

const ARTICLE = 'captain-blames-the-light';
const DATED = { events: [{}], statements: [{}], dates: [] } as const;
const MONTHS = { ...DATED, granularity: 'MONTH', mode: 'CERTAIN', includeEmpty: true } as const;

function listed<Field extends string>(field: Field, direction: 'ASC' | 'DESC', window: Window) {
  return { filters: [{}], order: { field, direction }, window };
}

const LISTS: readonly [name: string, list: List][] = [
  ['events', (store, window) => store.list('Event', listed('DATE', 'DESC', window))],
  ['people', (store, window) => store.list('Person', listed('NAME', 'ASC', window))],
  [
    'the statements of an article in their order',
    (store, window) =>
      store.list('Statement', {
        ...listed('POSITION', 'ASC', window),
        filters: [{ articles: [ARTICLE] }],
        article: ARTICLE,
      }),
  ],
  ['agents of all types', (store, window) => store.agents(listed('NAME', 'DESC', window))],
  ['the months of a timeline', (store, window) => store.timeline(MONTHS, window)],
  ['what lies in a timeline', (store, window) => store.dated(DATED, window)],
  [
    'a search with stored hits',
    (store, window) => store.search({ text: 'mill', types: ENTITY_TYPES, filter: {}, window }),
  ],
  [
    'a search for two words',
    (store, window) => store.search({ text: 'the m', types: ENTITY_TYPES, filter: {}, window }),
  ],
];

describe.each(LISTS)('%s', async (_, list) => {
  const store = openBundled(compileFolder('test/corpora/gazette'));
  const whole = (await list(store, { limit: 100_000, fromEnd: false })).items.map(({ key }) => key);

  it('is walked up to where the walk is to stop', async () => {
    expect(whole.length).toBeGreaterThan(5);
    const place = fc.option(fc.nat(whole.length - 1), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(place, place, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (from, to, limit, fromEnd) => {
        const between = whole.slice(from === undefined ? 0 : from + 1, to ?? whole.length);
        const bounds = { after: keyAt(whole, from), before: keyAt(whole, to) };
        expect(await walk((window) => list(store, window), { limit, fromEnd }, bounds, whole.length)).toEqual(between);
      }),
      { numRuns: 40 },
    );
  });
});

interface Bounds {
  readonly after: SortKey | undefined;
  readonly before: SortKey | undefined;
}

/** The keys of all pages. The bound in the walk's direction stays as it is; the other one moves from page to page. */
async function walk(
  list: (window: Window) => Awaitable<Page<unknown>>,
  { limit, fromEnd }: Window,
  bounds: Bounds,
  longest: number,
): Promise<SortKey[]> {
  const walked: SortKey[] = [];
  let { after, before } = bounds;
  for (let pages = 0; pages <= longest; pages++) {
    const cursors = { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
    const page = await list({ limit, fromEnd, ...cursors });
    const keys = page.items.map(({ key }) => key);
    if (fromEnd) walked.unshift(...keys);
    else walked.push(...keys);
    const [goesOn, cameFrom] = fromEnd ? [page.hasBefore, page.hasAfter] : [page.hasAfter, page.hasBefore];
    // Whatever the page stands behind is in the list as well.
    if (keys.length > 0) expect(cameFrom).toBe((fromEnd ? before : after) !== undefined);
    if (!goesOn) return walked;
    if (fromEnd) before = keys[0];
    else after = keys.at(-1);
  }
  throw new Error('The walk did not end.');
}

function keyAt(whole: readonly SortKey[], place: number | undefined): SortKey | undefined {
  return place === undefined ? undefined : whole[place];
}
