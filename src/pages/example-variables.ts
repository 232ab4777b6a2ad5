/**
 * Variables that make an example find something in the corpus served. The defaults in the operations name things of
 * this repository's corpus; another corpus has others, and the Worker over D1 learns only at run time which.
 */
import { linksOfEvent, linksOfStatement } from '../../data/link.ts';
import { ENTITY_TYPES, type Entities, type EntityType, NAMED_TYPES } from '../../data/model.ts';
import type { OrderFields } from '../../data/order.ts';
import type { Window } from '../../data/page.ts';
import type { Awaitable, Store } from '../../data/store.ts';
import type { Operation } from '../api/operation.ts';

/** The text of an operation, and the name of its file. */
export type NamedText = Pick<Operation, 'name' | 'text'>;

type Variables = Readonly<Record<string, unknown>>;

/** How many of the most reported things to search for a good example. */
const MOST_CANDIDATES = 20;

/**
 * No variables if the operation's defaults will do, or if there is no rule for choosing better ones; null if the corpus
 * has nothing that the operation could show.
 */
export async function fittingVariables(operation: NamedText, store: Store): Promise<Variables | null> {
  const choose = CHOICES[operation.name];
  return choose === undefined || (await areKnown(operation.text, store)) ? {} : choose(store);
}

/** For each operation that some corpora have nothing for: how to find the like in another corpus. */
const CHOICES: Readonly<Record<string, (store: Store) => Awaitable<Variables | null>>> = {
  async accounts(store) {
    const events = await topBy(store, 'Event', 'REPORTS');
    const event = events.find(({ disagreements }) => disagreements.length > 0) ?? events[0];
    return event ? { event: event.slug } : null;
  },
  'article-feed': (store) => (store.summary().counts.Article > 0 ? {} : null),
  async 'article-segments'(store) {
    const [statement] = await topBy(store, 'Statement', 'QUOTES');
    const [article] = await topBy(store, 'Article', 'PUBLISHED');
    const slug = statement?.quotes[0]?.article ?? article?.slug;
    return slug === undefined ? null : { slug };
  },
  async echoes(store) {
    const statements = await topBy(store, 'Statement', 'QUOTES');
    const statement = statements.find(({ echoes }) => echoes.length > 0) ?? statements[0];
    return statement ? { statement: statement.slug } : null;
  },
  async 'front-page'(store) {
    const quotations = await store.count('Statement', [{ kinds: ['DIRECT_QUOTE', 'MIXED_QUOTE'] }]);
    return quotations > 0 && store.summary().counts.Event > 0 ? {} : null;
  },
  'own-voice': (store) => (store.summary().counts.Event > 0 ? { places: null } : null),
  async paths(store) {
    const events = (await topBy(store, 'Event', 'REPORTS')).flatMap(linksOfEvent);
    const links = events.length > 0 ? events : (await topBy(store, 'Statement', 'QUOTES')).flatMap(linksOfStatement);
    return links[0] ? { from: links[0].from, to: links[0].to } : null;
  },
  async person(store) {
    const { values } = await store.facet('Statement', { filters: [], dimension: 'SPEAKER', limit: MOST_CANDIDATES });
    const speakers = await Promise.all(values.map(({ value }) => store.get('Person', value)));
    const [mentioned] = await topBy(store, 'Person', 'MENTIONS');
    const person = speakers.find((speaker) => speaker !== null) ?? mentioned;
    return person ? { slug: person.slug } : null;
  },
  async 'quotation-card'(store) {
    const [statement] = await topBy(store, 'Statement', 'QUOTES');
    return statement ? { slug: statement.slug } : null;
  },
  search: chooseWord,
  'search-feed': chooseWord,
  async 'statement-feed'(store) {
    const { values } = await store.facet('Statement', { filters: [], dimension: 'SPEAKER', limit: 1 });
    return values[0] ? { slug: values[0].value } : null;
  },
  async 'who-said-what'(store) {
    return (await store.count('Statement', [{ kinds: ['DIRECT_QUOTE'] }])) > 0 ? {} : null;
  },
  async 'who-says-what-happened'(store) {
    const events = await topBy(store, 'Event', 'REPORTS');
    const event = events.find(({ date, places }) => date !== null && places.length > 0) ?? events[0];
    if (event === undefined) return null;
    const { date, places } = event;
    const day = date?.earliest && date.earliest === date.latest ? date.earliest : null;
    return { places: places.length > 0 ? places : null, day };
  },
};

/** The last word of the name that is mentioned most: a surname, a town. */
async function chooseWord(store: Store): Promise<Variables | null> {
  const mentioned = await Promise.all(NAMED_TYPES.map((type) => topBy(store, type, 'MENTIONS')));
  const word = mentioned.flat()[0]?.name.split(/\s+/).at(-1);
  return word === undefined ? null : { query: word };
}

/** A default value that is a slug or a search text, as the operations above write it. A seed is neither. */
const DEFAULT = /(?<!\$seed): \[?(Slug|String)\S* = \[?"(.*?)"/g;

/** Whether there are such defaults and this corpus has everything that they name. */
async function areKnown(text: string, store: Store): Promise<boolean> {
  const known = [...text.matchAll(DEFAULT)].map(async ([, type, value = '']) =>
    type === 'Slug' ? (await store.typeOf(value)) !== null : isFound(store, value),
  );
  return known.length > 0 && (await Promise.all(known)).every((is) => is);
}

async function isFound(store: Store, text: string): Promise<boolean> {
  const { total } = await store.search({ text, types: ENTITY_TYPES, filter: {}, window: firstOf(1) });
  return total > 0;
}

async function topBy<T extends EntityType>(
  store: Store,
  type: T,
  field: OrderFields[T],
): Promise<readonly Entities[T][]> {
  const order = { field, direction: 'DESC' } as const;
  const { items } = await store.list(type, { filters: [], order, window: firstOf(MOST_CANDIDATES) });
  return items.map(({ item }) => item);
}

function firstOf(limit: number): Window {
  return { limit, fromEnd: false };
}
