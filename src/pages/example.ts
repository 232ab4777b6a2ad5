/** The examples in GraphiQL's menu: the operations of `src/operations`, with variables that find something. */
import { GraphQLError } from 'graphql';
import type { Store } from '../../data/store.ts';
import { corpusError, type OpenStore } from '../corpus.ts';
import { maskFault } from '../fault.ts';
import { fittingVariables, type NamedText } from './example-variables.ts';

export interface Example {
  readonly query: string;
  /** JSON; empty if the defaults of the operation will do. */
  readonly variables: string;
}

/** The examples that a newcomer should see first. */
const FIRST = ['who-says-what-happened', 'statements', 'search'];

/**
 * Chooses the examples for the corpus that is served, once for each version of it, because no limit applies to these
 * reads. If the corpus cannot be read, they keep their own defaults: the page is useful even then.
 *
 * @param texts the operations, by name.
 */
export function createExamples(texts: Readonly<Record<string, string>>, openStore: OpenStore) {
  const operations = inOrder(texts);
  let chosen: { readonly version: string; readonly examples: readonly Example[] } | null = null;
  return async (requestId: string): Promise<readonly Example[]> => {
    try {
      const store = await openStore();
      const { version } = store.summary();
      if (chosen?.version === version) return chosen.examples;
      const examples = await examplesFor(operations, store);
      chosen = { version, examples };
      return examples;
    } catch (error) {
      // A fault of the corpus is logged where it is opened.
      if (!(error instanceof GraphQLError) && corpusError(error) === null) maskFault(error, requestId);
      return operations.map((operation) => exampleOf(operation, {}));
    }
  };
}

/** The operations in the order of the menu: `FIRST`, then the others by name. */
function inOrder(texts: Readonly<Record<string, string>>): readonly NamedText[] {
  const names = Object.keys(texts).sort();
  const ordered = [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
  return ordered.map((name) => ({ name, text: texts[name] ?? '' }));
}

/** The examples that have something to show. */
export async function examplesFor(operations: readonly NamedText[], store: Store): Promise<readonly Example[]> {
  const chosen = await Promise.all(operations.map((operation) => fittingVariables(operation, store)));
  return operations.flatMap((operation, index) => {
    const variables = chosen[index] ?? null;
    return variables === null ? [] : [exampleOf(operation, variables)];
  });
}

function exampleOf({ text }: NamedText, variables: Readonly<Record<string, unknown>>): Example {
  const isEmpty = Object.keys(variables).length === 0;
  return { query: text, variables: isEmpty ? '' : JSON.stringify(variables, null, 2) };
}
