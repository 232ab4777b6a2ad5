/** Turns a result into the response of any address: its media type, status and headers. */
import { type ExecutionResult, GraphQLError } from 'graphql';
import { codeOf, publicError } from '../../schema/errors.ts';
import { isUnread } from '../corpus.ts';
import { cloudflareCaching, PRIVATE, publicCaching, UNCACHED } from '../http/caching.ts';
import { setRetryAfter } from '../http/error-response.ts';
import { type Exchange, encode, respond, setHeader } from '../http/exchange.ts';
import { statusOf } from '../http/status.ts';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin, ServerContext } from './context.ts';
import { tooLarge } from './spending.ts';
import { type AnswerMemory, rememberedBody, writeVariables } from './use-answer-memory.ts';

/**
 * Writes each answer in the form that the request asked for.
 *
 * @param memory null if no answers are remembered.
 * @param version the version of the code, see `http/headers.ts`; null if answers may be private to their callers.
 */
export function useAnswer(settings: Settings, memory: AnswerMemory | null, version: string | null): GraphqlPlugin {
  const write = openWriter(settings, memory, version);
  return {
    onResultProcess({ serverContext, setResultProcessor }) {
      setResultProcessor((result) => write(serverContext, result), serverContext.representation.contentType);
    },
  };
}

/** Batches and subscriptions are not supported. */
function single(result: object): ExecutionResult {
  if (Array.isArray(result) || Symbol.asyncIterator in result) throw new Error('There is more than one result.');
  return result;
}

/** A form that a result can be sent in. */
export interface Representation {
  /** The Content-Type header, with parameters. */
  readonly contentType: string;
  /** The status of a result that has errors. */
  readonly statusOf: (result: ExecutionResult) => number;
  readonly write: (result: ExecutionResult) => string;
  /** Whether it is exactly the JSON of the result, so that its bytes are the same as in any other such form. */
  readonly isPlain: boolean;
  /** Headers that depend on the result. */
  readonly headers?: (exchange: Exchange, result: ExecutionResult) => Readonly<Record<string, string>>;
  /** Answers in another way if the result, which has no errors, is not what this form is for; null if it is. */
  readonly instead?: (exchange: Exchange, result: ExecutionResult) => Response | null;
  /** The form for errors if this one cannot express them. */
  readonly failure?: Representation;
}

/** The same as a function. Throws if the result is a batch or a stream. */
export function openWriter({ limits, maxAge }: Settings, memory: AnswerMemory | null, version: string | null) {
  const caching = publicCaching(maxAge);
  const cachingAtCloudflare = cloudflareCaching(maxAge);
  return (context: ServerContext, given: object): Response => {
    const result = single(given);
    const { exchange, facts, representation } = context;
    const known = rememberedBody(result);
    setHeader(exchange, 'Vary', 'Accept');
    setTiming(context, memory, known !== undefined, result);
    if (facts.store !== null) setHeader(exchange, 'Dateline-Corpus-Version', facts.store.summary().version);
    const { sent, http } = known === undefined ? splitHttp(result) : { sent: result, http: NO_HTTP };
    if (sent.errors !== undefined) return refuse(context, sent, http, limits.answerBytes);
    const other = representation.instead?.(exchange, sent) ?? null;
    if (other !== null) return other;

    const body = known ?? encode(representation.write(sent));
    // The execution counted UTF-16 units: in bytes the answer may be three times as long.
    if (body.byteLength > limits.answerBytes) return refuseLong(context, limits.answerBytes);
    if (known === undefined && memory !== null && facts.answerKey !== null) {
      const { operationName, cost } = facts;
      // Only the numbers: the object that counted them references the document.
      const figures = cost && { estimate: cost.estimate, spent: cost.spent };
      memory.keep(facts.answerKey, { body, operationName, cost: figures });
    }
    if (exchange.req.method === 'POST' || version === null) setHeader(exchange, 'Cache-Control', PRIVATE);
    else {
      setHeader(exchange, 'Cache-Control', caching);
      exchange.set('dependsOn', dependsOn(context, version));
    }
    setHeadersOf(exchange, representation, sent, http);
    // A form or a plugin may have said otherwise, and Cloudflare would not hear it beside its own header.
    if (exchange.get('headers')['Cache-Control'] === caching) {
      setHeader(exchange, 'Cloudflare-CDN-Cache-Control', cachingAtCloudflare);
    }
    return respond(exchange, http.status ?? 200, BODILESS.has(http.status ?? 200) ? null : body);
  };
}

/**
 * Everything that the answer depends on, in this order. If variables have no unique JSON, a random id makes them
 * unique.
 */
function dependsOn({ facts: { asked, document, store }, representation }: ServerContext, version: string): string[] {
  const { operationName = null, variables = {}, extensions = {} } = asked ?? {};
  const written = writeVariables(variables) ?? crypto.randomUUID();
  const request = [document?.hash ?? '', operationName ?? '', written, String(extensions.cost === true)];
  return [version, store?.summary().version ?? '', ...request, representation.contentType];
}

/**
 * Sets Server-Timing (https://www.w3.org/TR/server-timing/): the duration of each step and, if answers are remembered,
 * whether this one was, and the hit rate so far.
 */
function setTiming(
  { exchange, facts: { milliseconds, document }, representation }: ServerContext,
  memory: AnswerMemory | null,
  isKnown: boolean,
  { errors }: ExecutionResult,
): void {
  if (document === null) return;
  const metrics = Object.entries(milliseconds).map(([step, duration]) => `${step};dur=${duration.toFixed(2)}`);
  if (memory !== null && representation.isPlain && (isKnown || errors === undefined)) {
    metrics.push(`memory;desc="${isKnown ? 'hit' : 'miss'} (${(memory.hitRate * 100).toFixed(0)} % hits)"`);
  }
  if (metrics.length > 0) setHeader(exchange, 'Server-Timing', metrics.join(', '));
}

/** Answers with errors. If a part of the corpus could not be read, sends no data: the rest would pass for the whole. */
function refuse(context: ServerContext, result: ExecutionResult, http: Http, limit: number): Response {
  const { exchange, facts, representation } = context;
  const { errors = [] } = result;
  facts.errorCodes = errors.map((error) => codeOf(error) ?? 'PLUGIN');
  const form = representation.failure ?? representation;
  const unread = errors.find(isUnread);
  const sent =
    unread === undefined ? result : { errors: [new GraphQLError(unread.message, { extensions: unread.extensions })] };
  // A request without a document is a bad request, in every form.
  const isOfRequest = unread !== undefined || facts.document === null;
  const status = http.status ?? (isOfRequest ? Math.max(...errors.map(statusOf)) : form.statusOf(sent));
  if (status === 405) setHeader(exchange, 'Allow', 'POST');
  if (status === 503) setRetryAfter(exchange);
  const body = encode(form.write(sent));
  if (body.byteLength > limit) return refuseLong(context, limit);
  setHeader(exchange, 'Cache-Control', UNCACHED);
  setHeadersOf(exchange, form, sent, http);
  return respond(exchange, status, body);
}

function refuseLong(context: ServerContext, limit: number): Response {
  return refuse(context, { errors: [tooLarge(limit)] }, NO_HTTP, Number.POSITIVE_INFINITY);
}

function setHeadersOf(
  exchange: Exchange,
  { contentType, headers }: Representation,
  result: ExecutionResult,
  http: Http,
): void {
  setHeader(exchange, 'Content-Type', contentType);
  for (const [name, value] of Object.entries(headers?.(exchange, result) ?? {})) setHeader(exchange, name, value);
  for (const [name, value] of Object.entries(http.headers ?? {})) setHeaderOfPlugin(exchange, name, value);
}

/** Sets a header of a plugin, in any case. A plugin cannot change Content-Type, and can only add to Vary. */
function setHeaderOfPlugin(exchange: Exchange, name: string, value: string): void {
  const said = exchange.get('headers');
  const known = Object.keys(said).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  if (known === 'Content-Type') return;
  setHeader(exchange, known, known === 'Vary' ? `${said[known]}, ${value}` : value);
}

/** The status and headers that Yoga plugins set by its convention `extensions.http`. */
interface Http {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const NO_HTTP: Http = {};

/** Statuses whose response has no body: RFC 9110, 6.4.1. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

const ENDED = publicError('INTERNAL_SERVER_ERROR', 'The request was ended before it was answered.');

/** Splits a result into the result to send and the HTTP extensions in it and in its errors. */
function splitHttp(result: ExecutionResult): { readonly sent: ExecutionResult; readonly http: Http } {
  const { errors: all, extensions, ...others } = result;
  // Yoga makes an empty list of errors if the caller aborted the request.
  const errors = all?.length === 0 ? (others.data === undefined ? [ENDED] : undefined) : all;
  if (all === undefined && extensions?.http === undefined) return { sent: result, http: NO_HTTP };
  const said: Http[] = [];
  const part = ({ http, ...kept }: Readonly<Record<string, unknown>>) => {
    if (typeof http === 'object' && http !== null) said.push(http);
    return kept;
  };
  const withoutHttp = (error: GraphQLError) => Object.assign(error, { extensions: part(error.extensions) });
  const kept = part(extensions ?? {});
  const sent = {
    ...(errors && { errors: errors.map(withoutHttp) }),
    ...others,
    ...(Object.keys(kept).length > 0 && { extensions: kept }),
  };
  const statuses = said.flatMap(({ status }) => status ?? []);
  const headers = Object.assign({}, ...said.map(({ headers }) => headers));
  return { sent, http: { headers, ...(statuses.length > 0 && { status: Math.max(...statuses) }) } };
}
