/** From an HTTP request to the parameters of a GraphQL request. */
import { readGraphqlRequest } from '../http/graphql-request.ts';
import type { Settings } from '../settings.ts';
import type { Asked, GraphqlPlugin } from './context.ts';

/**
 * Reads the body once, or the address. What an address of `/api` asks is known already. Yoga's own parsers also take
 * form posts, which a page of another origin can send without asking, and quote what they cannot read.
 */
export function useRequest({ limits }: Settings): GraphqlPlugin {
  return {
    onRequestParse({ serverContext: { facts }, setRequestParser }) {
      setRequestParser(async (request) => {
        facts.asked ??= await readGraphqlRequest(request, limits);
        return paramsOf(facts.asked);
      });
    },
  };
}

function paramsOf({ document: { text }, operationName, variables, extensions }: Asked) {
  return {
    variables,
    extensions,
    ...(text !== null && { query: text }),
    ...(operationName !== null && { operationName }),
  };
}
