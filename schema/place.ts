/** Place: where things happen. */
import { PLACE_KIND_MEANINGS } from '../data/meaning.ts';
import type { Place as PlaceRecord } from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { eventList } from './event.ts';
import { filterInput } from './filter.ts';
import { entityList, lookupField } from './list.ts';
import { NAME_FILTER, Named, NamedOrder } from './named.ts';
import { loadIfNamed, Node } from './node.ts';
import { slugOf } from './slug.ts';
import { statementList } from './statement.ts';

const PlaceKindEnum = closedSet('PlaceKind', 'What kind of place it is.', PLACE_KIND_MEANINGS);

const PlaceFilterInput = filterInput(
  'PlaceFilter',
  'places',
  'Chooses places: those that meet every condition given.',
  (t) => ({
    name: t.string({ description: NAME_FILTER }),
    kinds: t.field({ type: [PlaceKindEnum], description: 'Only places of one of these kinds.' }),
    containedIn: t.field({
      type: ['Slug'],
      extensions: slugOf('Place'),
      description: 'Only places inside one of these places (slugs), at any depth.',
    }),
    articles: t.field({
      type: ['Slug'],
      extensions: slugOf('Article'),
      description: 'Only places that one of these articles (slugs) names.',
    }),
    events: t.field({
      type: ['Slug'],
      extensions: slugOf('Event'),
      description: 'Only places at which an article puts one of these events (slugs).',
    }),
  }),
);

export const Place = builder.objectRef<PlaceRecord>('Place');

export const placeList = entityList('Place', Place, 'places', PlaceFilterInput, NamedOrder, 'by name if left out');

Place.implement({
  description: 'A place that an article names.',
  interfaces: () => [Named, Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: PlaceKindEnum, description: 'What kind of place it is.' }),
    containedIn: t.field({
      type: Place,
      nullable: true,
      description: 'The next larger place that it lies in. An editor gives it, not an article; null if none is given.',
      resolve: ({ containedIn }, _, context) => loadIfNamed(context, 'Place', containedIn),
    }),
    contains: placeList.field(t, 'The places that lie inside it, at any depth.', ({ slug }) => ({
      containedIn: [slug],
    })),
    events: eventList.field(t, 'The events that a report puts there, or at a place inside it.', ({ slug }) => ({
      places: [slug],
    })),
    statements: statementList.field(
      t,
      'The statements about it, about a place inside it, or about an event there.',
      ({ slug }) => ({ places: [slug] }),
    ),
  }),
});

builder.queryFields((t) => ({
  place: lookupField(t, 'Place', Place, 'Its slug, such as `yekaterinburg`.'),
  places: placeList.field(t, 'The places that the articles name.'),
}));
