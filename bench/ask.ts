/** Ask: runs queries over a bundle in Node, for answers without measuring their cost. */
import { graphqlSync } from 'graphql';
import { openBundledSource } from '../data/bundled/source.ts';
import { openStore } from '../data/engine/store.ts';
import { UNMETERED } from '../data/store.ts';
import { schema } from '../schema/index.ts';
import type { Variables } from './questions.ts';

export type Ask = <Data>(document: string, variables?: Variables) => Data;

/** Returns a function that answers queries over this bundle. It throws if the answer has errors. */
export function openAsk(bundle: Uint8Array): Ask {
  const contextValue = { store: openStore(openBundledSource(bundle)), spending: UNMETERED };
  return <Data>(source: string, variableValues: Variables = {}) => {
    const { data, errors = [] } = graphqlSync({ schema, source, variableValues, contextValue });
    const [error] = errors;
    if (error !== undefined) throw error;
    // The caller knows the type of its query.
    return data as Data;
  };
}
