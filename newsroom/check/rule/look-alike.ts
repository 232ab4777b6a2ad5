/** `look-alike`: two files that seem to describe the same thing. */

import { type AuthoredEntity, fold, quoted, words } from '../../../data/compile/index.ts';
import { differByOne, nearKeys } from '../near-key.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds entities of one type that share a name if case, marks and word order are ignored; that have names of twelve or
 * more letters that differ by one letter; and people whose names differ only in that one has an initial where the other
 * has a given name.
 *
 * It ignores places with one name in different containers, and differences that distinguish relatives and numbered things:
 * different given names of fewer than seven letters, a feminine ending, a digit. Each entity is reported once, with the
 * first one like it. Names are looked up by shared keys, never compared with all others.
 */
export const lookAlike: Rule = {
  name: 'look-alike',
  about: 'two entities of one type with the same or nearly the same name',
  look: ({ authored }) =>
    [...Map.groupBy(authored.entities, ({ type }) => type).values()].flatMap((entities) => lookAt(entities)),
};

/** A name of an entity, folded. */
interface Name {
  readonly entity: AuthoredEntity;
  readonly written: string;
  readonly words: readonly string[];
  /** Names that differ by one letter share one of these. */
  readonly keys: readonly number[];
}

function lookAt(entities: readonly AuthoredEntity[]): Warning[] {
  const seen = { same: new Map<string, Name[]>(), near: new Map<number, Name>(), given: new Map<string, Name>() };
  return entities.flatMap((entity) => {
    const names = namesOf(entity);
    const like = names.map((name) => ({ name, other: findLike(name, seen) })).find(({ other }) => other !== null);
    for (const name of names) add(name, seen);
    return like?.other == null ? [] : [warn(like.name, like.other)];
  });
}

interface Seen {
  readonly same: Map<string, Name[]>;
  readonly near: Map<number, Name>;
  /** People by surname and first initial; the key begins with "." if the given name is only an initial. */
  readonly given: Map<string, Name>;
}

/** While a corpus is watched, an entity stays the same until its file changes. */
const NAMES = new WeakMap<AuthoredEntity, readonly Name[]>();

function namesOf(entity: AuthoredEntity): readonly Name[] {
  const known = NAMES.get(entity) ?? readNames(entity);
  NAMES.set(entity, known);
  return known;
}

function readNames(entity: AuthoredEntity): Name[] {
  const { name, otherNames = [] } = entity.value;
  return [...new Set([name, ...otherNames])]
    .map((written) => {
      const folded = words(written).map((word) => word.folded);
      return { entity, written, words: folded, keys: keysOf(folded, entity) };
    })
    .filter((one) => one.words.length > 0);
}

function findLike(name: Name, seen: Seen): Name | null {
  const same = (seen.same.get(sameKey(name)) ?? []).find((other) => !areApart(name.entity, other.entity));
  return same ?? findInitial(name, seen) ?? findNear(name, seen);
}

function sameKey(name: Name): string {
  return name.words.toSorted().join(' ');
}

/** Whether the two cannot be the same thing: two towns may well share a name. */
function areApart(one: AuthoredEntity, other: AuthoredEntity): boolean {
  if (one === other) return true;
  if (one.type !== 'Place' || other.type !== 'Place') return false;
  const [inOne, inOther] = [one.value.containedIn, other.value.containedIn];
  return one.value.kind !== other.value.kind || (inOne !== undefined && inOther !== undefined && inOne !== inOther);
}

function findInitial({ entity, words: [given = '', ...rest] }: Name, { given: known }: Seen): Name | null {
  if (entity.type !== 'Person' || rest.length === 0) return null;
  const key = `${given.slice(0, 1)} ${rest.join(' ')}`;
  const other = known.get(given.length === 1 ? key : `. ${key}`);
  return other === undefined || other.entity === entity ? null : other;
}

const SHORTEST = 12;

function findNear(name: Name, { near }: Seen): Name | null {
  const others = new Set(name.keys.flatMap((key) => near.get(key) ?? []));
  for (const other of others) if (isMisspelling(name, other)) return other;
  return null;
}

function keysOf(all: readonly string[], entity: AuthoredEntity): number[] {
  const whole = all.join(' ');
  return whole.length < SHORTEST || entity.type === 'Group' ? [] : nearKeys(whole);
}

function isMisspelling(one: Name, other: Name): boolean {
  if (one.entity === other.entity || one.words.length !== other.words.length || areApart(one.entity, other.entity)) {
    return false;
  }
  const at = one.words.findIndex((word, index) => word !== other.words[index]);
  const [word = '', like = ''] = [one.words[at], other.words[at]];
  if (!differByOne(one.words.join(' '), other.words.join(' ')) || /\d/.test(word + like)) return false;
  if (one.entity.type !== 'Person') return Math.min(word.length, like.length) >= 5;
  const isFeminine = word === `${like}a` || like === `${word}a`;
  const isGiven = at < one.words.length - 1;
  return !isFeminine && Math.min(word.length, like.length) >= (isGiven ? 7 : 5);
}

function add(name: Name, seen: Seen): void {
  const key = sameKey(name);
  const block = seen.same.get(key);
  if (block === undefined) seen.same.set(key, [name]);
  // A few are enough to report a name that hundreds share.
  else if (block.length < 4) block.push(name);
  for (const near of name.keys) if (!seen.near.has(near)) seen.near.set(near, name);
  const [given = '', ...rest] = name.words;
  if (name.entity.type !== 'Person' || rest.length === 0) return;
  const initial = `${given.length === 1 ? '. ' : ''}${given.slice(0, 1)} ${rest.join(' ')}`;
  if (!seen.given.has(initial)) seen.given.set(initial, name);
}

function warn(name: Name, other: Name): Warning {
  const { entity, written } = name;
  const index = (entity.value.otherNames ?? []).indexOf(written);
  const isSame = fold(written) === fold(other.written);
  return {
    at: entity.yaml.at(entity.value.name === written ? ['name'] : ['otherNames', index]),
    says: `${quoted(written)} ${isSame ? 'is also the name of' : `looks like ${quoted(other.written)}, a name of`} "${other.entity.slug}" (${other.entity.yaml.file.path}).`,
    expected: 'one file for each thing.',
    fix: 'If they are the same, keep one and retire the other slug; if not, silence this warning.',
  };
}
