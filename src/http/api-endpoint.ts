/** The plain addresses: `GET /api/<operation>?variable=value`, for callers without a GraphQL client. */
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { type AnswerList, listIn, toCsv } from '../api/csv.ts';
import { describeApi } from '../api/openapi.ts';
import { type Operation, readOperation } from '../api/operation.ts';
import { readVariables } from '../api/variables.ts';
import { openContext } from '../graphql/context.ts';
import type { Representation } from '../graphql/use-answer.ts';
import type { AnswerGraphql } from '../graphql/yoga.ts';
import type { Settings } from '../settings.ts';
import { preferredMediaType } from './accept.ts';
import { type Exchange, respond, setHeader, withStanding } from './exchange.ts';
import { statusOf } from './status.ts';

/** The operations that have an address, each read when it is first requested. */
interface Api {
  readonly schema: GraphQLSchema;
  readonly names: readonly string[];
  /** Null if there is no operation with that name. */
  find(name: string): Answerable | null;
}

interface Answerable {
  readonly operation: Operation;
  /** Null if the answer is not a list, so that it has no CSV form. */
  readonly list: AnswerList | null;
  /** Whether it accepts the cursor of a page as `after`. */
  readonly isPaged: boolean;
}

/** @param texts the operations, by their names in the addresses. */
export function openApi(schema: GraphQLSchema, texts: Readonly<Record<string, string>>): Api {
  const known = new Map<string, Answerable>();
  const read = (name: string): Answerable => {
    const operation = readOperation(name, texts[name] ?? '');
    const variables = operation.definition.variableDefinitions ?? [];
    const isPaged = variables.some(({ variable }) => variable.name.value === 'after');
    return { operation, list: listIn(schema, operation), isPaged };
  };
  return {
    schema,
    names: Object.keys(texts),
    find(name) {
      const found = known.get(name) ?? (Object.hasOwn(texts, name) ? read(name) : null);
      if (found) known.set(name, found);
      return found;
    },
  };
}

/**
 * Answers an operation in JSON, as GraphQL does, or in CSV if the answer is a list and the request asks for it by
 * `.csv` or `Accept`. To Yoga it is a request of /graphql that has already been read.
 */
export function answerOperation(answer: AnswerGraphql, settings: Settings, api: Api) {
  return async (exchange: Exchange): Promise<Response> => {
    const [, name = '', suffix] = /^(.*?)(\.csv)?$/s.exec(exchange.req.param('operation') ?? '') ?? [];
    const found = api.find(name);
    if (!found) return redirectToName(exchange, settings, api, name, suffix ?? '');
    const { operation } = found;
    const facts = exchange.get('facts');
    facts.operationName = operation.definition.name?.value ?? null;
    const representation = suffix ? csvOf(found) : preferred(exchange, found);
    const variables = readVariables(api.schema, operation, new URL(exchange.req.url).searchParams);
    const document = { text: operation.text, hash: null };
    facts.asked = { document, variables, operationName: null, extensions: {} };
    const { headers, signal } = exchange.req.raw;
    const request = new Request(new URL('/graphql', exchange.req.url), { headers, signal });
    return withStanding(exchange, await answer(request, openContext(exchange, representation)));
  };
}

/** Describes the plain addresses in OpenAPI 3.1. */
export function answerOpenApi(settings: Settings, version: string, api: Api) {
  let described: string | null = null;
  return (exchange: Exchange): Response => {
    described ??= describe(api, version);
    setHeader(exchange, 'Content-Type', 'application/json; charset=utf-8');
    setHeader(exchange, 'Cache-Control', `public, max-age=${settings.maxAge.page}`);
    return respond(exchange, 200, described);
  };
}

function describe({ schema, names, find }: Api, version: string): string {
  const operations = names.flatMap((name) => find(name)?.operation ?? []);
  return JSON.stringify(describeApi(schema, operations, { version }));
}

/** Redirects names such as `OwnVoice`, as GraphQL writes them, to addresses such as `own-voice`. */
function redirectToName(exchange: Exchange, settings: Settings, api: Api, asked: string, suffix: string): Response {
  const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
  const name = api.names.find((candidate) => plain(candidate) === plain(asked));
  if (name === undefined) {
    const where = settings.introspection ? ' /openapi.json lists all operations.' : '';
    throw publicError('NOT_FOUND', `There is no operation with this name.${where}`);
  }
  setHeader(exchange, 'Cache-Control', `public, max-age=${settings.maxAge.page}`);
  setHeader(exchange, 'Location', `/api/${name}${suffix}${new URL(exchange.req.url).search}`);
  return respond(exchange, 308, null);
}

function preferred(exchange: Exchange, found: Answerable): Representation {
  const offered = found.list === null ? (['application/json'] as const) : (['application/json', 'text/csv'] as const);
  const mediaType = preferredMediaType(exchange.req.header('Accept'), offered);
  if (mediaType === null) {
    throw publicError('NOT_ACCEPTABLE', `Accept allows none of ${offered.join(', ')}. Add one of them.`);
  }
  return mediaType === 'text/csv' ? csvOf(found) : jsonOf(found);
}

function csvOf(found: Answerable): Representation {
  const { list } = found;
  if (list === null) {
    throw publicError(
      'NOT_ACCEPTABLE',
      'The answer of this operation is not a list, so it is not available as CSV. Ask for JSON.',
    );
  }
  return {
    // RFC 4180; the first line names the columns.
    contentType: 'text/csv; charset=utf-8; header=present',
    statusOf: statusOfFailure,
    write: ({ data }) => toCsv(list, data),
    isPlain: false,
    headers: (exchange, result) => linkToNext(exchange, found, result),
    failure: jsonOf(found),
  };
}

function jsonOf(found: Answerable): Representation {
  return {
    contentType: 'application/json; charset=utf-8',
    statusOf: statusOfFailure,
    write: (result) => JSON.stringify(result),
    // Not plain, because its `Link` header repeats the address.
    isPlain: false,
    headers: (exchange, result) => linkToNext(exchange, found, result),
  };
}

/**
 * A failure even if only one field failed: callers of a plain address check the status, not errors next to the data.
 */
function statusOfFailure({ errors = [] }: ExecutionResult): number {
  return Math.max(...errors.map(statusOf).map((status) => (status === 200 ? 400 : status)));
}

/** The address of the next page (RFC 8288), if the operation accepts `after` and the answer says that there is one. */
function linkToNext(
  exchange: Exchange,
  { list, isPaged }: Answerable,
  { data }: ExecutionResult,
): Readonly<Record<string, string>> {
  if (list === null || !isPaged) return {};
  const pageInfo = inside(inside(data, list.path[0] ?? ''), 'pageInfo');
  const cursor = inside(pageInfo, 'endCursor');
  if (inside(pageInfo, 'hasNextPage') !== true || typeof cursor !== 'string') return {};
  const url = new URL(exchange.req.url);
  url.searchParams.set('after', cursor);
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
}
