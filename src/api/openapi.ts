/** Describes every address in OpenAPI 3.1, for programs that do not use GraphQL. */
import type { GraphQLSchema } from 'graphql';
import { ERROR_CODES, WARNING_CODES } from '../../schema/errors.ts';
import { listIn, toCsv } from './csv.ts';
import { answerSchema, type Components, type JsonSchema } from './json-schema.ts';
import type { Operation } from './operation.ts';
import { describeParameters, jsonText } from './parameters.ts';
import { selectedFields } from './selection.ts';

/**
 * The OpenAPI document: `/api/<name>` for each operation, `/api/<name>.csv` if its answer is a list, and the other
 * addresses in brief. All are relative to the host that serves the document.
 */
export function describeApi(
  schema: GraphQLSchema,
  operations: readonly Operation[],
  { version }: { readonly version: string },
): JsonSchema {
  const components: Components = new Map();
  const paths = operations.flatMap((operation) => pathsOf(schema, operation, components));
  const failures = Object.entries(FAILURES).map(([status, description]) => [
    `Error${status}`,
    answer(description, json({ type: 'object', required: ['errors'], properties: { errors: ERRORS, data: PARTIAL } })),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      description: 'News as a graph: who said what, about which event, when, and where in the text it says so.',
    },
    servers: [{ url: '/' }],
    paths: { ...Object.fromEntries(paths), ...otherPaths() },
    components: {
      schemas: { ...Object.fromEntries(components), Error: errorSchema(), ...extensionSchemas() },
      responses: Object.fromEntries(failures),
    },
  };
}

/** The failures that a program may want to handle separately. */
const FAILURES = {
  400: 'The request is wrong: `extensions.code` says how.',
  404: 'There is nothing at this address.',
  406: 'The Accept header allows no media type that can be sent.',
  429: 'Too many requests from this address. Wait for the time in Retry-After.',
  503: 'Nothing can be answered at present: `extensions.code` says why. Try again after the time in Retry-After.',
} as const;

const TABLE =
  'The answer. The CSV has its list: a row for each item, with values of a list inside an item joined by "; ".';

const ERRORS = { type: 'array', items: { $ref: '#/components/schemas/Error' } };

const EXTENSIONS = { $ref: '#/components/schemas/Extensions' };

const PARTIAL = { type: ['object', 'null'], description: 'The part of the answer that did not fail.' };

function pathsOf(schema: GraphQLSchema, operation: Operation, components: Components): [string, JsonSchema][] {
  const { name, summary, definition } = operation;
  const operationId = definition.name?.value ?? name;
  const parameters = describeParameters(schema, operation, components);
  const data = answerSchema(selectedFields(schema, operation), components);
  const list = listIn(schema, operation);
  const asJson = json({ type: 'object', required: ['data'], properties: { data, extensions: EXTENSIONS } });
  const asCsv = list && { 'text/csv': { schema: { type: 'string' }, example: toCsv(list, null) } };
  const path = (id: string, content: JsonSchema): JsonSchema => ({
    get: {
      operationId: id,
      summary,
      parameters,
      responses: {
        200: answer(asCsv ? TABLE : 'The answer.', content),
        304: { description: 'The answer still has the ETag in If-None-Match.' },
        ...failures(400, 404, 406, 429, 503),
      },
    },
  });
  return [
    [`/api/${name}`, path(operationId, { ...asJson, ...asCsv })],
    ...(asCsv ? [[`/api/${name}.csv`, path(`${operationId}Csv`, asCsv)] as [string, JsonSchema]] : []),
  ];
}

/** The addresses that GraphQL itself describes better, and those for operators. */
function otherPaths(): JsonSchema {
  const text = { type: 'string' };
  const object = { type: 'object' };
  const parameters = { query: text, operationName: text, variables: object };
  const result = json({ type: 'object', properties: { data: PARTIAL, errors: ERRORS, extensions: EXTENSIONS } });
  const responses = { 200: answer('The result.', result), ...failures(400, 406, 429, 503) };
  return {
    '/graphql': {
      get: {
        operationId: 'graphqlByGet',
        summary: 'Answers any GraphQL query.',
        parameters: [
          { name: 'query', in: 'query', required: true, schema: text, example: '{ corpus { version } }' },
          { name: 'operationName', in: 'query', schema: text },
          { name: 'variables', in: 'query', description: 'A JSON text.', schema: jsonText(object) },
        ],
        responses,
      },
      post: {
        operationId: 'graphqlByPost',
        summary: 'Answers any GraphQL query.',
        requestBody: { required: true, content: json({ type: 'object', required: ['query'], properties: parameters }) },
        responses,
      },
    },
    '/schema.graphql': page('schema', 'The GraphQL schema, each field described.', { 'text/plain': { schema: text } }),
    '/schema.json': page('minimal-schema', 'What the cache of urql needs to know about the schema.', json(object)),
    '/possible-types.json': page(
      'possible-types',
      'What the cache of Apollo Client needs to know about the schema.',
      json(object),
    ),
    '/openapi.json': page('openapi', 'This description.', json(object)),
    '/healthz': page(
      'health',
      'Whether the service runs with settings that make sense, and the version of its code.',
      json(object),
      failures(503),
    ),
    '/readyz': page(
      'readiness',
      'Whether the service can answer, and the version and size of its corpus.',
      json(object),
      failures(503),
    ),
  };
}

function page(operationId: string, summary: string, content: JsonSchema, others: JsonSchema = {}): JsonSchema {
  return { get: { operationId, summary, responses: { 200: answer(summary, content), ...others } } };
}

function answer(description: string, content: JsonSchema): JsonSchema {
  return { description, content };
}

function json(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } };
}

function failures(...statuses: readonly (keyof typeof FAILURES)[]): JsonSchema {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Error${status}` }]));
}

/** A GraphQL error (September 2025, 7.1.2), with the codes of this endpoint. */
function errorSchema(): JsonSchema {
  const integer = { type: 'integer' };
  return {
    type: 'object',
    required: ['message', 'extensions'],
    properties: {
      message: { type: 'string', description: 'What is wrong and what to do about it, for people.' },
      locations: {
        type: 'array',
        description: 'Where in the document.',
        items: { type: 'object', required: ['line', 'column'], properties: { line: integer, column: integer } },
      },
      path: {
        type: 'array',
        description: 'Where in the data.',
        items: { type: ['string', 'integer'] },
      },
      extensions: {
        type: 'object',
        required: ['code'],
        // The numbers in the message.
        additionalProperties: true,
        properties: {
          code: codeSchema(ERROR_CODES),
        },
      },
    },
  };
}

/** The `extensions` of an answer, and the warnings in it. */
function extensionSchemas(): JsonSchema {
  const nearest = { type: 'array', items: { type: 'string' } };
  return {
    Extensions: {
      type: 'object',
      description: 'Information in addition to the answer; absent if there is none.',
      additionalProperties: true,
      properties: { warnings: { type: 'array', items: { $ref: '#/components/schemas/Warning' } } },
    },
    Warning: {
      type: 'object',
      required: ['code', 'message', 'argument', 'value', 'nearest'],
      properties: {
        code: codeSchema(WARNING_CODES),
        message: {
          type: 'string',
          description: 'What is probably a mistake and what may be meant instead, for people.',
        },
        argument: {
          type: 'string',
          description: 'Where the value is given: the field, its argument, and the path inside it.',
        },
        value: { type: 'string', description: 'The given value.' },
        nearest: { ...nearest, description: 'The slugs that may have been meant, the nearest first.' },
      },
    },
  };
}

function codeSchema(meanings: Readonly<Record<string, string>>): JsonSchema {
  const lines = Object.entries(meanings).map(([code, meaning]) => `- \`${code}\`: ${meaning}`);
  return { type: 'string', description: lines.join('\n'), enum: Object.keys(meanings) };
}
