/** Renew: the same request with new names and values, so that nothing is cached from the one before. */
import { type Kind, visit } from 'graphql';
import { type Random, shuffle } from '../test/generate/random.ts';
import type { Attempt } from './attempt.ts';

/** By a slug, word or cursor: the list of equivalents that cause as much work, and its index in that list. */
export type Kin = ReadonlyMap<string, { readonly list: readonly string[]; readonly at: number }>;

/** If a text is in several lists, the first one counts. */
export function kinOf(lists: readonly (readonly string[])[]): Kin {
  const kin = new Map<string, { readonly list: readonly string[]; readonly at: number }>();
  for (const list of lists) {
    for (const [at, text] of list.entries()) if (!kin.has(text)) kin.set(text, { list, at });
  }
  return kin;
}

/**
 * A new request of the same shape: aliases, fragments and operations get new names, slugs and words are replaced by
 * close successors in their lists, days move, the words of other texts are reordered, and a comment is added.
 */
export function renew(attempt: Attempt, random: Random, kin: Kin): Attempt {
  const mark = `_${random.between(36 ** 4, 36 ** 5 - 1).toString(36)}`;
  // The same step for all, so that different values stay different.
  const step = random.between(1, MOST_STEPS);
  const text = (value: string) => renewText(value, { step, random, kin });
  const document = visit(attempt.document, {
    Field: (node) => (node.alias ? { ...node, alias: marked(node.alias, mark) } : undefined),
    FragmentDefinition: (node) => ({ ...node, name: marked(node.name, mark) }),
    FragmentSpread: (node) => ({ ...node, name: marked(node.name, mark) }),
    OperationDefinition: (node) => (node.name ? { ...node, name: marked(node.name, mark) } : undefined),
    StringValue: (node) => ({ ...node, value: text(node.value) }),
  });
  return {
    ...attempt,
    document,
    variables: mapTexts(attempt.variables, text) as Attempt['variables'],
    operationName: attempt.operationName === null ? null : attempt.operationName + mark,
    before: `${attempt.before}#${mark}\n`,
  };
}

const MOST_STEPS = 12;

function marked<Name extends { readonly kind: Kind.NAME; readonly value: string }>(name: Name, mark: string): Name {
  return { ...name, value: name.value + mark };
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, map)]));
}

interface Change {
  readonly step: number;
  readonly random: Random;
  readonly kin: Kin;
}

function renewText(text: string, { step, random, kin }: Change): string {
  const own = kinAfter(text, step, kin);
  if (own !== null) return own;
  if (DATES.test(text)) return text.replaceAll(DAY, (day) => moveDay(day, step));
  const words = text.replaceAll(WORD, (word) => kinAfter(word, step, kin) ?? word);
  // Quotation marks and points say which words belong together.
  return /^[\p{L}\p{N}\p{M} ]*$/u.test(words) ? shuffle(words.split(' '), random).join(' ') : words;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const DATES = /^[\d./-]+$/;
const DAY = /\d{4}-\d\d-\d\d/g;

function kinAfter(text: string, step: number, kin: Kin): string | null {
  const own = kin.get(text);
  return own === undefined ? null : (own.list[(own.at + step) % own.list.length] ?? null);
}

function moveDay(day: string, step: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}
