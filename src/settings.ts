/** The settings of an operator, with their defaults and descriptions. `environment.ts` reads them. */

/** A setting. docs/limits.md has a row for each, with its default and description. */
export type Setting = { readonly description: string } & (
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  /** Scheme, host and port of a site; empty if it is not said. */
  | { readonly kind: 'origin'; readonly default: '' }
  /** A part of a whole, from 0 to 1. */
  | { readonly kind: 'share'; readonly default: number }
  | { readonly kind: keyof typeof MAXIMUM; readonly default: number; readonly minimum: number }
);

/** The largest value of each kind of whole number. */
export const MAXIMUM = {
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
  SITE_ORIGIN: {
    kind: 'origin',
    default: '',
    description:
      'the scheme and host that pages, feeds and sitemaps give in their addresses, such as `https://news.example.org`; empty takes those of each request',
  },
  RATE_LIMIT: {
    kind: 'choice',
    default: 'public',
    choices: ['public', 'local', 'off'],
    description:
      'which rate limit of `wrangler.toml` applies: `"public"` (1,200 requests a minute from one address), `"local"` (a million, which `npm start` sets) or `"off"` (`RATE_LIMITED`)',
  },
  LOG_SAMPLE: {
    kind: 'share',
    default: 1,
    description:
      'which share of the requests that are answered without an error is logged, from `0` to `1`; one with an error always is',
  },
  ANSWER_MEMORY_BYTES: {
    kind: 'memory',
    default: 16_000_000,
    minimum: 0,
    description:
      'how much memory an isolate uses to remember answers, including those to POST, for as long as the corpus is the same; `0` remembers none',
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
    description: 'how long browsers, and caches other than Cloudflare, may keep an answer to a GET',
  },
  ANSWER_SHARED_MAX_AGE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description: "how long Cloudflare's cache may keep an answer to a GET",
  },
  ANSWER_STALE_SECONDS: {
    kind: 'seconds',
    default: 86_400,
    minimum: 0,
    description:
      "how much longer Cloudflare's cache may serve an old answer, while it fetches a new one or if that fails",
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

export type SettingName = keyof typeof SETTINGS;

export type Values = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };
type ValueOf<One extends Setting> = One extends { readonly kind: 'boolean' }
  ? boolean
  : One extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : One extends { readonly kind: 'origin' }
      ? string
      : number;

/** The default of each setting. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]),
) as { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['default'] };

/**
 * The defaults that differ over D1: a corpus is published without a deployment, and no answer is to be more than five
 * seconds behind. An isolate is at most two behind: `MAX_AGE_MILLISECONDS` in
 * `data/chunks/corpus.ts`.
 */
export const DEFAULTS_OVER_D1 = {
  ANSWER_MAX_AGE_SECONDS: 3,
  ANSWER_SHARED_MAX_AGE_SECONDS: 3,
  ANSWER_STALE_SECONDS: 0,
} as const satisfies Partial<Values>;

export type Settings = ReturnType<typeof arrange>;
export type Documents = Settings['documents'];
export type MaxAge = Settings['maxAge'];
export type Limits = Settings['limits'];

/** The settings under the names that the code uses. */
export function arrange(values: Values) {
  return {
    graphiql: values.GRAPHIQL,
    introspection: values.INTROSPECTION,
    documents: values.DOCUMENTS,
    siteOrigin: values.SITE_ORIGIN,
    rateLimit: values.RATE_LIMIT,
    logSample: values.LOG_SAMPLE,
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
