/** Answers with errors: one JSON shape, a page for browsers, and one place that decides status and headers. */
import { GraphQLError } from 'graphql';
import { codeOf, publicCodeOf, publicError } from '../../schema/errors.ts';
import { corpusError } from '../corpus.ts';
import { maskFault } from '../fault.ts';
import { failurePage, type Link } from '../pages/failure-page.tsx';
import { prefersPage, respondPage } from '../pages/respond-page.ts';
import { GRAPHQL_MEDIA_TYPES, graphqlMediaType } from './accept.ts';
import { UNCACHED } from './caching.ts';
import { type Exchange, respond, setHeader } from './exchange.ts';
import { statusOf } from './status.ts';

/** How long to wait for a database that is down or was just refilled. */
const RETRY_AFTER_SECONDS = 2;
/** How long to wait until the operator may have deployed again. */
const RETRY_AFTER_DEPLOYMENT_SECONDS = 60;

/** Answers 404 to an unknown address, without quoting it. */
export function answerNotFound(exchange: Exchange): Response {
  return answerNothingHere(exchange, []);
}

/** The same, with links to what may have been meant for who gets a page. */
export function answerNothingHere(exchange: Exchange, nearest: readonly Link[]): Response {
  const error = publicError('NOT_FOUND', 'There is nothing at this address. The endpoint is /graphql; see / for more.');
  return errorResponse(exchange, error, nearest);
}

/** Answers 410 to the address of a thing that is gone, with links to what it was split into for who gets a page. */
export function answerGone(exchange: Exchange, error: GraphQLError, parts: readonly Link[]): Response {
  return errorResponse(exchange, error, parts);
}

/**
 * Answers 405 to every method without a route before this one. RFC 9110, 15.5.6: `Allow` must list the allowed ones.
 */
export function refuseOtherMethods(allow: string) {
  return (exchange: Exchange): Response => {
    setHeader(exchange, 'Allow', allow);
    return errorResponse(exchange, publicError('METHOD_NOT_ALLOWED', `This address accepts ${allow}.`));
  };
}

/** Answers with the error that a handler threw: a public error as it is, anything else masked and logged. */
export function answerThrown(thrown: Error, exchange: Exchange): Response {
  return errorResponse(exchange, toPublicError(thrown, exchange.get('facts').requestId));
}

function toPublicError(thrown: Error, requestId: string): GraphQLError {
  if (thrown instanceof GraphQLError && codeOf(thrown) !== null) return thrown;
  return corpusError(thrown) ?? maskFault(thrown, requestId);
}

/** The endpoint itself, and the plain addresses that name a form. */
const ONLY_FOR_PROGRAMS = /^\/graphql$|^\/api\/.*\.(json|csv)$/;

function errorResponse(exchange: Exchange, error: GraphQLError, nearest: readonly Link[] = []): Response {
  exchange.get('facts').errorCodes = [publicCodeOf(error)];
  const status = statusOf(error);
  if (status === 503) setRetryAfter(exchange, waitingTime(error));
  setHeader(exchange, 'Cache-Control', UNCACHED);
  if (!ONLY_FOR_PROGRAMS.test(exchange.req.path) && prefersPage(exchange, GRAPHQL_MEDIA_TYPES)) {
    return respondPage(exchange, status, failurePage(status, [error], nearest));
  }
  const mediaType = graphqlMediaType(exchange.req.header('Accept')) ?? GRAPHQL_MEDIA_TYPES[0];
  setHeader(exchange, 'Content-Type', `${mediaType}; charset=utf-8`);
  setHeader(exchange, 'Vary', 'Accept');
  return respond(exchange, status, JSON.stringify({ errors: [error] }));
}

/** Sets `Retry-After`, for every answer with status 503. */
export function setRetryAfter(exchange: Exchange, seconds: number = RETRY_AFTER_SECONDS): void {
  setHeader(exchange, 'Retry-After', String(seconds));
}

function waitingTime(error: GraphQLError): number {
  return codeOf(error) === 'MISCONFIGURED' ? RETRY_AFTER_DEPLOYMENT_SECONDS : RETRY_AFTER_SECONDS;
}
