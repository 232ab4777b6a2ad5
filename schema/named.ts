/** Named: what persons, organizations, groups and places have in common. */

import type { Agent, Place } from '../data/model.ts';
import type { AgentFilter, OrderFields } from '../data/query.ts';
import { MAX_WORDS } from '../data/search-text.ts';
import { andThen } from '../data/store.ts';
import { Article, ArticleConnection, ArticleEdge, articleArguments } from './article.ts';
import { builder } from './builder.ts';
import { closedSet } from './closed-set.ts';
import { connectEntities, connectItems, orderInput } from './connection.ts';
import { Evidence, EvidenceConnection, EvidenceEdge, evidenceKey } from './evidence.ts';
import { filterInput, PositionFilter } from './filter.ts';
import { Node } from './node.ts';

export const Named = builder.interfaceRef<Agent | Place>('Named');

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
    articles: t.connection(
      {
        type: Article,
        description: 'The articles that name it.',
        args: articleArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Article', args, { mentions: slug }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
  }),
});

const NamedOrderField = closedSet<OrderFields['Person']>(
  'NamedOrderField',
  'What persons, organizations, groups and places can be ordered by.',
  {
    NAME: 'By name, case and diacritics aside.',
    MENTIONS: 'By the number of places where the articles name it.',
  },
);

export const NamedOrder = orderInput('NamedOrder', 'persons, organizations, groups or places', NamedOrderField);

/** How every list of named things is asked for a name. */
export const NAME_FILTER = `Each of these words, at most ${MAX_WORDS}, begins a word of its name or of another name; case and diacritics do not count. Without a letter or digit it asks for nothing.`;

const AgentFilterInput = filterInput<AgentFilter>(
  'AgentFilter',
  'persons, organizations or groups',
  'Asks for persons, organizations or groups. All that is given must hold.',
  (t) => ({
    name: t.string({ description: NAME_FILTER }),
    article: t.string({ description: 'Named in the article with this slug.' }),
    event: t.string({ description: 'Taking part in the event with this slug, in any role, in any report.' }),
    position: t.field({ type: PositionFilter, description: 'Said to hold this position: so only persons.' }),
  }),
);

/** The arguments of every list of persons, organizations or groups. */
export const agentArguments = builder.args((t) => ({
  filter: t.field({ type: AgentFilterInput, description: 'Which ones; all if left out.' }),
  orderBy: t.field({ type: NamedOrder, description: 'In which order; by name if left out.' }),
}));
