// gql.tada: types for operations, without generating anything but the schema's own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';
import { exampleOperations } from './expected.ts';
import { command, layOut, outcomeOf, run } from './process.ts';
import { firstStatements, readSnippet } from './snippet.ts';
import { typeCheck } from './type-check.ts';

const SCHEMA = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = layOut('gql-tada', {
    'tsconfig.json': readSnippet('gql-tada.json'),
    'gql-tada.ts': readSnippet('gql-tada.ts'),
  });
  await run(command('gql.tada'), ['generate-output'], folder);
});

test('runs the snippet, with types out of the schema that the endpoint tells', async () => {
  expect(await run(process.execPath, ['gql-tada.ts'], folder)).toBe(await firstStatements());
});

test('the snippet passes tsc, and does not where it reads a field that it did not ask for', async () => {
  expect(await typeCheck(folder, 'gql-tada.ts')).toEqual({ succeeded: true, output: '' });

  const snippet = readFileSync(join(folder, 'gql-tada.ts'), 'utf8');
  writeFileSync(join(folder, 'wrong.ts'), snippet.replace('agent.name)', 'agent.nickname)'));
  const { succeeded, output } = await typeCheck(folder, 'wrong.ts');
  expect(succeeded).toBe(false);
  expect(output).toContain("Property 'nickname' does not exist on type");
});

test('the schema’s file gives the same types as the endpoint', async () => {
  const project = layOut('gql-tada-file', {
    'tsconfig.json': readSnippet('gql-tada.json').replace(addressOf('/graphql'), SCHEMA),
    'gql-tada.ts': readSnippet('gql-tada.ts'),
  });
  await run(command('gql.tada'), ['generate-output'], project);
  // The file is sorted, the endpoint tells types in the order of the schema's files.
  const words = (types: string) => types.split(/[\s;|]+/).sort();
  expect(words(readTypes(project))).toEqual(words(readTypes(folder)));
});

test('types every example operation', { timeout: 120_000 }, async () => {
  const operations = exampleOperations();
  const place = operations.findIndex(({ file }) => file === 'statements.graphql');
  const texts = operations.map(({ text }) => text);
  const data = `ResultOf<(typeof documents)[${place}]>`;
  const use = `export const starts = (data: ${data}): number[] =>
    data.statements.nodes.flatMap(({ content }) => content.map(({ start }) => start));`;
  writeFileSync(join(folder, 'operations.ts'), program(texts, use));
  expect(await typeCheck(folder, 'operations.ts')).toEqual({ succeeded: true, output: '' });
});

// Its types make the field `unknown`, so that only who uses it is stopped by tsc; its own check stops at the document.
test('tsc does not pass a field that the schema does not have', async () => {
  const use =
    'export const words = (data: ResultOf<(typeof documents)[0]>): string => data.statements.nodes[0]!.words;';
  writeFileSync(join(folder, 'unknown.ts'), program(['{ statements { nodes { words } } }'], use));
  const { succeeded, output } = await typeCheck(folder, 'unknown.ts');
  expect(succeeded).toBe(false);
  expect(output).toContain("Type 'unknown' is not assignable to type 'string'");
});

test('its own check refuses a field that the schema does not have', async () => {
  const project = layOut('gql-tada-wrong', {
    'tsconfig.json': readSnippet('gql-tada.json'),
    'gql-tada.ts': readSnippet('gql-tada.ts').replace('{ text speakers', '{ words speakers'),
  });
  const { succeeded, output } = await outcomeOf(command('gql.tada'), ['check'], project);
  expect(succeeded).toBe(false);
  expect(output).toContain('Cannot query field "words" on type "Statement"');
});

function program(documents: readonly string[], use: string): string {
  return `
    import { initGraphQLTada, type ResultOf } from 'gql.tada';
    import type { introspection } from './graphql-env.d.ts';
    const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; DateRange: string; Slug: string } }>();
    export const documents = [${documents.map((text) => `graphql(\`${text}\`)`).join(', ')}] as const;
    ${use}
  `;
}

function readTypes(project: string): string {
  return readFileSync(join(project, 'graphql-env.d.ts'), 'utf8');
}
