/** The corpus that is published to a D1 database. */
import { type DamageWatch, openCorpus, type RemoteCorpus } from '../chunks/corpus.ts';
import type { Binding } from './database.ts';
import { type OutageWatch, openReads } from './outage.ts';
import { openPlace } from './place.ts';

/** Is notified of faults of the database and its content. */
export type CorpusWatch = OutageWatch & DamageWatch;

/** Opens the database once for an isolate: see `openCorpus`. */
export function openD1(binding: Binding, watch: CorpusWatch = UNWATCHED, keptBytes?: number): RemoteCorpus {
  const readsOf = openReads(watch);
  // Any replica will do; within the request each read is at least as new as the one before.
  return openCorpus(() => openPlace(readsOf(binding.withSession('first-unconstrained'))), watch, keptBytes);
}

const UNWATCHED: CorpusWatch = { onOutage: () => {}, onRecovery: () => {}, onDamage: () => {} };
