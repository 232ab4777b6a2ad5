/** Linking: checks that every reference names a thing of the wanted type, and that no references form a circle. */
import {
  AGENT_TYPES,
  ENTITY_TYPES,
  type EntityType,
  NAMED_TYPES,
  type Slug,
  type StatementRelationKind,
} from '../model.ts';
import type { Authored, Introduction } from './check.ts';
import { lineOf } from './line.ts';
import { nearest } from './nearest.ts';
import { type Place, quoted, type Report } from './problem.ts';
import type { RetiredSlug } from './retired.ts';

/** The types that a reference may name, and what messages call them. */
export const AGENT = { name: 'an agent', types: AGENT_TYPES } as const satisfies Wanted;
export const PERSON = { name: 'a person', types: ['Person'] } as const satisfies Wanted;
export const ORGANIZATION = { name: 'an organization', types: ['Organization'] } as const satisfies Wanted;
export const PLACE = { name: 'a place', types: ['Place'] } as const satisfies Wanted;
export const EVENT = { name: 'an event', types: ['Event'] } as const satisfies Wanted;
export const STATEMENT = { name: 'a statement', types: ['Statement'] } as const satisfies Wanted;
export const NAMED = { name: 'an agent or a place', types: NAMED_TYPES } as const satisfies Wanted;
export const SUBJECT = {
  name: 'an event, an agent or a place',
  types: ['Event', ...NAMED.types],
} as const satisfies Wanted;

export interface Wanted {
  readonly name: string;
  readonly types: readonly EntityType[];
}

/** Every slug of the corpus, and what it names. */
export interface Slugs {
  readonly types: ReadonlyMap<Slug, EntityType>;
  /** Every reference is looked up by this, so that it can be noted what an article refers to. */
  readonly typeOf: (slug: Slug) => EntityType | undefined;
  readonly retired: ReadonlyMap<Slug, RetiredSlug>;
  /** Reports a reference to a thing that exists, but not for those who may refer to these; false if it does not exist. */
  readonly explain: (slug: Slug, at: Place, report: Report) => boolean;
  /** How many more unknown slugs are compared with all known ones. */
  readonly comparisons: { left: number };
}

/** Gathers the slugs. Reports a slug that names two things, and a retired slug that is used again. */
export function gatherSlugs(
  { introductions, retired }: Pick<Authored, 'introductions' | 'retired'>,
  report: Report,
): Slugs {
  const first = new Map<Slug, Introduction>();
  const retiredBySlug = new Map<Slug, RetiredSlug>();
  for (const entry of retired) {
    const before = retiredBySlug.get(entry.slug);
    if (before === undefined) retiredBySlug.set(entry.slug, entry);
    else reportDuplicate(entry.slug, entry.at, `is already in this list (${lineOf(before.at)})`, report);
  }
  for (const introduction of introductions) {
    const { slug, at } = introduction;
    const before = first.get(slug);
    if (before !== undefined) reportDuplicate(slug, at, `is taken by ${a(before.type)} (${lineOf(before.at)})`, report);
    else first.set(slug, introduction);
    if (retiredBySlug.has(slug)) reportRetired(slug, at, report);
  }

  const types = new Map([...first].map(([slug, { type }]) => [slug, type]));
  return {
    types,
    typeOf: (slug) => types.get(slug),
    retired: retiredBySlug,
    explain: () => false,
    comparisons: { left: MOST_COMPARED },
  };
}

/** More unknown slugs than this have one common mistake, and comparing them all would take minutes. */
const MOST_COMPARED = 500;

export const ANYTHING: Wanted = {
  name: 'anything in the corpus',
  types: ENTITY_TYPES,
};

/** The type of the thing that the slug names. Reports a problem and returns null if it names nothing of a wanted type. */
export function refer(slug: Slug, wanted: Wanted, slugs: Slugs, at: Place, report: Report): EntityType | null {
  const type = slugs.typeOf(slug);
  if (type === undefined) {
    if (!slugs.explain(slug, at, report)) reportUnknown(slug, wanted, slugs, at, report);
    return null;
  }
  if (wanted.types.includes(type)) return type;
  report({
    code: 'wrong-reference',
    at,
    says: `"${slug}" is ${a(type)}.`,
    expected: `${wanted.name}.`,
    fix: 'Write another slug, or move it to the field where it belongs.',
  });
  return null;
}

/** The references that must not form a circle, and what messages call them. */
const VERBS = {
  REPLACED_BY: 'is replaced by',
  CONTAINED_IN: 'lies in',
  PART_OF: 'is part of',
  ATTRIBUTED_TO: 'is attributed to',
  REPEATS: 'repeats',
  CORRECTS: 'corrects',
  RETRACTS: 'retracts',
} as const;

/**
 * A reference from one thing to another of the same type: to the next one up (an event's `partOf`, a place's
 * `containedIn`, a statement's `attributedTo`) or from a statement to the one that it relates to.
 */
export interface Link {
  readonly kind: keyof typeof VERBS | StatementRelationKind;
  readonly from: Slug;
  readonly to: Slug;
  readonly at: Place;
}

/** Reports the circles of each kind. Two statements may deny or answer each other. */
export function reportCycles(links: readonly Link[], report: Report): void {
  const byKind = Map.groupBy(links, ({ kind }) => kind);
  for (const [kind, verb] of Object.entries(VERBS)) {
    reportCyclesOf(byKind.get(kind as keyof typeof VERBS) ?? [], verb, report);
  }
}

/**
 * Reports each circle once, at its first link. Circles that meet in one thing are reported separately; if several share
 * the link that closes them, one may not be reported until that link is fixed.
 */
function reportCyclesOf(links: readonly Link[], verb: string, report: Report): void {
  const outgoing = Map.groupBy(links, (link) => link.from);
  const done = new Set<Slug>();
  for (const circle of [...outgoing.keys()].flatMap((from) => findCircles(from, outgoing, done))) {
    const [link] = circle;
    if (link === undefined) continue;
    report({
      code: 'cycle',
      at: link.at,
      says: `This goes round in a circle: ${[link.from, ...circle.map(({ to }) => to)].map((slug) => `"${slug}"`).join(` ${verb} `)}.`,
      expected: 'a chain that ends.',
      fix: 'Remove one of these links.',
    });
  }
}

/** Follows the links without recursion, since a chain may be as long as the corpus. */
function findCircles(root: Slug, outgoing: ReadonlyMap<Slug, readonly Link[]>, done: Set<Slug>): Link[][] {
  const circles: Link[][] = [];
  const path: { readonly slug: Slug; readonly via: Link | null; next: number }[] = [{ slug: root, via: null, next: 0 }];
  const onPath = new Set([root]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const link = done.has(top.slug) ? undefined : outgoing.get(top.slug)?.[top.next++];
    if (link === undefined) {
      done.add(top.slug);
      onPath.delete(top.slug);
      path.pop();
    } else if (onPath.has(link.to)) {
      const begin = path.findIndex(({ slug }) => slug === link.to);
      circles.push([...path.slice(begin + 1).flatMap(({ via }) => via ?? []), link]);
    } else {
      path.push({ slug: link.to, via: link, next: 0 });
      onPath.add(link.to);
    }
  }
  return circles;
}

/** "a person", "an event". */
export function a(type: EntityType): string {
  return `${/^[AEO]/.test(type) ? 'an' : 'a'} ${type.toLowerCase()}`;
}

function reportDuplicate(slug: Slug, at: Place, before: string, report: Report): void {
  report({
    code: 'duplicate-slug',
    at,
    says: `The slug "${slug}" ${before}.`,
    expected: 'a slug that nothing else in the corpus has, whatever its type.',
    fix: 'Give this one another slug; to report an event or statement that is introduced elsewhere, write "of".',
  });
}

function reportRetired(slug: Slug, at: Place, report: Report): void {
  report({
    code: 'retired-slug',
    at,
    says: `The slug "${slug}" was once published for something else and is retired.`,
    expected: 'a slug that was never used for another thing.',
    fix: 'Give it another slug.',
  });
}

function reportUnknown(slug: Slug, wanted: Wanted, slugs: Slugs, at: Place, report: Report): void {
  const retired = slugs.retired.get(slug);
  const near = retired === undefined ? nearestSlug(slug, wanted, slugs) : replacementOf(retired, slugs);
  report({
    code: 'unknown-reference',
    at,
    says: retired === undefined ? `The corpus has nothing called ${quoted(slug)}.` : `The slug "${slug}" is retired.`,
    expected: `the slug of ${wanted.name}.`,
    fix: near === null ? 'Correct the slug, or add the thing.' : `Write "${near}", or add the thing.`,
  });
}

/** The slug at the end of a chain of replacements; null if there is none, or if the chain is a circle. */
function replacementOf(retired: RetiredSlug, { types, retired: all }: Slugs): Slug | null {
  const seen = new Set<RetiredSlug>();
  for (
    let at: RetiredSlug | undefined = retired;
    at?.replacedBy != null && !seen.has(at);
    at = all.get(at.replacedBy)
  ) {
    if (types.has(at.replacedBy)) return at.replacedBy;
    seen.add(at);
  }
  return null;
}

function nearestSlug(slug: Slug, wanted: Wanted, { types, comparisons }: Slugs): Slug | null {
  if (comparisons.left === 0) return null;
  comparisons.left--;
  return nearest(
    slug,
    [...types].filter(([, type]) => wanted.types.includes(type)).map(([name]) => name),
  );
}
