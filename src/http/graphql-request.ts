/** From an HTTP request to the parameters of a GraphQL request: GraphQL over HTTP, "Request". */
import type { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { publicError } from '../../schema/errors.ts';

/**
 * The four parameters of the request; others are ignored. Refuses, with a public error, what is no JSON object in
 * UTF-8, has no query, or has a parameter of the wrong kind. No message repeats what was sent.
 */
export async function readGraphqlRequest(request: Request): Promise<GraphQLParams> {
  const given = request.method === 'POST' ? await readBody(request) : readUrl(new URL(request.url).searchParams);
  const query = stringIn(given, 'query');
  if (!query) throw badRequest('There is no "query". Send the document as JSON: {"query": "{ __typename }"}.');
  const operationName = stringIn(given, 'operationName');
  const variables = objectIn(given, 'variables');
  const extensions = objectIn(given, 'extensions');
  return {
    query,
    // An empty name is none: some clients send it so.
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

type Given = Readonly<Record<string, unknown>>;

async function readBody(request: Request): Promise<Given> {
  checkContentType(request.headers);
  const body = parseJson(decodeUtf8(await request.arrayBuffer()), 'The body');
  if (Array.isArray(body)) throw badRequest('The body is a list. Batches are not taken: send one request at a time.');
  if (!isObject(body)) throw badRequest('The body has to be a JSON object with a "query".');
  return body;
}

/** Only `application/json` in UTF-8, which no HTML form can send: a page of another origin has to ask first (CORS). */
function checkContentType(headers: Headers): void {
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== 'application/json' || !/^charset="?utf-?8"?$/.test(charset ?? 'charset=utf-8')) {
    throw publicError('UNSUPPORTED_MEDIA_TYPE', 'Content-Type has to be application/json, in UTF-8.');
  }
  if ((headers.get('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw publicError('UNSUPPORTED_MEDIA_TYPE', 'Compressed bodies are not taken. Send it without Content-Encoding.');
  }
}

/** RFC 8259, 8.1: JSON is UTF-8. A byte order mark is dropped, as parsers may. */
function decodeUtf8(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

function readUrl(parameters: URLSearchParams): Given {
  return {
    query: single(parameters, 'query'),
    operationName: single(parameters, 'operationName'),
    variables: jsonIn(parameters, 'variables'),
    extensions: jsonIn(parameters, 'extensions'),
  };
}

function jsonIn(parameters: URLSearchParams, name: string): unknown {
  const text = single(parameters, name);
  return text === null ? null : parseJson(text, `"${name}"`);
}

/** Of a parameter given twice, servers and caches may each read another one. */
function single(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  if (values.length > 1) throw badRequest(`"${name}" is given ${values.length} times. Give it once.`);
  return values[0] || null;
}

/** The engine's own message would quote the text. */
function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
}

function stringIn(given: Given, name: string): string | null {
  const value = given[name] ?? null;
  if (value !== null && typeof value !== 'string') throw badRequest(`"${name}" has to be a string.`);
  return value;
}

function objectIn(given: Given, name: string): Record<string, unknown> | null {
  const value = given[name] ?? null;
  if (value !== null && !isObject(value)) throw badRequest(`"${name}" has to be a JSON object.`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): GraphQLError {
  return publicError('BAD_REQUEST', message);
}
