/**
 * The HTTP side of /graphql, by the draft of GraphQL over HTTP that its official audits hold servers to.
 *
 * Yoga is asked for documents only (see `graphql/graphql.ts`) and not by `fetch`, so that form posts, multipart, event
 * streams and errors without a code have no way in.
 */
import type { ExecutionResult } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { GRAPHQL_MEDIA_TYPES, type GraphqlMediaType, graphqlMediaType } from './accept.ts';
import { answer, type Representation, type Service } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { readGraphqlRequest } from './graphql-request.ts';
import { statusOf } from './status.ts';

/** Answers a GraphQL request by GET or POST. Throws the public error where it is no such request. */
export function answerGraphql(service: Service) {
  return async (exchange: Exchange): Promise<Response> => {
    const mediaType = graphqlMediaType(exchange.req.header('Accept'));
    if (mediaType === null) {
      throw publicError('NOT_ACCEPTABLE', `Accept leaves none of ${GRAPHQL_MEDIA_TYPES.join(', ')}. Add one of them.`);
    }
    const asked = await readGraphqlRequest(exchange.req.raw, service.settings.limits);
    return answer(exchange, service, asked, REPRESENTATIONS[mediaType]);
  };
}

const REPRESENTATIONS: Readonly<Record<GraphqlMediaType, Representation>> = {
  'application/json': {
    contentType: 'application/json; charset=utf-8',
    // Clients of the older media type take a 400 for a broken network: a faulty document is a 200 as well.
    statusOf: (result) => (statusOfResult(result) === 400 ? 200 : statusOfResult(result)),
    write: JSON.stringify,
    isPlain: true,
  },
  'application/graphql-response+json': {
    contentType: 'application/graphql-response+json; charset=utf-8',
    statusOf: statusOfResult,
    write: JSON.stringify,
    isPlain: true,
  },
};

/** Once there is `data`, even null, the request was executed: 200. Otherwise the most serious error counts. */
function statusOfResult({ data, errors = [] }: ExecutionResult): number {
  if (data !== undefined) return 200;
  return Math.max(...errors.map(statusOf));
}
