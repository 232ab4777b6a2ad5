/** From a GraphQL request to its response, at whatever address it is asked. */
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Store } from '../../data/store.ts';
import { codeOf, statusOf, toldCodeOf } from '../../schema/errors.ts';
import type { OpenStore } from '../corpus.ts';
import type { Document, FindDocument } from '../graphql/document.ts';
import type { Graphql } from '../graphql/yoga.ts';
import type { Settings } from '../settings.ts';
import { entityTag, hasAnswer, PRIVATE, sharedCaching, UNCACHED } from './caching.ts';
import { setRetryAfter } from './error-response.ts';
import type { Exchange } from './exchange.ts';
import type { GraphqlRequest } from './graphql-request.ts';

/** What answers are made with, the same for every request of an isolate. */
export interface Service {
  readonly graphql: Graphql;
  readonly openStore: OpenStore;
  readonly findDocument: FindDocument;
  readonly settings: Settings;
  /** The code that runs: see `headers.ts`. */
  readonly version: string;
}

/** A form that a result can be sent in. */
export interface Representation {
  /** With parameters, as the Content-Type header has it. */
  readonly contentType: string;
  /** The status of a result that has errors. */
  readonly statusOf: (result: ExecutionResult) => number;
  readonly write: (result: ExecutionResult) => string;
  /** Headers that only the result tells. */
  readonly headers?: (exchange: Exchange, result: ExecutionResult) => Readonly<Record<string, string>>;
  /** How errors are sent where this form cannot say them. */
  readonly failure?: Representation;
}

/**
 * Runs the request and writes its result, or says by a 304 that the caller has it already; then nothing is run.
 * Throws the public error where there is no document, and where the corpus cannot be read.
 */
export async function answer(
  exchange: Exchange,
  service: Service,
  asked: GraphqlRequest,
  representation: Representation,
): Promise<Response> {
  const facts = exchange.get('facts');
  const document = await service.findDocument(asked.document);
  facts.documentHash = document.hash;
  facts.isTrusted = document.isTrusted;
  exchange.header('Vary', 'Accept');

  const isGet = exchange.req.method !== 'POST';
  const ifNoneMatch = exchange.req.header('If-None-Match') ?? null;
  const tagFor = (corpusVersion: string) => tagOf(service, corpusVersion, document, asked, representation);
  const store = await service.openStore();
  // "*" is for any answer there is, and whether there is one is only known when it has been made.
  if (isGet && ifNoneMatch !== null && ifNoneMatch.trim() !== '*') {
    const tag = await tagFor(versionOf(store));
    if (hasAnswer(ifNoneMatch, tag)) return unchanged(exchange, service, versionOf(store), tag);
  }

  const { result, corpusVersion } = await runUnmixed(service, exchange, document, asked, store);
  facts.errorCodes = (result.errors ?? []).map(toldCodeOf);
  exchange.header('Dateline-Corpus-Version', corpusVersion);
  setTiming(exchange);
  if (result.errors !== undefined) return failed(exchange, result, representation);
  if (!isGet) {
    exchange.header('Cache-Control', PRIVATE);
    return respond(exchange, 200, result, representation);
  }
  const tag = await tagFor(corpusVersion);
  if (hasAnswer(ifNoneMatch, tag)) return unchanged(exchange, service, corpusVersion, tag);
  setCaching(exchange, service, tag);
  return respond(exchange, 200, result, representation);
}

function versionOf(store: Store): string {
  return store.summary().version;
}

function tagOf(
  { version }: Service,
  corpusVersion: string,
  { hash }: Document,
  { operationName, variables, extensions }: GraphqlRequest,
  { contentType }: Representation,
): Promise<string> {
  const asked = [hash, operationName ?? '', JSON.stringify(variables), String(extensions.cost === true)];
  return entityTag([version, corpusVersion, ...asked, contentType]);
}

interface Run {
  readonly result: ExecutionResult;
  /** Of the corpus that was read. */
  readonly corpusVersion: string;
}

/** What was read of a corpus that was replaced meanwhile is not mixed with the new one: it is read again. */
async function runUnmixed(
  service: Service,
  exchange: Exchange,
  document: Document,
  asked: GraphqlRequest,
  store: Store,
): Promise<Run> {
  const result = await run(service, exchange, document, asked, store);
  if (!hasCode(result, 'CORPUS_MOVED')) return { result, corpusVersion: versionOf(store) };
  const next = await service.openStore();
  return { result: await run(service, exchange, document, asked, next), corpusVersion: versionOf(next) };
}

async function run(
  { graphql }: Service,
  exchange: Exchange,
  { text }: Document,
  { operationName, variables, extensions }: GraphqlRequest,
  store: Store,
): Promise<ExecutionResult> {
  const params = {
    query: text,
    variables: { ...variables },
    extensions: { ...extensions },
    ...(operationName !== null && { operationName }),
  };
  const asked = { params, request: exchange.req.raw };
  const result = await graphql.getResultForParams(asked, { store, facts: exchange.get('facts') });
  if (!result || Symbol.asyncIterator in result) throw new Error('Yoga gave no single result.');
  return result;
}

function hasCode({ errors = [] }: ExecutionResult, code: string): boolean {
  return errors.some((error) => codeOf(error) === code);
}

function unchanged(exchange: Exchange, service: Service, corpusVersion: string, tag: string): Response {
  exchange.header('Dateline-Corpus-Version', corpusVersion);
  setCaching(exchange, service, tag);
  return exchange.body(null, 304);
}

function setCaching(exchange: Exchange, { settings }: Service, tag: string): void {
  exchange.header('Cache-Control', sharedCaching(settings.maxAge));
  exchange.header('ETag', tag);
}

/** https://www.w3.org/TR/server-timing/ */
function setTiming(exchange: Exchange): void {
  const steps = Object.entries(exchange.get('facts').milliseconds);
  exchange.header('Server-Timing', steps.map(([step, duration]) => `${step};dur=${duration.toFixed(2)}`).join(', '));
}

function failed(exchange: Exchange, result: ExecutionResult, asked: Representation): Response {
  const representation = asked.failure ?? asked;
  exchange.header('Cache-Control', UNCACHED);
  const unavailable = result.errors?.find((error) => statusOf(error) === 503);
  if (unavailable) return unavailableResponse(exchange, unavailable, representation);
  const status = representation.statusOf(result);
  if (status === 405) exchange.header('Allow', 'POST');
  return respond(exchange, status, result, representation);
}

/** A part of an answer, where the database was away for the rest, would be taken for the whole. */
function unavailableResponse(exchange: Exchange, error: GraphQLError, representation: Representation): Response {
  setRetryAfter(exchange);
  const { message, extensions } = error;
  return respond(exchange, 503, { errors: [new GraphQLError(message, { extensions })] }, representation);
}

function respond(
  exchange: Exchange,
  status: number,
  result: ExecutionResult,
  representation: Representation,
): Response {
  for (const [name, value] of Object.entries(representation.headers?.(exchange, result) ?? {}))
    exchange.header(name, value);
  exchange.header('Content-Type', representation.contentType);
  return exchange.body(representation.write(result), status as 200);
}
