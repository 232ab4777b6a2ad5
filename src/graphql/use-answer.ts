/** From a result to the response: the media types, statuses and headers of this endpoint instead of Yoga's. */
import type { ExecutionResult } from 'graphql';
import type { WriteAnswer } from '../http/answer.ts';
import type { GraphqlPlugin } from './context.ts';

export function useAnswer(write: WriteAnswer): GraphqlPlugin {
  return {
    onResultProcess({ serverContext, setResultProcessor }) {
      setResultProcessor((result) => write(serverContext, single(result)), serverContext.representation.contentType);
    },
  };
}

/** Neither batches nor subscriptions are answered here. */
function single(result: object): ExecutionResult {
  if (Array.isArray(result) || Symbol.asyncIterator in result) throw new Error('There is more than one result.');
  return result;
}
