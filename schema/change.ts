/** Changes: what was added, corrected, renamed or taken away, for whoever keeps a copy up to date. */
import { isChangeKey } from '../data/change-key.ts';
import type { ChangeKind, Change as ChangeRecord } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Article } from './article.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType, toConnection } from './connection.ts';
import { Evidence } from './evidence.ts';
import { load, loadIfNamed, Node } from './node.ts';
import { windowOf } from './page.ts';
import { EntityTypeEnum, Retired } from './retired.ts';

const ChangeKindEnum = closedSet<ChangeKind>('ChangeKind', 'What became of a thing.', {
  ADDED: 'It came into the corpus, with the first article that tells of it.',
  CORRECTED: 'The text of an article changed, and the publisher says so in it: `correction`.',
  MERGED: 'It turned out to be the same as another thing.',
  REMOVED:
    'A revision of an article no longer reports the event or statement, and no other article does. Its slug still finds it.',
  RENAMED: 'It has another slug now.',
  RETIRED: 'It is gone, and nothing has taken its place: `REMOVED` in `Retired.how`.',
  REVISED: 'The text of an article changed, and the new text does not say so.',
  SPLIT: 'It turned out to be several things.',
  WITHDRAWN: 'It is a withdrawn article, or a thing that no other article tells of.',
});

const Change = builder.objectRef<ChangeRecord>('Change');

Change.implement({
  description:
    'What became of a thing on a day, as the articles and the editors give it: never when a program noticed.',
  fields: (t) => ({
    on: t.expose('on', {
      type: 'Date',
      description:
        'The day. Of what is added, when the corpus got the article (`entered`, else the last day that `published` may mean); of a revision, its own, if the corpus had the article by then; of what is retired, the one that an editor gives.',
    }),
    kind: t.expose('kind', { type: ChangeKindEnum, description: 'What became of it.' }),
    type: t.expose('type', {
      type: EntityTypeEnum,
      nullable: true,
      description: 'What it is or was; null if it is retired and nobody wrote it down.',
    }),
    slug: t.expose('slug', { type: 'Slug', description: 'Its slug: for what was renamed or merged, the old one.' }),
    thing: t.field({
      type: Node,
      nullable: true,
      description:
        'The thing as it is now, under another slug if it has one, and also if no present text has it; null if it is retired and nothing has replaced it.',
      resolve: ({ slug }, _, { store }) => store.find(slug),
    }),
    retired: t.field({
      type: Retired,
      nullable: true,
      description:
        'What an editor says about the slug if it is retired now, also where this change came before that; otherwise null.',
      resolve: ({ slug }, _, { store }) => store.retired(slug),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: "Why, in an editor's words; null for what is added.",
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'The number of the revision of `article` that changed it; null for what is added or retired.',
    }),
    correction: t.field({
      type: Evidence,
      nullable: true,
      description: "The publisher's own words about the change, in the text that has it; null if it says nothing.",
      resolve: ({ article, revision }, _, context) =>
        article === null || revision === null
          ? null
          : andThen(
              load(context, 'Article', article),
              ({ revisions }) => revisions.find(({ number }) => number === revision)?.correction ?? null,
            ),
    }),
    article: t.field({
      type: Article,
      nullable: true,
      description: 'The article that brought or changed it; null for what is retired.',
      resolve: ({ article }, _, context) => loadIfNamed(context, 'Article', article),
    }),
  }),
});

const [ChangeConnection, ChangeEdge] = connectionType(Change, 'Change', 'changes');

builder.queryField('changes', (t) =>
  t.connection(
    {
      type: Change,
      description:
        'What was added, changed or taken away, the oldest first; on one day by kind, type and slug. Pass the last `endCursor` as `after` to get only what is new: it stays valid when changes are added or taken away. Articles and retired slugs without a date are not in it. A withdrawn thing is in it only as such. Articles that editors date back (without `entered`) are added among older changes.',
      args: {
        since: t.arg({ type: 'Date', description: 'Only changes on or after this day; all if left out.' }),
        types: t.arg({
          type: [EntityTypeEnum],
          description: 'Only changes of things of these types; all if left out, also those of unknown type.',
        }),
      },
      resolve(_, { since, types, ...args }, { store }) {
        const asked = { since: since ?? null, types: types ?? null };
        const window = windowOf(args, 'Change', isChangeKey);
        return toConnection(
          () => store.changes({ ...asked, window }),
          'Change',
          () => store.countChanges(asked),
        );
      },
    },
    ChangeConnection,
    ChangeEdge,
  ),
);
