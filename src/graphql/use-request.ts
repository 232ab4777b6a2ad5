/** Reads the parameters of a GraphQL request from an HTTP request: GraphQL over HTTP, "Request". */

import type { GraphQLError } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { readJsonBody } from '../http/body.ts';
import type { Limits, Settings } from '../settings.ts';
import type { Asked, GraphqlPlugin } from './context.ts';
import type { DocumentReference } from './use-documents.ts';

/**
 * Reads the body or the address once. For an address of `/api` the parameters are known already. Yoga's own parsers
 * also accept form posts, which a page of another origin can send without a preflight, and quote what they cannot
 * parse.
 */
export function useRequest({ limits }: Settings): GraphqlPlugin {
  return {
    onRequestParse({ serverContext: { facts }, setRequestParser }) {
      setRequestParser(async (request) => {
        facts.asked ??= await readGraphqlRequest(request, limits);
        return paramsOf(facts.asked);
      });
    },
  };
}

/** The parameters in the form of Yoga. */
export function paramsOf({ document: { text }, operationName, variables, extensions }: Asked) {
  return {
    variables,
    extensions,
    ...(text !== null && { query: text }),
    ...(operationName !== null && { operationName }),
  };
}

/**
 * The parameters of the request; others are ignored. Throws a public error if the body is not a JSON object in UTF-8,
 * has no query, or has a parameter of the wrong kind. No message quotes what was sent.
 */
export async function readGraphqlRequest(request: Request, { bodyBytes }: Limits): Promise<Asked> {
  const isPost = request.method === 'POST';
  const given = isPost ? await readBody(request, bodyBytes) : readUrl(new URL(request.url).searchParams);
  const extensions = objectIn(given, 'extensions') ?? {};
  return {
    document: readDocument(given, extensions),
    // Some clients send an empty name instead of none.
    operationName: stringIn(given, 'operationName') || null,
    variables: objectIn(given, 'variables') ?? {},
    extensions,
  };
}

type Given = Readonly<Record<string, unknown>>;

/**
 * By `query`; by `documentId` (GraphQL over HTTP, "Persisted Documents"); or by Apollo's `extensions.persistedQuery`.
 */
function readDocument(given: Given, extensions: Given): DocumentReference {
  const text = stringIn(given, 'query') || null;
  const documentId = stringIn(given, 'documentId');
  const persisted = objectIn(extensions, 'persistedQuery', 'extensions.persistedQuery');
  if (documentId !== null) {
    if (text !== null) throw badRequest('Both "query" and "documentId" are given. Give one of them.');
    return { text, hash: readHash(documentId.replace(/^sha256:/, ''), '"documentId" must be "sha256:" and') };
  }
  if (persisted !== null) {
    if (persisted.version !== 1) throw badRequest('"extensions.persistedQuery.version" must be 1.');
    return { text, hash: readHash(persisted.sha256Hash, '"extensions.persistedQuery.sha256Hash" must be') };
  }
  if (text === null) {
    throw badRequest('There is no "query". Send the document as JSON: {"query": "{ __typename }"}.');
  }
  return { text, hash: null };
}

function readHash(hash: unknown, expected: string): string {
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw badRequest(`${expected} 64 hexadecimal digits, the SHA-256 of the document.`);
  }
  return hash.toLowerCase();
}

async function readBody(request: Request, mostBytes: number): Promise<Given> {
  const body = parseJson(await readJsonBody(request, mostBytes), 'The body');
  if (Array.isArray(body))
    throw badRequest('The body is a list. Batches are not supported: send one request at a time.');
  if (!isObject(body)) throw badRequest('The body must be a JSON object with a "query".');
  return body;
}

function readUrl(parameters: URLSearchParams): Given {
  return {
    query: single(parameters, 'query'),
    documentId: single(parameters, 'documentId'),
    operationName: single(parameters, 'operationName'),
    variables: jsonIn(parameters, 'variables'),
    extensions: jsonIn(parameters, 'extensions'),
  };
}

function jsonIn(parameters: URLSearchParams, name: string): unknown {
  const text = single(parameters, name);
  return text === null ? null : parseJson(text, `"${name}"`);
}

/** If a parameter is given twice, a server and a cache may each read a different one. */
function single(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  if (values.length > 1) throw badRequest(`"${name}" is given ${values.length} times. Give it once.`);
  return values[0] || null;
}

/** Does not pass on the engine's own message, which would quote the text. */
function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
}

function stringIn(given: Given, name: string): string | null {
  const value = valueIn(given, name);
  if (value !== null && typeof value !== 'string') throw badRequest(`"${name}" must be a string.`);
  return value;
}

function objectIn(given: Given, name: string, called = name): Readonly<Record<string, unknown>> | null {
  const value = valueIn(given, name);
  if (value !== null && !isObject(value)) throw badRequest(`"${called}" must be a JSON object.`);
  return value;
}

/** Null is the same as left out, and inherited properties do not count. */
function valueIn(given: Given, name: string): unknown {
  return Object.hasOwn(given, name) ? (given[name] ?? null) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): GraphQLError {
  return publicError('BAD_REQUEST', message);
}
