/**
 * The HTTP side of /graphql, by the draft of GraphQL over HTTP that its official audits hold servers to.
 *
 * Yoga is asked by `getResultForParams` and not by `fetch`: a small lookup costs about half the CPU, and form posts,
 * multipart, event streams and errors without a code have no way in.
 */
import type { ExecutionResult } from 'graphql';
import type { Handler } from 'hono';
import { codeOf, publicError, statusOf } from '../../schema/errors.ts';
import type { OpenStore } from '../corpus.ts';
import type { Graphql } from '../graphql/yoga.ts';
import { readGraphqlRequest } from './graphql-request.ts';
import { GRAPHQL_MEDIA_TYPES, type GraphqlMediaType, preferredMediaType } from './media-type.ts';

/** Answers a GraphQL request by GET or POST. Throws the public error where it is no such request. */
export function answerGraphql(graphql: Graphql, openStore: OpenStore): Handler {
  return async (context) => {
    const request = context.req.raw;
    const mediaType = preferredMediaType(context.req.header('Accept'), GRAPHQL_MEDIA_TYPES);
    if (mediaType === null) {
      throw publicError('NOT_ACCEPTABLE', `Accept leaves none of ${GRAPHQL_MEDIA_TYPES.join(', ')}. Add one of them.`);
    }
    const params = await readGraphqlRequest(request);
    const result = await execute(graphql, { params, request }, openStore);
    // What was read of a corpus that was replaced meanwhile is not mixed with the new one: it is read again.
    return graphqlResponse(
      hasMoved(result) ? await execute(graphql, { params, request }, openStore) : result,
      mediaType,
    );
  };
}

async function execute(
  graphql: Graphql,
  asked: Parameters<Graphql['getResultForParams']>[0],
  openStore: OpenStore,
): Promise<ExecutionResult> {
  const result = await graphql.getResultForParams(asked, { store: await openStore() });
  if (!result || Symbol.asyncIterator in result) throw new Error('Yoga gave no single result.');
  return result;
}

function hasMoved({ errors = [] }: ExecutionResult): boolean {
  return errors.some((error) => codeOf(error) === 'CORPUS_MOVED');
}

function graphqlResponse(result: ExecutionResult, mediaType: GraphqlMediaType): Response {
  const status = statusOfResult(result, mediaType);
  const headers = new Headers({
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Cache-Control': 'no-store',
    Vary: 'Accept',
  });
  if (status === 405) headers.set('Allow', 'POST');
  return new Response(JSON.stringify(result), { status, headers });
}

/**
 * Once there is `data`, even null, the request was executed: 200. Otherwise the most serious error counts, but in the
 * older media type, whose clients take a 400 for a broken network, a faulty document is a 200 as well.
 */
function statusOfResult({ data, errors = [] }: ExecutionResult, mediaType: GraphqlMediaType): number {
  if (data !== undefined) return 200;
  const status = Math.max(...errors.map((error) => statusOf(codeOf(error) ?? 'INTERNAL_SERVER_ERROR')));
  return status === 400 && mediaType === 'application/json' ? 200 : status;
}
