/** Retired slugs: what a reader with an old link needs to know. */
import { ENTITY_TYPE_MEANINGS, RETIREMENT_MEANINGS } from '../data/meaning.ts';
import { ENTITY_TYPES, type EntityType, type Retired as RetiredRecord } from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { load, Node } from './node.ts';
import { slugOf } from './slug.ts';

export const EntityTypeEnum = builder.enumType('EntityType', {
  description: 'The type of a thing that has a slug: that of the `Node`, also where the thing itself is gone.',
  values: Object.fromEntries(
    ENTITY_TYPES.map((type) => [type.toUpperCase(), { value: type, description: ENTITY_TYPE_MEANINGS[type] }]),
  ) as { readonly [Name in Uppercase<EntityType>]: { readonly value: EntityType; readonly description: string } },
});

const RetirementEnum = closedSet('Retirement', 'What became of the thing that had a slug.', RETIREMENT_MEANINGS);

export const Retired = builder.objectRef<RetiredRecord>('Retired');

Retired.implement({
  description:
    'A slug that was published once and names nothing now. It is never used again, so that old links can still be explained.',
  fields: (t) => ({
    slug: t.expose('slug', { type: 'Slug', description: 'The retired slug.' }),
    type: t.expose('type', {
      type: EntityTypeEnum,
      nullable: true,
      description: 'What it named; null if nobody wrote it down.',
    }),
    on: t.expose('on', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was retired, as an editor wrote it down; null if nobody did.',
    }),
    how: t.expose('how', {
      type: RetirementEnum,
      description: 'What became of the thing. If what replaced it is gone as well, what became of that one.',
    }),
    reason: t.exposeString('reason', { description: "Why it was retired, in an editor's words." }),
    replacedBy: t.field({
      type: Node,
      nullable: true,
      description:
        'The same thing under the slug that it has now, after all later replacements; null if the thing itself is gone.',
      resolve: ({ replacedBy }, _, context) =>
        replacedBy === null ? null : load(context, replacedBy.type, replacedBy.slug),
    }),
    splitInto: t.field({
      type: [Node],
      description: 'The things that it was split into, as far as they still exist, in the order of the editor.',
      resolve: ({ splitInto }, _, context) => splitInto.map(({ type, slug }) => load(context, type, slug)) as never,
    }),
  }),
});

builder.queryField('retired', (t) =>
  t.field({
    type: Retired,
    nullable: true,
    description:
      'A slug that was published once and names nothing now; null if this slug was never retired. Lookups and filters with a slug that was replaced act as if the new one had been given; with any other retired slug they find nothing.',
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
