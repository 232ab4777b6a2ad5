/** Place: where things happen. */
import { PLACE_KIND_MEANINGS } from '../data/meaning.ts';
import type { Place as PlaceRecord } from '../data/model.ts';
import type { PlaceFilter } from '../data/query.ts';
import { builder } from './builder.ts';
import { closedSet } from './closed-set.ts';
import { connectEntities, connectionType } from './connection.ts';
import { Event, EventConnection, EventEdge, eventArguments } from './event.ts';
import { filterInput } from './filter.ts';
import { NAME_FILTER, Named, NamedOrder } from './named.ts';
import { loadIfNamed, Node } from './node.ts';
import { Statement, StatementConnection, StatementEdge, statementArguments } from './statement.ts';

const PlaceKindEnum = closedSet('PlaceKind', 'What kind of place it is.', PLACE_KIND_MEANINGS);

const PlaceFilterInput = filterInput<PlaceFilter>(
  'PlaceFilter',
  'places',
  'Asks for places. All that is given must hold.',
  (t) => ({
    name: t.string({ description: NAME_FILTER }),
    kinds: t.field({ type: [PlaceKindEnum], description: 'Of one of these kinds.' }),
    containedIn: t.string({ description: 'Inside the place with this slug, at any depth.' }),
    article: t.string({ description: 'Named in the article with this slug.' }),
    event: t.string({ description: 'Where a report places the event with this slug.' }),
  }),
);

export const placeArguments = builder.args((t) => ({
  filter: t.field({ type: PlaceFilterInput, description: 'Which ones; all if left out.' }),
  orderBy: t.field({ type: NamedOrder, description: 'In which order; by name if left out.' }),
}));

export const Place = builder.objectRef<PlaceRecord>('Place');

Place.implement({
  description: 'A place that an article names.',
  interfaces: () => [Named, Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: PlaceKindEnum, description: 'What kind of place it is.' }),
    containedIn: t.field({
      type: Place,
      nullable: true,
      description:
        'The next larger place that it lies in. Geography given by an editor, not what an article says; null if none was given.',
      resolve: ({ containedIn }, _, context) => loadIfNamed(context, 'Place', containedIn),
    }),
    contains: t.connection(
      {
        type: Place,
        description: 'The places that lie in it, at any depth.',
        args: placeArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Place', args, { containedIn: slug }),
      },
      PlaceConnection,
      PlaceEdge,
    ),
    events: t.connection(
      {
        type: Event,
        description: 'The events that a report places there or at a place in it.',
        args: eventArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Event', args, { place: slug }),
      },
      EventConnection,
      EventEdge,
    ),
    statements: t.connection(
      {
        type: Statement,
        description: 'The statements about it, about a place in it, or about an event there.',
        args: statementArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Statement', args, { place: slug }),
      },
      StatementConnection,
      StatementEdge,
    ),
  }),
});

export const [PlaceConnection, PlaceEdge] = connectionType(Place, 'Place', 'places');

builder.queryFields((t) => ({
  place: t.field({
    type: Place,
    nullable: true,
    description: 'The place with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Such as `yekaterinburg`.' }) },
    resolve: (_, { slug }, { store }) => store.get('Place', slug),
  }),
  places: t.connection(
    {
      type: Place,
      description: 'The places that the articles name.',
      args: placeArguments,
      resolve: (_, args, context) => connectEntities(context, 'Place', args),
    },
    PlaceConnection,
    PlaceEdge,
  ),
}));
