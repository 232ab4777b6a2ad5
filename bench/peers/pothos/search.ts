/** Search: words anywhere in the corpus. */
import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { ENTITY_TYPES } from '../../../data/model.ts';
import type { SearchHit as SearchHitRecord } from '../../../data/store.ts';
import { encodeCursor } from '../../../schema/page.ts';
import { builder } from './builder.ts';
import { DEFAULT_SIZE } from './connection.ts';
import { Entity } from './entity.ts';
import { Evidence } from './evidence.ts';

const SearchHit = builder.objectRef<SearchHitRecord>('SearchHit').implement({
  fields: (t) => ({
    score: t.exposeFloat('score'),
    node: t.field({ type: Entity, resolve: ({ entity }) => entity }),
    snippets: t.field({ type: [Evidence], resolve: ({ snippets }) => snippets() }),
  }),
});

const SearchFilter = builder.inputType('SearchFilter', {
  fields: (t) => ({ speaker: t.string(), place: t.string() }),
});

builder.queryField('search', (t) =>
  t.connection({
    type: SearchHit,
    args: { query: t.arg.string({ required: true }), filter: t.arg({ type: SearchFilter }) },
    resolve: async (_, { query, filter, ...args }, { store }) => {
      const { speaker, place } = filter ?? {};
      const asked = {
        text: query,
        types: ENTITY_TYPES,
        filter: { ...(speaker != null && { speaker }), ...(place != null && { place }) },
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
