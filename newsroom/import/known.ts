/** The slugs that the corpus already has, and its things by name. */

import { examine, fold, openCache, Refusal, SLUG } from '../../data/compile/index.ts';
import { slugOf } from '../slug.ts';
import type { FoundThing } from './found.ts';

/** Grows as one run of the command adds things. */
export interface Known {
  readonly slugs: Set<string>;
  /** The slugs that were taken before this run. */
  readonly before: ReadonlySet<string>;
  /** The slugs of the things with a name, by type and folded name. */
  readonly byName: Map<string, Set<string>>;
  /** For a slug that is taken, the number that the next thing with it gets. */
  readonly numbers: Map<string, number>;
}

export function readKnown(corpus: string): Known {
  const { introductions, retired, entities } = examine(corpus, undefined, openCache(corpus)).authored;
  const before = new Set([...introductions, ...retired, ...entities].map(({ slug }) => slug));
  const known: Known = { slugs: new Set(before), before, byName: new Map(), numbers: new Map() };
  for (const { type, slug, value } of entities) remember(known, type, slug, [value.name, ...(value.otherNames ?? [])]);
  return known;
}

export function remember(known: Known, type: string, slug: string, names: readonly string[]): void {
  known.slugs.add(slug);
  for (const name of names) {
    const key = nameKey(type, name);
    known.byName.set(key, (known.byName.get(key) ?? new Set()).add(slug));
  }
}

/** The slug of the only thing of this type with one of the names; null if there is none, or more than one. */
export function findKnown(known: Known, { type, name, otherNames }: FoundThing): string | null {
  for (const one of [name, ...otherNames]) {
    const slugs = known.byName.get(nameKey(type, one));
    const [slug] = slugs ?? [];
    if (slug !== undefined && slugs?.size === 1) return slug;
  }
  return null;
}

function nameKey(type: string, name: string): string {
  return `${type} ${fold(name).replace(/\s+/g, ' ').trim()}`;
}

/** A slug for a new thing, numbered if it is taken. */
export function newSlug(known: Known, name: string, otherwise: string): string {
  return takeSlug(known, slugOf(name) ?? otherwise);
}

function takeSlug(known: Known, slug: string): string {
  let free = slug;
  let number = known.numbers.get(slug) ?? 2;
  for (; known.slugs.has(free); number++) free = `${slug}-${number}`;
  known.numbers.set(slug, number);
  known.slugs.add(free);
  return free;
}

/**
 * The slug of an article: the one asked for, or one made from its headline, numbered if another article of the same run
 * has it.
 *
 * @throws Refusal if the corpus has it, or it is not a slug.
 */
export function articleSlug(known: Known, headline: string, asked: string | undefined): string {
  const slug = asked ?? slugOf(headline);
  if (slug === null) {
    throw new Refusal(`The headline “${headline.slice(0, 60)}” gives no slug. Give one: --slug SLUG.`);
  }
  if (!SLUG.test(slug) || slug.length > 100) {
    throw new Refusal(
      `"${slug}" is not a slug. Use lower-case letters a to z and digits, in words joined by hyphens; at most 100 characters.`,
      2,
    );
  }
  if (known.before.has(slug)) {
    throw new Refusal(`The slug "${slug}" is taken. Give another one: --slug SLUG.`);
  }
  return takeSlug(known, slug);
}
