/** The address /graphql: how its answers are written, by the draft of GraphQL over HTTP that its audits hold servers to. */
import type { ExecutionResult } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { openContext } from '../graphql/context.ts';
import type { Representation } from '../graphql/use-answer.ts';
import type { AnswerGraphql } from '../graphql/yoga.ts';
import { GRAPHQL_MEDIA_TYPES, type GraphqlMediaType, graphqlMediaType } from './accept.ts';
import type { Exchange } from './exchange.ts';
import { statusOf } from './status.ts';

/** Hands a request by GET, HEAD or POST to Yoga. Throws the public error where no answer would be acceptable. */
export function answerGraphql(answer: AnswerGraphql) {
  return (exchange: Exchange): Promise<Response> | Response => {
    const mediaType = graphqlMediaType(exchange.req.header('Accept'));
    if (mediaType === null) {
      throw publicError('NOT_ACCEPTABLE', `Accept leaves none of ${GRAPHQL_MEDIA_TYPES.join(', ')}. Add one of them.`);
    }
    const { raw } = exchange.req;
    // Hono leaves out the body of an answer to HEAD; Yoga knows no HEAD.
    const request = raw.method === 'HEAD' ? new Request(raw, { method: 'GET' }) : raw;
    return answer(request, openContext(exchange, REPRESENTATIONS[mediaType]));
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
