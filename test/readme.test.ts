// What the README shows is what the endpoint does.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../schema/errors.ts';
import { request } from './harness.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const OPERATIONS = new URL('../src/operations/', import.meta.url);
const EXAMPLES = [...README.matchAll(/```graphql\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(
  ([, query = '', answer = '']) => ({ name: /query (\w+)/.exec(query)?.[1] ?? '', query, answer: JSON.parse(answer) }),
);

describe('each query gets the answer that is printed', () => {
  test('there are some', () => expect(EXAMPLES.length).toBeGreaterThan(0));

  test.each(EXAMPLES)('$name', async ({ query, answer }) => {
    expect(await request(query)).toEqual(answer);
  });

  test.each(EXAMPLES)('$name is one of the examples in GraphiQL', ({ query }) => {
    const operations = readdirSync(OPERATIONS).map((file) => readFileSync(new URL(file, OPERATIONS), 'utf8'));
    expect(operations).toContain(query);
  });
});

test('every error code is listed with its status and meaning, and no other', () => {
  const rows = [...README.matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (.*) \|$/gm)].map(([, code, status, meaning]) => [
    code,
    Number(status),
    meaning,
  ]);
  const codes = Object.entries(ERROR_CODES).map(([code, entry]) => [
    code,
    'status' in entry ? entry.status : 200,
    entry.description,
  ]);
  expect(rows).toEqual(codes);
});

test('every npm script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const named = [...README.matchAll(/npm (?:run )?(start|test|[a-z]+:[a-z]+|(?<=run )[a-z:]+)/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});
