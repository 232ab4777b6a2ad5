/** Person, with the facts that articles give about one: positions, kinships, dates of birth and death. */
import { KINSHIP_KIND_MEANINGS, TENURE_MEANINGS } from '../data/meaning.ts';
import {
  type Asserted,
  type Certainty,
  type Kinship as KinshipRecord,
  type LifeDateKind,
  type LifeDate as LifeDateRecord,
  OWN_VOICE,
  type Person as PersonRecord,
  type Polarity,
  type Position as PositionRecord,
  type Tenure,
  UNHEDGED,
  type Voice,
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
import { CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

const TenureEnum = closedSet('Tenure', 'Whether somebody holds a position, as an article has it.', TENURE_MEANINGS);

export const Position = builder.objectRef<PositionRecord>('Position');

Position.implement({
  description:
    'A position, office or rank that a person holds or held (see `tenure`), as an article says (schema.org `hasOccupation`).',
  interfaces: () => [Assertion],
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Whose it is.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    title: t.exposeString('title', { description: 'Its title in the words of the article.' }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization that it is in; null if the article names none.',
      resolve: ({ organization }, _, context) => loadIfNamed(context, 'Organization', organization),
    }),
    since: t.expose('since', {
      type: FuzzyDate,
      nullable: true,
      description: 'Since when the person has held it; null if the article does not say.',
    }),
    until: t.expose('until', {
      type: FuzzyDate,
      nullable: true,
      description: 'Until when the person held it; null if the article does not say.',
    }),
    tenure: t.expose('tenure', {
      type: TenureEnum,
      description: 'Whether the person held it when the article was published.',
    }),
  }),
});

const KinshipKindEnum = closedSet('KinshipKind', 'How one person is related to another.', KINSHIP_KIND_MEANINGS);

export const Kinship = builder.objectRef<KinshipRecord>('Kinship');

Kinship.implement({
  description: 'Two people are related, as an article says. Each of the two has a kinship, with the same words.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    kind: t.expose('kind', { type: KinshipKindEnum, description: 'What `relative` is to `person`.' }),
    person: t.field({
      type: Person,
      description: 'The person whose relative this is.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    relative: t.field({
      type: Person,
      description: 'The relative of `person`.',
      resolve: ({ relative }, _, context) => load(context, 'Person', relative),
    }),
  }),
});

const AFFIRMED: readonly Polarity[] = ['AFFIRMED'];

const LifeDateKindEnum = closedSet<LifeDateKind>('LifeDateKind', 'Whether a person was born or died.', {
  BIRTH: 'The person was born then.',
  DEATH: 'The person died then.',
});

const LifeDate = builder.objectRef<LifeDateRecord>('LifeDate');

LifeDate.implement({
  description: 'When a person was born or died, as an article says.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    kind: t.expose('kind', { type: LifeDateKindEnum, description: 'Birth or death.' }),
    person: t.field({
      type: Person,
      description: 'Who was born or died.',
      resolve: ({ person }, _, context) => load(context, 'Person', person),
    }),
    date: t.expose('date', { type: FuzzyDate, description: 'When, as the article words it.' }),
  }),
});

/** By default only what articles say themselves and affirm, so that whoever prints a list prints nothing alleged. */
const factArguments = builder.args((t) => ({
  voices: t.field({
    type: [VoiceEnum],
    defaultValue: [...OWN_VOICE],
    description: 'Only facts in one of these voices. If a fact is not in the voice `ARTICLE`, show who says it.',
  }),
  polarities: t.field({
    type: [PolarityEnum],
    defaultValue: [...AFFIRMED],
    description: 'Only facts that are affirmed, denied, or both.',
  }),
  certainties: t.field({
    type: [CertaintyEnum],
    defaultValue: [...UNHEDGED],
    description: 'Only facts of these certainties. If a fact is `PROBABLE` or `POSSIBLE`, say so.',
  }),
}));

interface AskedFacts {
  readonly voices?: readonly Voice[] | null | undefined;
  readonly polarities?: readonly Polarity[] | null | undefined;
  readonly certainties?: readonly Certainty[] | null | undefined;
}

/** Null asks for what the argument has if it is left out. */
function factsIn<T extends Asserted>(
  facts: readonly T[],
  { voices, polarities, certainties }: AskedFacts,
): readonly T[] {
  return facts.filter(
    ({ voice, polarity, certainty }) =>
      (voices ?? OWN_VOICE).includes(voice) &&
      (polarities ?? AFFIRMED).includes(polarity) &&
      (certainties ?? UNHEDGED).includes(certainty),
  );
}

const CURRENT: readonly Tenure[] = ['CURRENT'];

const [PositionConnection, PositionEdge] = connectionType(Position, 'Position', 'positions');
const [KinshipConnection, KinshipEdge] = connectionType(Kinship, 'Kinship', 'kinships');
const [LifeDateConnection, LifeDateEdge] = connectionType(LifeDate, 'LifeDate', 'dates of life');

export const Person = builder.objectRef<PersonRecord>('Person');

export const personList = entityList('Person', Person, 'people', AgentFilterInput, NamedOrder, 'by name if left out');

Person.implement({
  description: 'A person that an article names. All facts about a person are what articles say.',
  interfaces: () => [Agent, Named, Node],
  fields: (t) => ({
    birthDate: t.expose('birthDate', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When the person was born: the most precise date that articles give in their own voice without a hedge, if they agree. Null if none gives one, or if any two dates contradict each other, attributed ones included: `lifeDates` with `voices` and `certainties` has each, with who says it and how surely.',
    }),
    deathDate: t.expose('deathDate', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When the person died: the most precise date that articles give in their own voice without a hedge, if they agree. Null if none gives one, or if any two dates contradict each other, attributed ones included: `lifeDates` with `voices` and `certainties` has each, with who says it and how surely.',
    }),
    lifeDates: t.connection(
      {
        type: LifeDate,
        description:
          'Each date of birth or death that articles give in their own voice without a hedge; `voices` and `certainties` add others. By slug of the article, then in the order of its text.',
        args: factArguments,
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ lifeDates }) =>
            connectItems(factsIn(lifeDates, args), `${slug}.lifeDates`, args, assertionKey),
          ),
      },
      LifeDateConnection,
      LifeDateEdge,
    ),
    positions: t.connection(
      {
        type: Position,
        description:
          'Each position that articles give in their own voice without a hedge, and that was held when they were published; `voices`, `certainties` and `tenures` add others. By slug of the article, then in the order of its text.',
        args: {
          ...factArguments,
          tenures: t.arg({
            type: [TenureEnum],
            defaultValue: [...CURRENT],
            description: 'Only positions of these tenures. If a position is not `CURRENT`, say so.',
          }),
        },
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ positions }) => {
            const asked = positions.filter(({ tenure }) => (args.tenures ?? CURRENT).includes(tenure));
            return connectItems(factsIn(asked, args), `${slug}.positions`, args, assertionKey);
          }),
      },
      PositionConnection,
      PositionEdge,
    ),
    relatives: t.connection(
      {
        type: Kinship,
        description:
          'Each kinship that articles give in their own voice without a hedge; `voices` and `certainties` add others. By slug of the article, then in the order of its text.',
        args: factArguments,
        resolve: ({ slug }, args, { store }) =>
          andThen(store.dossier(slug), ({ relatives }) =>
            connectItems(factsIn(relatives, args), `${slug}.relatives`, args, assertionKey),
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
  person: lookupField(t, 'Person', Person, 'Its slug, such as `mikhail-shvydkoy`.'),
  people: personList.field(t, 'The people that the articles name.'),
}));
