/** Kinds of event: the words that point to each. */
import type { EventKind } from '../../data/compile/index.ts';

/** The kind of event that the words of a sentence point to; null if there is no such word. */
export function kindOfEvent(words: readonly string[]): EventKind | null {
  for (const word of words) {
    const kind = KINDS.get(word);
    if (kind !== undefined) return kind;
  }
  // Somebody was hurt, but the words do not say how, so no kind may be inferred.
  return words.some((word) => /^(injured|wounded|hurt)$/.test(word)) ? 'OTHER' : null;
}

const KINDS = new Map<string, EventKind>(
  Object.entries({
    ACCIDENT: 'crash crashed collided collision derailed derailment capsized accident explosion exploded collapsed',
    CANCELLATION: 'cancelled canceled cancellation postponed',
    CONVERSATION: 'telephone phoned conversation',
    CRIME: 'robbery robbed theft stole stolen murder murdered fraud kidnapped kidnapping smuggled hacked',
    CULTURAL: 'concert festival exhibition premiere premiered parade ceremony',
    DEATH: 'died death killed drowned',
    DECISION: 'ruled ruling approved adopted sentenced sanctions verdict convicted acquitted ratified vetoed banned',
    DETENTION: 'arrested arrest arrests detained detention jailed imprisoned custody',
    DISASTER:
      'earthquake flood flooding floods hurricane typhoon cyclone tornado landslide avalanche eruption drought tsunami storm',
    ELECTION: 'election elections elected referendum polls ballot',
    EXAMINATION: 'examination examined autopsy inspection inspected',
    FIRE: 'fire blaze wildfire',
    INTERVIEW: 'interviewed',
    MEETING: 'met meeting summit talks conference',
    OPERATION: 'operation raid raided offensive rescued deployed searched',
    PROTEST: 'protest protests protested protesters demonstration demonstrators rally marched strike',
    TRANSPORT: 'transported evacuated evacuation extradited deported',
    VIOLENCE: 'attack attacked attacks shooting shot bombing bombed stabbed clashes clashed beaten beatings assaulted',
  } satisfies Partial<Record<EventKind, string>>).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as EventKind] as const),
  ),
);
