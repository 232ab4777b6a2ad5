/** Suggestions: names that begin with the typed text. */

import { NAMED_TYPES, type NamedType } from '../data/model.ts';
import type { Suggestion as SuggestionRecord } from '../data/query.ts';
import { MAX_QUERY_LENGTH } from '../data/search-text.ts';
import { builder, closedSet } from './builder.ts';
import { Named } from './named.ts';
import { MAX_PAGE_SIZE, withinPage } from './page.ts';
import { refuseLong } from './search.ts';

const DEFAULT_SUGGESTION_COUNT = 10;

const NamedTypeEnum = closedSet<Uppercase<NamedType>>('NamedType', 'A type of thing with a name to show.', {
  PERSON: 'A person.',
  ORGANIZATION: 'An organization.',
  GROUP: 'A group of people that the articles do not name.',
  PLACE: 'A place.',
});

const Suggestion = builder.objectRef<SuggestionRecord>('Suggestion');

Suggestion.implement({
  description: 'A person, organization, group or place with a name that matches what the reader types.',
  fields: (t) => ({
    node: t.field({ type: Named, description: 'The thing itself.', resolve: ({ entity }) => entity }),
    name: t.exposeString('name', {
      description:
        'The name that matches: the name to show, or one of its other names. If several match, the first of them.',
    }),
  }),
});

builder.queryField('suggestions', (t) =>
  t.field({
    type: [Suggestion],
    description:
      'Names to suggest while a reader types, from the first letter on. Each word typed must begin a word of the name, ignoring case and diacritics. Each thing is listed once, the most mentioned first; among equals, people come before organizations, groups and places, then by name. Empty if the text has no letter or digit.',
    args: {
      for: t.arg.string({
        required: true,
        description: `The text typed so far, at most ${MAX_QUERY_LENGTH} UTF-16 units.`,
      }),
      types: t.arg({ type: [NamedTypeEnum], description: 'Only things of these types; all if left out.' }),
      first: t.arg.int({
        defaultValue: DEFAULT_SUGGESTION_COUNT,
        description: `How many at most, 0 to ${MAX_PAGE_SIZE}.`,
      }),
    },
    resolve(_, { for: text, types, first }, { store }) {
      refuseLong('for', text);
      return store.suggest({
        text,
        types: NAMED_TYPES.filter((type) => types?.includes(type.toUpperCase() as Uppercase<NamedType>) ?? true),
        limit: withinPage(first ?? DEFAULT_SUGGESTION_COUNT, 'first'),
      });
    },
  }),
);
