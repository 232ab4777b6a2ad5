// The examples in the README and the pages of docs/ match the endpoint.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, type ErrorCodeName, WARNING_CODES } from '../schema/errors.ts';
import { STATUSES } from '../src/http/status.ts';
import { DEFAULTS } from '../src/settings.ts';
import { DOCUMENTATION, fenced, readPage } from './documentation.ts';
import { postJson, request, send } from './harness.ts';

const OPERATIONS = new URL('../src/operations/', import.meta.url);
/** Each query, its answer, and optionally other variables with the answer from the invented paper. */
const EXAMPLE =
  /```graphql\n(?<query>[\s\S]*?)```\s*```json\n(?<answer>[\s\S]*?)```(?:\s*<details><summary>On the Gazette<\/summary>\s*With `(?<variables>.*)`:\s*```json\n(?<other>[\s\S]*?)```)?/g;
const EXAMPLES = [...DOCUMENTATION.matchAll(EXAMPLE)].map(({ groups = {} }) => ({
  name: /query (\w+)/.exec(groups.query ?? '')?.[1] ?? '',
  query: groups.query ?? '',
  answer: JSON.parse(groups.answer ?? ''),
  variables: JSON.parse(groups.variables ?? 'null'),
  other: JSON.parse(groups.other ?? 'null'),
}));
const ON_GAZETTE = EXAMPLES.filter(({ other }) => other !== null);

describe('each query has the printed answer', () => {
  test('there is one for each of the seven questions, on both corpora', () => {
    expect(ON_GAZETTE).toHaveLength(7);
    expect(EXAMPLES).toHaveLength(9);
  });

  test('there is no query without an answer', () => {
    expect(EXAMPLES.map(({ query }) => query)).toEqual(fenced(DOCUMENTATION, 'graphql'));
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
  const rows = [...DOCUMENTATION.matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (.*) \|$/gm)].map(
    ([, code, status, meaning]) => [code, Number(status), meaning],
  );
  const codes = Object.entries(ERROR_CODES).map(([code, description]) => [
    code,
    STATUSES[code as ErrorCodeName],
    description,
  ]);
  expect(rows).toEqual(codes);
});

test('every warning code is listed with its meaning, and no other', () => {
  const rows = [...DOCUMENTATION.matchAll(/^\| `([A-Z_]+)` \| ([A-Z].*) \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(Object.fromEntries(rows)).toEqual(WARNING_CODES);
});

describe('each query has the printed estimate', () => {
  const [, table = ''] = /\| query \| estimate \|\n.*\n((?:\|.*\n)*)/.exec(DOCUMENTATION) ?? [];
  const rows = [...table.matchAll(/^\| `(.*)` \| ([\d,]+) \|$/gm)].map(
    ([, query, points]) => [query!, Number(points!.replaceAll(',', ''))] as const,
  );

  test('there are some', () => expect(rows.length).toBeGreaterThan(3));

  test.each(rows)('%s', async (query, estimate) => {
    expect(await costOf(query)).toEqual({ estimate, spent: expect.any(Number), limit: DEFAULTS.MAX_COST });
  });

  test('the query that the others are compared with has its estimate', async () => {
    const [said] =
      /\[Who says what happened\?\]\(.*\) is estimated at ([\d,]+) points/.exec(DOCUMENTATION)?.slice(1) ?? [];
    const { query } = EXAMPLES.find(({ name }) => name === 'WhoSaysWhatHappened')!;
    expect(await costOf(query)).toMatchObject({ estimate: Number(said?.replaceAll(',', '')) });
  });

  async function costOf(query: string): Promise<unknown> {
    const response = await send('/graphql', postJson({ query, extensions: { cost: true } }));
    return ((await response.json()) as { extensions: { cost: unknown } }).extensions.cost;
  }
});

describe('each call of curl gets its answer', () => {
  const calls = fenced(DOCUMENTATION, 'sh')
    .flatMap((block) => block.replaceAll('\\\n', '').split('\n'))
    .filter((line) => line.startsWith('curl '));

  test('there are some', () => expect(calls.length).toBeGreaterThan(4));

  test.each(calls)('%s', async (call) => {
    const [, path = ''] = /'http:\/\/localhost:8787(.*?)'/.exec(call) ?? [];
    const [, accept] = / -H 'accept: (.*?)'/.exec(call) ?? [];
    const [, body] = / -d '(.*?)'/.exec(call) ?? [];
    const [, query] = /--data-urlencode +'query=(.*?)'/.exec(call) ?? [];
    const address = query === undefined ? path : `${path}?query=${encodeURIComponent(query)}`;
    const plain = accept === undefined ? {} : { headers: { Accept: accept } };
    const response = await send(address, body === undefined ? plain : postJson(JSON.parse(body)));
    expect(response.status).toBe(200);
    if (accept !== undefined) return expect(response.headers.get('Content-Type')).toBe(`${accept}; charset=utf-8`);
    const text = await response.text();
    if (path.includes('.csv')) expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(1);
    else
      expect(JSON.parse(text)).toEqual({
        data: expect.anything(),
        ...(text.includes('warnings') && { extensions: expect.anything() }),
      });
  });
});

test('every npm script in the pages exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const named = [...DOCUMENTATION.matchAll(/npm (?:run )?(start|test|[a-z]+:[a-z]+|(?<=run )[a-z:]+)/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});

test.each(['package.json', 'newsroom/package.json'])('the README says what each dependency of %s is for', (file) => {
  const { dependencies, devDependencies = {} } = JSON.parse(readPage(file));
  const [, table = ''] = /^## What it is made of$([\s\S]*?)^## /m.exec(readPage('README.md')) ?? [];
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@dateline/'));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});
