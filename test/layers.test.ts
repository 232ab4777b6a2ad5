// The layers: the parts of the built Worker and its imports, and which folders' sources import which.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILDS, type BuildName } from './build.ts';

interface Metafile {
  readonly inputs: Readonly<Record<string, Input>>;
}

interface Input {
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
}

interface Written {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

const DEFINED = '<define:';
const { inputs } = readMetafile('seed');
const PATHS = Object.keys(inputs);
const EXECUTOR = 'packages/executor/';
const DOOR = 'data/compile/index.ts';

describe('the Worker is made of', () => {
  test('its three layers, the executor, the corpus, and packages', () => {
    const others = PATHS.filter(
      (path) => layerOf(path) === null && !path.includes('node_modules/') && !path.startsWith(EXECUTOR),
    );
    expect(others.sort()).toEqual(['.generated/corpus.ts', '.generated/documents.ts', 'package.json']);
  });

  test('nothing that runs in Node', () => {
    const tools = /^(data\/(compile|publish)\/|data\/main\.ts|src\/build\/)/;
    expect(PATHS.filter((path) => tools.test(path))).toEqual([]);
  });

  test('one graphql', () => {
    const copies = PATHS.map((path) => /^(.*node_modules\/graphql\/).*(\.m?js)$/.exec(path)?.slice(1).join('*'));
    expect([...new Set(copies)].filter((copy) => copy !== undefined)).toEqual([expect.stringMatching(/\*\.mjs$/)]);
  });

  test.each(['seed', 'd1'] as const)('graphql as in production: %s', (name) => {
    const { folder } = BUILDS[name];
    const code = readdirSync(folder).filter((file) => file.endsWith('.js'));
    expect(code.length).toBe(1);
    // The condition for graphql's development checks, which wrangler.toml defines.
    expect(readFileSync(`${folder}/${code[0]}`, 'utf8')).not.toContain('globalThis.process');
  });

  test('no GraphiQL: that is served from files', () => {
    expect(PATHS.filter((path) => path.includes('render-graphiql'))).toEqual([]);
  });

  // Each is there if an alias of wrangler.toml matches nothing any more, for example after an update.
  test.each(['seed', 'd1'] as const)('no part of Yoga that never runs: %s', (name) => {
    const never = /@graphql-tools\/executor|lru-cache|landing-page-html/;
    // Of what is read, only what ends up in the code: index files name more.
    const { outputs } = JSON.parse(readFileSync(`${BUILDS[name].folder}/bundle-meta.json`, 'utf8')) as Written;
    const written = Object.values(outputs).flatMap(({ inputs: parts }) => Object.entries(parts));
    const there = written.filter(([path, { bytesInOutput }]) => never.test(path) && bytesInOutput > 0);
    expect(there.map(([path]) => path)).toEqual([]);
  });

  test('no bundle where the corpus is in D1, which it may have outgrown', () => {
    expect(Object.keys(readMetafile('d1').inputs).filter((path) => /^\.generated\/corpus|bundled/.test(path))).toEqual(
      [],
    );
  });

  test('under 240 KB without data, compressed as it is uploaded', () => {
    const { folder } = BUILDS.seed;
    const uploaded = readdirSync(folder).filter((file) => /\.(js|graphql)$/.test(file));
    const sizes = uploaded.map((file) => gzipSync(readFileSync(`${folder}/${file}`)).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(240_000);
  });
});

describe('imports go one way', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    data: ['data'],
    schema: ['data', 'schema'],
    src: ['data', 'schema', 'src'],
  };

  test.each(Object.keys(allowed))('%s', (layer) => {
    const wrong = edges(`${layer}/`).filter(
      ([, to]) => layerOf(to) !== null && !allowed[layer]!.includes(layerOf(to)!),
    );
    expect(edges(`${layer}/`).length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('data knows neither GraphQL nor HTTP', () => {
    expect(edges('data/').filter(([, to]) => /(graphql|pothos|hono|yoga)/.test(to))).toEqual([]);
  });

  test('schema knows no HTTP', () => {
    expect(edges('schema/').filter(([, to]) => /\/(hono|graphql-yoga)\//.test(to))).toEqual([]);
  });

  test('the executor knows graphql and nothing else', () => {
    const own = edges(EXECUTOR);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(([, to]) => !to.startsWith(EXECUTOR) && !/node_modules\/graphql\//.test(to))).toEqual([]);
  });

  test('only src/graphql knows the executor', () => {
    const others = PATHS.filter((path) => !path.startsWith('src/graphql/') && !path.startsWith(EXECUTOR));
    const known = others.filter((path) => inputs[path]!.imports.some((to) => to.path.startsWith(EXECUTOR)));
    expect(known).toEqual([]);
    expect(edges('src/graphql/').some(([, to]) => to.startsWith(EXECUTOR))).toBe(true);
  });

  test('the engine is used through its store, and its search does not know the rest of it', () => {
    const engine = 'data/engine/';
    const all = [...edges('data/'), ...edges('schema/'), ...edges('src/')];
    const entered = all.filter(([from, to]) => !from.startsWith(engine) && to.startsWith(engine)).map(([, to]) => to);
    expect([...new Set(entered)].sort()).toEqual([`${engine}store.ts`]);
    const outOf = all.filter(([from, to]) => from.startsWith(`${engine}search/`) && to.startsWith(engine));
    expect(outOf.length).toBeGreaterThan(0);
    expect(outOf.filter(([, to]) => !to.startsWith(`${engine}search/`))).toEqual([]);
  });

  test('documents for machines need no page, except types', () => {
    const machine = edges('src/pages/machine/');
    expect(machine.length).toBeGreaterThan(0);
    expect(machine.filter(([, to]) => to.startsWith('src/pages/reader/'))).toEqual([]);
  });

  test('the data model imports nothing', () => {
    expect(inputs['data/model.ts']?.imports ?? []).toEqual([]);
  });
});

describe('among the sources', () => {
  const endpoint = sources('{data,schema,src}/**/*.{ts,tsx}');
  const newsroom = sources('newsroom/**/*.ts');

  test('the endpoint does without the newsroom, the benchmarks and the tests', () => {
    expect(importsOf(endpoint).filter(([, to]) => /^(@dateline\/)?(newsroom|bench|test)\b/.test(to))).toEqual([]);
  });

  test('the endpoint starts no file of theirs', () => {
    expect(
      endpoint.filter((path) => /['"`](\.{0,2}\/)*(newsroom|bench|test)\//.test(readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });

  test('the newsroom imports the endpoint through one file', () => {
    const tools = newsroom.filter((path) => !path.startsWith('newsroom/test/'));
    const imports = importsOf(tools).filter(([, to]) => !to.startsWith('newsroom/') && !isPackage(to));
    expect(imports.filter(([, to]) => to !== DOOR)).toEqual([]);
    expect(imports.length).toBeGreaterThan(0);
  });

  test("so do the newsroom's tests, except to serve a corpus", () => {
    const tests = newsroom.filter((path) => path.startsWith('newsroom/test/'));
    const others = importsOf(tests).filter(([, to]) => to !== DOOR && /^(data|schema|src)\//.test(to));
    expect([...new Set(others.map(([, to]) => to))].sort()).toEqual([
      'data/bundled/pack.ts',
      'data/bundled/source.ts',
      'data/engine/build.ts',
      'data/engine/store.ts',
      'schema/index.ts',
    ]);
  });

  test('only the newsroom uses that file', () => {
    expect(importsOf(endpoint).filter(([, to]) => to === DOOR)).toEqual([]);
  });

  test('the executor imports graphql and itself', () => {
    const imports = importsOf(sources('packages/executor/*.ts'));
    expect(imports.filter(([, to]) => to !== 'graphql' && !/^packages\/executor\/[^/]+$/.test(to))).toEqual([]);
    expect(imports.length).toBeGreaterThan(0);
  });
});

function sources(pattern: string): string[] {
  return globSync(pattern, { exclude: ['**/node_modules/**'] }).filter((path) => !path.endsWith('.d.ts'));
}

/** The static and dynamic imports of the files, as [from, to]: a path from the root, or the name of a package. */
function importsOf(paths: readonly string[]): (readonly [string, string])[] {
  return paths.flatMap((path) =>
    Array.from(
      readFileSync(path, 'utf8').matchAll(IMPORT),
      ([, to = '']) => [path, to.startsWith('.') ? join(dirname(path), to) : to] as const,
    ),
  );
}

const IMPORT = /(?:^import\b[^;'"]*?|^export\b[^;'"=(]*?\bfrom |\bimport\()['"]([^'"]+)['"]/gm;

function isPackage(name: string): boolean {
  return !/^(data|schema|src|bench|test|packages)\//.test(name);
}

/** Without the defines of wrangler.toml, which esbuild treats as a file that every other imports. */
function readMetafile(name: BuildName): Metafile {
  const { inputs: all }: Metafile = JSON.parse(readFileSync(`${BUILDS[name].folder}/bundle-meta.json`, 'utf8'));
  const files = Object.entries(all).filter(([path]) => !path.startsWith(DEFINED));
  return {
    inputs: Object.fromEntries(
      files.map(([path, { imports }]) => [path, { imports: imports.filter((to) => !to.path.startsWith(DEFINED)) }]),
    ),
  };
}

function layerOf(path: string): string | null {
  return /^(data|schema|src)\//.exec(path)?.[1] ?? null;
}

/** Each import in a file of the folder, as [from, to]. */
function edges(folder: string): (readonly [string, string])[] {
  return Object.entries(inputs)
    .filter(([path]) => path.startsWith(folder))
    .flatMap(([path, { imports }]) => imports.map((imported) => [path, imported.path] as const));
}
