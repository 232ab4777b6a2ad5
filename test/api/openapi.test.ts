// The OpenAPI description: that it is one, and that it is true.
import { Validator } from '@seriousme/openapi-schema-validator';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, WARNING_CODES } from '../../schema/errors.ts';
import { schema } from '../../schema/index.ts';
import { describeApi } from '../../src/api/openapi.ts';
import { type Operation, readOperation } from '../../src/api/operation.ts';
import { readVariables } from '../../src/api/variables.ts';
import { STATUSES } from '../../src/http/status.ts';
import { answerPlace, type Described, type Description, openCheck, schemaPlaces } from './answer-check.ts';
import { answerTo, OPERATIONS, openFolder, operationNamed } from './operations.ts';

const DESCRIPTION = descriptionOf(OPERATIONS);
const TEXT = JSON.stringify(DESCRIPTION);
const check = openCheck(DESCRIPTION);

describe('it is one', () => {
  test('by the schema of OpenAPI 3.1', async () => {
    const validator = new Validator();
    // A copy: the validator writes into what it is given.
    expect(await validator.validate(JSON.parse(TEXT))).toEqual({ valid: true });
  });

  test.each(schemaPlaces(DESCRIPTION))('in which a JSON Schema stands at %s', (place) => {
    expect(() => check(place, null)).not.toThrow();
  });

  test('that leads to no other host', () => {
    expect(DESCRIPTION).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/' }] });
    expect(TEXT).not.toMatch(/"(?:url|\$ref)":"(?!\/"|#)/);
  });

  test('in which every name is used, and every one used is there', () => {
    const used = new Set([...TEXT.matchAll(/"#\/components\/(\w+\/\w+)"/g)].map(([, name]) => name));
    const { schemas, responses } = DESCRIPTION.components;
    const there = [
      ...Object.keys(schemas).map((name) => `schemas/${name}`),
      ...Object.keys(responses).map((name) => `responses/${name}`),
    ];
    expect(there.sort()).toEqual([...used].sort());
  });

  test('in which no two operations have one name', () => {
    const names = Object.values(DESCRIPTION.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('with these addresses', () => {
    expect(Object.keys(DESCRIPTION.paths)).toEqual([
      '/api/accounts',
      '/api/agent-page',
      '/api/article-feed',
      '/api/article-feed.csv',
      '/api/article-page',
      '/api/article-segments',
      '/api/changes-feed',
      '/api/changes-feed.csv',
      '/api/corpus',
      '/api/echoes',
      '/api/event-page',
      '/api/facets',
      '/api/front-page',
      '/api/own-voice',
      '/api/own-voice.csv',
      '/api/paths-page',
      '/api/paths',
      '/api/paths.csv',
      '/api/person',
      '/api/place-page',
      '/api/quotation-card',
      '/api/revisions-page',
      '/api/search-feed',
      '/api/search-feed.csv',
      '/api/search-page',
      '/api/search',
      '/api/search.csv',
      '/api/statement-feed',
      '/api/statement-page',
      '/api/statements',
      '/api/statements.csv',
      '/api/timeline-page',
      '/api/timeline',
      '/api/timeline.csv',
      '/api/who-said-what',
      '/api/who-said-what.csv',
      '/api/who-says-what-happened',
      '/api/who-says-what-happened.csv',
      '/graphql',
      '/schema.graphql',
      '/schema.json',
      '/possible-types.json',
      '/openapi.json',
      '/healthz',
      '/readyz',
    ]);
  });
});

describe('an address', () => {
  test('in full', () => {
    expect(DESCRIPTION.paths['/api/own-voice.csv']).toEqual({
      get: {
        operationId: 'OwnVoiceCsv',
        summary: 'What do the articles say in their own voice, and attribute to nobody? Filters compose: and, or, not.',
        parameters: [
          {
            name: 'places',
            in: 'query',
            description: 'Only events that any report puts at one of these places (slugs), or at a place inside one.',
            required: false,
            style: 'form',
            explode: true,
            schema: { type: 'array', items: { $ref: '#/components/schemas/Slug' }, default: ['yekaterinburg'] },
          },
        ],
        responses: {
          200: {
            description:
              'The answer. The CSV has its list: a row for each item, with values of a list inside an item joined by "; ".',
            content: {
              'text/csv': { schema: { type: 'string' }, example: 'name,kind,accounts.voice,accounts.certainty\r\n' },
            },
          },
          304: { description: 'The answer still has the ETag in If-None-Match.' },
          400: { $ref: '#/components/responses/Error400' },
          404: { $ref: '#/components/responses/Error404' },
          406: { $ref: '#/components/responses/Error406' },
          429: { $ref: '#/components/responses/Error429' },
          503: { $ref: '#/components/responses/Error503' },
        },
      },
    });
  });

  test('takes a list as a parameter given again, and an object as JSON', () => {
    const { get } = descriptionOf([
      readOperation(
        'test',
        '# A test.\nquery Test($layers: [Layer!]! = [EVENT], $filter: EventFilter!, $page: Int!) { events(filter: $filter, first: $page) { totalCount } articles(last: $page) { totalCount } }',
      ),
    ]).paths['/api/test']!;
    expect(get!.parameters).toEqual([
      {
        name: 'layers',
        in: 'query',
        description: '',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'array', items: { $ref: '#/components/schemas/Layer' }, default: ['EVENT'] },
      },
      {
        name: 'filter',
        in: 'query',
        description: 'Which items you want; all if left out. A JSON text.',
        required: true,
        style: 'form',
        explode: true,
        schema: {
          type: 'string',
          contentMediaType: 'application/json',
          contentSchema: { $ref: '#/components/schemas/EventFilter' },
        },
      },
      {
        name: 'page',
        in: 'query',
        description: 'How many items, from the start: 0 to 100; 50 if `first` and `last` are left out.',
        required: true,
        style: 'form',
        explode: true,
        schema: { type: 'integer', format: 'int32' },
      },
    ]);
  });

  test.each(OPERATIONS)('$name: a default is of its own schema, and what is read where it is written', (operation) => {
    const parameters = DESCRIPTION.paths[`/api/${operation.name}`]!.get!.parameters ?? [];
    for (const [index, parameter] of parameters.entries()) {
      const value = parameter.schema.default;
      if (value === undefined) continue;
      expect(check(`/paths/~1api~1${operation.name}/get/parameters/${index}/schema`, value)).toEqual([]);
      const written = new URLSearchParams([value].flat().map((item) => [parameter.name, `${item}`]));
      const read = parameter.schema.contentSchema === undefined ? value : JSON.parse(`${value}`);
      expect(readVariables(schema, operation, written)).toEqual({ [parameter.name]: read });
    }
  });

  // What every generator of clients can write: not parameters with `content`, and no objects in any style.
  test('takes texts, numbers, booleans and lists of them, and nothing else', () => {
    const gets = Object.values(DESCRIPTION.paths).flatMap(({ get }) => get?.parameters ?? []);
    const simple = ['string', 'integer', 'number', 'boolean'];
    const typeOf = (one: Described): unknown =>
      one.$ref === undefined ? one.type : DESCRIPTION.components.schemas[one.$ref.split('/').at(-1) ?? '']?.type;
    for (const { name, content, schema: described } of gets) {
      expect(content, name).toBeUndefined();
      const type = typeOf(described);
      expect(simple, name).toContain(type === 'array' ? typeOf(described.items ?? {}) : type);
    }
  });
});

describe('a filter', () => {
  test('may have filters inside it', () => {
    expect(
      checkNamed('StatementFilter', { or: [{ not: { places: ['baku'] } }, { and: [] }], kinds: ['DENIAL'] }),
    ).toEqual([]);
    expect(checkNamed('StatementFilter', { not: { not: { place: 5 } } })).not.toEqual([]);
  });

  test('has null where GraphQL takes null, and no other fields', () => {
    expect(checkNamed('StatementFilter', { places: null, not: null, kinds: null, voices: null })).toEqual([]);
    expect(checkNamed('StatementFilter', { kinds: [null] })).not.toEqual([]);
    expect(checkNamed('StatementFilter', { nothing: 1 })).not.toEqual([]);
    expect(DESCRIPTION.components.schemas.StatementFilter).toHaveProperty('additionalProperties', false);
  });

  test('of which one field has to be given has exactly one, and it is not null', () => {
    expect(checkNamed('AffirmedByFilter', { voices: ['ARTICLE'] })).toEqual([]);
    expect(checkNamed('AffirmedByFilter', {})).not.toEqual([]);
    expect(checkNamed('AffirmedByFilter', { voices: null })).not.toEqual([]);
    expect(checkNamed('AffirmedByFilter', { voices: ['ARTICLE'], speakers: ['a'] })).not.toEqual([]);
  });

  function checkNamed(name: string, value: unknown) {
    return check(`/components/schemas/${name}`, value);
  }
});

describe('answers are as they are described', () => {
  const stores = ['data/corpus', 'test/corpora/gazette'].map((folder) => [folder, openFolder(folder)] as const);

  describe.each(stores)('of %s', (_, store) => {
    test.each(OPERATIONS)('$name', (operation) => {
      // As it leaves: JSON knows nothing of prototypes.
      const answer = JSON.parse(JSON.stringify(answerTo(operation, store)));
      expect(answer.errors).toBeUndefined();
      expect(check(answerPlace(`/api/${operation.name}`), answer)).toEqual([]);
    });
  });

  test('and others are not: one that lacks a field, has another, or null where there is none', () => {
    const { data } = JSON.parse(JSON.stringify(answerTo(operationNamed('corpus'), stores[0]![1])));
    const place = answerPlace('/api/corpus');
    expect(check(place, { data })).toEqual([]);
    expect(check(place, {})).not.toEqual([]);
    expect(check(place, { data: null })).not.toEqual([]);
    expect(check(place, { data: { corpus: { ...data.corpus, version: undefined } } })).not.toEqual([]);
    expect(check(place, { data: { corpus: { ...data.corpus, other: 1 } } })).not.toEqual([]);
    expect(check(place, { data: { corpus: { ...data.corpus, evidenceCount: null } } })).not.toEqual([]);
  });

  test('and where something is wrong, errors beside what there is', () => {
    const place = '/components/responses/Error400/content/application~1json/schema';
    const error = { message: 'No.', locations: [{ line: 1, column: 2 }], path: ['person', 0] };
    const errors = [
      { ...error, extensions: { code: 'INVALID_CURSOR', limit: 5 } },
      { message: 'No.', extensions: { code: 'BAD_REQUEST' } },
    ];
    expect(check(place, { errors })).toEqual([]);
    expect(check(place, { errors, data: null })).toEqual([]);
    expect(check(place, { errors, data: { person: null } })).toEqual([]);
    expect(check(place, { data: null })).not.toEqual([]);
    expect(check(place, { errors: [{ ...error, extensions: { code: 'NO_SUCH_CODE' } }] })).not.toEqual([]);
    expect(check(answerPlace('/api/person'), { errors, data: { person: null } })).not.toEqual([]);
  });
});

describe('an answer in which types differ', () => {
  const named = buildSchema(`
    interface Named {
      "What it is called; null if it is not. Or so."
      name: String
    }
    type Town implements Named {
      "What it is called; null if it is not."
      name: String
      other: Town
      "In people."
      size: Int!
      kinds: [Kind]
    }
    type River implements Named { name: String, other: Town, length: Float! }
    union Sight = Town | River
    "How old."
    enum Kind { "Old." OLD "New. Or newer." NEW }
    type Query { sights: [Sight!], named: Named }
  `);

  test('is described with what is only sometimes there', () => {
    const operation = readOperation(
      'test',
      `# A test.
      query Test($is: Boolean!) {
        sights { __typename ...Any ... on Town { title: name size kinds other { name } } ... on River { length other { size } } }
        named @include(if: $is) { name }
      }
      fragment Any on Named { title: name }`,
    );
    const { paths, components } = describeApi(named, [operation], { version: '1' }) as unknown as Description;
    const name = { description: 'What it is called; null if it is not.', type: ['string', 'null'] };
    const size = { description: 'In people.', type: 'integer', format: 'int32' };
    expect(paths['/api/test']?.get?.responses['200']?.content?.['application/json']).toEqual({
      schema: {
        type: 'object',
        required: ['data'],
        properties: {
          data: {
            type: 'object',
            required: ['sights'],
            properties: {
              sights: {
                description: '',
                type: ['array', 'null'],
                items: {
                  type: 'object',
                  required: ['__typename', 'title'],
                  properties: {
                    __typename: { description: 'The name of the current Object type at runtime.', type: 'string' },
                    title: name,
                    size,
                    kinds: {
                      description: '',
                      type: ['array', 'null'],
                      items: { anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] },
                    },
                    other: { description: '', type: ['object', 'null'], properties: { name, size } },
                    length: { description: '', type: 'number' },
                  },
                },
              },
              named: { description: '', type: ['object', 'null'], required: ['name'], properties: { name } },
            },
          },
          extensions: { $ref: '#/components/schemas/Extensions' },
        },
      },
    });
    expect(components.schemas.Kind).toEqual({
      type: 'string',
      description: 'How old.\n\n- `OLD`: Old.\n- `NEW`: New. Or newer.',
      enum: ['OLD', 'NEW'],
    });
  });
});

describe('errors', () => {
  test('are described by every code and its meaning', () => {
    const { Error: described } = DESCRIPTION.components.schemas;
    expect(described).toHaveProperty('properties.extensions.properties.code.enum', Object.keys(ERROR_CODES));
    for (const [code, description] of Object.entries(ERROR_CODES)) {
      expect(JSON.stringify(described)).toContain(JSON.stringify(`- \`${code}\`: ${description}`).slice(1, -1));
    }
  });

  test('and warnings by theirs', () => {
    const { Warning: described } = DESCRIPTION.components.schemas;
    expect(described).toHaveProperty('properties.code.enum', Object.keys(WARNING_CODES));
  });

  test('and each status is that of a code', () => {
    const statuses = Object.values(STATUSES);
    const described = Object.keys(DESCRIPTION.components.responses).map((name) => Number(name.replace('Error', '')));
    expect(described).toEqual([400, 404, 406, 429, 503]);
    expect(described.filter((status) => !statuses.some((known) => known === status))).toEqual([]);
  });
});

function descriptionOf(operations: readonly Operation[]): Description {
  return describeApi(schema, operations, { version: '1.2.3' }) as unknown as Description;
}
