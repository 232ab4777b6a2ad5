/** A store that fails at whatever it is asked. */
import type { Store } from '../../data/store.ts';

export function failingStore(fail: () => never): Store {
  const store: Store = {
    summary: fail,
    meteredBy: () => store,
    asOf: () => store,
    get: fail,
    find: fail,
    typeOf: fail,
    changes: fail,
    countChanges: fail,
    retired: fail,
    nearest: fail,
    history: fail,
    difference: fail,
    text: fail,
    dossier: fail,
    list: fail,
    count: fail,
    agents: fail,
    pick: fail,
    articleAt: fail,
    facet: fail,
    assertions: fail,
    search: fail,
    suggest: fail,
    timeline: fail,
    dated: fail,
    paths: fail,
  };
  return store;
}
