/** Which document a request is about: sent with it, persisted, or one that the Worker was built with. */

import type { GraphQLParams } from 'graphql-yoga';
import { andThen } from '../../data/store.ts';
import type { Asked, GraphqlPlugin } from './context.ts';
import type { Documents } from './document.ts';

/** Finds the document, and remembers it where the request wants it so and it turned out to be good. */
export function useDocuments(documents: Documents): GraphqlPlugin {
  return {
    onParams({ params, setParams, context: { facts } }) {
      // Where another plugin has read the request.
      facts.asked ??= askedBy(params);
      return andThen(documents.find(facts.asked.document), (document) => {
        facts.document = document;
        setParams({ ...params, query: document.text });
      });
    },
    onExecutionResult({ context: { facts } }) {
      const { document, asked, isRead } = facts;
      if (isRead && document !== null && asked !== null) documents.remember(document, asked.document);
    },
  };
}

function askedBy({ query, operationName, variables, extensions }: GraphQLParams): Asked {
  return {
    document: { text: query ?? null, hash: null },
    operationName: operationName ?? null,
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}
