/**
 * The sitemaps (https://www.sitemaps.org/protocol.html): an index, and files with the addresses of all things.
 *
 * A list of GraphQL has at most 100 items and only one end to begin from, so that a large corpus would take thousands of
 * requests in a row. The store knows its counts, and finds the thing at any place of the default order from the index;
 * so each file is read alone, and no file takes longer the later it comes.
 */

import { ENTITY_TYPES, type Entity, type EntityType } from '../../../data/model.ts';
import { DEFAULT_ORDERS, sortKey } from '../../../data/order.ts';
import { revisionsOf } from '../../../data/revision.ts';
import type { Store } from '../../../data/store.ts';
import { PAGE_FOLDERS } from '../../../schema/node.ts';
import type { OpenStore } from '../../corpus.ts';
import { cloudflareCaching, publicCaching } from '../../http/caching.ts';
import { answerNotFound } from '../../http/error-response.ts';
import { type Exchange, originOf, respond, setHeader } from '../../http/exchange.ts';
import type { Settings } from '../../settings.ts';
import { exactDay } from './exact-day.ts';
import { element, inXml, XML_START } from './xml.ts';

/** Addresses in a file: 3 ms of CPU. An index may name 50,000 files, which is enough for 50 million things. */
const MOST_ADDRESSES = 1000;

const XMLNS = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** @param most addresses in a file. */
export function openSitemaps(openStore: OpenStore, { maxAge }: Settings, most = MOST_ADDRESSES) {
  const send = (exchange: Exchange, store: Store, content: string): Response => {
    const { version } = store.summary();
    setHeader(exchange, 'Content-Type', 'application/xml; charset=utf-8');
    setHeader(exchange, 'Cache-Control', publicCaching(maxAge));
    setHeader(exchange, 'Cloudflare-CDN-Cache-Control', cloudflareCaching(maxAge));
    setHeader(exchange, 'Dateline-Corpus-Version', version);
    const code = exchange.get('headers')['Dateline-Version'] ?? '';
    exchange.set('dependsOn', [code, version, originOf(exchange), exchange.req.url]);
    return respond(exchange, 200, `${XML_START}${content}\n`);
  };
  return {
    async answerIndex(exchange: Exchange): Promise<Response> {
      const store = await openStore();
      return send(exchange, store, indexOf(store, originOf(exchange), most));
    },
    /** `articles-1.xml` has the first articles. */
    async answerFile(exchange: Exchange): Promise<Response> {
      const [, folder, number] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(exchange.req.param('file') ?? '') ?? [];
      const type = ENTITY_TYPES.find((one) => PAGE_FOLDERS[one] === folder);
      if (type === undefined) return answerNotFound(exchange);
      const store = await openStore();
      const start = (Number(number) - 1) * most;
      if (start >= store.summary().counts[type]) return answerNotFound(exchange);
      const origin = originOf(exchange);
      const addresses = (await thingsFrom(store, type, start, most)).map((entity) => addressOf(entity, origin));
      return send(exchange, store, element('urlset', `\n${addresses.join('\n')}\n`, XMLNS));
    },
  };
}

function indexOf(store: Store, origin: string, most: number): string {
  const { counts } = store.summary();
  const files = ENTITY_TYPES.flatMap((type) =>
    Array.from(
      { length: Math.ceil(counts[type] / most) },
      (_, index) => `${origin}/sitemaps/${PAGE_FOLDERS[type]}-${index + 1}.xml`,
    ),
  );
  const entries = files.map((file) => element('sitemap', element('loc', inXml(file))));
  return element('sitemapindex', `\n${entries.join('\n')}\n`, XMLNS);
}

/** The things of a type from a place of its default order on. */
async function thingsFrom<T extends EntityType>(store: Store, type: T, start: number, limit: number) {
  const field = DEFAULT_ORDERS[type];
  const before = start === 0 ? null : await store.pick(type, [], (start - 0.5) / store.summary().counts[type]);
  const after = before === null ? {} : { after: sortKey(before, type, field) };
  const window = { limit, fromEnd: false, ...after };
  const { items } = await store.list(type, { filters: [], order: { field, direction: 'ASC' }, window });
  return items.map(({ item }): Entity => item);
}

function addressOf(entity: Entity, origin: string): string {
  const day = entity.type === 'Article' ? exactDay(revisionsOf(entity)[0]?.date ?? null) : null;
  const address = element('loc', inXml(`${origin}/${PAGE_FOLDERS[entity.type]}/${entity.slug}`));
  return element('url', address + (day === null ? '' : element('lastmod', day)));
}
