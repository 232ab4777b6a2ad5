/**
 * Checks the settings and bindings of every environment in wrangler.toml as the Worker will read them: a wrong one stops
 * the build, an unknown one is a warning. What is set in the dashboard is unknown here; the Worker itself refuses that.
 *
 * Wrangler does not tell its arguments to the build. `npm run build`, `deploy` and `start` pass them in
 * DATELINE_ARGUMENTS, for `--var` and `--config`. With `--dev`, the values of .dev.vars count as well.
 */
import { parseArgs } from 'node:util';
import {
  unstable_getVarsForDev as getVarsForDev,
  unstable_readConfig as readConfig,
  type Unstable_Config as WranglerConfig,
} from 'wrangler';
import { MisconfiguredError, readDatabase, readParts, unknownSettings } from '../environment.ts';

const IS_DEV = process.argv.includes('--dev');
const { config: configPath, variables, envFiles } = readArguments(JSON.parse(process.env.DATELINE_ARGUMENTS ?? '[]'));

process.exitCode = main();

function main(): number {
  const found = readEnvironments().map(check);
  for (const line of new Set(found.flatMap(({ warnings }) => warnings))) process.stderr.write(`Warning: ${line}\n`);
  const problems = new Set(found.flatMap((one) => one.problems));
  if (problems.size === 0) return 0;
  for (const line of problems) process.stderr.write(`${line}\n`);
  process.stderr.write('Correct this and build again. docs/limits.md describes every setting.\n');
  return 1;
}

interface NamedEnvironment {
  /** Null for the top level of wrangler.toml. */
  readonly name: string | null;
  readonly config: WranglerConfig;
}

function readEnvironments(): NamedEnvironment[] {
  const read = (name: string | null) => ({
    name,
    config: readConfig({ config: configPath, env: name ?? '' }, { hideWarnings: true }),
  });
  const top = read(null);
  return [top, ...(top.config.definedEnvironments ?? []).map(read)];
}

interface Findings {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** What is wrong in the file is reported even if an argument overrides it. */
function check({ name, config }: NamedEnvironment): Findings {
  const place = `wrangler.toml, [${name === null ? 'vars' : `env.${name}.vars`}]:`;
  const written = { ...config.vars, ...bindingsOf(config) };
  const given = { ...written, ...devVariables(name, config), ...variables };
  const inFile = problemsOf(written, config);
  const inArguments = problemsOf(given, config).filter((problem) => !inFile.includes(problem));
  const unknownInFile = unknownSettings(written);
  const unknownInArguments = unknownSettings(given).filter((unknown) => !unknownInFile.includes(unknown));
  const givenPlace = IS_DEV ? '--var or .dev.vars:' : '--var:';
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

function devVariables(name: string | null, { configPath, vars }: WranglerConfig): Record<string, unknown> {
  if (!IS_DEV) return {};
  const read = getVarsForDev(configPath, envFiles, vars, name ?? undefined, true);
  return Object.fromEntries(Object.entries(read).map(([key, binding]) => [key, 'value' in binding && binding.value]));
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      config: { type: 'string', short: 'c' },
      'env-file': { type: 'string', multiple: true },
      var: { type: 'string', multiple: true },
    },
  });
  // `--var A:1 B:2` gives two.
  const pairs = [...(values.var ?? []), ...positionals].map(String).filter((one) => /^\w+:/.test(one));
  return {
    config: typeof values.config === 'string' ? values.config : 'wrangler.toml',
    envFiles: values['env-file']?.map(String),
    variables: Object.fromEntries(pairs.map((pair) => [pair.split(':', 1)[0], pair.slice(pair.indexOf(':') + 1)])),
  };
}
