/** What the corpus has already: slugs that are taken, and things by their names. */

import { SLUG } from '../../data/compile/authored.ts';
import { examine } from '../../data/compile/compile.ts';
import { Refusal } from '../../data/compile/refusal.ts';
import { fold } from '../../data/fold.ts';
import { slugOf } from '../slug.ts';
import type { FoundThing } from './found.ts';

/** Grows with what one run of the command adds. */
export interface Known {
  readonly slugs: Set<string>;
  /** Those that were taken before. */
  readonly before: ReadonlySet<string>;
  /** The slugs of the things that have a name, by type and folded name. */
  readonly byName: Map<string, Set<string>>;
  /** The number that the next thing of a slug that is taken gets. */
  readonly numbers: Map<string, number>;
}

export function readKnown(corpus: string): Known {
  const { introductions, retired, entities } = examine(corpus).authored;
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

/** The only thing of this type that has one of the names; null where there is none, or more than one. */
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

/** A slug for a new thing, numbered where another has its name. */
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
 * The slug of an article: the one asked for, else that of its headline, numbered where another one of the same run has it.
 *
 * @throws Refusal where the corpus has it, or it is none.
 */
export function articleSlug(known: Known, headline: string, asked: string | undefined): string {
  const slug = asked ?? slugOf(headline);
  if (slug === null) {
    throw new Refusal(`The headline “${headline.slice(0, 60)}” gives no slug. Give one: --slug SLUG.`);
  }
  if (!SLUG.test(slug) || slug.length > 100) {
    throw new Refusal(`"${slug}" cannot be a slug: small letters a to z and digits, in words joined by hyphens.`, 2);
  }
  if (known.before.has(slug)) {
    throw new Refusal(`The slug "${slug}" is taken, and is left as it is. Give another one: --slug SLUG.`);
  }
  return takeSlug(known, slug);
}
