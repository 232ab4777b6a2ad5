// Every link of every page, to other pages, feeds, data and GraphiQL, leads somewhere.
import { expect, test } from 'vitest';
import { addressOf, CORPORA } from '../harness.ts';
import { brokenLinks } from './browse.ts';

/** The pages of the reference alone are more than this. */
const SOME = 150;

test.each(CORPORA)(
  'in the %s',
  async (corpus) => {
    const { seen, broken } = await brokenLinks(addressOf('', corpus));
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(SOME);
  },
  300_000,
);
