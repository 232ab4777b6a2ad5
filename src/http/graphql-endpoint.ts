/**
 * The address /graphql and the forms of its answers, by the draft of GraphQL over HTTP that the official audits test.
 */
import type { ExecutionResult } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { openContext } from '../graphql/context.ts';
import type { Representation } from '../graphql/use-answer.ts';
import type { AnswerGraphql } from '../graphql/yoga.ts';
import { GRAPHQL_MEDIA_TYPES, type GraphqlMediaType, graphqlMediaType } from './accept.ts';
import { type Exchange, withStanding } from './exchange.ts';
import { statusOf } from './status.ts';

/** Passes a GET, HEAD or POST request to Yoga. Throws the public error if no form of the answer is acceptable. */
export function answerGraphql(answer: AnswerGraphql) {
  return async (exchange: Exchange): Promise<Response> => {
    const mediaType = graphqlMediaType(exchange.req.header('Accept'));
    if (mediaType === null) {
      throw publicError('NOT_ACCEPTABLE', `Accept allows none of ${GRAPHQL_MEDIA_TYPES.join(', ')}. Add one of them.`);
    }
    const { raw } = exchange.req;
    // Hono drops the body of an answer to HEAD; Yoga does not support HEAD.
    const request = raw.method === 'HEAD' ? new Request(raw, { method: 'GET' }) : raw;
    return withStanding(exchange, await answer(request, openContext(exchange, REPRESENTATIONS[mediaType])));
  };
}

const REPRESENTATIONS: Readonly<Record<GraphqlMediaType, Representation>> = {
  'application/json': {
    contentType: 'application/json; charset=utf-8',
    // Clients of the older media type treat a 400 as a network failure, so a faulty document is a 200 too.
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

/** If there is `data`, even null, the request was executed: 200. Otherwise the most serious error decides. */
function statusOfResult({ data, errors = [] }: ExecutionResult): number {
  if (data !== undefined) return 200;
  return Math.max(...errors.map(statusOf));
}
