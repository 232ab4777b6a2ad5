/** Event verbs: "were arrested", "died", "signed the treaty", in the sense of an event and told as having happened. */
import {
  clauseAround,
  groupStart,
  headOf,
  isSupposed,
  objectOf,
  placeAt,
  placeBefore,
  type Stretch,
  subjectOf,
  type Trigger,
} from './event-phrase.ts';
import type { Word } from './event-token.ts';
import { type EventVerb, eventNoun, eventVerb, isOf } from './event-word.ts';
import { ROLES } from './name/title-word.ts';

/** The event that the verb at a place tells of; null if it tells of none. */
export function readEventVerb(tokens: readonly Word[], at: number): Trigger | null {
  const token = tokens[at];
  const verb = eventVerb(token?.lower ?? '');
  if (token === undefined || verb === null || isParticle(tokens, at + 1)) return null;
  const group = groupStart(tokens, at);
  const auxiliaries = tokens.slice(group, at).map(({ lower }) => lower);
  const isPassive = auxiliaries.some((word) => PASSIVE.test(word));
  const clause = clauseAround(tokens, at);
  if (token.tag !== 'VERB' && !isPassive) return null;
  if (auxiliaries.some((word) => UNREAL.test(word)) || isSupposed(tokens, clause)) return null;
  const before = subjectOf(tokens, group, clause);
  const after = objectOf(tokens, at, clause);
  const roles = isPassive ? { undergoer: before, agent: null } : active(verb, tokens, at, before, after);
  if (roles === null || (isPassive && verb.undergoer === 'subject')) return null;
  // "her adopted home", "a newly elected mayor"
  if (!isPassive && /^(?:DET|ADP)$/.test(tokens[group - 1]?.tag ?? '')) return null;
  if (/^(?:his|her|their|its|my|our|the|a|an)$/.test(tokens[group - 1]?.lower ?? '')) return null;
  const undergoer = roles.undergoer === null ? null : named(tokens, roles.undergoer);
  if (undergoer === null || !fits(verb, tokens, undergoer) || !isDeed(token.lower, tokens, at, clause, isPassive))
    return null;
  const isObject = after !== null && roles.undergoer === after;
  return {
    kind: WEAPON.test(headOf(tokens, undergoer)?.lower ?? '') ? 'VIOLENCE' : verb.kind,
    at,
    clause,
    noun: verb.noun,
    undergoer,
    agent: roles.agent ?? byAgent(tokens, at, clause),
    place: placeAt(tokens, isObject ? after.to : at + 1, clause) ?? placeBefore(tokens, clause),
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
  readonly undergoer: Stretch | null;
  readonly agent: Stretch | null;
}

/** The parts in the active voice; "the men arrested on Monday" has none there, but an undergoer before it. */
function active(
  { undergoer, needs }: EventVerb,
  tokens: readonly Word[],
  at: number,
  before: Stretch | null,
  after: Stretch | null,
): Roles | null {
  if (undergoer === 'subject') return { undergoer: before, agent: null };
  if (after !== null) return { undergoer: after, agent: before };
  if (undergoer === 'either') return { undergoer: before, agent: null };
  // "which he signed into law": the subject of a thing done is not what it is done to.
  const head = before === null ? null : headOf(tokens, before);
  if (needs === 'anything' && (head?.tag === 'PROPN' || head?.tag === 'PRON')) return null;
  if (tokens[at]?.lower === 'interviewed' || tokens[at - 1]?.tag === 'AUX') return null;
  return { undergoer: before, agent: null };
}

function byAgent(tokens: readonly Word[], at: number, clause: Stretch): Stretch | null {
  const by = tokens.findIndex(({ lower }, index) => index > at && index < clause.to && lower === 'by');
  return by === -1 ? null : objectOf(tokens, by, clause);
}

/** The only person whom the sentence names before "he" or "she"; the phrase itself if it is no pronoun. */
function named(tokens: readonly Word[], phrase: Stretch): Stretch | null {
  const [pronoun] = tokens.slice(phrase.from, phrase.to);
  if (phrase.to - phrase.from > 1 || pronoun?.tag !== 'PRON') return phrase;
  const people = tokens.slice(0, phrase.from).filter(({ name }) => name?.type === 'Person');
  const [person] = new Set(people.map(({ name }) => name));
  if (!/^(?:he|she)$/.test(pronoun.lower) || new Set(people.map(({ name }) => name)).size !== 1) return null;
  const to = tokens.slice(0, phrase.from).findLastIndex(({ name }) => name === person) + 1;
  return { from: to - 1, to };
}

/** Whether the phrase is what the verb needs to have its sense. */
function fits({ kind, needs, undergoer }: EventVerb, tokens: readonly Word[], phrase: Stretch): boolean {
  const head = headOf(tokens, phrase);
  if (head === null || head.tag === 'PRON' || head.isDate) return false;
  if (eventNoun(head.lower) !== null && kind !== 'CANCELLATION') return false;
  if (tokens.slice(phrase.from, phrase.to).some(({ lower }) => OWNED.test(lower))) return false;
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

/** A name with "his" in it needs another sentence to be understood. */
const OWNED = /^(?:his|her|their|its|my|our|your)$/;

/** Verbs that are as often said of words as of deeds need a sign of deeds, and "met" somebody or a place. */
function isDeed(word: string, tokens: readonly Word[], at: number, clause: Stretch, isPassive: boolean): boolean {
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
  phrases: readonly (Stretch | null)[],
): boolean {
  if (auxiliaries.some((word) => /^(?:not|never|neither|nor)$/.test(word))) return true;
  return phrases.some((phrase) => phrase !== null && NOBODY.test(tokens[phrase.from]?.lower ?? ''));
}

const NOBODY = /^(?:no|no-one|none|nobody|nothing|neither|few)$/;
