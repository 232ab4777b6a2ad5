/** What articles have told so far, so that later ones can tell it again: the latest only, whatever the corpus' size. */
import type { EventKind, Slug } from '../../data/model.ts';
import type { Day } from './date.ts';
import type { Random } from './random.ts';
import type { Agent, Place } from './stock.ts';

export interface KnownEvent {
  readonly slug: Slug;
  readonly kind: EventKind;
  readonly day: Day;
  readonly place: Place | null;
  readonly participants: readonly Agent[];
}

export interface KnownStatement {
  readonly slug: Slug;
  /** The language of its words. */
  readonly tag: string;
  readonly words: string;
  readonly speaker: Agent;
  readonly isQuote: boolean;
  readonly event: KnownEvent | null;
}

export interface Memory {
  readonly events: KnownEvent[];
  readonly statements: KnownStatement[];
}

/** Nothing told yet. */
export function openMemory(): Memory {
  return { events: [], statements: [] };
}

/** Adds it, and forgets the oldest. */
export function remember<T>(memory: T[], told: T): void {
  memory.push(told);
  if (memory.length > 2 * KEPT) memory.splice(0, KEPT);
}

const KEPT = 500;

/** One of what was told, the latest far more often; null where there is none. */
export function recall<T>(memory: readonly T[], random: Random): T | null {
  return memory[memory.length - 1 - random.rank(memory.length, 3)] ?? null;
}
