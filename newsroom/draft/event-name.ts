/** Names of events: neutral, from the kind of event, whom it happened to, and where. */
import type { FoundEvent } from './event.ts';
import { headOf, type Trigger } from './event-phrase.ts';
import type { Word } from './event-token.ts';
import { ownerIn } from './event-verb.ts';
import { isOf } from './event-word.ts';
import { type Phrase, rangeOf } from './phrase.ts';
import type { Mention } from './referent.ts';
import { overlaps, within } from './sheet.ts';

/** "Arrest of two men in Larkford", "Fire at the mill". */
export function nameEvent(text: string, event: FoundEvent): string {
  const { trigger, tokens, places } = event;
  const partners = [...new Set(partnersIn(tokens, trigger, event.names).map(({ name }) => name.name))];
  const owned = ownerIn(tokens, trigger.undergoer, trigger.agent);
  const words = phrase(text, event, trigger.undergoer);
  const what = owned === null ? words : words.replace(/^\S+/, `${owned.name}’s`);
  const owner = trigger.noun === null ? ownerOf(event) : null;
  const start =
    owner !== null ? `${owner}’s ${what}` : trigger.noun === null ? capital(what) : `${trigger.noun} ${what}`;
  const base =
    partners.length === 0
      ? start
      : `${trigger.noun === null ? capital(what) : 'Meeting'} between ${partners.join(' and ')}`;
  const { place } = trigger;
  const where = place !== null ? located(text, tokens, place) : places[0] === undefined ? '' : `in ${places[0].name}`;
  const isSaid = place === null && places.some(({ name }) => base.includes(name));
  return (where === '' || isSaid ? base : `${base} ${where}`).replace(/\s+/g, ' ');
}

/** The place with its preposition, which "hit the town" does not have. */
function located(text: string, tokens: readonly Word[], place: Phrase): string {
  const { start, end } = rangeOf(tokens, place);
  const words = text.slice(start, end);
  const first = tokens[place.from];
  return first?.tag === 'ADP' || first?.lower === 'to' ? words : `${first?.tag === 'DET' ? 'at' : 'in'} ${words}`;
}

/** "the mayor's" before a noun, if the mayor has a name. */
function ownerOf({ tokens, trigger: { undergoer } }: FoundEvent): string | null {
  const owner = tokens[undergoer.from - 1];
  return owner !== undefined && owner.name !== null && /['’]s$/.test(owner.text) ? owner.name.name : null;
}

/** The two who meet or talk, "with", "between" or "met" them; empty for other events, or if the clause does not name two. */
export function partnersIn(tokens: readonly Word[], { kind, clause }: Trigger, names: readonly Mention[]): Mention[] {
  if (kind !== 'MEETING' && kind !== 'CONVERSATION') return [];
  const words = tokens.slice(clause.from, clause.to);
  if (!words.some(({ lower }) => /^(?:with|between|met)$/.test(lower))) return [];
  const people = names.filter((one) => one.name.type === 'Person' && within(one, rangeOf(tokens, clause)));
  return new Set(people.map(({ name }) => name)).size === 2 ? people : [];
}

const LONGEST_WORDS = 60;

/** The phrase as it stands; the full name of a person in it, or only as much as a name needs. */
function phrase(text: string, { tokens, names }: FoundEvent, stretch: Phrase): string {
  const range = rangeOf(tokens, stretch);
  const people = names.filter((one: Mention) => one.name.type === 'Person' && overlaps(one, range));
  const head = headOf(tokens, stretch);
  if (head !== null && people.some((one) => overlaps(one, head))) {
    return [...new Set(people.map(({ name }) => name.name))].join(' and ');
  }
  // "father Tom"
  if (head?.tag === 'PROPN' && head.name === null && isOf('people', tokens[stretch.to - 2]?.lower ?? ''))
    return head.text;
  const full = text.slice(range.start, range.end);
  const words = full.length <= LONGEST_WORDS || head === null ? full : text.slice(range.start, head.end);
  // The first word of a sentence has its capital only from there, unless it is a name or begins one.
  const isCommon = tokens[0]?.name === null && tokens[1]?.tag !== 'PROPN';
  return stretch.from === 0 && isCommon ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** The name of an event that is doubted or denied. */
export function alleged(name: string): string {
  const isName = /^\p{Lu}\p{L}*[\p{Lu}’']/u.test(name);
  return `Alleged ${isName ? name : name.charAt(0).toLowerCase() + name.slice(1)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
