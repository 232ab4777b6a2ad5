// GraphQL Code Generator's client preset: types for operations, and a manifest of persisted documents.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';
import { exampleOperations, newOperationName } from './expected.ts';
import { command, layOut, type Outcome, outcomeOf, run } from './process.ts';
import { firstStatements, readSnippet } from './snippet.ts';
import { typeCheck } from './type-check.ts';

const SCHEMA = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
const OPERATIONS = fileURLToPath(new URL('../../src/operations/', import.meta.url));
const PERSISTED = { persistedDocuments: { hashAlgorithm: 'sha256' } };

let folder: string;

beforeAll(async () => {
  folder = layOut('codegen', {
    'codegen.json': readSnippet('codegen.json'),
    'codegen.ts': readSnippet('codegen.ts'),
  });
  await run(command('graphql-codegen'), ['--config', 'codegen.json'], folder);
});

test('runs the snippet, with types out of the schema that the endpoint tells', async () => {
  expect(await run(process.execPath, ['codegen.ts'], folder)).toBe(await firstStatements());
});

test('the snippet passes tsc, and does not where it reads a field that it did not ask for', async () => {
  expect(await typeCheck(folder, 'codegen.ts')).toEqual({ succeeded: true, output: '' });

  const snippet = readFileSync(join(folder, 'codegen.ts'), 'utf8');
  writeFileSync(join(folder, 'wrong.ts'), snippet.replace('agent.name)', 'agent.nickname)'));
  const { succeeded, output } = await typeCheck(folder, 'wrong.ts');
  expect(succeeded).toBe(false);
  expect(output).toContain("Property 'nickname' does not exist on type");
});

test('types every example operation, out of the schema’s file', async () => {
  const project = layOut('codegen-operations', {
    'codegen.json': settings({ schema: SCHEMA, documents: `${OPERATIONS}*.graphql` }),
    'use.ts': `
      import type { SearchQuery, StatementsQuery, StatementsQueryVariables } from './graphql/graphql.ts';
      export const variables: StatementsQueryVariables = {
        filter: { date: { within: '2025-06' }, affirmedBy: { voices: ['ARTICLE'] }, or: [{ kinds: ['DENIAL'] }] },
      };
      export const offsets = ({ statements }: StatementsQuery): number[] =>
        statements.nodes.flatMap(({ content }) => content.map(({ start }) => start));
      export const types = ({ search }: SearchQuery): string[] => search.nodes.map(({ node }) => node.__typename);
    `,
  });
  await run(command('graphql-codegen'), ['--config', 'codegen.json'], project);
  expect(Object.keys(manifestIn(project))).toHaveLength(exampleOperations().length);
  expect(await typeCheck(project, 'use.ts')).toEqual({ succeeded: true, output: '' });
});

test('refuses a field that the schema does not have', async () => {
  const { succeeded, output } = await generate('codegen-wrong', 'query Wrong { statements { nodes { words } } }');
  expect(succeeded).toBe(false);
  expect(output).toContain('Cannot query field "words" on type "Statement"');
});

test('its manifest has the hashes by which the endpoint takes documents', async () => {
  const { succeeded } = await generate('codegen-persisted', `query ${newOperationName()} { corpus { version } }`);
  expect(succeeded).toBe(true);
  const [[id, text] = ['', '']] = Object.entries(manifestIn(join(folder, '../codegen-persisted')));
  expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);

  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: id.slice('sha256:'.length) } });
  const registered = await get({ query: text, extensions });
  expect(registered).toEqual({ data: expect.anything() });
  expect(await get({ extensions })).toEqual(registered);
});

function settings(more: object): string {
  const { config, importExtension } = JSON.parse(readSnippet('codegen.json'));
  const generates = { 'graphql/': { preset: 'client', presetConfig: PERSISTED } };
  return JSON.stringify({ config, importExtension, generates, ...more });
}

function generate(name: string, document: string): Promise<Outcome> {
  const project = layOut(name, {
    'codegen.json': settings({ schema: SCHEMA, documents: 'document.graphql' }),
    'document.graphql': document,
  });
  return outcomeOf(command('graphql-codegen'), ['--config', 'codegen.json'], project);
}

function manifestIn(project: string): Record<string, string> {
  return JSON.parse(readFileSync(join(project, 'graphql/persisted-documents.json'), 'utf8'));
}

async function get(parameters: Record<string, string>): Promise<unknown> {
  return (await fetch(`${addressOf('/graphql')}?${new URLSearchParams(parameters)}`)).json();
}
