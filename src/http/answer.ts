/** From a GraphQL request to its response, at whatever address it is asked. */
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Store } from '../../data/store.ts';
import { codeOf, toldCodeOf } from '../../schema/errors.ts';
import { isUnread, type OpenStore } from '../corpus.ts';
import type { Document, Documents } from '../graphql/document.ts';
import type { AnswerDocument } from '../graphql/graphql.ts';
import { tooLarge } from '../graphql/spending.ts';
import type { Settings } from '../settings.ts';
import { type AnswerMemory, answerKey } from './answer-memory.ts';
import { entityTag, type GivenTags, hasAnswer, PRIVATE, sharedCaching, UNCACHED } from './caching.ts';
import { setRetryAfter } from './error-response.ts';
import type { Exchange } from './exchange.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { encode, respond, setHeader } from './respond.ts';
import { statusOf } from './status.ts';
import { writeVariables } from './variables-text.ts';

/** What answers are made with, the same for every request of an isolate. */
export interface Service {
  readonly answerDocument: AnswerDocument;
  readonly openStore: OpenStore;
  readonly documents: Documents;
  readonly settings: Settings;
  /** Null where no answer is remembered. */
  readonly memory: AnswerMemory | null;
  readonly givenTags: GivenTags;
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
  /** Whether it is the JSON of the result and nothing else, so that its bytes are those of any other such form. */
  readonly isPlain: boolean;
  /** Headers that only the result tells. */
  readonly headers?: (exchange: Exchange, result: ExecutionResult) => Readonly<Record<string, string>>;
  /** How errors are sent where this form cannot say them. */
  readonly failure?: Representation;
}

/**
 * Runs the request and writes its result, or says by a 304 that the caller has it already: without running it, where
 * this isolate has given that answer before.
 * Throws the public error where there is no document, and where the corpus cannot be read.
 */
export async function answer(
  exchange: Exchange,
  service: Service,
  asked: GraphqlRequest,
  representation: Representation,
): Promise<Response> {
  const facts = exchange.get('facts');
  const document = await service.documents.find(asked.document);
  facts.documentHash = document.hash;
  facts.isTrusted = document.isTrusted;
  setHeader(exchange, 'Vary', 'Accept');

  const isGet = exchange.req.method !== 'POST';
  const ifNoneMatch = exchange.req.header('If-None-Match') ?? null;
  const tagFor = (corpusVersion: string) => tagOf(service, corpusVersion, document, asked, representation);
  const store = await service.openStore();
  if (isGet && ifNoneMatch !== null) {
    const tag = await tagFor(versionOf(store));
    // Whether there is an answer of this tag, or any for "*", is otherwise only known when it has been made.
    if (hasAnswer(ifNoneMatch, tag) && service.givenTags.find(tag)) {
      service.documents.remember(document, asked.document);
      return unchanged(exchange, service, versionOf(store), tag);
    }
  }

  const memory = representation.isPlain ? service.memory : null;
  const key = memory && answerKey(versionOf(store), { ...asked, document });
  const known = memory && key && memory.find(key);
  if (known) {
    facts.operationName = known.operationName;
    facts.cost = known.cost;
    setTiming(exchange, memory, 'hit');
    service.documents.remember(document, asked.document);
    return deliver(exchange, service, versionOf(store), representation, known.body, tagFor);
  }

  const { result, corpusVersion } = await runUnmixed(service, exchange, document, asked, store);
  if (facts.isRead) service.documents.remember(document, asked.document);
  setTiming(exchange, result.errors === undefined ? memory : null, 'miss');
  const ofFailure = representation.failure ?? representation;
  const form = result.errors === undefined ? representation : ofFailure;
  const limit = service.settings.limits.answerBytes;
  const body = encode(form.write(result));
  // Counted in UTF-16 units while it was made: in bytes it may be three times as long.
  if (body.byteLength > limit) return failed(exchange, corpusVersion, { errors: [tooLarge(limit)] }, ofFailure);
  if (result.errors !== undefined) return failed(exchange, corpusVersion, result, form, body);
  setHeadersOf(exchange, form, result);
  // A corpus that was replaced meanwhile has another key.
  if (memory && key && corpusVersion === versionOf(store)) {
    memory.keep(key, { body, operationName: facts.operationName, cost: facts.cost });
  }
  return deliver(exchange, service, corpusVersion, representation, body, tagFor);
}

/** Sends an answer without errors, or says that the caller has it already. */
async function deliver(
  exchange: Exchange,
  service: Service,
  corpusVersion: string,
  { contentType }: Representation,
  body: Uint8Array<ArrayBuffer>,
  tagFor: (corpusVersion: string) => Promise<string>,
): Promise<Response> {
  if (exchange.req.method === 'POST') setHeader(exchange, 'Cache-Control', PRIVATE);
  else {
    const tag = await tagFor(corpusVersion);
    service.givenTags.keep(tag, true);
    const had = exchange.req.header('If-None-Match') ?? null;
    if (hasAnswer(had, tag)) return unchanged(exchange, service, corpusVersion, tag);
    setCaching(exchange, service, tag);
  }
  setHeader(exchange, 'Dateline-Corpus-Version', corpusVersion);
  setHeader(exchange, 'Content-Type', contentType);
  return respond(exchange, 200, body);
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
  // What cannot be told from others has a tag that nobody has.
  const written = writeVariables(variables) ?? crypto.randomUUID();
  const asked = [hash, operationName ?? '', written, String(extensions.cost === true)];
  return entityTag([version, corpusVersion, ...asked, contentType]);
}

interface Run {
  readonly result: ExecutionResult;
  /** Of the corpus that was read. */
  readonly corpusVersion: string;
}

/** What was read of a corpus that was replaced meanwhile is not mixed with the new one: it is read again. */
async function runUnmixed(
  { answerDocument, openStore }: Service,
  exchange: Exchange,
  document: Document,
  asked: GraphqlRequest,
  first: Store,
): Promise<Run> {
  const whole = { ...asked, document, facts: exchange.get('facts') };
  const run = (store: Store) => answerDocument(whole, store, exchange.req.raw);
  const result = await run(first);
  if (!hasCode(result, 'CORPUS_MOVED')) return { result, corpusVersion: versionOf(first) };
  const next = await openStore();
  return { result: await run(next), corpusVersion: versionOf(next) };
}

function hasCode({ errors = [] }: ExecutionResult, code: string): boolean {
  return errors.some((error) => codeOf(error) === code);
}

function unchanged(exchange: Exchange, service: Service, corpusVersion: string, tag: string): Response {
  setHeader(exchange, 'Dateline-Corpus-Version', corpusVersion);
  setCaching(exchange, service, tag);
  return respond(exchange, 304, null);
}

function setCaching(exchange: Exchange, { settings }: Service, tag: string): void {
  setHeader(exchange, 'Cache-Control', sharedCaching(settings.maxAge));
  setHeader(exchange, 'ETag', tag);
}

/**
 * https://www.w3.org/TR/server-timing/: how long each step took and, where answers are remembered, whether this one was
 * and how many of those so far were.
 */
function setTiming(exchange: Exchange, memory: AnswerMemory | null, found: 'hit' | 'miss'): void {
  const steps = Object.entries(exchange.get('facts').milliseconds);
  const metrics = steps.map(([step, duration]) => `${step};dur=${duration.toFixed(2)}`);
  if (memory !== null) metrics.push(`memory;desc="${found} (${(memory.hitRate * 100).toFixed(0)} % hits)"`);
  if (metrics.length > 0) setHeader(exchange, 'Server-Timing', metrics.join(', '));
}

/** @param body the result as it is sent, where it is written already. */
function failed(
  exchange: Exchange,
  corpusVersion: string,
  result: ExecutionResult,
  representation: Representation,
  body = encode(representation.write(result)),
): Response {
  exchange.get('facts').errorCodes = (result.errors ?? []).map(toldCodeOf);
  setHeader(exchange, 'Dateline-Corpus-Version', corpusVersion);
  setHeader(exchange, 'Cache-Control', UNCACHED);
  const unread = result.errors?.find(isUnread);
  if (unread) return unreadResponse(exchange, unread, representation);
  const status = representation.statusOf(result);
  if (status === 405) setHeader(exchange, 'Allow', 'POST');
  return send(exchange, status, result, representation, body);
}

/** A part of an answer, where the corpus could not be read for the rest, would be taken for the whole. */
function unreadResponse(exchange: Exchange, error: GraphQLError, representation: Representation): Response {
  const status = statusOf(error);
  if (status === 503) setRetryAfter(exchange);
  const { message, extensions } = error;
  const result = { errors: [new GraphQLError(message, { extensions })] };
  return send(exchange, status, result, representation, encode(representation.write(result)));
}

function send(
  exchange: Exchange,
  status: number,
  result: ExecutionResult,
  representation: Representation,
  body: Uint8Array<ArrayBuffer>,
): Response {
  setHeadersOf(exchange, representation, result);
  setHeader(exchange, 'Content-Type', representation.contentType);
  return respond(exchange, status, body);
}

function setHeadersOf(exchange: Exchange, { headers }: Representation, result: ExecutionResult): void {
  for (const [name, value] of Object.entries(headers?.(exchange, result) ?? {})) setHeader(exchange, name, value);
}
