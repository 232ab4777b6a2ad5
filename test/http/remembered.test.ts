// Answers that an isolate remembers, and what it says about the time that an answer took.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, postJson, send } from '../harness.ts';
import { openWorker } from '../worker.ts';

/** A document that nobody else has sent. */
let number = 0;
function newDocument(fields = 'corpus { version }'): string {
  number += 1;
  return `query Remembered${number}($first: Int) { ${fields} statements(first: $first) { nodes { slug } } }`;
}

async function steps(body: object, init: RequestInit = {}): Promise<readonly string[]> {
  return stepsOf(await send('/graphql', { ...postJson(body), ...init }));
}

/** The names of what `Server-Timing` tells, and of the memory whether it had the answer. */
function stepsOf({ headers }: Response): readonly string[] {
  const metrics = headers.get('Server-Timing')?.split(', ') ?? [];
  return metrics.map((metric) => {
    const [, step, found] = /^(?:([a-z]+);dur=\d+\.\d{2}|memory;desc="(hit|miss) \(\d+ % hits\)")$/.exec(metric) ?? [];
    return step ?? found ?? metric;
  });
}

describe('a request that was answered before', () => {
  test('is not run again: by POST and by GET, in either media type', async () => {
    const query = newDocument();
    expect(await steps({ query })).toEqual(['parse', 'validate', 'execute', 'miss']);
    expect(await steps({ query })).toEqual(['hit']);
    expect(stepsOf(await send(`/graphql?${new URLSearchParams({ query })}`))).toEqual(['hit']);
    const modern = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' };
    const response = await send('/graphql', { ...postJson({ query }), headers: modern });
    expect(stepsOf(response)).toEqual(['hit']);
    expect(response.headers.get('Content-Type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('is answered with the same bytes', async () => {
    const body = postJson({ query: newDocument(), variables: { first: 20 } });
    const [first, again] = [await (await send('/graphql', body)).text(), await (await send('/graphql', body)).text()];
    expect(again).toBe(first);
    expect(JSON.parse(again).data.statements.nodes.length).toBeGreaterThan(1);
  });

  test('is run for other variables, another operation, and where the cost is asked for', async () => {
    const query = `${newDocument()} query Other { corpus { version } }`;
    const operationName = `Remembered${number}`;
    const asked = [
      { query, operationName, variables: { first: 1 } },
      { query, operationName, variables: { first: 2 } },
      { query, operationName: 'Other' },
      { query, operationName, variables: { first: 1 }, extensions: { cost: true } },
    ];
    for (const body of asked) expect(await steps(body)).toContain('miss');
    for (const body of asked) expect(await steps(body)).toEqual(['hit']);
  });

  test('is run again where it has an error', async () => {
    const query = newDocument();
    const body = { query, variables: { first: -1 } };
    expect(await steps(body)).toEqual(['parse', 'validate', 'execute']);
    expect(await steps(body)).toEqual(['execute']);
  });

  test('is read again where its document is refused', async () => {
    const query = newDocument('nothing');
    expect(await steps({ query })).toEqual(['parse', 'validate']);
    expect(await steps({ query })).toEqual(['parse', 'validate']);
  });

  test('is refused where its variables ask for too much, though its document is known', async () => {
    const query = 'query Costly($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await steps({ query, variables: { ids: [] } })).toContain('miss');
    const refused = await send('/graphql', postJson({ query, variables: { ids: Array(101).fill('a') } }));
    expect(stepsOf(refused)).toEqual([]);
    expect(((await refused.json()) as { errors: { extensions: object }[] }).errors[0]?.extensions).toMatchObject({
      code: 'LIST_TOO_LONG',
    });
  });
});

describe('is not given to another', () => {
  const query = 'query Nobody($n: Int) { people(first: $n) { totalCount } }';

  test('whose number is too large for JSON', async () => {
    expect(await steps({ query, variables: { n: null } })).toContain('miss');
    const body = `{"query":${JSON.stringify(query)},"variables":{"n":1e400}}`;
    const response = await send('/graphql', { ...postJson({}), body });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('whose document has half a surrogate pair where the other has U+FFFD', async () => {
    const search = (character: string) => `{ search(query: "mill${character}") { totalCount } }`;
    expect(await steps({ query: search('\ufffd') })).toContain('miss');
    const body = `{"query":${JSON.stringify(search('X')).replace('X', '\\ud800')}}`;
    const response = await send('/graphql', { ...postJson({}), body });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
  });

  test('and variables nested without end, which nobody declares, are no fault', async () => {
    const variables = `${'{"0":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const response = await send('/graphql', {
      ...postJson({}),
      body: `{"query":"{ __typename }","variables":${variables}}`,
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('with ANSWER_MEMORY_BYTES = 0', () => {
  const worker = openWorker('seed', { ANSWER_MEMORY_BYTES: '0' });
  let origin = '';
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  test('every request is run, and answered all the same', async () => {
    const query = newDocument();
    for (const ran of [['parse', 'validate', 'execute'], ['execute']]) {
      const response = await fetch(`${origin}/graphql`, postJson({ query }));
      expect(await response.json()).toEqual({ data: await ask(query) });
      expect(stepsOf(response)).toEqual(ran);
    }
  });
});
