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
import { slugOf } from './slug.ts';

export const Named = builder.interfaceRef<Entities[NamedType]>('Named');

Named.implement({
  description: 'Anything with a name to show: a person, an organization, a group or a place.',
  interfaces: () => [Node],
  resolveType: (named) => named.type,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name to show, as an editor chose it.' }),
    otherNames: t.field({
      type: ['String'],
      description: 'Its other names and spellings (schema.org `alternateName`).',
      resolve: ({ otherNames }) => otherNames,
    }),
    sameAs: t.field({
      type: ['String'],
      description: 'URIs that identify it elsewhere (schema.org `sameAs`). Empty unless an editor checked one.',
      resolve: ({ sameAs }) => sameAs,
    }),
    mentions: t.connection(
      {
        type: Evidence,
        description: 'Where the articles name it: by slug of the article, then in the order of its text.',
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ mentions }) => connectItems(mentions, `${slug}.mentions`, args, evidenceKey)),
      },
      EvidenceConnection,
      EvidenceEdge,
    ),
    mentionedIn: articleList.field(t, 'The articles that name it.', ({ slug }) => ({ mentions: [slug] })),
  }),
});

export const NamedOrder = orderInput('NamedOrder', 'people, organizations, groups or places', {
  NAME: 'By name, ignoring case and diacritics.',
  MENTIONS: 'By how often the articles name it.',
});

/** How every list of named things is asked for a name. */
export const NAME_FILTER = `Each of these words, at most ${MAX_WORDS}, must begin a word of its name or of its other names; case and diacritics do not count. Text without a letter or digit filters nothing.`;

export const AgentFilterInput = filterInput(
  'AgentFilter',
  'people, organizations or groups',
  'Chooses people, organizations or groups: those that meet every condition given.',
  (t) => ({
    name: t.string({ description: NAME_FILTER }),
    articles: t.field({
      type: ['Slug'],
      extensions: slugOf('Article'),
      description: 'Only those that one of these articles (slugs) names.',
    }),
    events: t.field({
      type: ['Slug'],
      extensions: slugOf('Event'),
      description: 'Only those that any article says took part in one of these events (slugs), in any role.',
    }),
    position: t.field({
      type: PositionFilter,
      description: 'Only people who hold or held this position, as any article says.',
    }),
  }),
);
