/** Twins: the proposals of the rules and of a model that are about the same words. */
import type {
  Anchors,
  Annotation,
  AuthoredEvent,
  AuthoredFact,
  AuthoredStatement,
} from '../../../data/compile/index.ts';
import type { Range } from '../sentence.ts';
import { type Sheet, within } from '../sheet.ts';
import { overlapOf, type Places } from './place.ts';

/** What a model says about a proposal of the rules. */
export type Fate = 'alone' | 'agreed' | 'against' | 'disputed';

/** A proposal of the rules, and what the model has said about it so far. */
export interface Own<T> {
  authored: T;
  readonly ranges: readonly Range[];
  fate: Fate;
}

export interface Rules {
  readonly statements: readonly Own<AuthoredStatement>[];
  readonly events: readonly Own<AuthoredEvent>[];
  readonly facts: readonly Own<AuthoredFact>[];
}

/** The proposals of the rules, before the model is heard. */
export function openRules({ statements = [], events = [], facts = [] }: Annotation, places: Places): Rules {
  const open = <T>(authored: T, words: Anchors | undefined): Own<T> => {
    return { authored, ranges: words === undefined ? [] : places.exact(words), fate: 'alone' };
  };
  return {
    statements: statements.map((one) => open(one, one.content)),
    events: events.map((one) => open(one, one.evidence)),
    facts: facts.map((one) => open(one, one.evidence)),
  };
}

/** Two are the same if they have this share of the shorter one in common. */
const SAME = 0.5;

export function isSameWords(one: readonly Range[], other: readonly Range[]): boolean {
  return overlapOf(one, other) >= SAME;
}

/** The proposal that has most of the words; null if none has enough of them. */
export function twinOf<T extends { readonly ranges: readonly Range[] }>(
  ranges: readonly Range[],
  all: readonly T[],
): T | null {
  const found = all.filter((one) => isSameWords(ranges, one.ranges));
  const most = (best: T, one: T) => (overlapOf(ranges, one.ranges) > overlapOf(ranges, best.ranges) ? one : best);
  return found.length === 0 ? null : found.reduce(most);
}

/**
 * What becomes of the rules' statement when the model names these speakers. A speaker that the words at the verb of
 * saying name is sure; one behind a pronoun, a title or a quotation without a verb is a guess.
 */
export function fateOf(rules: AuthoredStatement, model: AuthoredStatement, sheet: Sheet, places: Places): Fate {
  const agents = new Set(model.speakers.map(({ agent }) => agent));
  if (rules.speakers.some(({ agent }) => agents.has(agent))) return 'agreed';
  const isSure = rules.speakers.every(({ agent, evidence }) => {
    return places.exact(evidence).every((range) => isNamedBy(range, agent, sheet));
  });
  return isSure && rules.cue !== undefined ? 'against' : 'disputed';
}

function isNamedBy(range: Range, agent: string, sheet: Sheet): boolean {
  const words = sheet.text.slice(range.start, range.end);
  if (/^(he|she|it|they|we|i|you)$/i.test(words)) return false;
  const isOf = ({ mentions }: Sheet['names'][number], inside: boolean) =>
    mentions.some((one) => within(one, range) === inside);
  // A place that speaks has its state as the agent, and an unnamed group has no name: both are the words themselves.
  const elsewhere = sheet.names.filter((name) => !isOf(name, true) && isOf(name, false));
  return !elsewhere.some((name) => sheet.slugOf(name) === agent);
}

/** The worse of two fates: where a model contradicts itself, the doubt stays. */
export function worse(one: Fate, other: Fate): Fate {
  return FATES.indexOf(one) > FATES.indexOf(other) ? one : other;
}

const FATES: readonly Fate[] = ['alone', 'agreed', 'against', 'disputed'];

export function isSameKind(one: AuthoredEvent, other: AuthoredEvent): boolean {
  return one.kind === other.kind || one.kind === 'OTHER' || other.kind === 'OTHER';
}

/** Whether both say the same of the same person. */
export function isSameFact(one: AuthoredFact, other: AuthoredFact): boolean {
  const { position, kinship } = one;
  if (one.person !== other.person) return false;
  if (position !== undefined) return position.title.toLowerCase() === other.position?.title.toLowerCase();
  if (kinship !== undefined) return kinship.relative === other.kinship?.relative;
  return one.birth === undefined ? other.death !== undefined : other.birth !== undefined;
}
