/**
 * Reads the settings and bindings of a Worker from its environment, once. No other file reads it. The build reads what
 * it knows of the environment in the same way: `build/check-settings.ts`.
 */

import type { Binding } from '../data/d1/database.ts';
import {
  arrange,
  DEFAULTS,
  MAXIMUM,
  SETTINGS,
  type Setting,
  type SettingName,
  type Settings,
  type Values,
} from './settings.ts';

/** The environment makes no sense, so nothing can be answered. */
export class MisconfiguredError extends Error {
  /** What is wrong and what was expected, for each setting or binding. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'MisconfiguredError';
    this.problems = problems;
  }
}

/**
 * Reads what an app needs from the environment of its Worker, except its corpus. `defaults` and errors are as in
 * `readSettings`.
 */
export function readParts(
  environment: object,
  defaults: Partial<Values> = {},
): {
  readonly settings: Settings;
  /** Null if requests are not limited. */
  readonly rateLimiter: RateLimiter | null;
  /** As `readDeployment` returns it. */
  readonly deployment: string | null;
} {
  const settings = readSettings(environment, defaults);
  return { settings, rateLimiter: readRateLimiter(environment, settings), deployment: readDeployment(environment) };
}

/** The D1 database of `[[env.d1.d1_databases]]`. Throws if none is bound. */
export function readDatabase(environment: object): Binding {
  if ('DATABASE' in environment) return environment.DATABASE as Binding;
  throw new MisconfiguredError(['No DATABASE is bound. Bind one in [[d1_databases]].']);
}

/** Cloudflare's id of this version of the Worker: it changes with each deployment. Null if it is unknown. */
export function readDeployment(environment: object): string | null {
  const { id } = ('DEPLOYMENT' in environment ? environment.DEPLOYMENT : {}) as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

/** A rate limiter bound by `[[ratelimits]]`. */
export interface RateLimiter {
  limit(asked: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

/** The rate limiter that `RATE_LIMIT` names. Throws if that one is not bound. */
function readRateLimiter(environment: object, { rateLimit }: Settings): RateLimiter | null {
  if (rateLimit === 'off') return null;
  const name = `RATE_LIMITER_${rateLimit.toUpperCase()}`;
  const bound = (environment as Readonly<Record<string, RateLimiter>>)[name];
  if (bound !== undefined) return bound;
  throw new MisconfiguredError([`No ${name} is bound. Bind it in [[ratelimits]], or set RATE_LIMIT to "off".`]);
}

/**
 * The settings of an environment. A setting that is left out has its default; `defaults` overrides `DEFAULTS`. Values
 * may have their own type or be strings, as the dashboard and `--var` pass them. Throws a `MisconfiguredError` with
 * every invalid value and unknown limit: a typing mistake must not silently leave the default in place.
 */
export function readSettings(environment: object, defaults: Partial<Values> = {}): Settings {
  const given: Readonly<Partial<Record<SettingName, unknown>>> = environment;
  const names = Object.keys(SETTINGS) as SettingName[];
  const values = names.map((name) => {
    return [name, readValue(SETTINGS[name], given[name] ?? defaults[name] ?? DEFAULTS[name])] as const;
  });
  const problems = [
    ...values.flatMap(([name, value]) => (value === null ? describe(name, given[name]) : [])),
    ...unknownLimits(environment),
  ];
  if (problems.length > 0) throw new MisconfiguredError(problems);
  return arrange(Object.fromEntries(values) as Values);
}

const BOOLEANS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
]);

/** Null if the value makes no sense for this setting. */
function readValue(setting: Setting, value: unknown): boolean | number | string | null {
  if (setting.kind === 'boolean') return BOOLEANS.get(value) ?? null;
  if (setting.kind === 'choice') return setting.choices.find((choice) => choice === value) ?? null;
  if (setting.kind === 'origin') return value === '' || isOrigin(value) ? value : null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number') return null;
  if (setting.kind === 'share') return number >= 0 && number <= 1 ? number : null;
  return Number.isInteger(number) && number >= setting.minimum && number <= MAXIMUM[setting.kind] ? number : null;
}

function isOrigin(value: unknown): value is string {
  return typeof value === 'string' && /^https?:/.test(value) && URL.parse(value)?.origin === value;
}

function describe(name: SettingName, value: unknown): string {
  return `Setting ${name} is ${JSON.stringify(value)}; it must be ${expectation(SETTINGS[name])}.`;
}

function expectation(setting: Setting): string {
  if (setting.kind === 'boolean') return 'true or false';
  if (setting.kind === 'choice') return `one of ${setting.choices.join(', ')}`;
  if (setting.kind === 'share') return 'a number from 0 to 1';
  if (setting.kind === 'origin') return 'scheme and host alone, as in https://news.example.org';
  return `a whole number from ${setting.minimum} to ${MAXIMUM[setting.kind]}`;
}

function unknownLimits(environment: object): string[] {
  const known = Object.keys(SETTINGS).filter(isLimit);
  return Object.keys(environment)
    .filter((name) => isLimit(name) && !known.includes(name))
    .map((name) => `Unknown setting ${name}. The limits are ${known.join(', ')}.`);
}

/** The variables that are no settings. These are not refused, because an operator may bind others on purpose. */
export function unknownSettings(environment: object): string[] {
  return Object.entries(environment)
    .filter(([, value]) => typeof value !== 'object' && typeof value !== 'function')
    .map(([name]) => name)
    .filter((name) => !isLimit(name) && !Object.hasOwn(SETTINGS, name));
}

function isLimit(name: string): boolean {
  return name.startsWith('MAX_');
}
