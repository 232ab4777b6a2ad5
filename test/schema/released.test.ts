// The schema only grows: what the last release had is there, as it was.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { breakingChanges, DEPRECATED_DAYS, vagueReasons } from './released.ts';

const RELEASED = readFileSync(new URL('../../schema/released.graphql', import.meta.url), 'utf8');
const COMMITTED = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
const POLICY = readFileSync(new URL('../../docs/schema-changes.md', import.meta.url), 'utf8');

test('nothing of schema/released.graphql is gone or narrower: see docs/schema-changes.md', () => {
  const [today] = new Date().toISOString().split('T') as [string];
  expect(breakingChanges(RELEASED, schema, today)).toEqual([]);
});

test('every deprecation says since when, and what to use instead', () => {
  expect(vagueReasons(COMMITTED)).toEqual([]);
});

test('the policy has the number that is checked', () => {
  expect(POLICY).toContain(`at least ${DEPRECATED_DAYS} days`);
});

const BASE = `
  type Query {
    people(first: Int = 10, kind: Kind, filter: Filter): [Person!]!
    thing: Thing
  }
  interface Node { id: ID! }
  union Thing = Person | Place
  type Person implements Node { id: ID!, name: String!, born: String, wrote: [Place!]! @deprecated(reason: "Since 2026-01-10: use authored.") }
  type Place { name: String! }
  enum Kind { ONE, TWO }
  input Filter { name: String, kinds: [Kind!] }
`;

const changed = (from: string, to: string): string => {
  if (!BASE.includes(from)) throw new Error(`The schema has no "${from}".`);
  return BASE.replace(from, to);
};

describe('a change', () => {
  it.each<readonly [string, string, string, string]>([
    ['a field is removed', 'born: String, ', '', 'FIELD_REMOVED: Person.born was removed.'],
    [
      'a field may be null',
      'name: String!, born',
      'name: String, born',
      'FIELD_CHANGED_KIND: Person.name changed type from String! to String.',
    ],
    [
      'a type is removed',
      'union Thing = Person | Place',
      'union Thing = Person',
      'TYPE_REMOVED_FROM_UNION: Place was removed from union type Thing.',
    ],
    [
      'an interface is left',
      'Person implements Node',
      'Person',
      'IMPLEMENTED_INTERFACE_REMOVED: Person no longer implements interface Node.',
    ],
    ['an argument is removed', ', kind: Kind', '', 'ARG_REMOVED: Query.people arg kind was removed.'],
    [
      'an argument is narrowed',
      'kind: Kind',
      'kind: Kind!',
      'ARG_CHANGED_KIND: Query.people arg kind has changed type from Kind to Kind!.',
    ],
    [
      'an argument is added that has to be given',
      'first: Int = 10',
      'first: Int = 10, of: ID!',
      'REQUIRED_ARG_ADDED: A required arg of on Query.people was added.',
    ],
    [
      'a default is another',
      'first: Int = 10',
      'first: Int = 20',
      'ARG_DEFAULT_VALUE_CHANGE: Query.people arg first has changed defaultValue from 10 to 20.',
    ],
    ['an enum value is removed', 'ONE, TWO', 'ONE', 'VALUE_REMOVED_FROM_ENUM: TWO was removed from enum type Kind.'],
    ['an input field is removed', 'name: String, kinds', 'kinds', 'FIELD_REMOVED: Filter.name was removed.'],
    [
      'an input field is added that has to be given',
      'kinds: [Kind!]',
      'kinds: [Kind!], of: ID!',
      'REQUIRED_INPUT_FIELD_ADDED: A required field of on input type Filter was added.',
    ],
  ])('is refused where %s', (_, from, to, problem) => {
    expect(breakingChanges(BASE, buildSchema(changed(from, to)), '2026-11-29')).toEqual([problem]);
  });

  it.each([
    ['nothing changes', 'name', 'name'],
    ['a field is added', 'born: String', 'born: String, died: String'],
    ['a type is added', 'type Place {', 'type Event { name: String! } type Place {'],
    ['an argument is added', 'first: Int = 10', 'first: Int = 10, of: ID'],
    ['an argument takes more', 'kinds: [Kind!]', 'kinds: [Kind]'],
    ['an enum value is added', 'ONE, TWO', 'ONE, TWO, THREE'],
    ['an input field is added', 'kinds: [Kind!]', 'kinds: [Kind!], of: ID'],
    ['a field is no longer null', 'born: String', 'born: String!'],
    ['a field is deprecated', 'born: String', 'born: String @deprecated(reason: "Since 2026-11-29: use birth.")'],
  ])('passes where %s', (_, from, to) => {
    expect(breakingChanges(BASE, buildSchema(changed(from, to)), '2026-11-29')).toEqual([]);
  });

  const withoutWrote = changed(', wrote: [Place!]! @deprecated(reason: "Since 2026-01-10: use authored.")', '');

  it('is refused where what is deprecated goes too early', () => {
    expect(breakingChanges(BASE, buildSchema(withoutWrote), '2026-07-08')).toEqual([
      'FIELD_REMOVED: Person.wrote was removed.',
    ]);
  });

  it('passes where it was deprecated long enough, with the types that only it names', () => {
    expect(breakingChanges(BASE, buildSchema(withoutWrote), '2026-07-09')).toEqual([]);
    const only = BASE.replace('union Thing = Person | Place', 'union Thing = Person');
    const gone = withoutWrote.replace('Person | Place', 'Person').replace('type Place { name: String! }', '');
    expect(breakingChanges(only, buildSchema(gone), '2026-07-09')).toEqual([]);
    expect(breakingChanges(only, buildSchema(gone), '2026-07-08')).not.toEqual([]);
  });
});

describe('a deprecation', () => {
  it.each([
    ['@deprecated', ['No longer supported']],
    ['@deprecated(reason: "Use authored.")', ['Use authored.']],
    ['@deprecated(reason: "Since 2026-01-10: use authored.")', []],
  ])('%s', (directive, vague) => {
    expect(vagueReasons(`type Query { people: Int ${directive} }`)).toEqual(vague);
  });
});
