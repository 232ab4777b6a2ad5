/**
 * What an operator can set: each setting with its default and its meaning, which stand nowhere else, and how they are
 * read, once, from the Worker's environment. No other file reads it.
 */

import type { Binding } from '../data/d1/database.ts';

/** A setting. docs/limits.md has a row with its default and description. */
type Setting = { readonly description: string } & (
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  | { readonly kind: keyof typeof MAXIMUM; readonly default: number; readonly minimum: number }
);

/** The largest value of each kind of number. */
const MAXIMUM = {
  /** A year. */
  seconds: 31_536_000,
  /** Bytes: half of what an isolate has for everything. */
  memory: 64_000_000,
  /** The most that one request may have. Each limit has an error code of its own. */
  limit: 1_000_000_000,
} as const;

/** Every setting, in the order of docs/limits.md. */
export const SETTINGS = {
  GRAPHIQL: {
    kind: 'boolean',
    default: true,
    description: 'whether a browser that opens `/graphql` gets GraphiQL',
  },
  INTROSPECTION: {
    kind: 'boolean',
    default: true,
    description:
      'whether the schema is told: introspection, `/docs`, `/schema.graphql`, `/schema.json`, `/possible-types.json`, `/openapi.json`, suggestions in errors (`INTROSPECTION_DISABLED`)',
  },
  DOCUMENTS: {
    kind: 'choice',
    default: 'any',
    choices: ['any', 'trusted'],
    description: 'which documents are run: `"any"`, or none but the `"trusted"` (`DOCUMENT_NOT_TRUSTED`)',
  },
  RATE_LIMIT: {
    kind: 'choice',
    default: 'public',
    choices: ['public', 'local', 'off'],
    description:
      'which rate limit of `wrangler.toml` holds: `"public"`, 1,200 requests a minute from one address, `"local"`, a million, as `npm start` has it, or `"off"` (`RATE_LIMITED`)',
  },
  ANSWER_MEMORY_BYTES: {
    kind: 'memory',
    default: 16_000_000,
    minimum: 0,
    description:
      'how much of its memory an isolate gives to answers that it remembers, also to POST, for as long as a shared cache may keep them; `0` remembers none',
  },
  PAGE_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 300,
    minimum: 0,
    description: "how long pages and the schema's text may be kept",
  },
  ANSWER_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 60,
    minimum: 0,
    description: 'how long an answer to a GET may be kept by browsers',
  },
  ANSWER_SHARED_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description: 'how long an answer to a GET may be kept by shared caches',
  },
  ANSWER_STALE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description: 'how much longer a cache may serve an answer while it fetches the new one',
  },
  MAX_BODY_BYTES: { kind: 'limit', default: 100_000, minimum: 1, description: 'bytes of a body (`PAYLOAD_TOO_LARGE`)' },
  MAX_URL_LENGTH: {
    kind: 'limit',
    default: 8_000,
    minimum: 1,
    description: 'characters of an address with its query string (`URI_TOO_LONG`)',
  },
  MAX_TOKENS: { kind: 'limit', default: 1_000, minimum: 1, description: 'tokens of a document (`TOO_MANY_TOKENS`)' },
  MAX_DEPTH: { kind: 'limit', default: 16, minimum: 1, description: 'fields inside each other (`QUERY_TOO_DEEP`)' },
  MAX_ALIASES: {
    kind: 'limit',
    default: 50,
    minimum: 0,
    description: 'fields under another name (`TOO_MANY_ALIASES`)',
  },
  MAX_NAME_LENGTH: {
    kind: 'limit',
    default: 100,
    minimum: 1,
    description: "UTF-16 units of a field's name in the answer (`NAME_TOO_LONG`)",
  },
  MAX_ROOT_FIELDS: {
    kind: 'limit',
    default: 20,
    minimum: 1,
    description: 'fields at the top (`TOO_MANY_ROOT_FIELDS`)',
  },
  MAX_REPEATS: {
    kind: 'limit',
    default: 50,
    minimum: 0,
    description: 'fields selected again beside themselves (`TOO_MANY_REPEATS`)',
  },
  MAX_DIRECTIVES: { kind: 'limit', default: 50, minimum: 0, description: 'directives (`TOO_MANY_DIRECTIVES`)' },
  MAX_LIST_LENGTH: {
    kind: 'limit',
    default: 100,
    minimum: 1,
    description: 'items of one list in an argument or variable (`LIST_TOO_LONG`)',
  },
  MAX_FILTER_DEPTH: {
    kind: 'limit',
    default: 20,
    minimum: 1,
    description: 'objects and lists inside each other in an argument or variable (`FILTER_TOO_DEEP`)',
  },
  MAX_FILTER_SIZE: {
    kind: 'limit',
    default: 100,
    minimum: 1,
    description: 'values in an argument or variable, each list and object inside it counted (`FILTER_TOO_LARGE`)',
  },
  MAX_COST: { kind: 'limit', default: 10_000, minimum: 1, description: 'points: see below (`QUERY_TOO_EXPENSIVE`)' },
  MAX_ANSWER_BYTES: {
    kind: 'limit',
    default: 4_000_000,
    minimum: 1,
    description: 'bytes of an answer (`ANSWER_TOO_LARGE`)',
  },
} as const satisfies Readonly<Record<string, Setting>>;

type SettingName = keyof typeof SETTINGS;
type Environment = Readonly<Partial<Record<SettingName, unknown>>>;

type Values = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };
type ValueOf<One extends Setting> = One extends { readonly kind: 'boolean' }
  ? boolean
  : One extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : number;

/** What each setting is where nothing else is given. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]),
) as { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['default'] };

/** What differs over D1: a corpus is published without a deployment, so caches may not keep an answer for long. */
export const DEFAULTS_OVER_D1 = {
  ANSWER_SHARED_MAX_AGE_SECONDS: 60,
  ANSWER_STALE_SECONDS: 60,
} as const satisfies Partial<Values>;

/** The D1 database of `[[env.d1.d1_databases]]`. Throws where none is bound. */
export function readDatabase(environment: object): Binding {
  if (!('DATABASE' in environment)) throw new Error('No DATABASE is bound. Mend [[env.d1.d1_databases]].');
  return environment.DATABASE as Binding;
}

/** What an app gets from the environment of its Worker, except its corpus. `defaults` as for `readSettings`. */
export function readParts(
  environment: object,
  defaults: Partial<Values> = {},
): {
  readonly settings: Settings;
  /** Null where requests are not counted. */
  readonly rateLimiter: RateLimiter | null;
  /** Which upload this is, as Cloudflare names it: it changes with each deployment. Null where it is not told. */
  readonly deployment: string | null;
} {
  const settings = readSettings(environment, defaults);
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
 * The settings of an environment, each at its default where it is left out; `defaults` has those that differ from
 * `DEFAULTS`. Values may be of their own type or, as the dashboard and `--var` give them, strings. Throws at a value that
 * makes no sense, and at a limit that nobody knows: a typing mistake must not quietly become a default.
 */
export function readSettings(environment: Environment, defaults: Partial<Values> = {}): Settings {
  refuseUnknownLimits(environment);
  const names = Object.keys(SETTINGS) as SettingName[];
  return arrange(
    Object.fromEntries(
      names.map((name) => [name, readValue(name, environment[name] ?? defaults[name] ?? DEFAULTS[name])]),
    ) as Values,
  );
}

export type Settings = ReturnType<typeof arrange>;
export type Documents = Settings['documents'];
export type MaxAge = Settings['maxAge'];
export type Limits = Settings['limits'];

/** The settings under the names that the code has for them. */
function arrange(values: Values) {
  return {
    graphiql: values.GRAPHIQL,
    introspection: values.INTROSPECTION,
    documents: values.DOCUMENTS,
    rateLimit: values.RATE_LIMIT,
    answerMemoryBytes: values.ANSWER_MEMORY_BYTES,
    maxAge: {
      page: values.PAGE_MAX_AGE_SECONDS,
      answer: values.ANSWER_MAX_AGE_SECONDS,
      sharedAnswer: values.ANSWER_SHARED_MAX_AGE_SECONDS,
      staleAnswer: values.ANSWER_STALE_SECONDS,
    },
    limits: {
      bodyBytes: values.MAX_BODY_BYTES,
      urlLength: values.MAX_URL_LENGTH,
      tokens: values.MAX_TOKENS,
      depth: values.MAX_DEPTH,
      aliases: values.MAX_ALIASES,
      nameLength: values.MAX_NAME_LENGTH,
      rootFields: values.MAX_ROOT_FIELDS,
      repeats: values.MAX_REPEATS,
      directives: values.MAX_DIRECTIVES,
      listLength: values.MAX_LIST_LENGTH,
      filterDepth: values.MAX_FILTER_DEPTH,
      filterSize: values.MAX_FILTER_SIZE,
      cost: values.MAX_COST,
      answerBytes: values.MAX_ANSWER_BYTES,
    },
  } as const;
}

/** Whatever is bound by hand may be there as well, so that a variable that is no setting can only be pointed at. */
function warnOfUnknown(environment: object): void {
  for (const [name, value] of Object.entries(environment)) {
    if (typeof value === 'object' || typeof value === 'function' || Object.hasOwn(SETTINGS, name)) continue;
    console.warn(JSON.stringify({ level: 'warn', event: 'unknown setting', name }));
  }
}

function refuseUnknownLimits(environment: object): void {
  const unknown = Object.keys(environment).find((name) => name.startsWith('MAX_') && !Object.hasOwn(SETTINGS, name));
  if (unknown === undefined) return;
  const known = Object.keys(SETTINGS).filter((name) => name.startsWith('MAX_'));
  throw new Error(`Setting ${unknown} is none that is known. There are ${known.join(', ')}. Mend [vars].`);
}

function readValue(name: SettingName, value: unknown): boolean | number | string {
  const setting: Setting = SETTINGS[name];
  if (setting.kind === 'boolean') return readBoolean(name, value);
  if (setting.kind === 'choice') return readChoice(name, value, setting.choices);
  return readNumber(name, value, setting.minimum, MAXIMUM[setting.kind]);
}

function readBoolean(name: string, value: unknown): boolean {
  if (value !== true && value !== false && value !== 'true' && value !== 'false') {
    throw new Error(`Setting ${name} is ${JSON.stringify(value)}; it has to be true or false. Mend [vars].`);
  }
  return value === true || value === 'true';
}

function readChoice(name: string, value: unknown, choices: readonly string[]): string {
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
