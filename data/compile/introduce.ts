/** Whether a report or quote introduces a thing under a new slug or is another one of a known thing. */
import type { Slug } from '../model.ts';
import { type Desk, readReference } from './attribution.ts';
import type { Wanted } from './link.ts';
import type { Path } from './yaml.ts';

/** The slug of the event or statement, introduced here or elsewhere. Exactly one of the two must be given. */
export function introducedSlug(
  introduced: Slug | undefined,
  again: Slug | undefined,
  field: 'event' | 'statement',
  wanted: Wanted,
  path: Path,
  desk: Desk,
): Slug | null {
  if ((introduced === undefined) === (again === undefined)) {
    desk.report({
      code: 'exactly-one',
      at: desk.yaml.at(again === undefined ? path : [...path, 'of'], 'key'),
      says: again === undefined ? `Neither "${field}" nor "of" is given.` : `Both "${field}" and "of" are given.`,
      expected: `"${field}" with a new slug, or "of" with the slug of one that is introduced elsewhere.`,
      fix: again === undefined ? 'Add one of them.' : 'Keep one of them.',
    });
    return null;
  }
  return introduced ?? readReference(again, wanted, [...path, 'of'], desk);
}

/** Reports fields that belong only in an introduction. */
export function reportNeedless<T>(value: T, fields: readonly (keyof T & string)[], path: Path, desk: Desk): void {
  for (const field of fields) {
    if (value[field] === undefined) continue;
    desk.report({
      code: 'needless-field',
      at: desk.yaml.at([...path, field], 'key'),
      says: `"${field}" belongs where the thing is introduced; this reports it again.`,
      expected: null,
      fix: `Remove "${field}".`,
    });
  }
}
