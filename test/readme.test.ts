// What the README shows is what the endpoint does.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, type ErrorCodeName, WARNING_CODES } from '../schema/errors.ts';
import { STATUSES } from '../src/http/status.ts';
import { DEFAULTS } from '../src/settings.ts';
import { postJson, request, send } from './harness.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const OPERATIONS = new URL('../src/operations/', import.meta.url);
/** Each query, its answer, and what may follow: other variables, and the answer of the invented paper. */
const EXAMPLE =
  /```graphql\n(?<query>[\s\S]*?)```\s*```json\n(?<answer>[\s\S]*?)```(?:\s*<details><summary>On the Gazette<\/summary>\s*With `(?<variables>.*)`:\s*```json\n(?<other>[\s\S]*?)```)?/g;
const EXAMPLES = [...README.matchAll(EXAMPLE)].map(({ groups = {} }) => ({
  name: /query (\w+)/.exec(groups.query ?? '')?.[1] ?? '',
  query: groups.query ?? '',
  answer: JSON.parse(groups.answer ?? ''),
  variables: JSON.parse(groups.variables ?? 'null'),
  other: JSON.parse(groups.other ?? 'null'),
}));
const ON_GAZETTE = EXAMPLES.filter(({ other }) => other !== null);

describe('each query gets the answer that is printed', () => {
  test('there is one for each of the seven questions, on both corpora', () => {
    expect(ON_GAZETTE).toHaveLength(7);
    expect(EXAMPLES).toHaveLength(8);
  });

  test.each(EXAMPLES)('$name', async ({ query, answer }) => {
    expect(await request(query)).toEqual(answer);
  });

  test.each(ON_GAZETTE)('$name, on the gazette', async ({ query, variables, other }) => {
    expect(await request(query, variables, 'gazette')).toEqual(other);
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
  const codes = Object.entries(ERROR_CODES).map(([code, description]) => [
    code,
    STATUSES[code as ErrorCodeName],
    description,
  ]);
  expect(rows).toEqual(codes);
});

test('every warning code is listed with its meaning, and no other', () => {
  const rows = [...README.matchAll(/^\| `([A-Z_]+)` \| ([A-Z].*) \|$/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(Object.fromEntries(rows)).toEqual(WARNING_CODES);
});

describe('each query is estimated as is said', () => {
  const [, table = ''] = /\| query \| estimate \|\n.*\n((?:\|.*\n)*)/.exec(README) ?? [];
  const rows = [...table.matchAll(/^\| `(.*)` \| ([\d,]+) \|$/gm)].map(
    ([, query, points]) => [query!, Number(points!.replaceAll(',', ''))] as const,
  );

  test('there are some', () => expect(rows.length).toBeGreaterThan(3));

  test.each(rows)('%s', async (query, estimate) => {
    expect(await costOf(query)).toEqual({ estimate, spent: expect.any(Number), limit: DEFAULTS.MAX_COST });
  });

  test('and so is the first one of all', async () => {
    const [said] = /The first query of this page is estimated at ([\d,]+) points/.exec(README)?.slice(1) ?? [];
    expect(await costOf(EXAMPLES[0]!.query)).toMatchObject({ estimate: Number(said?.replaceAll(',', '')) });
  });

  async function costOf(query: string): Promise<unknown> {
    const response = await send('/graphql', postJson({ query, extensions: { cost: true } }));
    return ((await response.json()) as { extensions: { cost: unknown } }).extensions.cost;
  }
});

test('every npm script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const named = [...README.matchAll(/npm (?:run )?(start|test|[a-z]+:[a-z]+|(?<=run )[a-z:]+)/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});
