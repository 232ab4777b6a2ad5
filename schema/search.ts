/** Search: words anywhere in the corpus. */
import { ENTITY_TYPES, type EntityType } from '../data/model.ts';
import { andThen, type SearchHit as SearchHitRecord } from '../data/store.ts';
import { builder } from './builder.ts';
import { closedSet } from './closed-set.ts';
import { connectionType, toConnection, windowOf } from './connection.ts';
import { publicError } from './errors.ts';
import { Evidence } from './evidence.ts';
import { Node } from './node.ts';

const MAX_QUERY_LENGTH = 200;

const SearchType = closedSet<Uppercase<EntityType>>('SearchType', 'What can be searched for.', {
  ARTICLE: 'Articles, by headline and text.',
  EVENT: 'Events, by name.',
  STATEMENT: 'Statements, by the words said.',
  PERSON: 'Persons, by name and other names.',
  ORGANIZATION: 'Organizations, by name and other names.',
  GROUP: 'Groups, by name and other names.',
  PLACE: 'Places, by name and other names.',
});

const SearchHit = builder.objectRef<SearchHitRecord>('SearchHit');

SearchHit.implement({
  description: 'Something found.',
  fields: (t) => ({
    node: t.field({ type: Node, description: 'The thing found.', resolve: ({ entity }) => entity }),
    score: t.exposeFloat('score', {
      description: 'How well it fits: more is better. Comparable within one search only.',
    }),
    snippets: t.expose('snippets', {
      type: [Evidence],
      description:
        'Where to look, at most three: the words found in an article or statement; else words that report the event or name the thing. Empty if no article does.',
    }),
  }),
});

const [SearchConnection, SearchEdge] = connectionType(SearchHit, 'Search', 'hits');

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHit,
      description:
        'Everything in which each word of the query begins a word, whatever its case and diacritics: `huseyn` finds Hüseyn. The best first. A query without a letter or digit finds nothing.',
      args: {
        query: t.arg.string({ required: true, description: `The words, at most ${MAX_QUERY_LENGTH} characters.` }),
        types: t.arg({ type: [SearchType], description: 'Only things of these types; all if left out.' }),
      },
      resolve(_, { query, types, ...args }, { store }) {
        const { length } = [...query];
        if (length > MAX_QUERY_LENGTH) {
          throw publicError(
            'INVALID_ARGUMENT',
            `"query" has ${length} characters; the most is ${MAX_QUERY_LENGTH}. Give fewer words.`,
            { actual: length, limit: MAX_QUERY_LENGTH },
          );
        }
        const wanted = {
          text: query,
          types: types == null ? ENTITY_TYPES : ENTITY_TYPES.filter((type) => names(types, type)),
        };
        // Scores of two searches have nothing to do with each other, so neither have their cursors.
        const list = ['Search', ...wanted.types, query].join(' ');
        const page = store.search({ ...wanted, window: windowOf(args, list) });
        return andThen(page, (found) => toConnection(found, list, () => store.searchCount(wanted)));
      },
    },
    SearchConnection,
    SearchEdge,
  ),
);

function names(searchTypes: readonly string[], type: EntityType): boolean {
  return searchTypes.includes(type.toUpperCase());
}
