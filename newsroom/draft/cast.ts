/** Casts: the agents and places of a draft, both known to the corpus and new. */
import type { AgentFile, PlaceFile } from '../../data/compile/index.ts';
import { slugOf } from '../slug.ts';
import type { Holdings } from './holding.ts';
import type { FoundName, KnownEntity } from './name/find.ts';

export type CastType = KnownEntity['type'];

/** The contents of the file of a new agent or place. */
export interface NewEntity {
  readonly type: CastType;
  readonly slug: string;
  readonly file: AgentFile | PlaceFile;
}

/** Everything that has a name in a corpus, and every slug that is taken. */
export interface Cast {
  readonly known: readonly KnownEntity[];
  /** Takes a slug made from the words, with a number at its end if it is taken already. */
  readonly takeSlug: (words: string) => string;
  readonly isTaken: (slug: string) => boolean;
  /** Adds a new agent or place, known to this draft and to later ones. */
  readonly introduce: (type: CastType, name: string, draft: string, more?: Partial<PlaceFile>) => string;
  /** The group of people in general of this name, known or new: "Police". */
  readonly peopleCalled: (name: string) => string;
  /** The organization that speaks for a place of this name. */
  readonly stateOf: (name: string) => string;
  /** The agents and places introduced since the last call. */
  readonly takeNew: () => readonly NewEntity[];
}

/** Opens the cast of a corpus as it was read. */
export function openCast({ entities, introductions, retired }: Holdings): Cast {
  const taken = new Set([...introductions, ...retired].map(({ slug }) => slug));
  const known: KnownEntity[] = entities.map(({ type, slug, value }) => ({
    type,
    slug,
    names: [value.name, ...(value.otherNames ?? [])],
  }));
  let fresh: NewEntity[] = [];
  /** For a slug that is taken, the number that the next thing with it gets. */
  const numbers = new Map<string, number>();
  const takeSlug = (words: string) => {
    const base = slugOf(words) ?? 'unnamed';
    let slug = base;
    let number = numbers.get(base) ?? 2;
    for (; taken.has(slug); number++) slug = `${base}-${number}`;
    numbers.set(base, number);
    taken.add(slug);
    return slug;
  };
  const add = (type: CastType, slug: string, name: string, draft: string, more: Partial<PlaceFile>) => {
    const { kind, ...rest } = more;
    fresh.push({ type, slug, file: { name, ...rest, ...(type === 'Place' && { kind: kind ?? 'OTHER' }), draft } });
    // An unnamed group in one article is not the one in the next.
    if (type !== 'Group') known.push({ type, slug, names: [name, ...(more.otherNames ?? [])] });
    return slug;
  };
  return {
    known,
    takeSlug,
    isTaken: (slug) => taken.has(slug),
    introduce: (type, name, draft, more = {}) => add(type, takeSlug(name), name, draft, more),
    peopleCalled(name) {
      const isCalled = (other: string) => other.toLowerCase() === name.toLowerCase();
      const group = known.find(({ type, names }) => type === 'Group' && names.some(isCalled));
      if (group !== undefined) return group.slug;
      const slug = add('Group', takeSlug(name), name, 'speaks-or-listens', {});
      known.push({ type: 'Group', slug, names: [name] });
      return slug;
    },
    stateOf(name) {
      const state = known.find(({ type, names }) => type === 'Organization' && names.includes(name));
      return state?.slug ?? add('Organization', takeSlug(`${name} state`), name, 'place-that-speaks', {});
    },
    takeNew() {
      const taking = fresh;
      fresh = [];
      return taking;
    },
  };
}

/** The other full forms of the name in the text, without surnames alone. */
export function otherNames({ type, name, mentions }: FoundName, text: string): string[] {
  const forms = new Set(mentions.map(({ start, end }) => text.slice(start, end)));
  const others = [...forms].filter((form) => form.toLowerCase() !== name.toLowerCase());
  return others.filter((form) => (type === 'Person' ? form.includes(' ') && form.length > 4 : form.length > 1));
}
