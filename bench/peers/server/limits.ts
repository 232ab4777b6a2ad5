/** The limits of the peers that have the duties of a public endpoint, the same numbers as Dateline's where they exist. */
import { DEFAULTS } from '../../../src/settings.ts';

export const DEPTH = DEFAULTS.MAX_DEPTH;
export const ALIASES = DEFAULTS.MAX_ALIASES;
export const BODY_BYTES = DEFAULTS.MAX_BODY_BYTES;

/** In the points of graphql-armor, whose default of 5,000 refuses a page of 50. */
export const COST = 100_000;
