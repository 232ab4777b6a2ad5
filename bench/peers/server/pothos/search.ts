/** Search: words anywhere in the corpus. */
import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { ENTITY_TYPES, type Span } from '../../../../data/model.ts';
import type { Snippet as SnippetRecord } from '../../../../data/query.ts';
import type { SearchHit as SearchHitRecord } from '../../../../data/store.ts';
import { encodeCursor } from '../../../../schema/page.ts';
import { builder } from './builder.ts';
import { DEFAULT_SIZE } from './connection.ts';
import { Entity } from './entity.ts';

const SnippetMatch = builder.objectRef<Span>('SnippetMatch').implement({
  fields: (t) => ({ utf16Start: t.exposeInt('utf16Start'), utf16End: t.exposeInt('utf16End') }),
});

const Snippet = builder.objectRef<SnippetRecord>('Snippet').implement({
  fields: (t) => ({ text: t.exposeString('text'), matches: t.expose('matches', { type: [SnippetMatch] }) }),
});

const SearchHit = builder.objectRef<SearchHitRecord>('SearchHit').implement({
  fields: (t) => ({
    score: t.exposeFloat('score'),
    node: t.field({ type: Entity, resolve: ({ entity }) => entity }),
    snippets: t.field({ type: [Snippet], resolve: ({ snippets }) => snippets() }),
  }),
});

const SearchFilter = builder.inputType('SearchFilter', {
  fields: (t) => ({ speakers: t.field({ type: ['Slug'] }), places: t.field({ type: ['Slug'] }) }),
});

builder.queryField('search', (t) =>
  t.connection({
    type: SearchHit,
    args: { query: t.arg.string({ required: true }), filter: t.arg({ type: SearchFilter }) },
    resolve: async (_, { query, filter, ...args }, { store }) => {
      const { speakers, places } = filter ?? {};
      const asked = {
        text: query,
        types: ENTITY_TYPES,
        filter: { ...(speakers != null && { speakers }), ...(places != null && { places }) },
      };
      let total = 0;
      const connection = await resolveCursorConnection(
        {
          args,
          defaultSize: DEFAULT_SIZE,
          toCursor: ({ score, entity }) => encodeCursor(`Search ${query}`, [score, entity.slug]),
        },
        async ({ limit }: ResolveCursorConnectionArgs) => {
          const page = await store.search({ ...asked, window: { limit, fromEnd: false } });
          total = page.total;
          return page.items.map(({ item }) => item);
        },
      );
      return { ...connection, totalCount: () => total };
    },
  }),
);
