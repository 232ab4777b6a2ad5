/** Errors that end a request: one JSON shape, a page for browsers, one place that decides status and headers. */
import { GraphQLError } from 'graphql';
import { codeOf, publicError, toldCodeOf } from '../../schema/errors.ts';
import { corpusError } from '../corpus.ts';
import { maskFault } from '../fault.ts';
import { failurePage, type Link } from '../pages/failure-page.tsx';
import { prefersPage, respondPage } from '../pages/respond-page.ts';
import { GRAPHQL_MEDIA_TYPES, graphqlMediaType } from './accept.ts';
import { UNCACHED } from './caching.ts';
import { type Exchange, respond, setHeader } from './exchange.ts';
import { statusOf } from './status.ts';

/** How long to wait for a database that is away or was filled anew. */
const RETRY_AFTER_SECONDS = 2;

/** Answers 404 to an address that is not served; it is the caller's text and not repeated. */
export function answerNotFound(exchange: Exchange): Response {
  return answerNothingHere(exchange, []);
}

/** The same, with links to what may have been meant for who gets a page. */
export function answerNothingHere(exchange: Exchange, nearest: readonly Link[]): Response {
  const error = publicError('NOT_FOUND', 'There is nothing at this address. The endpoint is /graphql; see / for more.');
  return errorResponse(exchange, error, nearest);
}

/** Answers 405 to each method that no route before it took. RFC 9110, 15.5.6: `Allow` has to say which are. */
export function refuseOtherMethods(allow: string) {
  return (exchange: Exchange): Response => {
    setHeader(exchange, 'Allow', allow);
    return errorResponse(exchange, publicError('METHOD_NOT_ALLOWED', `This address takes ${allow}.`));
  };
}

/** Answers what a handler threw: a public error as it is, anything else masked and logged. */
export function answerThrown(thrown: Error, exchange: Exchange): Response {
  return errorResponse(exchange, toPublicError(thrown, exchange.get('facts').requestId));
}

function toPublicError(thrown: Error, requestId: string): GraphQLError {
  if (thrown instanceof GraphQLError && codeOf(thrown) !== null) return thrown;
  return corpusError(thrown) ?? maskFault(thrown, requestId);
}

function errorResponse(exchange: Exchange, error: GraphQLError, nearest: readonly Link[] = []): Response {
  exchange.get('facts').errorCodes = [toldCodeOf(error)];
  const status = statusOf(error);
  if (status === 503) setRetryAfter(exchange);
  setHeader(exchange, 'Cache-Control', UNCACHED);
  // The endpoint itself has nothing but GraphQL to say.
  if (exchange.req.path !== '/graphql' && prefersPage(exchange, GRAPHQL_MEDIA_TYPES)) {
    return respondPage(exchange, status, failurePage(status, [error], nearest));
  }
  const mediaType = graphqlMediaType(exchange.req.header('Accept')) ?? GRAPHQL_MEDIA_TYPES[0];
  setHeader(exchange, 'Content-Type', `${mediaType}; charset=utf-8`);
  setHeader(exchange, 'Vary', 'Accept');
  return respond(exchange, status, JSON.stringify({ errors: [error] }));
}

/** Says when to ask again, for every answer of 503. */
export function setRetryAfter(exchange: Exchange): void {
  setHeader(exchange, 'Retry-After', String(RETRY_AFTER_SECONDS));
}
