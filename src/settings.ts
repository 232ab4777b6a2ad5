/** What an operator can set, read once from the Worker's environment. No other file reads it. */

import type { Binding } from '../data/d1/database.ts';

export interface Settings {
  /** Whether a browser that opens /graphql gets GraphiQL. */
  readonly graphiql: boolean;
  /** How long browsers and caches may keep pages and the schema's text. */
  readonly pageMaxAgeSeconds: number;
}

/** The variables as they come, before anybody has looked at them. */
type Environment = Readonly<Record<'GRAPHIQL' | 'PAGE_MAX_AGE_SECONDS', unknown>>;

/** The D1 database of `[[env.d1.d1_databases]]`. Throws where none is bound. */
export function readDatabase(environment: object): Binding {
  if (!('DATABASE' in environment)) throw new Error('No DATABASE is bound. Mend [[env.d1.d1_databases]].');
  return environment.DATABASE as Binding;
}

/**
 * The settings of `[vars]` in wrangler.toml. Values may be of their own type or, as the dashboard and `--var` give
 * them, strings. Throws at a value that makes no sense: a typing mistake must not quietly become a default.
 */
export function readSettings(environment: Environment): Settings {
  return {
    graphiql: readBoolean('GRAPHIQL', environment.GRAPHIQL),
    pageMaxAgeSeconds: readNumber('PAGE_MAX_AGE_SECONDS', environment.PAGE_MAX_AGE_SECONDS, 0, 86_400),
  };
}

function readBoolean(name: string, value: unknown): boolean {
  if (value !== true && value !== false && value !== 'true' && value !== 'false') {
    throw new Error(`Setting ${name} is ${JSON.stringify(value)}; it has to be true or false. Mend [vars].`);
  }
  return value === true || value === 'true';
}

function readNumber(name: string, value: unknown, least: number, most: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
    throw new Error(
      `Setting ${name} is ${JSON.stringify(value)}; it has to be a whole number from ${least} to ${most}. Mend [vars].`,
    );
  }
  return number;
}
