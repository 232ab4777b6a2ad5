/** What an operator can set, read once from the Worker's environment. No other file reads it. */

import type { Binding } from '../data/d1/database.ts';

export interface Settings {
  /** Whether a browser that opens /graphql gets GraphiQL. */
  readonly graphiql: boolean;
  /** Whether the endpoint tells its schema, by introspection, `/schema.graphql` and suggestions in errors. */
  readonly introspection: boolean;
  /** Which documents are run: any, or none but those that the Worker was built with. */
  readonly documents: Documents;
  /** Which of the rate limits of wrangler.toml holds. */
  readonly rateLimit: RateLimit;
  /** Bytes of the answers that an isolate remembers; 0 where it remembers none. */
  readonly answerMemoryBytes: number;
  readonly maxAge: MaxAge;
  readonly limits: Limits;
}

const DOCUMENTS = ['any', 'trusted'] as const;
export type Documents = (typeof DOCUMENTS)[number];

const RATE_LIMITS = ['public', 'local', 'off'] as const;
type RateLimit = (typeof RATE_LIMITS)[number];

/** How long answers may be kept, in seconds. */
export interface MaxAge {
  /** Pages and the schema's text, by browsers and caches. */
  readonly page: number;
  /** Answers, by browsers. */
  readonly answer: number;
  /** Answers, by shared caches: Workers Cache in front, and any other on the way. */
  readonly sharedAnswer: number;
  /** For how much longer a cache may serve an answer while it asks for the new one. */
  readonly staleAnswer: number;
}

/** The most that one request may ask for; the names are those of wrangler.toml, where each is described. */
export interface Limits {
  readonly bodyBytes: number;
  readonly urlLength: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly nameLength: number;
  readonly rootFields: number;
  readonly repeats: number;
  readonly directives: number;
  readonly listLength: number;
  readonly filterDepth: number;
  readonly filterSize: number;
  readonly cost: number;
  readonly answerBytes: number;
}

/** Every setting with its default, in the order of wrangler.toml and of the README. */
export const DEFAULTS = {
  GRAPHIQL: true,
  INTROSPECTION: true,
  DOCUMENTS: 'any',
  RATE_LIMIT: 'public',
  ANSWER_MEMORY_BYTES: 16_000_000,
  PAGE_MAX_AGE_SECONDS: 300,
  ANSWER_MAX_AGE_SECONDS: 60,
  ANSWER_SHARED_MAX_AGE_SECONDS: 86_400,
  ANSWER_STALE_SECONDS: 86_400,
  MAX_BODY_BYTES: 100_000,
  MAX_URL_LENGTH: 8_000,
  MAX_TOKENS: 1_000,
  MAX_DEPTH: 16,
  MAX_ALIASES: 50,
  MAX_NAME_LENGTH: 100,
  MAX_ROOT_FIELDS: 20,
  MAX_REPEATS: 50,
  MAX_DIRECTIVES: 50,
  MAX_LIST_LENGTH: 100,
  MAX_FILTER_DEPTH: 20,
  MAX_FILTER_SIZE: 100,
  MAX_COST: 10_000,
  MAX_ANSWER_BYTES: 4_000_000,
} as const;

type SettingName = keyof typeof DEFAULTS;
type Environment = Readonly<Partial<Record<SettingName, unknown>>>;

const MAX_SECONDS = 31_536_000;
/** Half of what an isolate has for all. */
const MAX_MEMORY_BYTES = 64_000_000;

/** The D1 database of `[[env.d1.d1_databases]]`. Throws where none is bound. */
export function readDatabase(environment: object): Binding {
  if (!('DATABASE' in environment)) throw new Error('No DATABASE is bound. Mend [[env.d1.d1_databases]].');
  return environment.DATABASE as Binding;
}

/** All that an app is given by wrangler.toml, but for its corpus. */
export function readParts(environment: object): {
  readonly settings: Settings;
  /** Null where requests are not counted. */
  readonly rateLimiter: RateLimiter | null;
  /** Which upload this is, as Cloudflare names it: it changes with each deployment. Null where it is not told. */
  readonly deployment: string | null;
} {
  const settings = readSettings(environment);
  warnOfUnknown(environment);
  return { settings, rateLimiter: readRateLimiter(environment, settings), deployment: readDeployment(environment) };
}

/** The rate limiter that `RATE_LIMIT` names. Throws where it names one that is not bound. */
function readRateLimiter(environment: object, { rateLimit }: Settings): RateLimiter | null {
  if (rateLimit === 'off') return null;
  const name = `RATE_LIMITER_${rateLimit.toUpperCase()}`;
  if (!(name in environment)) throw new Error(`No ${name} is bound. Mend [[ratelimits]], or set RATE_LIMIT to "off".`);
  return (environment as Readonly<Record<string, RateLimiter>>)[name] ?? null;
}

/** A binding of `[[ratelimits]]`. */
export interface RateLimiter {
  limit(asked: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

function readDeployment(environment: object): string | null {
  const { id } = ('DEPLOYMENT' in environment ? environment.DEPLOYMENT : {}) as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

/**
 * The settings of `[vars]` in wrangler.toml, each at its default where it is left out. Values may be of their own type
 * or, as the dashboard and `--var` give them, strings. Throws at a value that makes no sense, and at a limit that
 * nobody knows: a typing mistake must not quietly become a default.
 */
export function readSettings(environment: Environment): Settings {
  refuseUnknownLimits(environment);
  const given = (name: SettingName): unknown => environment[name] ?? DEFAULTS[name];
  const boolean = (name: SettingName) => readBoolean(name, given(name));
  const seconds = (name: SettingName) => readNumber(name, given(name), 0, MAX_SECONDS);
  const limit = (name: SettingName, least = 1) => readNumber(name, given(name), least, 1_000_000_000);
  return {
    graphiql: boolean('GRAPHIQL'),
    introspection: boolean('INTROSPECTION'),
    documents: readChoice('DOCUMENTS', given('DOCUMENTS'), DOCUMENTS),
    rateLimit: readChoice('RATE_LIMIT', given('RATE_LIMIT'), RATE_LIMITS),
    answerMemoryBytes: readNumber('ANSWER_MEMORY_BYTES', given('ANSWER_MEMORY_BYTES'), 0, MAX_MEMORY_BYTES),
    maxAge: {
      page: seconds('PAGE_MAX_AGE_SECONDS'),
      answer: seconds('ANSWER_MAX_AGE_SECONDS'),
      sharedAnswer: seconds('ANSWER_SHARED_MAX_AGE_SECONDS'),
      staleAnswer: seconds('ANSWER_STALE_SECONDS'),
    },
    limits: {
      bodyBytes: limit('MAX_BODY_BYTES'),
      urlLength: limit('MAX_URL_LENGTH'),
      tokens: limit('MAX_TOKENS'),
      depth: limit('MAX_DEPTH'),
      aliases: limit('MAX_ALIASES', 0),
      nameLength: limit('MAX_NAME_LENGTH'),
      rootFields: limit('MAX_ROOT_FIELDS'),
      repeats: limit('MAX_REPEATS', 0),
      directives: limit('MAX_DIRECTIVES', 0),
      listLength: limit('MAX_LIST_LENGTH'),
      filterDepth: limit('MAX_FILTER_DEPTH'),
      filterSize: limit('MAX_FILTER_SIZE'),
      cost: limit('MAX_COST'),
      answerBytes: limit('MAX_ANSWER_BYTES'),
    },
  };
}

/** Whatever is bound by hand may be there as well, so that a variable that is no setting can only be pointed at. */
function warnOfUnknown(environment: object): void {
  for (const [name, value] of Object.entries(environment)) {
    if (typeof value === 'object' || typeof value === 'function' || Object.hasOwn(DEFAULTS, name)) continue;
    console.warn(JSON.stringify({ level: 'warn', event: 'unknown setting', name }));
  }
}

function refuseUnknownLimits(environment: object): void {
  const unknown = Object.keys(environment).find((name) => name.startsWith('MAX_') && !Object.hasOwn(DEFAULTS, name));
  if (unknown === undefined) return;
  const known = Object.keys(DEFAULTS).filter((name) => name.startsWith('MAX_'));
  throw new Error(`Setting ${unknown} is none that is known. There are ${known.join(', ')}. Mend [vars].`);
}

function readBoolean(name: string, value: unknown): boolean {
  if (value !== true && value !== false && value !== 'true' && value !== 'false') {
    throw new Error(`Setting ${name} is ${JSON.stringify(value)}; it has to be true or false. Mend [vars].`);
  }
  return value === true || value === 'true';
}

function readChoice<Choice extends string>(name: string, value: unknown, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    throw new Error(
      `Setting ${name} is ${JSON.stringify(value)}; it has to be one of ${choices.join(', ')}. Mend [vars].`,
    );
  }
  return chosen;
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
