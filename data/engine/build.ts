/** Builds the index, which answers all questions, once, when the corpus is compiled. */

import {
  type ArticleText,
  type Corpus,
  type CorpusSummary,
  type Dossier,
  ENTITY_TYPES,
  type Entities,
  type Entity,
  type EntityType,
  NAMED_TYPES,
  REPORTED_TYPES,
} from '../model.ts';
import { DEFAULT_ORDERS, sortKey } from '../order.ts';
import { compareKeys } from '../page.ts';
import { packAliases } from './alias.ts';
import { packChanges } from './change.ts';
import { gatherColumns } from './column.ts';
import { datesName, unpackDates } from './dates.ts';
import { packEdges } from './edge.ts';
import { packHistory } from './history.ts';
import { packType } from './pack-type.ts';
import { packPast } from './past-build.ts';
import { packRetired } from './retired.ts';
import { indexWords } from './search/build.ts';
import { packSlugs } from './slugs.ts';
import { openTerms } from './terms.ts';
import { packTallies } from './timeline.ts';

/** A corpus with its index. A thing's number is its place in the list of its type. */
export interface IndexedCorpus {
  readonly summary: CorpusSummary;
  /** After the things that lists have, as many of each type as the summary counts, those that were removed. */
  readonly entities: { readonly [T in EntityType]: readonly Entities[T][] };
  /** One for each article, in the order of their numbers. */
  readonly texts: readonly ArticleText[];
  /** One for each person, organization, group and place. */
  readonly dossiers: readonly Dossier[];
  /** The pieces of the index by name. */
  readonly pieces: ReadonlyMap<string, Uint8Array>;
}

/** Numbers the things of a corpus in their default orders and packs every piece of its index. */
export function indexCorpus(corpus: Corpus): IndexedCorpus {
  const numbered = numberEntities(corpus);
  const termsOf = openTerms(numbered);
  const pieces = new Map<string, Uint8Array>();
  const add = (packed: Iterable<readonly [string, Uint8Array]>) => {
    for (const [name, bytes] of packed) pieces.set(name, bytes);
  };
  for (const type of ENTITY_TYPES) {
    const own: readonly Entity[] = numbered.entities[type];
    // One by one: all terms of all statements at once would take more memory than everything else.
    add(
      packType(
        type,
        own as never,
        gatherColumns(own, (entity) => termsOf(type, entity as never)),
      ),
    );
  }
  for (const type of REPORTED_TYPES) {
    const dates = pieces.get(datesName(type, 'TIMELINE'));
    if (dates !== undefined) add(packTallies(type, unpackDates(dates)));
  }
  add(packEdges(numbered));
  add(packChanges(corpus.changes));
  add(packRetired(corpus.retired));
  for (const history of corpus.histories) add(packHistory(history));
  add(indexWords(searchable(numbered)));
  const { Event, Statement } = corpus.removed;
  const entities = {
    ...numbered.entities,
    Event: [...numbered.entities.Event, ...Event],
    Statement: [...numbered.entities.Statement, ...Statement],
  };
  add(packSlugs(entities));
  const things = ENTITY_TYPES.flatMap((type) =>
    [...entities[type].entries()].map(([number, entity]) => [entity.slug, { number, entity }] as const),
  );
  add([...packPast(corpus, pieces, new Map(things))]);
  // Last, since the past has no alias of its own where its list is that of the present.
  add([...packAliases(corpus.retired, pieces)]);
  return { ...numbered, entities, pieces };
}

function numberEntities(corpus: Corpus): Corpus {
  const entities = Object.fromEntries(
    ENTITY_TYPES.map((type) => [type, inOrder(type, corpus)]),
  ) as unknown as Corpus['entities'];
  const texts = new Map(corpus.texts.map((text) => [text.of, text]));
  return {
    ...corpus,
    entities,
    texts: entities.Article.flatMap(({ slug }) => texts.get(slug) ?? []),
  };
}

function inOrder<T extends EntityType>(type: T, { entities }: Corpus): readonly Entities[T][] {
  const own: readonly Entities[T][] = entities[type];
  return own
    .map((entity) => ({ entity, key: sortKey(entity, type, DEFAULT_ORDERS[type]) }))
    .sort((a, b) => compareKeys(a.key, b.key, 'ASC'))
    .map(({ entity }) => entity);
}

function searchable({ entities, texts }: Corpus): Parameters<typeof indexWords>[0] {
  const numbers = new Map(entities.Article.map(({ slug }, number) => [slug, number]));
  const spans = new Map<number, Map<number, { utf16Start: number; utf16End: number }[]>>();
  for (const [number, { quotes }] of entities.Statement.entries()) {
    for (const { source, utf16Start, utf16End } of quotes.flatMap(({ content }) => content)) {
      const at = numbers.get(source) ?? 0;
      const own = spans.get(at) ?? new Map<number, { utf16Start: number; utf16End: number }[]>();
      spans.set(at, own.set(number, [...(own.get(number) ?? []), { utf16Start, utf16End }]));
    }
  }
  return {
    articles: texts.map(({ text, paragraphs }, number) => ({
      text,
      paragraphs,
      statements: [...(spans.get(number) ?? [])].map(([statement, own]) => ({ number: statement, spans: own })),
    })),
    names: [
      ...entities.Event.map(({ name }, number) => ({ type: 'Event' as const, number, name })),
      ...NAMED_TYPES.flatMap((type) =>
        entities[type].flatMap(({ name, otherNames }, number) =>
          [name, ...otherNames].map((candidate) => ({ type, number, name: candidate })),
        ),
      ),
    ],
  };
}
