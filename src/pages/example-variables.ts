/**
 * Variables that make an example find something in the corpus served. The defaults in the operations name things of
 * this repository's corpus; another corpus has others, and the Worker over D1 learns only at run time which.
 */
import { linksOfEvent, linksOfStatement } from '../../data/link.ts';
import { ENTITY_TYPES, type Entities, type EntityType, NAMED_TYPES, type Slug } from '../../data/model.ts';
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
  accounts: asked('event', disputedEvent),
  'agent-page': asked('slug', speakingPerson),
  'article-feed': (store) => (store.summary().counts.Article > 0 ? {} : null),
  'article-page': asked('slug', quotingArticle),
  async 'changes-feed'(store) {
    return (await store.countChanges({ since: null, types: null })) > 0 ? {} : null;
  },
  'article-segments': asked('slug', quotingArticle),
  echoes: asked('statement', echoedStatement),
  'event-page': asked('slug', disputedEvent),
  async 'front-page'(store) {
    const quotations = await store.count('Statement', [{ kinds: ['DIRECT_QUOTE', 'MIXED_QUOTE'] }]);
    return quotations > 0 && store.summary().counts.Event > 0 ? {} : null;
  },
  'own-voice': (store) => (store.summary().counts.Event > 0 ? { places: null } : null),
  paths: connectedAgents,
  'paths-page': connectedAgents,
  person: asked('slug', speakingPerson),
  'place-page': asked('slug', async (store) => (await topBy(store, 'Place', 'MENTIONS'))[0]),
  'quotation-card': asked('slug', echoedStatement),
  'revisions-page': asked('slug', changedArticle),
  search: namedWord,
  'search-feed': namedWord,
  'statement-feed': asked('slug', speakingPerson),
  'statement-page': asked('slug', echoedStatement),
  'search-page': namedWord,
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

/** Asks an operation about one thing, by the variable that takes its slug. */
function asked(variable: string, find: (store: Store) => Promise<{ readonly slug: Slug } | undefined>) {
  return async (store: Store): Promise<Variables | null> => {
    const thing = await find(store);
    return thing ? { [variable]: thing.slug } : null;
  };
}

async function disputedEvent(store: Store): Promise<Entities['Event'] | undefined> {
  const events = await topBy(store, 'Event', 'REPORTS');
  return events.find(({ disagreements }) => disagreements.length > 0) ?? events[0];
}

async function quotingArticle(store: Store): Promise<{ readonly slug: Slug } | undefined> {
  const [statement] = await topBy(store, 'Statement', 'QUOTES');
  const [article] = await topBy(store, 'Article', 'PUBLISHED');
  const slug = statement?.quotes[0]?.article;
  return slug === undefined ? article : { slug };
}

async function changedArticle(store: Store): Promise<Entities['Article'] | undefined> {
  const articles = await topBy(store, 'Article', 'PUBLISHED');
  return articles.find(({ revisions }) => revisions.length > 0) ?? articles[0];
}

async function echoedStatement(store: Store): Promise<Entities['Statement'] | undefined> {
  const statements = await topBy(store, 'Statement', 'QUOTES');
  return statements.find(({ echoes }) => echoes.length > 0) ?? statements[0];
}

async function speakingPerson(store: Store): Promise<Entities['Person'] | undefined> {
  const { values } = await store.facet('Statement', { filters: [], dimension: 'SPEAKER', limit: MOST_CANDIDATES });
  const speakers = await Promise.all(values.map(({ value }) => store.get('Person', value)));
  const [mentioned] = await topBy(store, 'Person', 'MENTIONS');
  return speakers.find((speaker) => speaker !== null) ?? mentioned;
}

async function connectedAgents(store: Store): Promise<Variables | null> {
  const events = (await topBy(store, 'Event', 'REPORTS')).flatMap(linksOfEvent);
  const links = events.length > 0 ? events : (await topBy(store, 'Statement', 'QUOTES')).flatMap(linksOfStatement);
  return links[0] ? { from: links[0].from, to: links[0].to } : null;
}

/** The last word of the name that is mentioned most: a surname, a town. */
async function namedWord(store: Store): Promise<Variables | null> {
  const mentioned = await Promise.all(NAMED_TYPES.map((type) => topBy(store, type, 'MENTIONS')));
  const word = mentioned.flat()[0]?.name.split(/\s+/).at(-1);
  return word === undefined ? null : { query: word };
}

/** A default value that is a slug or a search text, as the operations above write it. A seed or a language is neither. */
const DEFAULT = /(?<!\$(?:seed|language)): \[?(Slug|String)\S* = \[?"(.+?)"/g;

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
