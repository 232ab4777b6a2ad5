/** Event nouns: "a fire broke out", "held a rally", "the attack in the town", where the sentence has it happen. */
import type { EventKind } from '../../data/compile/index.ts';
import { clauseAround, isSupposed, objectOf, placeAt, placeBefore, placeFrom, type Trigger } from './event-phrase.ts';
import type { Word } from './event-token.ts';
import { byAgent, fits } from './event-verb.ts';
import { deedNoun, eventNoun, eventVerbs } from './event-word.ts';
import { isTimeWord } from './grammar.ts';
import type { Phrase } from './phrase.ts';

/** The event that the noun at a place tells of; null if it tells of none. */
export function readEventNoun(tokens: readonly Word[], at: number): Trigger | null {
  const token = tokens[at];
  const kind = eventNoun(token?.lower ?? '');
  if (token === undefined || kind === null || !isNoun(token, at) || isPartOfName(tokens, at, kind)) return null;
  const clause = clauseAround(tokens, at);
  const from = premodified(tokens, at, clause);
  const words = tokens.slice(clause.from, clause.to);
  if (tokens.slice(from, at).some(({ lower, isDate }) => isDate || FIGURATIVE.test(lower))) return null;
  if (isUntied(tokens, from) || isSupposed(tokens, clause)) return null;
  const verb = tokens.slice(at + 1, clause.to).find(isVerbal);
  if (/^(?:is|are|be)$/.test(verb?.lower ?? '') || words.some(({ lower }) => CALLED_OFF.test(lower))) return null;
  if (words.some(({ lower }) => UNREAL.test(lower)) || !words.some(isPastForm)) return null;
  const beside = placeAt(tokens, at + 1, clause);
  const isLocated = beside !== null && tokens.slice(beside.from, beside.to).some(({ name }) => name?.type === 'Place');
  const isReal = isLocated || isSubject(tokens, at, clause);
  const isHeld = isObject(tokens, from) || isDated(tokens, from, at);
  const isForce = tokens.slice(from, at).some(({ lower }) => FORCE.test(lower));
  if (!isReal && !(isHeld && (isForce || !VERBAL.test(token.lower)))) return null;
  const place = beside ?? placeOfVerb(tokens, at, clause) ?? placeBefore(tokens, clause);
  const isNamed = tokens.slice(Math.max(0, from - 1), at).some(({ name, tag }) => name !== null || tag === 'PROPN');
  const hasPartners = words.some(({ lower }) => lower === 'with' || lower === 'between');
  // "The press conference" alone is no name that tells the event from others.
  if (place === null && !isNamed && !hasPartners) return null;
  return { kind, at, clause, noun: null, undergoer: { from, to: at + 1 }, agent: null, place, isNegated: false };
}

/** "The murder of Ann Lee", "Ann Lee's death": a deed told by a noun with the people whom it was done to. */
export function readDeedNoun(tokens: readonly Word[], at: number): Trigger | null {
  const verb = deedNoun(tokens[at]?.lower ?? '');
  // "the murder case"
  if (verb === null || tokens[at]?.tag !== 'NOUN' || tokens[at + 1]?.tag === 'NOUN') return null;
  const clause = clauseAround(tokens, at);
  if (tokens.slice(clause.from, clause.to).some(({ lower }) => UNREAL.test(lower)) || isSupposed(tokens, clause))
    return null;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const owner = before?.name?.type === 'Person' && /['’]s$/.test(before.text) ? { from: at - 1, to: at } : null;
  const isOf = after?.lower === 'of' && tokens.slice(premodified(tokens, at, clause) - 1, at)[0]?.lower === 'the';
  const undergoer = owner ?? (isOf ? objectOf(tokens, at + 1, clause) : null);
  if (undergoer === null || !fits(verb, tokens, undergoer, null)) return null;
  const place = placeAt(tokens, Math.max(undergoer.to, at + 1), clause);
  const agent = byAgent(tokens, at, clause);
  return { kind: verb.kind, at, clause, noun: verb.noun, undergoer, agent, place, isNegated: false };
}

const CALLED_OFF = /^(?:cancell?ed|postponed|averted)$/;

/** A noun at the start of a sentence has its capital from there, and is often tagged as a name. */
function isNoun({ tag, lower }: Word, at: number): boolean {
  return tag === 'NOUN' || (tag === 'PROPN' && at === 0) || (tag === 'VERB' && /ing$/.test(lower));
}

/** "fire brigade", "election law", "a storm of protest" */
function isPartOfName(tokens: readonly Word[], at: number, kind: EventKind): boolean {
  const next = tokens[at + 1];
  if (next !== undefined && /^(?:NOUN|PROPN|PART)$/.test(next.tag) && !next.isDate && !isVerbal(next)) return true;
  return /^['’]/.test(next?.text ?? '') || (next?.lower === 'of' && /^(?:FIRE|DISASTER|ACCIDENT)$/.test(kind));
}

function premodified(tokens: readonly Word[], at: number, clause: Phrase): number {
  let from = at;
  while (
    from > clause.from &&
    /^(?:NOUN|ADJ|PROPN)$/.test(tokens[from - 1]?.tag ?? '') &&
    !/['’]s?$/.test(tokens[from - 1]?.text ?? '') &&
    !isTimeWord(tokens[from - 1])
  )
    from--;
  return from;
}

const FIGURATIVE =
  /^(?:political|media|verbal|personal|legal|financial|economic|market|stock|price|charm|campaign|advertising|heart|twitter|sales|public|primary|general|friendly|last-ditch|artillery|enemy|covering|mortar|rocket-propelled)$/;

/** "no fire", "before the fire", "talks about the strike": what did not happen, or is only spoken of. */
function isUntied(tokens: readonly Word[], from: number): boolean {
  const [before, other] = [tokens[from - 1], tokens[from - 2]];
  if (/^(?:no|any|every|each|another|future|next)$/.test(before?.lower ?? '')) return true;
  // "a storm of protest"
  if (before?.lower === 'of' && eventNoun(other?.lower ?? '') !== null) return true;
  return (
    UNTIED.test(before?.lower ?? '') ||
    (/^(?:DET|PRON|NUM)$/.test(before?.tag ?? '') && UNTIED.test(other?.lower ?? ''))
  );
}

const UNTIED = /^(?:for|before|until|since|without|like|than|against|despite|about|over|on|to|as|ahead|per)$/;
const UNREAL =
  /^(?:will|would|could|can|may|might|shall|should|must|.*n't|cannot|'ll|planned|plans?|planning|scheduled|upcoming|due|threat\w*|risks?|fear\w*|possib\w+|potential|prospect|expect\w*|hop(?:e|es|ed|ing)|prevent\w*|avoid\w*|not|never)$/;

function isPastForm(token: Word): boolean {
  if (/^(?:was|were|had|has|have|did|hit|cut)$/.test(token.lower)) return true;
  return (
    token.tag === 'VERB' && (/ed$/.test(token.lower) || PAST.test(token.lower) || eventVerbs(token.lower).length > 0)
  );
}

const PAST =
  /^(?:left|went|came|took|made|got|gave|found|saw|became|began|ran|won|lost|met|held|kept|led|paid|sent|spent|stood|thought|brought|caught|fell|felt|fought|grew|heard|put|set|shot|rose|broke|chose|drew|drove|hurt|sat|shook|shut|sank|said|spoke|told|struck|swept|threw|tore|wrote|wore|burnt)$/;

/** "A fire broke out", "the meeting was held": the first verb after the noun makes it happen. */
function isSubject(tokens: readonly Word[], at: number, clause: Phrase): boolean {
  const verb = tokens.findIndex((token, index) => index > at && index < clause.to && isVerbal(token));
  if (verb === -1 || verb - at > FARTHEST_VERB || tokens.slice(at + 1, verb).some(({ text }) => text === ','))
    return false;
  const main =
    tokens[verb]?.tag === 'AUX' ? tokens.slice(verb, verb + 4).find(({ tag }) => tag === 'VERB') : tokens[verb];
  return HAPPENING.test(main?.lower ?? '');
}

const FARTHEST_VERB = 10;

/** A verb, also one that the tagger takes for a noun since it is both. */
function isVerbal({ tag, lower }: Word): boolean {
  return tag === 'VERB' || tag === 'AUX' || /^(?:cut|hit|struck)$/.test(lower);
}

const HAPPENING =
  /^(?:broke|broken|took|taken|happened|occurred|began|begun|started|erupted|struck|hit|killed|injured|wounded|destroyed|damaged|swept|ripped|tore|ravaged|engulfed|burnt|burned|claimed|cut|buried|left|lasted|ended|opened|drew|attracted|forced|held|staged|hosted|organi[sz]ed|conducted|carried|reported|followed|spread|flooded)$/;

/** "staged a protest": the verb before the noun. */
function isObject(tokens: readonly Word[], from: number): boolean {
  let at = from - 1;
  while (at >= 0 && /^(?:DET|ADJ|NUM|PRON)$/.test(tokens[at]?.tag ?? '')) at--;
  return tokens[at]?.tag === 'VERB' && HOLDING.test(tokens[at]?.lower ?? '');
}

const HOLDING =
  /^(?:held|staged|hosted|attended|organi[sz]ed|conducted|joined|addressed|led|sparked|caused|triggered|survived|extinguished|stopped|contained|started|began|opened|launched|performed|won|lost)$/;

/** "the meeting on Tuesday", "last week's protest": a date right beside the noun. */
function isDated(tokens: readonly Word[], from: number, at: number): boolean {
  const after = tokens[at + 1]?.tag === 'ADP' ? tokens[at + 2] : tokens[at + 1];
  const before = tokens[from - 1];
  return after?.isDate === true || (before?.isDate === true && /['’]s$/.test(before.text));
}

function placeOfVerb(tokens: readonly Word[], at: number, clause: Phrase): Phrase | null {
  const comma = tokens.findIndex(({ text }, index) => index > at && text === ',');
  const end = Math.min(clause.to, at + FARTHEST_VERB, comma === -1 ? clause.to : comma);
  const verb = tokens.findLastIndex((token, index) => index > at && index < end && isVerbal(token));
  if (verb === -1) return null;
  if (STRIKING.test(tokens[verb]?.lower ?? '')) return placeFrom(tokens, verb + 1, clause);
  return placeAt(tokens, /^(?:out|place)$/.test(tokens[verb + 1]?.lower ?? '') ? verb + 2 : verb + 1, clause);
}

/** Verbs whose object is where it happens: "hit the town". */
const STRIKING = /^(?:hit|struck|swept|rocked|devastated|ravaged|destroyed|damaged|gutted|engulfed|flooded)$/;

/** Nouns that are as often said of words as of deeds. */
const VERBAL = /^(?:attacks?|clashes|fighting|offensive|brawl|debate|strike|operation|shooting)$/;
const FORCE =
  /^(?:terror\w*|knife|bomb|gun|suicide|rocket|missile|air|drone|arson|acid|armed|deadly|fatal|mass|military|joint|police|rail|hunger)$/;
