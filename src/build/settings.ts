/**
 * Checks the settings and bindings of every environment in wrangler.toml as the Worker will read them. What is set in the
 * dashboard is unknown here; the Worker itself refuses that.
 */
import {
  unstable_getVarsForDev as getVarsForDev,
  unstable_readConfig as readConfig,
  type Unstable_Config as WranglerConfig,
} from 'wrangler';
import { MisconfiguredError, readDatabase, readParts, unknownSettings } from '../environment.ts';
import { type Arguments, readArguments } from './arguments.ts';

export interface Findings {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * What is wrong, and what may be a typing mistake, each with its place.
 *
 * @param args the arguments of wrangler.
 * @param isDev whether they are those of `wrangler dev`, for which .dev.vars counts as well.
 */
export function checkSettings(args: readonly string[], isDev: boolean): Findings {
  const given = readArguments(args);
  const environments = readEnvironments(given);
  if (environments instanceof Error)
    return { problems: [`${given.configPath}: ${environments.message}`], warnings: [] };
  const found = environments.map((environment) => checkEnvironment(environment, given, isDev));
  // An argument holds for every environment.
  return {
    problems: [...new Set(found.flatMap(({ problems }) => problems))],
    warnings: [...new Set(found.flatMap(({ warnings }) => warnings))],
  };
}

/** Prints what `checkSettings` finds. Whether nothing is wrong. */
export function reportSettings(args: readonly string[], isDev: boolean): boolean {
  const { problems, warnings } = checkSettings(args, isDev);
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length === 0) return true;
  process.stderr.write('Correct this and build again. docs/limits.md describes every setting.\n');
  return false;
}

interface NamedEnvironment {
  /** Null for the top level of wrangler.toml. */
  readonly name: string | null;
  readonly config: WranglerConfig;
}

/** An error if wrangler cannot read the file. */
function readEnvironments({ configPath }: Arguments): NamedEnvironment[] | Error {
  const read = (name: string | null) => ({
    name,
    config: readConfig({ config: configPath, env: name ?? '' }, { hideWarnings: true }),
  });
  try {
    const top = read(null);
    return [top, ...(top.config.definedEnvironments ?? []).map(read)];
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What is wrong in the file is reported even if an argument overrides it. */
function checkEnvironment({ name, config }: NamedEnvironment, args: Arguments, isDev: boolean): Findings {
  const place = `${args.configPath}, [${name === null ? 'vars' : `env.${name}.vars`}]:`;
  const written = { ...config.vars, ...bindingsOf(config) };
  const given = { ...written, ...(isDev && devVariables(name, config, args)), ...args.variables };
  const inFile = problemsOf(written, config);
  const inArguments = problemsOf(given, config).filter((problem) => !inFile.includes(problem));
  const unknownInFile = unknownSettings(written);
  const unknownInArguments = unknownSettings(given).filter((unknown) => !unknownInFile.includes(unknown));
  const givenPlace = isDev ? '--var or .dev.vars:' : '--var:';
  return {
    problems: [...inFile.map((problem) => `${place} ${problem}`), ...inArguments.map((one) => `${givenPlace} ${one}`)],
    warnings: [
      ...unknownInFile.map((unknown) => `${place} ${unknown} is no setting.`),
      ...unknownInArguments.map((unknown) => `${givenPlace} ${unknown} is no setting.`),
    ],
  };
}

function problemsOf(environment: object, { main }: WranglerConfig): readonly string[] {
  try {
    readParts(environment);
    if (main?.endsWith('worker-d1.ts')) readDatabase(environment);
    return [];
  } catch (error) {
    if (error instanceof MisconfiguredError) return error.problems;
    throw error;
  }
}

/** Stands for the bindings that the Worker requires: only whether they exist is read. */
function bindingsOf({ ratelimits, d1_databases: databases }: WranglerConfig): Record<string, object> {
  const names = [...ratelimits.map(({ name }) => name), ...databases.map(({ binding }) => binding)];
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function devVariables(name: string | null, { vars }: WranglerConfig, args: Arguments): Record<string, unknown> {
  const read = getVarsForDev(args.configPath, args.envFiles, vars, name ?? undefined, true);
  return Object.fromEntries(Object.entries(read).map(([key, binding]) => [key, 'value' in binding && binding.value]));
}
