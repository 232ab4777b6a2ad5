/** Retired slugs: what a reader with an old link needs to know. */
import type { Retired as RetiredRecord } from '../data/model.ts';
import { builder } from './builder.ts';
import { load, Node } from './node.ts';
import { slugOf } from './slug.ts';

const Retired = builder.objectRef<RetiredRecord>('Retired');

Retired.implement({
  description:
    'A slug that was published once and names nothing now. It is never used again, so that old links can still be explained.',
  fields: (t) => ({
    slug: t.expose('slug', { type: 'Slug', description: 'The slug that is gone.' }),
    reason: t.exposeString('reason', { description: "Why it is gone, in an editor's words." }),
    replacedBy: t.field({
      type: Node,
      nullable: true,
      description: 'The same thing under the slug that it has now; null if the thing itself is gone.',
      resolve: ({ replacedBy }, _, context) =>
        replacedBy === null ? null : load(context, replacedBy.type, replacedBy.slug),
    }),
  }),
});

builder.queryField('retired', (t) =>
  t.field({
    type: Retired,
    nullable: true,
    description:
      'A slug that was published once and names nothing now; null if this slug was never retired. Lookups with a retired slug find nothing.',
    args: {
      slug: t.arg({
        type: 'Slug',
        required: true,
        extensions: slugOf(),
        description: 'The old slug, such as one in a link that no longer works.',
      }),
    },
    resolve: (_, { slug }, { store }) => store.retired(slug),
  }),
);
