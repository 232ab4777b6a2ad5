// Questions made at random about a corpus: filters of every field, joined and turned round, with values of the corpus.
import fc from 'fast-check';
import { datesOf } from '../../data/date-of.ts';
import type { Combined, Filters } from '../../data/filter.ts';
import {
  AGENT_TYPES,
  type AgentType,
  CERTAINTIES,
  type Corpus,
  type DateBounds,
  ENTITY_TYPES,
  type EntityType,
  EVENT_KINDS,
  NAMED_TYPES,
  PARTICIPANT_ROLES,
  PLACE_KINDS,
  STATEMENT_KINDS,
  VOICES,
} from '../../data/model.ts';
import { ordersOf, sortKey } from '../../data/order.ts';
import type { Window } from '../../data/page.ts';
import type { AgentsQuery, ListQuery, SearchQuery, SuggestionQuery } from '../../data/query.ts';

/** Half of a kind of field is missing, as in most filters. */
const maybe = <T>(fields: { readonly [name: string]: fc.Arbitrary<T> }) => fc.record(fields, { requiredKeys: [] });

export function filtersOf(corpus: Corpus): { readonly [T in EntityType]: fc.Arbitrary<Filters[T]> } {
  const { entities } = corpus;
  const slug = (...types: readonly EntityType[]) => {
    const slugs = types.flatMap((type) => entities[type].map((entity) => entity.slug));
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom('nobody', ...slugs) }, fc.constant('no-such-thing'));
  };
  const agent = slug('Person', 'Organization', 'Group');
  const language = fc.constantFrom(
    ...new Set(['en', 'EN', 'xx', ...entities.Article.map((article) => article.language)]),
  );
  const bounds = boundsIn(corpus);
  const date = maybe<DateBounds>({ within: bounds, overlaps: bounds });
  const titles = corpus.dossiers.flatMap(({ positions }) => positions.map(({ title }) => title));
  /** Mostly one value, sometimes several or none. */
  const some = <T>(one: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: one.map((value) => [value]) }, fc.array(one, { maxLength: 3 }));
  const position = fc.oneof(
    some(slug('Organization')).map((organizations) => ({ organizations })),
    fc.constantFrom('no such title', ...titles).map((title) => ({ title })),
  );
  const voices = some(fc.constantFrom(...VOICES));
  const affirmedBy = fc.oneof(
    voices.map((values) => ({ voices: values })),
    some(agent).map((speakers) => ({ speakers })),
  );
  const reported = {
    date,
    position,
    affirmedBy,
    languages: some(language),
    places: some(slug('Place')),
    articles: some(slug('Article')),
    speakers: some(agent),
    attributedTo: some(slug('Statement')),
    voices,
    certainties: fc.subarray([...CERTAINTIES]),
  };
  const names = [...entities.Person, ...entities.Organization, ...entities.Group, ...entities.Place].flatMap(
    ({ name, otherNames }) => [name, ...otherNames],
  );
  const name = fc.oneof(
    fc.constantFrom('', '…', 'Zzz', ...names),
    fc.tuple(fc.constantFrom('Zzz', ...names), fc.nat(4)).map(([text, length]) => text.slice(0, length)),
  );
  const named = { name, articles: some(slug('Article')), events: some(slug('Event')) };

  return {
    Article: joined<Filters['Article']>({
      published: date,
      languages: some(language),
      publishers: some(slug('Organization')),
      agencies: some(slug('Organization')),
      authors: some(slug('Person')),
      mentions: some(slug('Person', 'Place', 'Event', 'Statement')),
      speakers: some(agent),
      places: some(slug('Place')),
    }),
    Event: joined<Filters['Event']>({
      ...reported,
      participant: fc.record({ agents: some(agent), roles: fc.subarray([...PARTICIPANT_ROLES]) }, { requiredKeys: [] }),
      kinds: fc.subarray([...EVENT_KINDS]),
      partOf: some(slug('Event')),
      hasDisagreements: fc.boolean(),
    }),
    Statement: joined<Filters['Statement']>({
      ...reported,
      addressees: some(agent),
      involves: some(agent),
      about: some(slug('Event', 'Person', 'Place')),
      kinds: fc.subarray([...STATEMENT_KINDS]),
      isDenied: fc.boolean(),
      deniedLater: fc.boolean(),
      isCorrected: fc.boolean(),
      isRetracted: fc.boolean(),
      published: date,
    }),
    Person: joined<Filters['Person']>({ ...named, position }),
    Organization: joined<Filters['Organization']>({ ...named, position }),
    Group: joined<Filters['Group']>({ ...named, position }),
    Place: joined<Filters['Place']>({
      ...named,
      kinds: fc.subarray([...PLACE_KINDS]),
      containedIn: some(slug('Place')),
    }),
  };
}

/** One or two fields, and now and then other filters joined to them. */
function joined<Filter>(
  fields: {
    readonly [K in Exclude<keyof Filter, keyof Combined<Filter>>]-?: fc.Arbitrary<Exclude<Filter[K], undefined>>;
  },
): fc.Arbitrary<Filter> {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const own = fc
    .subarray(names, { maxLength: 2 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, fields[name]!])) as never));
  const { filter } = fc.letrec<{ readonly filter: Filter }>((tie) => ({
    filter: fc
      .tuple(
        own,
        fc.oneof(
          { maxDepth: 3, depthSize: 'small' },
          fc.constant({}),
          fc.constant({}),
          fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
          fc.array(tie('filter'), { maxLength: 2 }).map((and) => ({ and })),
          tie('filter').map((not) => ({ not })),
        ),
      )
      .map(([mine, others]) => ({ ...(mine as object), ...others }) as Filter),
  }));
  return filter;
}

/** Often the very days of the corpus, where a test of "before" and "until" differ; never backwards, as no store is asked. */
function boundsIn({ entities }: Corpus): fc.Arbitrary<DateBounds> {
  const dates = [
    ...entities.Article.flatMap(({ published }) => published ?? []),
    ...[...entities.Event, ...entities.Statement].flatMap(datesOf),
  ];
  const known = dates.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day !== null);
  const anyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const day = fc.option(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, anyDay));
  return fc
    .tuple(day, day)
    .map(([a, b]) => (a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b }));
}

export function listQueriesOf<T extends EntityType>(corpus: Corpus, type: T): fc.Arbitrary<ListQuery<T>> {
  const filters = filtersOf(corpus);
  const entities = corpus.entities[type];
  return fc
    .record({
      filters: fc.array(filters[type], { maxLength: 2 }),
      field: fc.constantFrom(...ordersOf(type)),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
      window: windows,
      after: fc.option(fc.nat(entities.length)),
      before: fc.option(fc.nat(entities.length)),
      isGone: fc.boolean(),
    })
    .map(({ filters: asked, field, direction, window, after, before, isGone }) => {
      // A cursor of what is gone names a slug that no list has.
      const keyAt = (index: number) => {
        const entity = entities[index % entities.length];
        const key = sortKey(entity as never, type, field);
        return isGone ? [...key.slice(0, -1), `${String(key.at(-1))}-gone`] : key;
      };
      return {
        filters: asked,
        order: { field, direction },
        window: {
          ...window,
          ...(after !== null && { after: keyAt(after) }),
          ...(before !== null && { before: keyAt(before) }),
        },
      };
    });
}

/** Cursors of the joined list name agents of any of the three types. */
export function agentsQueriesOf(corpus: Corpus): fc.Arbitrary<AgentsQuery> {
  return fc
    .constantFrom(...AGENT_TYPES)
    .chain((type): fc.Arbitrary<ListQuery<AgentType>> => listQueriesOf<AgentType>(corpus, type));
}

export const windows: fc.Arbitrary<Window> = fc.record({
  limit: fc.constantFrom(0, 1, 2, 3, 7, 20, 100),
  fromEnd: fc.boolean(),
});

/** Beginnings of names, of their words in any order, and of nothing. */
export function suggestionQueriesOf({ entities }: Corpus): fc.Arbitrary<SuggestionQuery> {
  const names = NAMED_TYPES.flatMap((type) => entities[type].flatMap(({ name, otherNames }) => [name, ...otherNames]));
  const start = (word: string, length: number) => [...word].slice(0, length).join('');
  const begun = fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([name, lengths, isTurned]) => {
      const words = name.split(' ');
      const typed = lengths.flatMap((length, index) =>
        words[index] === undefined ? [] : [start(words[index], length)],
      );
      return (isTurned ? typed.reverse() : typed).join(' ');
    });
  return fc.record({
    text: fc.oneof({ weight: 4, arbitrary: begun }, fc.constantFrom('a', 'S', 'ə', 'The ', '', ' -', 'zzz')),
    types: fc.subarray([...NAMED_TYPES]),
    limit: fc.constantFrom(0, 1, 2, 3, 10, 100),
  });
}

/** Words that many things have, and filters of a few of its fields. */
export function searchQueriesOf({ entities }: Corpus): fc.Arbitrary<Omit<SearchQuery, 'window'>> {
  const agents = [...entities.Person, ...entities.Organization].map(({ slug }) => slug);
  const filter = maybe<never>({
    speakers: fc.subarray(agents, { maxLength: 3 }) as never,
    places: fc.subarray(
      entities.Place.map(({ slug }) => slug),
      { maxLength: 2 },
    ) as never,
    statementKinds: fc.subarray([...STATEMENT_KINDS]) as never,
    eventKinds: fc.subarray([...EVENT_KINDS]) as never,
    voices: fc.subarray([...VOICES]) as never,
    languages: fc.constantFrom(['en'], ['az', 'en']) as never,
  });
  return fc.record({
    text: fc.constantFrom('the', 'm', 'mill', 'said', '"of the"', 'ma', '', 'zzz'),
    types: fc.oneof(fc.constant(ENTITY_TYPES), fc.subarray([...ENTITY_TYPES])),
    filter: fc.oneof(fc.constant({}), filter),
  });
}
