// The pages for readers without a Worker: a view's operation over a store, and what the view makes of the answer.
import type { EntityType } from '../../data/model.ts';
import { DEFAULT_ORDERS } from '../../data/order.ts';
import type { Store } from '../../data/store.ts';
import { type Page, writePage } from '../../src/pages/layout.tsx';
import { AGENT_VIEW } from '../../src/pages/reader/agent-page.tsx';
import { ARTICLE_VIEW } from '../../src/pages/reader/article-page.tsx';
import { EVENT_VIEW } from '../../src/pages/reader/event-page.tsx';
import { PLACE_VIEW } from '../../src/pages/reader/place-page.tsx';
import { STATEMENT_VIEW } from '../../src/pages/reader/statement-page.tsx';
import type { View } from '../../src/pages/reader/view.ts';
import { answerTo, operationNamed } from '../api/operations.ts';

export const ORIGIN = 'https://news.example';
const SITE = { hasGraphiql: true, hasSchema: true, origin: null };

const VIEWS = {
  Article: ARTICLE_VIEW,
  Event: EVENT_VIEW,
  Statement: STATEMENT_VIEW,
  Person: AGENT_VIEW,
  Organization: AGENT_VIEW,
  Group: AGENT_VIEW,
  Place: PLACE_VIEW,
} as const satisfies Record<EntityType, View<never>>;

export function readPage(store: Store, type: EntityType, slug: string): Page {
  const view: View<never> = VIEWS[type];
  const { text } = operationNamed(view.operation);
  const variables = { slug, language: 'en' };
  const { data, errors } = answerTo(operationNamed(view.operation), store, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  const reading = {
    site: SITE,
    origin: ORIGIN,
    language: 'en',
    path: '/',
    parameters: new URLSearchParams(),
    operation: view.operation,
    text,
    variables,
  };
  const page = view.read(data as never, reading);
  if (page === null) throw new Error(`There is no ${type} "${slug}".`);
  return page;
}

export function htmlOf(page: Page): string {
  return writePage(SITE, page);
}

/** The first slugs of a type. */
export function slugsOf(store: Store, type: EntityType, limit = 100): readonly string[] {
  const order = { field: DEFAULT_ORDERS[type], direction: 'ASC' } as const;
  const page = store.list(type, { filters: [], order, window: { limit, fromEnd: false } });
  if (page instanceof Promise) throw new Error('The store gave a promise.');
  return page.items.map(({ item }) => item.slug);
}
