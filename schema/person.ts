/** Person, with the facts that articles give about one: positions, kinships, dates of birth and death. */
import { KINSHIP_KIND_MEANINGS } from '../data/meaning.ts';
import type {
  Kinship as KinshipRecord,
  LifeDateKind,
  LifeDate as LifeDateRecord,
  Person as PersonRecord,
  Position as PositionRecord,
} from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Agent } from './agent.ts';
import { articleList } from './article.ts';
import { Assertion, assertionKey } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { connectItems, connectionType } from './connection.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { entityList, lookupField } from './list.ts';
import { AgentFilterInput, Named, NamedOrder } from './named.ts';
import { load, loadIfNamed, Node } from './node.ts';
import { Organization } from './organization.ts';

export const Position = builder.objectRef<PositionRecord>('Position');

Position.implement({
  description: 'A position, office or rank that an article gives a person (schema.org `jobTitle`).',
  interfaces: () => [Assertion],
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who holds it.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    title: t.exposeString('title', { description: 'Its title in the words of the article.' }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization that it is a position in; null if the article names none.',
      resolve: ({ organization }, _, context) => loadIfNamed(context, 'Organization', organization),
    }),
    since: t.expose('since', {
      type: FuzzyDate,
      nullable: true,
      description: 'Since when it is held; null if the article does not say.',
    }),
    until: t.expose('until', {
      type: FuzzyDate,
      nullable: true,
      description: 'Until when it was held; null if the article does not say.',
    }),
  }),
});

const KinshipKindEnum = closedSet('KinshipKind', 'What one person is to another.', KINSHIP_KIND_MEANINGS);

export const Kinship = builder.objectRef<KinshipRecord>('Kinship');

Kinship.implement({
  description: 'That two people are related, as an article says it. Each of the two has one, with the same words.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    kind: t.expose('kind', { type: KinshipKindEnum, description: 'What `relative` is to `person`.' }),
    person: t.field({
      type: Person,
      description: 'Whose relative it is.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    relative: t.field({
      type: Person,
      description: 'Who is that to `person`.',
      resolve: ({ relative }, _, context) => load(context, 'Person', relative),
    }),
  }),
});

const LifeDateKindEnum = closedSet<LifeDateKind>('LifeDateKind', 'What a date is of in a life.', {
  BIRTH: 'Born then.',
  DEATH: 'Died then.',
});

const LifeDate = builder.objectRef<LifeDateRecord>('LifeDate');

LifeDate.implement({
  description: 'When a person was born or died, as an article says it.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    kind: t.expose('kind', { type: LifeDateKindEnum, description: 'Birth or death.' }),
    person: t.field({
      type: Person,
      description: 'Whose birth or death.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    date: t.expose('date', { type: FuzzyDate, description: 'When, as the words have it.' }),
  }),
});

const [PositionConnection, PositionEdge] = connectionType(Position, 'Position', 'positions');
const [KinshipConnection, KinshipEdge] = connectionType(Kinship, 'Kinship', 'kinships');
const [LifeDateConnection, LifeDateEdge] = connectionType(LifeDate, 'LifeDate', 'dates of life');

export const Person = builder.objectRef<PersonRecord>('Person');

export const personList = entityList('Person', Person, 'persons', AgentFilterInput, NamedOrder, 'by name if left out');

Person.implement({
  description: 'A person whom an article names. Everything known of one is what articles say.',
  interfaces: () => [Agent, Named, Node],
  fields: (t) => ({
    birthDate: t.expose('birthDate', {
      type: FuzzyDate,
      nullable: true,
      description:
        'The most precise date of birth with which every article that gives one agrees; null if none does, or if they contradict each other. Who says so: `lifeDates`.',
    }),
    deathDate: t.expose('deathDate', {
      type: FuzzyDate,
      nullable: true,
      description:
        'The most precise date of death with which every article that gives one agrees; null if none does, or if they contradict each other. Who says so: `lifeDates`.',
    }),
    lifeDates: t.connection(
      {
        type: LifeDate,
        description: 'Each date of birth or death that an article gives: by article, in the order of the text.',
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ lifeDates }) =>
            connectItems(lifeDates, `${slug}.lifeDates`, args, assertionKey),
          ),
      },
      LifeDateConnection,
      LifeDateEdge,
    ),
    positions: t.connection(
      {
        type: Position,
        description: 'Each position that an article gives: by article, in the order of the text.',
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ positions }) =>
            connectItems(positions, `${slug}.positions`, args, assertionKey),
          ),
      },
      PositionConnection,
      PositionEdge,
    ),
    relatives: t.connection(
      {
        type: Kinship,
        description: 'Each kinship that an article gives: by article, in the order of the text.',
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ relatives }) =>
            connectItems(relatives, `${slug}.relatives`, args, assertionKey),
          ),
      },
      KinshipConnection,
      KinshipEdge,
    ),
    authoredArticles: articleList.field(t, 'The articles with this person in a byline.', ({ slug }) => ({
      authors: [slug],
    })),
  }),
});

builder.queryFields((t) => ({
  person: lookupField(t, 'Person', Person, 'Such as `mikhail-shvydkoy`.'),
  people: personList.field(t, 'The persons whom the articles name.'),
}));
