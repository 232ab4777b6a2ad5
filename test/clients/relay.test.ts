// Relay: its compiler takes the schema, and its runtime pages through connections, from the root and from a node.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileAsync } from '@babel/core';
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  getSingularSelector,
  Network,
  type OperationDescriptor,
  type ReaderFragment,
  RecordSource,
  type SingularReaderSelector,
  Store,
} from 'relay-runtime';
import { beforeAll, expect, test } from 'vitest';
import { addressOf, ask, postJson, send } from '../harness.ts';
import { allStatementIds } from './expected.ts';
import { CLIENTS, command, layOut, run } from './process.ts';
import { firstStatements, readSnippet } from './snippet.ts';
import { type Traffic, watchTraffic } from './traffic.ts';

const ARTIFACTS = join(CLIENTS, '.generated/relay');

/** For those documents that have variables without a default. */
const REQUIRED = { slug: 'mikhail-shvydkoy', id: 'UGVyc29uOm1pa2hhaWwtc2h2eWRrb3k=' };

interface Page {
  readonly statements: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

beforeAll(async () => {
  layOut('relay', {});
  await run(command('relay-compiler'), ['--noWatchman', 'relay.config.json'], CLIENTS);
});

// The compiler also succeeds where it finds nothing to compile.
test('compiles every document against the schema', () => {
  expect(readdirSync(ARTIFACTS).sort()).toEqual([
    'relayStatementsQuery.graphql.js',
    'statementsPageQuery.graphql.js',
    'statementsPersonPageQuery.graphql.js',
    'statementsPersonQuery.graphql.js',
    'statementsQuery.graphql.js',
    'statements_list.graphql.js',
    'statements_person.graphql.js',
  ]);
});

test('runs the snippet, through Relay’s plugin for Babel', async () => {
  const folder = layOut('relay-snippet', { 'relay.js': readSnippet('relay.js') });
  const compiled = await transformFileAsync(join(folder, 'relay.js'), {
    plugins: [
      ['babel-plugin-relay', { artifactDirectory: ARTIFACTS, eagerEsModules: true }],
      // Node would not find an ES module without its ending, as the plugin names the artifacts.
      '@babel/plugin-transform-modules-commonjs',
    ],
    cwd: CLIENTS,
  });
  writeFileSync(join(folder, 'relay.cjs'), compiled?.code ?? '');
  expect(await run(process.execPath, ['relay.cjs'], folder)).toBe(await firstStatements());
});

test('pages through a list of the root, each thing once', async () => {
  const traffic = watchTraffic();
  const environment = openEnvironment(traffic);
  const operation = createOperationDescriptor(await request('statementsQuery'), {});
  await environment.execute({ operation }).toPromise();
  environment.retain(operation);
  const selector = selectorOf(await fragment('statements_list'), environment.lookup(operation.fragment).data);
  const page = await request('statementsPageQuery');
  await followPages(environment, selector, (cursor) => createOperationDescriptor(page, { count: 10, cursor }));
  const all = await allStatementIds();
  expect(idsIn(environment, selector)).toEqual(all);
  expect(traffic.exchanges).toHaveLength(Math.ceil(all.length / 10));
});

test('pages through a list of a node, which it finds by its id', async () => {
  const environment = openEnvironment(watchTraffic());
  const slug = 'isolde-brand';
  const operation = createOperationDescriptor(await request('statementsPersonQuery'), { slug });
  await environment.execute({ operation }).toPromise();
  environment.retain(operation);
  const { person } = environment.lookup(operation.fragment).data as { person: { __id: string } };
  const selector = selectorOf(await fragment('statements_person'), person);
  const page = await request('statementsPersonPageQuery');
  await followPages(environment, selector, (cursor) =>
    createOperationDescriptor(page, { id: person.__id, count: 1, cursor }),
  );
  const expected = await ask(
    'query ($slug: Slug!) { person(slug: $slug) { statements { nodes { id } } } }',
    { slug },
    'gazette',
  );
  expect(expected.person.statements.nodes.length).toBeGreaterThan(2);
  expect(idsIn(environment, selector)).toEqual(expected.person.statements.nodes.map(({ id }: { id: string }) => id));
});

test('answers out of the store what it has', async () => {
  const traffic = watchTraffic();
  const environment = openEnvironment(traffic);
  const query = await request('relayStatementsQuery');
  const data = await fetchQuery(environment, query, {}).toPromise();
  environment.retain(createOperationDescriptor(query, {}));
  const again = await fetchQuery(environment, query, {}, { fetchPolicy: 'store-or-network' }).toPromise();
  expect(again).toEqual(data);
  expect(traffic.exchanges).toHaveLength(1);
});

test('asks by the hashes of its manifest alone, once the endpoint knows the documents', async () => {
  const folder = layOut('relay-persisted', {
    'relay.config.json': JSON.stringify({
      src: '../../relay',
      schema: '../../../../schema/schema.graphql',
      language: 'javascript',
      artifactDirectory: 'artifacts',
      eagerEsModules: true,
      noSourceControl: true,
      persistConfig: { file: 'manifest.json', algorithm: 'SHA256' },
    }),
    'manifest.json': '{}',
  });
  mkdirSync(join(folder, 'artifacts'));
  await run(command('relay-compiler'), ['--noWatchman', 'relay.config.json'], folder);
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(Object.keys(manifest)).toHaveLength(4);
  for (const [sha256Hash, query] of Object.entries(manifest)) {
    const register = { query, extensions: { persistedQuery: { version: 1, sha256Hash } }, variables: REQUIRED };
    expect(await (await send('/graphql', postJson(register))).json()).toEqual({ data: expect.anything() });
  }

  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ id }, variables) => {
      return (await send('/graphql', postJson({ documentId: id, variables }))).json();
    }),
  });
  const operation = createOperationDescriptor(
    getRequest(await artifact('statementsQuery', join(folder, 'artifacts'))),
    {},
  );
  await environment.execute({ operation }).toPromise();
  const selector = selectorOf(await fragment('statements_list'), environment.lookup(operation.fragment).data);
  expect(idsIn(environment, selector).length).toBeGreaterThan(1);
});

function openEnvironment({ fetch }: Traffic): Environment {
  return new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(addressOf('/graphql', 'gazette'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
  });
}

/** Fetches page after page, as `usePaginationFragment` does, until the connection says that there is none. */
async function followPages(
  environment: Environment,
  selector: SingularReaderSelector,
  operationAfter: (cursor: string | null) => OperationDescriptor,
): Promise<void> {
  for (;;) {
    const { pageInfo } = pageIn(environment, selector).statements;
    if (!pageInfo.hasNextPage) return;
    await environment.execute({ operation: operationAfter(pageInfo.endCursor) }).toPromise();
  }
}

function idsIn(environment: Environment, selector: SingularReaderSelector): string[] {
  return pageIn(environment, selector).statements.edges.map(({ node }) => node.id);
}

function pageIn(environment: Environment, selector: SingularReaderSelector): Page {
  return environment.lookup(selector).data as unknown as Page;
}

function selectorOf(fragment: ReaderFragment, parent: unknown): SingularReaderSelector {
  return getSingularSelector(fragment, parent) as SingularReaderSelector;
}

async function request(name: string): Promise<ConcreteRequest> {
  return getRequest(await artifact(name));
}

function fragment(name: string): Promise<ReaderFragment> {
  return artifact(name);
}

/** What the compiler wrote for a document; an app’s bundler puts it where the document stands. */
async function artifact(name: string, folder = ARTIFACTS) {
  return (await import(join(folder, `${name}.graphql.js`))).default;
}
