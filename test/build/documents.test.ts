// The trusted documents: what is collected before a build, what is refused, and that a build fails with it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, type Outcome } from '../compile/run.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = join(ROOT, 'src/build/documents.ts');
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
const MODULE = '.generated/documents.ts';
const MANIFEST = '.generated/assets/trusted-documents.json';

const COUNT = '# How many are there?\nquery Count {\n  people { totalCount }\n}\n';
const NAME = '# What is it?\nquery Name($slug: Slug!) { person(slug: $slug) { name } }\n';
const BROKEN = '# What is it?\nquery Broken {\n  people { count }\n}\n';

describe('documents', () => {
  test('are the operations, each under its hash and the name of its file', async () => {
    const folder = operationsOf({ 'how-many.graphql': COUNT, 'name.graphql': NAME, 'README.md': 'Not read.' });
    expect(await runNode(folder, DOCUMENTS)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await collectedIn(folder)).toEqual({
      documents: byHash(COUNT, NAME),
      operations: { 'how-many': hashOf(COUNT), name: hashOf(NAME) },
      manifest: byHash(COUNT, NAME),
    });
  });

  test('are those of manifests as well, in either form, each once', async () => {
    const bare = '{ __typename }';
    const several = 'query A { __typename }\nquery B { corpus { version } }';
    const apollo = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [NAME, several].map((body) => ({ id: hashOf(body), name: 'Name', type: 'query', body })),
    };
    const folder = operationsOf({
      'count.graphql': COUNT,
      'relay.json': JSON.stringify(byHash(COUNT, bare)),
      'apollo.json': JSON.stringify(apollo),
      'empty.json': '{}',
    });
    expect(await runNode(folder, DOCUMENTS)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await collectedIn(folder)).toEqual({
      documents: byHash(COUNT, bare, NAME, several),
      operations: { count: hashOf(COUNT) },
      manifest: byHash(COUNT, bare, NAME, several),
    });
    expect(readFileSync(join(folder, MANIFEST), 'utf8').split(hashOf(COUNT))).toHaveLength(2);
  });

  test('are left alone where they are as they should be', async () => {
    const folder = operationsOf({ 'count.graphql': COUNT });
    await runNode(folder, DOCUMENTS);
    for (const file of [MODULE, MANIFEST]) utimesSync(join(folder, file), 1, 1);
    await runNode(folder, DOCUMENTS);
    expect([MODULE, MANIFEST].map((file) => statSync(join(folder, file)).mtimeMs)).toEqual([1000, 1000]);
  });
});

describe('is refused, with its place, and nothing is written:', () => {
  const oneQuery = 'expected one query with a name, and nothing else but its fragments.';
  const noManifest = 'this is not a manifest. Expected { "<SHA-256>": "<document>" }.';
  const at = 'src/operations';
  const wrongHash = (file: string, hash: string) =>
    `${at}/${file}: "${hash}" is not the SHA-256 of its document. Let the client's compiler hash with SHA-256.`;
  const md5 = createHash('md5').update(COUNT).digest('hex');

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a field that there is not',
      { 'a.graphql': BROKEN },
      [`${at}/a.graphql:3:12: Cannot query field "count" on type "PersonConnection".`],
    ],
    [
      'what is no GraphQL',
      { 'a.graphql': '# What?\nquery A {\n  people {\n' },
      [`${at}/a.graphql:4:1: Syntax Error: Expected Name, found <EOF>.`],
    ],
    ['nothing', { 'a.graphql': '' }, [`${at}/a.graphql:1:1: Syntax Error: Unexpected <EOF>.`]],
    ['two operations', { 'a.graphql': `${COUNT}${NAME}` }, [`${at}/a.graphql: ${oneQuery}`]],
    ['no name', { 'a.graphql': '# What?\n{ __typename }\n' }, [`${at}/a.graphql: ${oneQuery}`]],
    ['a mutation', { 'a.graphql': '# What?\nmutation A { __typename }\n' }, [`${at}/a.graphql: ${oneQuery}`]],
    [
      'no comment',
      { 'a.graphql': '\nquery A { __typename }\n' },
      [`${at}/a.graphql: expected a comment in the first line that says what it is for.`],
    ],
    ['a manifest that is no JSON', { 'a.json': '{"' }, [`${at}/a.json: ${noManifest}`]],
    ['an empty manifest', { 'a.json': '' }, [`${at}/a.json: ${noManifest}`]],
    ['a manifest that is null', { 'a.json': 'null' }, [`${at}/a.json: ${noManifest}`]],
    ['a manifest of numbers', { 'a.json': `{"${hashOf(COUNT)}": 1}` }, [`${at}/a.json: ${noManifest}`]],
    ['a list of documents', { 'a.json': JSON.stringify([COUNT]) }, [wrongHash('a.json', '0')]],
    ['operations without a text', { 'a.json': '{"operations": [null]}' }, [`${at}/a.json: ${noManifest}`]],
    ['another hash', { 'a.json': JSON.stringify({ [md5]: COUNT }) }, [wrongHash('a.json', md5)]],
    [
      'the hash of another document',
      { 'a.json': JSON.stringify({ operations: [{ id: hashOf(NAME), body: COUNT }] }) },
      [wrongHash('a.json', hashOf(NAME))],
    ],
    [
      'a document of a manifest that does not fit the schema',
      { 'a.json': JSON.stringify(byHash(BROKEN)) },
      [`${at}/a.json: ${hashOf(BROKEN)}:3:12: Cannot query field "count" on type "PersonConnection".`],
    ],
    [
      'all at once, beside what is right',
      { 'a.graphql': BROKEN, 'b.graphql': COUNT, 'c.graphql': `${NAME}${NAME}`, 'd.json': '[', 'e.json': '{}' },
      [
        `${at}/d.json: ${noManifest}`,
        `${at}/a.graphql:3:12: Cannot query field "count" on type "PersonConnection".`,
        `${at}/c.graphql:2:7: There can be only one operation named "Name".`,
        `${at}/c.graphql: ${oneQuery}`,
      ],
    ],
  ])('%s', async (_, files, problems) => {
    const folder = operationsOf(files);
    const { status, stdout, stderr } = await runNode(folder, DOCUMENTS);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual(problems);
    expect(readdirSync(folder)).toEqual(['src']);
  });
});

describe('a build', () => {
  const good = { 'src/operations/count.graphql': COUNT, 'data/corpus/README.md': '' };
  const brokenCorpus = { ...good, 'data/corpus/people/ann.yaml': 'nam: Ann\n' };
  const brokenOperation = { ...good, 'src/operations/broken.graphql': BROKEN };
  const rows = [
    ['corpus', brokenCorpus, 'people/ann.yaml:1:'],
    ['operation', brokenOperation, 'src/operations/broken.graphql:3:12: Cannot query field "count"'],
  ] as const;

  test('writes corpus and documents', async () => {
    const folder = projectOf(good);
    expect(await runNode(folder, 'src/build/build.ts')).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, '.generated/corpus.ts'))).toBe(true);
    expect((await collectedIn(folder)).documents).toEqual(byHash(COUNT));
  });

  test.each(rows)('fails with a broken %s', async (_, files, problem) => {
    const { status, stderr } = await runNode(projectOf(files), 'src/build/build.ts');
    expect(status).toBe(1);
    expect(stderr).toContain(problem);
  });

  test('over D1 looks at no corpus', async () => {
    const folder = projectOf(brokenCorpus);
    expect((await runNode(folder, 'src/build/build.ts', ['--without-corpus'])).status).toBe(0);
    expect(existsSync(join(folder, '.generated/corpus.ts'))).toBe(false);
  });

  test.each(rows)('keeps a broken %s from being deployed', async (_, files, problem) => {
    const { status, stdout, stderr } = await runNode(projectOf(files), WRANGLER, ['deploy', '--env=', '--dry-run']);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('Running custom build `node src/build/build.ts` failed.');
    expect(stdout + stderr).toContain(problem);
  });

  test.each(rows)(
    'while developing serves what was last good, if there is any: a broken %s',
    async (_, files, problem) => {
      const developing = { WRANGLER_COMMAND: 'dev' };
      expect((await runNode(projectOf(files), 'src/build/build.ts', [], developing)).status).toBe(1);

      const last = { '.generated/corpus.ts': 'the last corpus', '.generated/documents.ts': 'the last documents' };
      const folder = projectOf({ ...files, ...last });
      const { status, stderr } = await runNode(folder, 'src/build/build.ts', [], developing);
      expect(status).toBe(0);
      expect(stderr).toContain(problem);
      expect(stderr).toContain('The last good version is still served. Fix the above and save to build again.\n');
      const kept = problem.startsWith('src') ? MODULE : '.generated/corpus.ts';
      expect(readFileSync(join(folder, kept), 'utf8')).toMatch(/^the last /);
    },
  );
});

/** A folder with these operations and manifests, to run in. */
function operationsOf(files: Readonly<Record<string, string>>): string {
  return folderOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [`src/operations/${file}`, text])));
}

/** The project but for its corpus and its operations, and these files in it. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  cpSync(join(ROOT, 'wrangler.toml'), join(folder, 'wrangler.toml'));
  for (const path of ['data', 'src'].flatMap((layer) =>
    readdirSync(join(ROOT, layer)).map((name) => `${layer}/${name}`),
  )) {
    if (path === 'data/corpus' || path === 'src/operations') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(folder, path));
  }
  return folder;
}

/** Runs a module in the folder until it ends. */
function runNode(folder: string, module: string, args: readonly string[] = [], env = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const environment = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', WRANGLER_COMMAND: '', ...env };
    execFile(process.execPath, [module, ...args], { cwd: folder, env: environment }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** What was written for the Worker and for clients. */
async function collectedIn(folder: string) {
  const { documents, operations } = await import(join(folder, MODULE));
  return { documents, operations, manifest: JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) };
}

function byHash(...texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text) => [hashOf(text), text]));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
