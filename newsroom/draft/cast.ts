/** Casts: the agents and places of a draft, those that the corpus knows and those that are new. */
import type { AgentFile, Authored, PlaceFile } from '../../data/compile/index.ts';
import { slugOf } from '../slug.ts';
import type { FoundName, KnownEntity } from './name/find.ts';

export type CastType = KnownEntity['type'];

/** What a file of a new agent or place says. */
export interface NewEntity {
  readonly type: CastType;
  readonly slug: string;
  readonly file: AgentFile | PlaceFile;
}

/** All that a corpus has names for, and every slug that is taken in it. */
export interface Cast {
  readonly known: readonly KnownEntity[];
  /** A slug for words, with a number behind it where it is taken; taken from then on. */
  readonly takeSlug: (words: string) => string;
  readonly isTaken: (slug: string) => boolean;
  /** Makes a new agent or place known to this draft and to those that follow. */
  readonly introduce: (type: CastType, name: string, draft: string, more?: Partial<PlaceFile>) => string;
  /** The organization that speaks for a place of this name. */
  readonly stateOf: (name: string) => string;
  /** Those introduced since this was last asked. */
  readonly takeNew: () => readonly NewEntity[];
}

/** Opens the cast of a corpus as it was read. */
export function openCast({ entities, introductions, retired }: Authored): Cast {
  const taken = new Set([...introductions, ...retired].map(({ slug }) => slug));
  const known: KnownEntity[] = entities.map(({ type, slug, value }) => ({
    type,
    slug,
    names: [value.name, ...(value.otherNames ?? [])],
  }));
  let fresh: NewEntity[] = [];
  /** The number that the next thing of a slug that is taken gets. */
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
    // Whom an article leaves unnamed is somebody else in the next.
    if (type !== 'Group') known.push({ type, slug, names: [name, ...(more.otherNames ?? [])] });
    return slug;
  };
  return {
    known,
    takeSlug,
    isTaken: (slug) => taken.has(slug),
    introduce: (type, name, draft, more = {}) => add(type, takeSlug(name), name, draft, more),
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

/** The name as the text has it first, and the other full forms of it: no surname alone. */
export function otherNames({ type, name, mentions }: FoundName, text: string): string[] {
  const forms = new Set(mentions.map(({ start, end }) => text.slice(start, end)));
  forms.delete(name);
  return [...forms].filter((form) => (type === 'Person' ? form.includes(' ') && form.length > 4 : form.length > 1));
}
