// The fuzzer itself: it proves nothing unless its good requests are good, its bad ones bad, and each can be made again.
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Operation, readSchema } from './document.ts';
import type { Harvest } from './harvest.ts';
import { mutateOperation } from './mutate.ts';
import { randomOf } from './random.ts';
import { drawGood, KINDS, makeRequest, type World } from './request.ts';
import { MARKER } from './value.ts';

const COUNT = 1000;
const schema = readSchema();

/** As small as it can be: of one article in an invented place. */
const harvest: Harvest = {
  slugs: {
    Article: ['a-fire'],
    Event: ['the-fire', 'the-inquiry'],
    Statement: ['oakes-it-was-not-enough'],
    Person: ['maren-oakes', 'rasmus-teal'],
    Organization: ['fire-brigade'],
    Group: ['the-millhands'],
    Place: ['harrow-mill', 'larkbridge'],
  },
  ids: ['UGVyc29uOm1hcmVuLW9ha2Vz', 'RXZlbnQ6dGhlLWZpcmU='],
  cursors: { 'Query.events': ['WyJFdmVudC5EQVRFLkFTQyIsIjIwMjUtMDMtMDMiLCJ0aGUtZmlyZSJd'] },
  words: ['We', 'did', 'what', 'we', 'could', 'and', 'it', 'was', 'not', 'enough', 'Çinarlı', 'пожар'],
  names: ['Maren Oakes', 'Harrow Mill'],
  days: ['2025-03-03', '2025-03-04'],
  languages: ['en'],
  tagged: [{ path: '/api/corpus', tag: '"0123456789abcdef"' }],
};

const world: World = { seed: 1, schema, harvest };
const numbers = Array.from({ length: COUNT }, (_, number) => number);

describe('a request is made of seed and number', () => {
  test('the same ones make the same request, in a run or alone', () => {
    const requests = numbers.map((number) => makeRequest(world, number));
    for (const number of [0, 1, 17, 999]) expect(makeRequest({ ...world }, number)).toEqual(requests[number]);
    expect(numbers.map((number) => makeRequest(world, number))).toEqual(requests);
  });

  test('other seeds make other requests', () => {
    const same = numbers.filter((number) =>
      isSame(makeRequest(world, number), makeRequest({ ...world, seed: 2 }, number)),
    );
    expect(same.length).toBeLessThan(COUNT / 20);
  });

  test('a run of one kind has the requests of that kind just as they are', () => {
    for (const number of numbers) {
      const request = makeRequest(world, number);
      expect(makeRequest({ ...world, kinds: [request.kind] }, number)).toEqual(request);
    }
  });

  test('every kind comes up', () => {
    expect(new Set(numbers.map((number) => makeRequest(world, number).kind))).toEqual(new Set(KINDS));
  });
});

describe('good operations', () => {
  test('are valid, at least 99 of 100', () => {
    const invalid = goodOperations().filter(({ document }) => problemsOf(document).length > 0);
    expect(invalid.length, invalid[0]?.document).toBeLessThanOrEqual(COUNT / 100);
  });

  test('reach every field of the schema', () => {
    const text = goodOperations(4 * COUNT)
      .map(({ document }) => document)
      .join('\n');
    const names = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__') ? Object.keys(type.getFields()) : [],
    );
    const missing = [...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
    expect(missing).toEqual([]);
  });

  test('come with arguments as literals and variables, fragments, aliases and directives', () => {
    const text = goodOperations()
      .map(({ document }) => document)
      .join('\n');
    for (const part of [
      'first: 1',
      /first: \$v\d/,
      '... on ',
      '...F',
      '__schema',
      '@skip(if: $',
      '@include(if: true)',
      'a1: ',
      '"""',
    ]) {
      expect(text).toMatch(part);
    }
  });
});

describe('mutations', () => {
  test('break what they change, at least 6 of 10', () => {
    const broken = goodOperations().filter((good, number) => {
      const bad = mutateOperation(randomOf(2, number), good);
      return problemsOf(bad.document).length > 0 || !isSame(bad.variables, good.variables);
    });
    expect(broken.length).toBeGreaterThan(COUNT * 0.6);
  });

  test('break some documents in parsing, and some in validation', () => {
    const problems = goodOperations().flatMap((good, number) =>
      problemsOf(mutateOperation(randomOf(2, number), good).document),
    );
    expect(problems.filter((problem) => problem.startsWith('Syntax Error')).length).toBeGreaterThan(COUNT / 10);
    expect(problems.filter((problem) => problem.startsWith('Cannot query field')).length).toBeGreaterThan(COUNT / 50);
  });
});

test('the marker comes up in documents, variables, addresses, headers and bodies', () => {
  const requests = numbers.map((number) => makeRequest(world, number));
  const has = (text: string) => text.includes(MARKER);
  expect(requests.some(({ headers }) => has(JSON.stringify(headers)))).toBe(true);
  expect(
    requests.some(({ path }) =>
      has(decodeURIComponent(path.replaceAll('+', ' ').replaceAll(/%(?![0-7][0-9a-f])/gi, ''))),
    ),
  ).toBe(true);
  for (const kind of ['valid', 'mutated', 'attack', 'body'] as const) {
    const bodies = requests.filter((request) => request.kind === kind).map(({ body }) => body?.toString() ?? '');
    expect(bodies.some(has), kind).toBe(true);
  }
});

function goodOperations(count = COUNT): Operation[] {
  return Array.from({ length: count }, (_, number) => drawGood(randomOf(1, number), world));
}

/** What graphql-js has to say against a document. */
function problemsOf(document: string): readonly string[] {
  try {
    return validate(schema, parse(document)).map(({ message }) => message);
  } catch (error) {
    return [String(error).replace(/^GraphQLError: /, '')];
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
