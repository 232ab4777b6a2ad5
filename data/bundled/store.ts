/** The default store: the compiled corpus in memory. It answers at once, so that a whole request needs no promise. */
import type { Article, Assertion, Corpus, CorpusSummary, Entities, Entity, EntityType, Slug } from '../model.ts';
import { ENTITY_TYPES } from '../model.ts';
import { pageOf } from '../page.ts';
import type { EntityPage, Filters, ListQuery, Page, SearchQuery, SortKey } from '../query.ts';
import { compareKeys, sortKey } from '../sort-key.ts';
import type { SearchHit, Store } from '../store.ts';
import { openMatcher } from './match.ts';
import { openSearch } from './search.ts';

/** Opens a bundle: the JSON of a `Corpus`, as `data/tools/compile` writes it. Everything else is made when first asked. */
export function openBundledStore(corpusJson: string): Store {
  const corpus: Corpus = JSON.parse(corpusJson);
  const bySlug = indexBySlug(corpus);
  const matches = openMatcher(corpus, (slug) => bySlug.get(slug) ?? null);
  const ordered = openOrders(corpus);
  const assertionsOf = openAssertions(corpus);
  const search = openSearch(corpus);

  function get<T extends EntityType>(type: T, slug: Slug): Entities[T] | null {
    const entity = bySlug.get(slug);
    return entity !== undefined && isOfType(entity, type) ? entity : null;
  }

  return {
    summary: (): CorpusSummary => corpus.summary,
    get,
    find: (slug: Slug): Entity | null => bySlug.get(slug) ?? null,

    list<T extends EntityType>(type: T, { filters, order, window }: ListQuery<T>): EntityPage<T> {
      const passes = ({ item }: Keyed<Entities[T]>) => filters.every((filter) => matches(type, item, filter));
      const passing = ordered(type, order).filter(passes);
      const article = order.field === 'POSITION' ? articleOf(filters) : undefined;
      // Positions in one article are not those of the whole corpus: its few things are sorted anew.
      const list = article === undefined ? passing : sortByKey(itemsOf(passing), type, order, article);
      return pageOf(list, order.direction, window);
    },

    count<T extends EntityType>(type: T, filters: readonly Filters[T][]): number {
      const all: readonly Entities[T][] = corpus.entities[type];
      return all.filter((entity) => filters.every((filter) => matches(type, entity, filter))).length;
    },

    assertions: (article: Slug): readonly Assertion[] => assertionsOf(article),

    search({ text, types, window }: SearchQuery): Page<SearchHit> {
      const ranked = search
        .rank(text, types)
        .map((item) => ({ item, key: [item.score, item.entity.slug] }))
        .sort((a, b) => compareKeys(a.key, b.key, 'DESC'));
      const page = pageOf(ranked, 'DESC', window);
      return {
        ...page,
        items: page.items.map(({ item, key }) => ({
          item: { ...item, snippets: search.snippets(item.entity, text) },
          key,
        })),
      };
    },
    searchCount: ({ text, types }: Omit<SearchQuery, 'window'>): number => search.rank(text, types).length,
  };
}

function indexBySlug(corpus: Corpus): ReadonlyMap<Slug, Entity> {
  const index = new Map<Slug, Entity>();
  for (const type of ENTITY_TYPES) {
    for (const entity of corpus.entities[type]) index.set(entity.slug, entity);
  }
  return index;
}

function isOfType<T extends EntityType>(entity: Entity, type: T): entity is Entities[T] {
  return entity.type === type;
}

/** The article that all of the list belongs to, if a filter says so: positions are counted in it. */
function articleOf(filters: readonly object[]): Slug | undefined {
  for (const filter of filters) {
    if ('article' in filter && typeof filter.article === 'string') return filter.article;
  }
  return undefined;
}

function itemsOf<Item>(list: readonly Keyed<Item>[]): Item[] {
  return list.map(({ item }) => item);
}

type Keyed<Item> = { readonly item: Item; readonly key: SortKey };

/** Each order of the whole corpus is sorted once, when it is first asked for. */
function openOrders(corpus: Corpus) {
  const sorted = new Map<string, readonly Keyed<unknown>[]>();

  return function ordered<T extends EntityType>(type: T, { field, direction }: ListQuery<T>['order']) {
    const name = [type, field, direction].join(' ');
    const known = sorted.get(name) as readonly Keyed<Entities[T]>[] | undefined;
    const list = known ?? sortByKey(corpus.entities[type], type, { field, direction });
    if (known === undefined) sorted.set(name, list);
    return list;
  };
}

function sortByKey<T extends EntityType>(
  entities: readonly Entities[T][],
  type: T,
  { field, direction }: ListQuery<T>['order'],
  article?: Slug,
): readonly Keyed<Entities[T]>[] {
  return entities
    .map((item) => ({ item, key: sortKey(item, type, field, article) }))
    .sort((a, b) => compareKeys(a.key, b.key, direction));
}

/** Everything each article says, gathered once, in the order of its text. */
function openAssertions(corpus: Corpus): (article: Slug) => readonly Assertion[] {
  let byArticle: Map<Slug, Assertion[]> | null = null;
  return (article) => {
    byArticle ??= gatherAssertions(corpus);
    return byArticle.get(article) ?? [];
  };
}

function gatherAssertions({ entities }: Corpus): Map<Slug, Assertion[]> {
  const byArticle = new Map<Slug, Assertion[]>(entities.Article.map((article: Article) => [article.slug, []]));
  const all: Assertion[] = [
    ...entities.Event.flatMap((event) => event.reports.flatMap((report) => [report, ...report.participants])),
    ...entities.Statement.flatMap((statement) => statement.reports),
    ...entities.Person.flatMap((person) => [...person.positions, ...person.relatives, ...person.lifeDates]),
  ];
  for (const assertion of all) byArticle.get(assertion.article)?.push(assertion);
  for (const list of byArticle.values()) list.sort((a, b) => firstStart(a) - firstStart(b));
  return byArticle;
}

function firstStart(assertion: Assertion): number {
  return assertion.evidence[0]?.start ?? 0;
}
