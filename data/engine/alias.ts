/** Aliases: a filter by a slug that was replaced finds what the new slug finds. They cost a filter by any other nothing. */

import type { Family } from '../facet.ts';
import { ENTITY_TYPES, type EntityType, PARTICIPANT_ROLES, type Retired, type Slug } from '../model.ts';
import { pastName } from './past.ts';
import { listName } from './terms.ts';

type AnyFamily = { [T in EntityType]: Family<T> }[EntityType];

/** How the values of each family of terms contain a slug: as the whole value, before a role, or not at all. */
const SLUGS_IN: Readonly<Record<AnyFamily, 'WHOLE' | 'BEFORE_ROLE' | null>> = {
  about: 'WHOLE',
  agency: 'WHOLE',
  addressee: 'WHOLE',
  'affirmed-speaker': 'WHOLE',
  article: 'WHOLE',
  'attributed-to': 'WHOLE',
  author: 'WHOLE',
  'contained-in': 'WHOLE',
  event: 'WHOLE',
  involved: 'WHOLE',
  mentions: 'WHOLE',
  'part-of': 'WHOLE',
  participant: 'WHOLE',
  place: 'WHOLE',
  'position-organization': 'WHOLE',
  publisher: 'WHOLE',
  speaker: 'WHOLE',
  'participant-role': 'BEFORE_ROLE',
  'affirmed-voice': null,
  certainty: null,
  corrected: null,
  denied: null,
  'denied-later': null,
  disagreed: null,
  kind: null,
  language: null,
  mentioned: null,
  month: null,
  'position-title': null,
  'published-month': null,
  'published-year': null,
  retracted: null,
  role: null,
  voice: null,
  year: null,
};

/** For each list of things that have a term with the new slug, now or in the past, the same list under the old one. */
export function* packAliases(
  retired: readonly Retired[],
  pieces: ReadonlyMap<string, Uint8Array>,
): Generator<readonly [string, Uint8Array]> {
  const listed = Object.entries(SLUGS_IN).flatMap(([family, form]) => {
    if (form === null) return [];
    const endings = form === 'WHOLE' ? [''] : PARTICIPANT_ROLES.map((role) => ` ${role}`);
    return ENTITY_TYPES.flatMap((type) =>
      endings.map((ending) => (slug: Slug) => listName(type, family, `${slug}${ending}`)),
    );
  });
  for (const { slug, replacedBy } of retired) {
    if (replacedBy === null) continue;
    for (const nameOf of listed) {
      for (const inTime of [(name: string) => name, pastName]) {
        const list = pieces.get(inTime(nameOf(replacedBy.slug)));
        if (list !== undefined) yield [inTime(nameOf(slug)), list];
      }
    }
  }
}
