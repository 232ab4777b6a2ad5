/** Joining: where a file names both of two things that become one. */
import type { Slug } from '../../data/compile/index.ts';
import type { Plain } from '../print-yaml.ts';
import { listOf, namesOf } from '../review/proposal.ts';
import { fieldsOf, removeAll, valueAt } from '../review/reference.ts';
import { appendAt, removeAt, setAt, type Way } from '../review/splice.ts';
import type { Rewrite } from './rewrite.ts';
import { placesOf } from './slug-place.ts';

/** Removes references to the first from lists of slugs that have the second too. */
export function removeRepeated(rewrite: Rewrite, from: Slug, into: Slug): void {
  for (const file of rewrite.filesWith(from)) {
    const value = rewrite.readValue(file);
    const repeated = placesOf(from, file, value).flatMap(({ way }): Way[] => {
      const list = typeof way.at(-1) === 'number' ? listOf(valueAt(value, way.slice(0, -1))) : [];
      return list.includes(into) ? [way] : [];
    });
    if (repeated.length > 0) rewrite.edit(file, (yaml) => removeAll(yaml, repeated));
  }
}

/** In an article that mentions both, the names of the first join those of the second. */
export function mergeMentions(rewrite: Rewrite, from: Slug, into: Slug): void {
  for (const file of rewrite.filesWith(from)) {
    const { mentions } = fieldsOf(rewrite.readValue(file));
    const moved = fieldsOf(mentions)[from];
    const there = fieldsOf(mentions)[into];
    if (moved === undefined || there === undefined) continue;
    const way: Way = fieldsOf(there).names === undefined ? ['mentions', into] : ['mentions', into, 'names'];
    const names = listNames(there);
    const known = new Set(names.map((name) => JSON.stringify(name)));
    const added = listNames(moved).filter((name) => !known.has(JSON.stringify(name)));
    rewrite.edit(file, (yaml) => {
      const joined =
        added.length === 0
          ? yaml
          : Array.isArray(namesOf(there))
            ? appendAt(yaml, way, added)
            : setAt(yaml, way, [...names, ...added]);
      return removeAt(joined, ['mentions', from]);
    });
    rewrite.note(file, `the mentions of "${from}" joined to those of "${into}"`);
  }
}

function listNames(mention: unknown): Plain[] {
  const names = namesOf(mention);
  return (Array.isArray(names) ? listOf(names) : [names]) as Plain[];
}
