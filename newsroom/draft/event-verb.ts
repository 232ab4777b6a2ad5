/** Event verbs: "were arrested", "died", "signed the treaty", in the sense of an event and told as having happened. */
import {
  clauseAround,
  groupStart,
  headOf,
  isSupposed,
  objectOf,
  placeAt,
  placeBefore,
  subjectOf,
  type Trigger,
} from './event-phrase.ts';
import type { Word } from './event-token.ts';
import { type EventVerb, eventNoun, eventVerbs, isOf } from './event-word.ts';
import type { FoundName } from './name/find.ts';
import { ROLES } from './name/title-word.ts';
import type { Phrase } from './phrase.ts';

/** The event that the verb at a place tells of; null if it tells of none. */
export function readEventVerb(tokens: readonly Word[], at: number): Trigger | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const phrasal = eventVerbs(`${token.lower} ${tokens[at + 1]?.lower}`);
  const senses = phrasal.length > 0 ? phrasal : eventVerbs(token.lower);
  const last = phrasal.length > 0 ? at + 1 : at;
  if (senses.length === 0 || isParticle(tokens, last + 1)) return null;
  const group = groupStart(tokens, at);
  const auxiliaries = tokens.slice(group, at).map(({ lower }) => lower);
  const isPassive = auxiliaries.some((word) => PASSIVE.test(word));
  const clause = clauseAround(tokens, at);
  if (token.tag !== 'VERB' && !isPassive) return null;
  if (auxiliaries.some((word) => UNREAL.test(word)) || isSupposed(tokens, clause)) return null;
  const before = subjectOf(tokens, group, clause);
  const after = objectOf(tokens, last, clause);
  // "her adopted home", "a newly elected mayor"
  if (!isPassive && /^(?:DET|ADP)$/.test(tokens[group - 1]?.tag ?? '')) return null;
  if (/^(?:his|her|their|its|my|our|the|a|an)$/.test(tokens[group - 1]?.lower ?? '')) return null;
  if (!isDeed(token.lower, tokens, at, clause, isPassive)) return null;
  const [sense] = senses.flatMap((verb) => {
    const roles = isPassive ? { undergoer: before, agent: null } : active(verb, tokens, at, before, after);
    if (roles?.undergoer == null || (isPassive && verb.undergoer === 'subject')) return [];
    const { undergoer, agent } = roles;
    return fits(verb, tokens, undergoer, agent) ? [{ verb, undergoer, agent }] : [];
  });
  if (sense === undefined) return null;
  const { verb, undergoer } = sense;
  const isObject = after !== null && undergoer === after;
  return {
    kind: WEAPON.test(headOf(tokens, undergoer)?.lower ?? '') ? 'VIOLENCE' : verb.kind,
    at,
    clause,
    noun: verb.noun,
    undergoer,
    agent: sense.agent ?? byAgent(tokens, at, clause),
    place: placeAt(tokens, isObject ? after.to : last + 1, clause) ?? placeBefore(tokens, clause),
    isNegated: isNegated(tokens, auxiliaries, [before, after]),
  };
}

/** "shot back", "signed on"; "capsized off Larkford" has a preposition. */
function isParticle(tokens: readonly Word[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return (
    /^(?:back|up|down|off|over|away|out|upon)$/.test(token?.lower ?? '') &&
    !(token?.lower === 'off' && next?.tag === 'PROPN')
  );
}

const PASSIVE = /^(?:was|were|been|got)$/;
/** What explodes or is fired at people. */
const WEAPON = /^(?:bombs?|grenades?|rockets?|missiles?|mortars?|landmines?)$/;
/** A plan, a possibility, or what is generally so. */
const UNREAL =
  /^(?:will|would|could|can|may|might|shall|should|must|.*n't|cannot|'ll|'d|to|is|are|am|be|being|do|does|'s|'re)$/;

interface Roles {
  readonly undergoer: Phrase | null;
  readonly agent: Phrase | null;
}

/** The parts in the active voice; "the men arrested on Monday" has none there, but an undergoer before it. */
function active(
  { undergoer, needs }: EventVerb,
  tokens: readonly Word[],
  at: number,
  before: Phrase | null,
  after: Phrase | null,
): Roles | null {
  if (undergoer === 'subject') return { undergoer: before, agent: null };
  if (after !== null) return { undergoer: after, agent: before };
  if (undergoer === 'either') return { undergoer: before, agent: null };
  // "which he signed into law": the subject of a thing done is not what it is done to.
  const head = before === null ? null : headOf(tokens, before);
  if (needs === 'anything' && (head?.tag === 'PROPN' || head?.tag === 'PRON')) return null;
  if (tokens[at]?.lower === 'interviewed' || tokens[at - 1]?.tag === 'AUX') return null;
  // "a poll of voters released on Friday" may be either.
  if (
    before !== null &&
    head?.tag === 'NOUN' &&
    tokens.slice(Math.max(0, before.from - 3), at).some(({ lower }) => lower === 'of')
  )
    return null;
  return { undergoer: before, agent: null };
}

export function byAgent(tokens: readonly Word[], at: number, clause: Phrase): Phrase | null {
  const by = tokens.findIndex(({ lower }, index) => index > at && index < clause.to && lower === 'by');
  return by === -1 ? null : objectOf(tokens, by, clause);
}

/** Whether the phrase is what the verb needs to have its sense. */
export function fits(
  { kind, needs, undergoer }: EventVerb,
  tokens: readonly Word[],
  phrase: Phrase,
  agent: Phrase | null,
): boolean {
  const head = headOf(tokens, phrase);
  if (head === null || head.tag === 'PRON' || head.isDate) return false;
  if (eventNoun(head.lower) !== null && kind !== 'CANCELLATION' && needs !== 'contest') return false;
  const owned = tokens.slice(phrase.from, phrase.to).findLastIndex(({ lower }) => OWNED.test(lower));
  if (owned > 0 || (owned === 0 && ownerIn(tokens, phrase, agent) === null)) return false;
  if (undergoer === 'object' && QUANTITY.test(head.lower)) return false;
  if (needs === 'anything' || isOf(needs, head.lower)) return true;
  const type = head.name?.type;
  if (needs === 'structure') return type === 'Place';
  if (needs === 'body') return type === 'Organization';
  if (needs !== 'people') return false;
  return (
    type === 'Person' ||
    ROLES.has(head.lower.replace(/s$/, '')) ||
    (head.tag === 'NUM' && !/^[$€£]|%/.test(head.text)) ||
    // "whose father Tom": a name that stands only once, beside a noun of people.
    (head.tag === 'PROPN' && tokens.slice(phrase.from, phrase.to).some(({ lower }) => isOf('people', lower)))
  );
}

/** Too little for a name. */
const QUANTITY = /^(?:hundreds|thousands|dozens|scores|others|some|many)$/;

/** Whose "his campaign" is: the only name in the subject; null if there are more, or none. */
export function ownerIn(tokens: readonly Word[], { from }: Phrase, agent: Phrase | null): FoundName | null {
  const isBody = tokens[from]?.lower === 'its';
  if (agent === null || !(isBody || /^(?:his|her)$/.test(tokens[from]?.lower ?? ''))) return null;
  const names = new Set(tokens.slice(agent.from, agent.to).flatMap(({ name }) => name ?? []));
  const [owner] = names;
  return names.size === 1 && owner?.type === (isBody ? 'Organization' : 'Person') ? owner : null;
}

/** A name with "his" in it needs its owner's name to be understood. */
const OWNED = /^(?:his|her|their|its|my|our|your)$/;

/** Verbs that are as often said of words as of deeds need a sign of deeds, and "met" somebody or a place. */
function isDeed(word: string, tokens: readonly Word[], at: number, clause: Phrase, isPassive: boolean): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'attacked' || word === 'clashed') {
    return tokens.slice(clause.from, clause.to).some(({ lower }) => FORCE.test(lower));
  }
  if (word === 'found') return next === 'dead';
  if (word === 'met')
    return (
      !isPassive &&
      (/^(?:with|in|at|on|for|to)$/.test(next) || tokens[at + 1]?.name?.type === 'Person' || isOf('people', next))
    );
  return true;
}

const FORCE =
  /^(?:police|officers?|soldiers?|troops|army|forces|gunm[ae]n|militants?|rebels?|protesters|demonstrators|mob|fans|kni(?:fe|ves)|guns?|stones?|bottles?|bombs?|rifles?|machete|axe|hammer|sword|weapons?|masked|armed|dogs?|stabbed|beaten)$/;

function isNegated(
  tokens: readonly Word[],
  auxiliaries: readonly string[],
  phrases: readonly (Phrase | null)[],
): boolean {
  if (auxiliaries.some((word) => /^(?:not|never|neither|nor)$/.test(word))) return true;
  return phrases.some((phrase) => phrase !== null && NOBODY.test(tokens[phrase.from]?.lower ?? ''));
}

const NOBODY = /^(?:no|no-one|none|nobody|nothing|neither|few)$/;
