/** The plain addresses: `GET /api/<operation>?variable=value`, for callers without a GraphQL client. */
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { type AnswerList, listIn, toCsv } from '../api/csv.ts';
import { describeApi } from '../api/openapi.ts';
import { type Operation, readOperation } from '../api/operation.ts';
import { selectedFields } from '../api/selection.ts';
import { readVariables, type Variables } from '../api/variables.ts';
import { openContext } from '../graphql/context.ts';
import type { Representation } from '../graphql/use-answer.ts';
import type { AnswerGraphql } from '../graphql/yoga.ts';
import { addressesPage } from '../pages/addresses-page.tsx';
import { answerPage } from '../pages/answer-page.tsx';
import { writePage } from '../pages/layout.tsx';
import { answerLasting, failureForm, PAGE_HEADERS, PAGE_TYPE } from '../pages/respond-page.ts';
import type { Settings } from '../settings.ts';
import { preferredMediaType } from './accept.ts';
import { type Exchange, respond, setHeader, withStanding } from './exchange.ts';
import { statusOfFailure } from './status.ts';

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
    const operation = readOperation(name, textOf(texts, name));
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
 * Answers an operation in JSON, as GraphQL does, in CSV if the answer is a list, or as a page: the request chooses by
 * `.json`, `.csv` or `Accept`.
 */
export function answerOperation(answer: AnswerGraphql, settings: Settings, api: Api) {
  return (exchange: Exchange): Promise<Response> | Response => {
    const [, name = '', suffix] = /^(.*?)(\.csv|\.json)?$/s.exec(exchange.req.param('operation') ?? '') ?? [];
    const found = api.find(name);
    if (!found) return redirectToName(exchange, settings, api, name, suffix ?? '');
    const { operation } = found;
    exchange.get('facts').operationName = operation.definition.name?.value ?? null;
    const representation = FORMS[suffix ?? '']?.(found) ?? preferred(exchange, api, found);
    const variables = readVariables(api.schema, operation, new URL(exchange.req.url).searchParams);
    return askOperation(exchange, answer, operation.text, variables, representation);
  };
}

/** Asks an operation at an address of its own: to Yoga it is a request of /graphql that has been read already. */
export async function askOperation(
  exchange: Exchange,
  answer: AnswerGraphql,
  text: string,
  variables: Variables,
  representation: Representation,
): Promise<Response> {
  exchange.get('facts').asked = { document: { text, hash: null }, variables, operationName: null, extensions: {} };
  const { headers, signal } = exchange.req.raw;
  const request = new Request(new URL('/graphql', exchange.req.url), { headers, signal });
  return withStanding(exchange, await answer(request, openContext(exchange, representation)));
}

/** The text of an operation. Throws if there is none with this name. */
export function textOf(texts: Readonly<Record<string, string>>, name: string): string {
  const text = texts[name];
  if (text === undefined) throw new Error(`There is no operation "${name}" in src/operations/.`);
  return text;
}

/** The page of all plain addresses. */
export function answerAddresses(settings: Settings, { schema, names, find }: Api) {
  return answerLasting(settings, () => {
    const found = names.flatMap((name) => find(name) ?? []);
    const addresses = found.map(({ operation, list }) => ({ operation, isList: list !== null }));
    return addressesPage(schema, addresses);
  });
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

/** The forms that an address can end in. */
const FORMS: Readonly<Record<string, (found: Answerable) => Representation>> = { '.csv': csvOf, '.json': jsonOf };

function preferred(exchange: Exchange, api: Api, found: Answerable): Representation {
  const offered =
    found.list === null
      ? (['application/json', 'text/html'] as const)
      : (['application/json', 'text/csv', 'text/html'] as const);
  const mediaType = preferredMediaType(exchange.req.header('Accept'), offered);
  if (mediaType === null) {
    throw publicError('NOT_ACCEPTABLE', `Accept allows none of ${offered.join(', ')}. Add one of them.`);
  }
  if (mediaType === 'text/html') return pageOf(exchange, api, found);
  return mediaType === 'text/csv' ? csvOf(found) : jsonOf(found);
}

function pageOf(exchange: Exchange, { schema }: Api, found: Answerable): Representation {
  const site = exchange.get('site');
  const { operation, list } = found;
  const { search } = new URL(exchange.req.url);
  return {
    contentType: PAGE_TYPE,
    statusOf: statusOfFailure,
    write: (result) => {
      const fields = selectedFields(schema, operation);
      const next = nextAddress(exchange, found, result);
      return writePage(site, answerPage(site, { operation, fields, list, data: result.data, search, next }));
    },
    isPlain: false,
    headers: (_, result) => ({ ...PAGE_HEADERS, ...linkToNext(exchange, found, result) }),
    failure: failureForm(site),
  };
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

/** The `Link` header with the address of the next page: RFC 8288. */
function linkToNext(exchange: Exchange, found: Answerable, result: ExecutionResult): Readonly<Record<string, string>> {
  const next = nextAddress(exchange, found, result);
  return next === null ? {} : { Link: `<${next}>; rel="next"` };
}

/** The address of the next page, if the operation accepts `after` and the answer says that there is one; or null. */
function nextAddress(exchange: Exchange, { list, isPaged }: Answerable, { data }: ExecutionResult): string | null {
  if (list === null || !isPaged) return null;
  const pageInfo = inside(inside(data, list.path[0] ?? ''), 'pageInfo');
  const cursor = inside(pageInfo, 'endCursor');
  if (inside(pageInfo, 'hasNextPage') !== true || typeof cursor !== 'string') return null;
  const url = new URL(exchange.req.url);
  url.searchParams.set('after', cursor);
  return url.pathname + url.search;
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
}
