/** Values of arguments and input fields: such as make sense in their place, and as much nonsense as is asked for. */
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { AGENT_TYPES, ENTITY_TYPES } from '../../data/model.ts';
import type { Harvest } from './harvest.ts';
import type { FuzzRandom } from './random.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Stands in string values, headers and broken bodies, and must never come back. No GraphQL name can hold it, so that no
 * message may have it for a name.
 */
export const MARKER = 'never-back 4711';

/** What values are drawn from. */
export interface Draw {
  readonly random: FuzzRandom;
  readonly harvest: Harvest;
  /** How often a value makes no sense though its type is right: 0 for requests that are to have data. */
  readonly nonsense: number;
}

/** Where a value is to stand: `slug` of `Query.person`, `kinds` of `EventFilter`. */
export interface Slot {
  readonly owner: string;
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** How deep filters stand in each other at most. */
const MAX_DEPTH = 3;

/** A value of the slot's type, as JSON: an enum value is a string. */
export function drawValue(draw: Draw, slot: Slot, depth = 0): Json {
  const { random } = draw;
  const { type } = slot;
  if (isNonNullType(type)) return drawPresent(draw, { ...slot, type: type.ofType }, depth);
  return random.chance(0.03) ? null : drawPresent(draw, slot, depth);
}

function drawPresent(draw: Draw, slot: Slot, depth: number): Json {
  const { random } = draw;
  const { type } = slot;
  if (isNonNullType(type)) return drawPresent(draw, { ...slot, type: type.ofType }, depth);
  if (isListType(type)) {
    const item = { ...slot, type: type.ofType };
    // One value may stand for a list of it.
    if (random.chance(0.1)) return drawPresent(draw, item, depth);
    const length = random.chance(0.05) ? 0 : 1 + random.few(4);
    return Array.from({ length }, () => drawValue(draw, item, depth));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) return drawObject(draw, type, depth);
  return drawScalar(draw, slot, type.name);
}

function drawObject(draw: Draw, type: GraphQLInputObjectType, depth: number): Json {
  const { random } = draw;
  const fields = Object.values(type.getFields()).filter((field) => depth < MAX_DEPTH || !isRecursive(field));
  const required = fields.filter((field) => isNonNullType(field.type));
  const optional = fields.filter((field) => !isNonNullType(field.type));
  const chosen = type.isOneOf ? [random.pick(optional)] : [...required, ...random.some(optional, 1 + random.few(3))];
  // The one field of a one-of object must not be null.
  const draws = type.isOneOf ? drawPresent : drawValue;
  return Object.fromEntries(
    chosen.map(({ name, type: fieldType }) => [
      name,
      draws(draw, { owner: type.name, name, type: fieldType }, depth + 1),
    ]),
  );
}

function isRecursive({ name }: GraphQLInputField): boolean {
  return ['and', 'or', 'not'].includes(name);
}

function drawScalar(draw: Draw, { owner, name }: Slot, type: string): Json {
  const { random, harvest, nonsense } = draw;
  const isNonsense = random.chance(nonsense);
  switch (type) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return isNonsense ? random.pick(ODD_NUMBERS) : drawCount(random, name);
    case 'ID':
      return isNonsense ? random.pick([...ODD_TEXTS, harvest.ids[0] ?? '']) : random.pick(harvest.ids);
    case 'Date':
      return isNonsense ? random.pick(ODD_DATES) : random.pick(harvest.days);
    case 'DateRange':
      return isNonsense ? random.pick(ODD_DATES) : drawRange(draw);
    default:
      return isNonsense ? random.pick(ODD_TEXTS) : drawText(draw, owner, name);
  }
}

function drawCount(random: FuzzRandom, name: string): number {
  return name === 'maxHops' ? random.between(1, 6) : 1 + random.few(10);
}

/** A range of days, a month, a year, or with an open end. */
function drawRange({ random, harvest }: Draw): string {
  const [from = '2025-01-01', to = from] = [random.pick(harvest.days), random.pick(harvest.days)].sort();
  const cut = random.pick([4, 7, 10]);
  return random.pick([
    from.slice(0, cut),
    `${from}/${to}`,
    `${from.slice(0, cut)}/${to.slice(0, cut)}`,
    `../${to}`,
    `${from.slice(0, 4)}/..`,
    '1900/2100',
  ]);
}

function drawText(draw: Draw, owner: string, name: string): string {
  const { random, harvest } = draw;
  const types = SLUG_TYPES[`${owner}.${name}`] ?? SLUG_TYPES[name];
  if (random.chance(0.03)) return `${MARKER} ${random.between(0, 9)}`;
  if (types !== undefined) return random.pick(types.flatMap((type) => harvest.slugs[type] ?? []));
  if (name === 'language' || name === 'languages') return random.pick([...harvest.languages, 'EN', 'en-GB']);
  return drawSearch(draw);
}

/** Words to search for: whole, begun, mistyped, in quotation marks. */
export function drawSearch({ random, harvest }: Draw): string {
  const at = random.between(0, harvest.words.length - 1);
  const word = harvest.words[at] ?? '';
  const cut = random.between(0, word.length - 1);
  return random.weighted([
    [3, word],
    [3, word.slice(0, 1 + random.few(5))],
    [2, `${word} ${random.pick(harvest.words)}`],
    [2, random.pick(harvest.names)],
    [2, `"${harvest.words.slice(at, at + 2 + random.few(4)).join(' ')}"`],
    [1, word.slice(0, cut) + random.pick([...'aeiounrst']) + word.slice(cut + 1)],
    [1, word.toUpperCase()],
    [1, harvest.words.slice(at, at + random.between(3, 12)).join(' ')],
    [0.3, MARKER],
  ]);
}

/** Whose slugs an argument or input field takes, by its name, or by its owner and name where others have that name. */
const SLUG_TYPES: Readonly<Record<string, readonly string[]>> = {
  'Query.article': ['Article'],
  'Query.event': ['Event'],
  'Query.statement': ['Statement'],
  'Query.person': ['Person'],
  'Query.organization': ['Organization'],
  'Query.group': ['Group'],
  'Query.place': ['Place'],
  from: AGENT_TYPES,
  to: AGENT_TYPES,
  slug: AGENT_TYPES,
  agents: AGENT_TYPES,
  involves: AGENT_TYPES,
  speakers: AGENT_TYPES,
  addressees: AGENT_TYPES,
  authors: ['Person'],
  publishers: ['Organization'],
  organizations: ['Organization'],
  articles: ['Article'],
  events: ['Event'],
  attributedTo: ['Statement'],
  partOf: ['Event'],
  places: ['Place'],
  containedIn: ['Place'],
  about: ENTITY_TYPES,
  mentions: ENTITY_TYPES,
};

const ODD_NUMBERS = [-1, 0, 101, 1000, 2_147_483_647, -2_147_483_648];

export const ODD_TEXTS = [
  '',
  ' ',
  MARKER,
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  "' OR 1=1; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%00%ff',
  '\0',
  '\ufeff',
  '\u202e\u0301',
  'İıẞßﬃ',
  '𝒳👩‍👩‍👧‍👦',
  '"'.repeat(9),
  '\\'.repeat(7),
  '*',
  'a'.repeat(1001),
  'é'.repeat(5000),
];

const ODD_DATES = [
  '',
  '..',
  '../..',
  '/',
  '0000',
  '9999',
  '0000/9999',
  '../0000',
  '9999/..',
  '0000-01-01/9999-12-31',
  '2025-02-29',
  '2025-13',
  '2025-06-31',
  '2025-07/2025-06',
  '2025-06~',
  '202X',
  'Y170000002',
  '-0044',
  '2025-06-27T12:00:00Z',
  '٢٠٢٥',
  MARKER,
  '9'.repeat(2000),
];
