/** Errors that end a request: one JSON shape, one place that decides status and headers. */
import { GraphQLError } from 'graphql';
import type { Context, Handler } from 'hono';
import { codeOf, publicError, statusOf } from '../../schema/errors.ts';
import { maskFault } from '../fault.ts';
import { GRAPHQL_MEDIA_TYPES, preferredMediaType } from './media-type.ts';

/** Answers 404, readable from any origin, to an address that is not served; it is the caller's text and not repeated. */
export function answerNotFound(context: Context): Response {
  context.header('Access-Control-Allow-Origin', '*');
  const error = publicError('NOT_FOUND', 'There is nothing at this address. The endpoint is /graphql; see / for more.');
  return errorResponse(context, error);
}

/** Answers 405 to each method that no route before it took. RFC 9110, 15.5.6: `Allow` has to say which are. */
export function refuseOtherMethods(allow: string): Handler {
  return (context) => {
    const response = errorResponse(context, publicError('METHOD_NOT_ALLOWED', `This address takes ${allow}.`));
    response.headers.set('Allow', allow);
    return response;
  };
}

/** Answers what a handler threw: a public error as it is, anything else masked and logged. */
export function answerThrown(thrown: Error, context: Context): Response {
  const isPublic = thrown instanceof GraphQLError && codeOf(thrown) !== null;
  return errorResponse(context, isPublic ? thrown : maskFault(thrown));
}

function errorResponse(context: Context, error: GraphQLError): Response {
  const mediaType = preferredMediaType(context.req.header('Accept'), GRAPHQL_MEDIA_TYPES) ?? GRAPHQL_MEDIA_TYPES[0];
  return new Response(JSON.stringify({ errors: [error] }), {
    status: statusOf(codeOf(error) ?? 'INTERNAL_SERVER_ERROR'),
    headers: { 'Content-Type': `${mediaType}; charset=utf-8`, 'Cache-Control': 'no-store', Vary: 'Accept' },
  });
}
