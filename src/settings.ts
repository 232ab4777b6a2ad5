/**
 * The settings of an operator, with their defaults and descriptions, and how they are read from the environment of the
 * Worker. They are read once, and no other file reads the environment.
 */

import type { Binding } from '../data/d1/database.ts';

/** A setting. docs/limits.md has a row for each, with its default and description. */
type Setting = { readonly description: string } & (
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  | { readonly kind: keyof typeof MAXIMUM; readonly default: number; readonly minimum: number }
);

/** The largest value of each kind of number. */
const MAXIMUM = {
  /** One year. */
  seconds: 31_536_000,
  /** In bytes: half of the memory of an isolate. */
  memory: 64_000_000,
  /** The largest limit on one request. Each limit has its own error code. */
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
      'whether the schema is public: introspection, `/docs`, `/schema.graphql`, `/schema.json`, `/possible-types.json`, `/openapi.json`, suggestions in errors (`INTROSPECTION_DISABLED`)',
  },
  DOCUMENTS: {
    kind: 'choice',
    default: 'any',
    choices: ['any', 'trusted'],
    description: 'which documents may run: `"any"`, or only `"trusted"` ones (`DOCUMENT_NOT_TRUSTED`)',
  },
  RATE_LIMIT: {
    kind: 'choice',
    default: 'public',
    choices: ['public', 'local', 'off'],
    description:
      'which rate limit of `wrangler.toml` applies: `"public"` (1,200 requests a minute from one address), `"local"` (a million, which `npm start` sets) or `"off"` (`RATE_LIMITED`)',
  },
  ANSWER_MEMORY_BYTES: {
    kind: 'memory',
    default: 16_000_000,
    minimum: 0,
    description:
      'how much memory an isolate uses to remember answers, including those to POST, for as long as a shared cache may keep them; `0` remembers none',
  },
  PAGE_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 300,
    minimum: 0,
    description: "how long pages and the schema's text may be cached",
  },
  ANSWER_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 60,
    minimum: 0,
    description: 'how long browsers may cache an answer to a GET',
  },
  ANSWER_SHARED_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description: 'how long shared caches may keep an answer to a GET',
  },
  ANSWER_STALE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description: 'how much longer a cache may serve an old answer while it fetches a new one',
  },
  MAX_BODY_BYTES: {
    kind: 'limit',
    default: 100_000,
    minimum: 1,
    description: 'bytes of a request body (`PAYLOAD_TOO_LARGE`)',
  },
  MAX_URL_LENGTH: {
    kind: 'limit',
    default: 8_000,
    minimum: 1,
    description: "characters of a URL's path and query string (`URI_TOO_LONG`)",
  },
  MAX_TOKENS: { kind: 'limit', default: 1_000, minimum: 1, description: 'tokens of a document (`TOO_MANY_TOKENS`)' },
  MAX_DEPTH: { kind: 'limit', default: 16, minimum: 1, description: 'levels of nested fields (`QUERY_TOO_DEEP`)' },
  MAX_ALIASES: {
    kind: 'limit',
    default: 50,
    minimum: 0,
    description: 'fields with an alias (`TOO_MANY_ALIASES`)',
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
    description: 'top-level fields (`TOO_MANY_ROOT_FIELDS`)',
  },
  MAX_REPEATS: {
    kind: 'limit',
    default: 50,
    minimum: 0,
    description: 'fields selected more than once in the same selection (`TOO_MANY_REPEATS`)',
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
    description: 'levels of nested objects and lists in an argument or variable (`FILTER_TOO_DEEP`)',
  },
  MAX_FILTER_SIZE: {
    kind: 'limit',
    default: 100,
    minimum: 1,
    description: 'values in an argument or variable, including nested lists and objects (`FILTER_TOO_LARGE`)',
  },
  MAX_COST: {
    kind: 'limit',
    default: 10_000,
    minimum: 1,
    description: 'points of cost: see below (`QUERY_TOO_EXPENSIVE`)',
  },
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

/** The default of each setting. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]),
) as { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['default'] };

/**
 * The defaults that differ over D1: a corpus is published without a deployment, so caches may not keep answers for
 * long.
 */
export const DEFAULTS_OVER_D1 = {
  ANSWER_SHARED_MAX_AGE_SECONDS: 60,
  ANSWER_STALE_SECONDS: 60,
} as const satisfies Partial<Values>;

/** The D1 database of `[[env.d1.d1_databases]]`. Throws if none is bound. */
export function readDatabase(environment: object): Binding {
  if (!('DATABASE' in environment)) throw new Error('No DATABASE is bound. Bind one in [[env.d1.d1_databases]].');
  return environment.DATABASE as Binding;
}

/**
 * Reads what an app needs from the environment of its Worker, except its corpus. `defaults` is as in `readSettings`.
 */
export function readParts(
  environment: object,
  defaults: Partial<Values> = {},
): {
  readonly settings: Settings;
  /** Null if requests are not limited. */
  readonly rateLimiter: RateLimiter | null;
  /** Cloudflare's id of this version of the Worker: it changes with each deployment. Null if it is unknown. */
  readonly deployment: string | null;
} {
  const settings = readSettings(environment, defaults);
  warnOfUnknown(environment);
  return { settings, rateLimiter: readRateLimiter(environment, settings), deployment: readDeployment(environment) };
}

/** The rate limiter that `RATE_LIMIT` names. Throws if that one is not bound. */
function readRateLimiter(environment: object, { rateLimit }: Settings): RateLimiter | null {
  if (rateLimit === 'off') return null;
  const name = `RATE_LIMITER_${rateLimit.toUpperCase()}`;
  if (!(name in environment))
    throw new Error(`No ${name} is bound. Bind it in [[ratelimits]], or set RATE_LIMIT to "off".`);
  return (environment as Readonly<Record<string, RateLimiter>>)[name] ?? null;
}

/** A rate limiter bound by `[[ratelimits]]`. */
export interface RateLimiter {
  limit(asked: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

function readDeployment(environment: object): string | null {
  const { id } = ('DEPLOYMENT' in environment ? environment.DEPLOYMENT : {}) as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

/**
 * The settings of an environment. A setting that is left out has its default; `defaults` overrides `DEFAULTS`. Values
 * may have their own type or be strings, as the dashboard and `--var` pass them. Throws for an invalid value and for an
 * unknown limit: a typing mistake must not silently leave the default in place.
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

/** The settings under the names that the code uses. */
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

/** Only warns, because an operator may bind other variables on purpose. */
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
  throw new Error(`Unknown setting ${unknown}. The limits are ${known.join(', ')}. Fix it in [vars].`);
}

function readValue(name: SettingName, value: unknown): boolean | number | string {
  const setting: Setting = SETTINGS[name];
  if (setting.kind === 'boolean') return readBoolean(name, value);
  if (setting.kind === 'choice') return readChoice(name, value, setting.choices);
  return readNumber(name, value, setting.minimum, MAXIMUM[setting.kind]);
}

function readBoolean(name: string, value: unknown): boolean {
  if (value !== true && value !== false && value !== 'true' && value !== 'false') {
    throw new Error(`Setting ${name} is ${JSON.stringify(value)}; it must be true or false. Fix it in [vars].`);
  }
  return value === true || value === 'true';
}

function readChoice(name: string, value: unknown, choices: readonly string[]): string {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    throw new Error(
      `Setting ${name} is ${JSON.stringify(value)}; it must be one of ${choices.join(', ')}. Fix it in [vars].`,
    );
  }
  return chosen;
}

function readNumber(name: string, value: unknown, least: number, most: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
    throw new Error(
      `Setting ${name} is ${JSON.stringify(value)}; it must be a whole number from ${least} to ${most}. Fix it in [vars].`,
    );
  }
  return number;
}
