/** Named: what persons, organizations, groups and places have in common. */

import type { Entities, NamedType } from '../data/model.ts';
import { MAX_WORDS } from '../data/search-text.ts';
import { andThen } from '../data/store.ts';
import { articleList } from './article.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { Evidence, EvidenceConnection, EvidenceEdge, evidenceKey } from './evidence.ts';
import { filterInput, PositionFilter } from './filter.ts';
import { orderInput } from './list.ts';
import { Node } from './node.ts';

export const Named = builder.interfaceRef<Entities[NamedType]>('Named');

Named.implement({
  description: 'A thing that goes by a name in the articles: a person, an organization, a group or a place.',
  interfaces: () => [Node],
  resolveType: (named) => named.type,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name to show, as an editor chose it.' }),
    otherNames: t.field({
      type: ['String'],
      description: 'Other names and spellings of the same (schema.org `alternateName`).',
      resolve: ({ otherNames }) => otherNames,
    }),
    sameAs: t.field({
      type: ['String'],
      description: 'URIs of the same thing elsewhere (schema.org `sameAs`). Empty unless an editor checked one.',
      resolve: ({ sameAs }) => sameAs,
    }),
    mentions: t.connection(
      {
        type: Evidence,
        description: 'Where the words of the articles name it: by article, then in the order of the text.',
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ mentions }) => connectItems(mentions, `${slug}.mentions`, args, evidenceKey)),
      },
      EvidenceConnection,
      EvidenceEdge,
    ),
    mentionedIn: articleList.field(t, 'The articles that name it.', ({ slug }) => ({ mentions: [slug] })),
  }),
});

export const NamedOrder = orderInput('NamedOrder', 'persons, organizations, groups or places', {
  NAME: 'By name, case and diacritics aside.',
  MENTIONS: 'By the number of places where the articles name it.',
});

/** How every list of named things is asked for a name. */
export const NAME_FILTER = `Each of these words, at most ${MAX_WORDS}, begins a word of its name or of another name; case and diacritics do not count. Without a letter or digit it asks for nothing.`;

export const AgentFilterInput = filterInput(
  'AgentFilter',
  'persons, organizations or groups',
  'Asks for persons, organizations or groups. All that is given must hold.',
  (t) => ({
    name: t.string({ description: NAME_FILTER }),
    articles: t.field({ type: ['Slug'], description: 'Named in one of the articles with these slugs.' }),
    events: t.field({
      type: ['Slug'],
      description: 'Said to take part in one of the events with these slugs, in any role, by any article.',
    }),
    position: t.field({ type: PositionFilter, description: 'Said to hold this position: so only persons.' }),
  }),
);
