// The layers: what the built Worker is made of and what imports what in it; and which folder's sources import which.
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
    // What graphql asks before it leaves out its development checks; wrangler.toml answers it.
    expect(readFileSync(`${folder}/${code[0]}`, 'utf8')).not.toContain('globalThis.process');
  });

  test('no GraphiQL: that is served from files', () => {
    expect(PATHS.filter((path) => path.includes('render-graphiql'))).toEqual([]);
  });

  test('no bundle where the corpus is in D1, which it may have outgrown', () => {
    expect(Object.keys(readMetafile('d1').inputs).filter((path) => /^\.generated\/corpus|bundled/.test(path))).toEqual(
      [],
    );
  });

  test('under 240 KB without data, compressed as it is uploaded', () => {
    const { folder } = BUILDS.bare;
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

  test('nobody but src/graphql knows the executor', () => {
    const others = PATHS.filter((path) => !path.startsWith('src/graphql/') && !path.startsWith(EXECUTOR));
    const known = others.filter((path) => inputs[path]!.imports.some((to) => to.path.startsWith(EXECUTOR)));
    expect(known).toEqual([]);
    expect(edges('src/graphql/').some(([, to]) => to.startsWith(EXECUTOR))).toBe(true);
  });

  test('the engine is entered by its store, and its search knows nothing of the rest of it', () => {
    const engine = 'data/engine/';
    const all = [...edges('data/'), ...edges('schema/'), ...edges('src/')];
    const entered = all.filter(([from, to]) => !from.startsWith(engine) && to.startsWith(engine)).map(([, to]) => to);
    expect([...new Set(entered)].sort()).toEqual([`${engine}store.ts`]);
    const outOf = all.filter(([from, to]) => from.startsWith(`${engine}search/`) && to.startsWith(engine));
    expect(outOf.length).toBeGreaterThan(0);
    expect(outOf.filter(([, to]) => !to.startsWith(`${engine}search/`))).toEqual([]);
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

  test('the newsroom comes in by one door', () => {
    const tools = newsroom.filter((path) => !path.startsWith('newsroom/test/'));
    const imports = importsOf(tools).filter(([, to]) => !to.startsWith('newsroom/') && !isPackage(to));
    expect(imports.filter(([, to]) => to !== DOOR)).toEqual([]);
    expect(imports.length).toBeGreaterThan(0);
  });

  test("the newsroom's tests too, but for what serves a corpus", () => {
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

  test('nobody but the newsroom needs the door', () => {
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

/** What the files import, at once or later, as [from, to]: a path from the root on, or the name of a package. */
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

/** Without what wrangler.toml defines: esbuild has it as a file that every other imports. */
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

/** Each import out of a file of the folder, as [from, to]. */
function edges(folder: string): (readonly [string, string])[] {
  return Object.entries(inputs)
    .filter(([path]) => path.startsWith(folder))
    .flatMap(([path, { imports }]) => imports.map((imported) => [path, imported.path] as const));
}
