/** Store: the data that every peer serves, opened at the first request, as in Dateline. */
import { bundle } from '#corpus';
import { openBundledSource } from '../../../data/bundled/source.ts';
import { openStore } from '../../../data/engine/store.ts';
import { type Meter, type Store, UNMETERED } from '../../../data/store.ts';

export interface Context {
  readonly store: Store;
  readonly spending: Meter;
}

let context: Context | null = null;

/** The context of every request, the same for all. */
export function openContext(): Context {
  context ??= { store: openStore(openBundledSource(new Uint8Array(bundle))), spending: UNMETERED };
  return context;
}
