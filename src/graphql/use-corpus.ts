/** Gives each request the corpus that it reads, the same one from beginning to end. */
import type { ExecutionResult } from 'graphql';
import { andThen, type Store } from '../../data/store.ts';
import { corpusError, type OpenStore } from '../corpus.ts';
import type { GraphqlPlugin, OperationContext } from './context.ts';
import type { Spending } from './spending.ts';

/**
 * Opens the corpus and passes it to the resolvers with a meter. If the corpus is replaced in the meantime, the request
 * runs again, so that an answer never mixes two corpora.
 */
export function useCorpus(openStore: OpenStore): GraphqlPlugin {
  return {
    onParams({ context: { facts } }) {
      return andThen(openStore(), (store) => {
        facts.store = store;
      });
    },
    onContextBuilding({ context, extendContext }) {
      const { facts } = context;
      if (facts.store !== null && facts.spending !== null) extendContext(metered(facts.store, facts.spending));
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const { facts } = args.contextValue;
      setExecuteFn((given) =>
        andThen(executeFn(given), (result: ExecutionResult) => {
          if (!isMoved(result)) return result;
          return andThen(openStore(), (store) => {
            const spending = facts.spending?.again() ?? null;
            if (spending === null) return result;
            // The key of its answer names the corpus before.
            Object.assign(facts, { store, spending, cost: spending, answerKey: null });
            return executeFn({ ...given, contextValue: { ...given.contextValue, ...metered(store, spending) } });
          });
        }),
      );
    },
  };
}

function metered(store: Store, spending: Spending): Pick<OperationContext, 'store' | 'spending' | 'days'> {
  return { store: store.meteredBy(spending), spending, days: undefined };
}

function isMoved({ errors = [] }: ExecutionResult): boolean {
  return errors.some((error) => (corpusError(error.originalError) ?? error).extensions.code === 'CORPUS_MOVED');
}
