// A wrong setting stops the build, wherever it is written: in wrangler.toml, for any environment, or as an argument.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { unstable_readConfig as readConfig } from 'wrangler';
import { checkSettings } from '../../src/build/settings.ts';
import { folderOf } from '../compile/run.ts';

const MISTAKEN = folderOf({ 'people/ann.yaml': 'nme: Ann\n' });
const EXPECTED = 'Setting MAX_COST is "10k"; it must be a whole number from 1 to 1000000000.';

test.each([
  ['for the Worker', '[vars]\nMAX_COST = "10k"', '[vars]', EXPECTED],
  ['for the Worker over D1', '[env.d1.vars]\nMAX_COST = "10k"', '[env.d1.vars]', EXPECTED],
  ['of another type', '[vars]\nGRAPHIQL = 1', '[vars]', 'Setting GRAPHIQL is 1; it must be true or false.'],
  ['misspelt', '[vars]\nMAX_DEBTH = 5', '[vars]', 'Unknown setting MAX_DEBTH. The limits are MAX_BODY_BYTES,'],
  [
    'without what it needs',
    '[env.staging]\n[env.staging.vars]\nGRAPHIQL = false',
    '[env.staging.vars]',
    'No RATE_LIMITER_PUBLIC is bound. Bind it in [[ratelimits]], or set RATE_LIMIT to "off".',
  ],
  [
    'for D1 without a database',
    '[env.other]\nmain = "src/worker-d1.ts"\nvars = { RATE_LIMIT = "off" }',
    '[env.other.vars]',
    'No DATABASE is bound.',
  ],
])('a setting in wrangler.toml %s', (_, added, place, problem) => {
  const config = configWith(added);
  expect(checkSettings(['--config', config], false)).toEqual({
    problems: [expect.stringContaining(`${config}, ${place}: ${problem}`)],
    warnings: [],
  });
});

test('the environment for staging that the page for operators has is complete', () => {
  const page = readFileSync('docs/operating.md', 'utf8');
  const [, staging] = /```toml\n(\[env\.staging\].*?)```/s.exec(page)!;
  const [, traces] = /```toml\n(\[observability\.traces\].*?)```/s.exec(page)!;
  const config = configWith(`${staging}\n${traces}`);
  expect(checkSettings(['--config', config], false)).toEqual({ problems: [], warnings: [] });
  const { name, workers_dev, routes, observability, cache } = readConfig({ config, env: 'staging' });
  expect({ name, workers_dev, routes, observability, cache }).toEqual({
    name: 'dateline-staging',
    workers_dev: true,
    routes: [],
    observability: {
      enabled: true,
      redact_query_string: true,
      logs: { enabled: true, invocation_logs: false },
      traces: { enabled: true, head_sampling_rate: 0.01 },
    },
    cache: { enabled: true },
  });
});

test('the Worker over D1 has the name, and so the address, of the one over the bundle', () => {
  const [bundle, d1] = ['', 'd1'].map((env) => readConfig({ config: 'wrangler.toml', env }, { hideWarnings: true }));
  expect(d1!.name).toBe(bundle!.name);
});

test('a file that wrangler cannot read', () => {
  const config = configWith('[vars]\nMAX_COST =');
  expect(checkSettings(['--config', config], false).problems).toEqual([
    expect.stringMatching(/wrangler\.toml: Invalid TOML document: /),
  ]);
});

test('every wrong setting is reported at once', () => {
  const config = configWith('[vars]\nMAX_COST = "10k"\nMAX_DEPTH = 0\n[env.d1.vars]\nDOCUMENTS = "none"');
  expect(checkSettings(['--config', config], false).problems).toEqual([
    `${config}, [vars]: Setting MAX_DEPTH is 0; it must be a whole number from 1 to 1000000000.`,
    `${config}, [vars]: ${EXPECTED}`,
    `${config}, [env.d1.vars]: Setting DOCUMENTS is "none"; it must be one of any, trusted.`,
  ]);
});

test('a variable that is no setting is a warning, because operators may bind their own', () => {
  const config = configWith('[vars]\nGRAPHIQLS = false\nMAX_COST = 20_000');
  expect(checkSettings(['--config', config, '--var', 'TOKEN:a:b'], false)).toEqual({
    problems: [],
    warnings: [`${config}, [vars]: GRAPHIQLS is no setting.`, '--var: TOKEN is no setting.'],
  });
});

test.each([
  ['an option', ['--var', 'MAX_COST:10k']],
  ['an option with two', ['--var', 'MAX_DEPTH:5', 'MAX_COST:10k', '--env', 'd1']],
  ['an option joined', ['--dry-run', '--var=MAX_COST:10k']],
])('a setting as %s', (_, args) => {
  expect(checkSettings(args, false).problems).toEqual([`--var: ${EXPECTED}`]);
});

test('settings of .dev.vars count for npm start', () => {
  const config = configWith('');
  writeFileSync(join(config, '../.dev.vars'), 'MAX_COST=10k\n');
  expect(checkSettings(['--config', config], false).problems).toEqual([]);
  expect(checkSettings(['--config', config], true).problems).toEqual([`--var or .dev.vars: ${EXPECTED}`]);
});

test.each([
  ['a wrong setting', ['--env', 'd1', '--var', 'MAX_COST:10k'], {}, `--var: ${EXPECTED}`],
  ['a mistake in the corpus', ['--env='], { DATELINE_CORPUS: MISTAKEN }, 'people/ann.yaml:1:1 missing-field'],
])('a deployment stops at %s, and says so once', { timeout: 120_000 }, (_, args, env, problem) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--env-file=start.env', 'src/build/deploy.ts', '--dry-run', ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  expect((stdout + stderr).split(problem)).toHaveLength(2);
  expect(stdout + stderr).not.toMatch(/custom build|exiting now/);
  expect(status).toBe(1);
});

test('a build by wrangler alone checks the settings as well', () => {
  const config = join(configWith('[vars]\nMAX_COST = "10k"'), '..');
  const { status, stderr } = spawnSync(process.execPath, [resolve('src/build/check-settings.ts')], {
    encoding: 'utf8',
    cwd: config,
  });
  expect(stderr).toContain(`wrangler.toml, [vars]: ${EXPECTED}`);
  expect(stderr).toContain('Correct this and build again. docs/limits.md describes every setting.');
  expect(status).toBe(1);
  expect(readFileSync('src/build/build.ts', 'utf8')).toContain("'src/build/check-settings.ts'");
});

test('npm run build and npm run deploy are checked', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const script of [scripts.build, scripts.deploy]) expect(script).toContain('src/build/deploy.ts');
});

/** The wrangler.toml of this repository with more at its end, in a folder of its own. */
function configWith(added: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dateline-settings-')), 'wrangler.toml');
  writeFileSync(path, `${readFileSync('wrangler.toml', 'utf8')}\n${added}\n`);
  return path;
}
