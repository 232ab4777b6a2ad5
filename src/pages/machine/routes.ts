/** The addresses for machines: feeds, sitemaps, oEmbed, and what the site tells crawlers about itself. */
import type { Hono } from 'hono';
import type { OpenStore } from '../../corpus.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { refuseOtherMethods } from '../../http/error-response.ts';
import type { Exchange, ExchangeEnvironment } from '../../http/exchange.ts';
import type { Settings } from '../../settings.ts';
import { openDocuments } from './document.ts';
import { articleFeed, changesFeed, type FeedKind, searchFeed, statementFeed } from './feed.ts';
import { answerCrawler, CRAWLER_ADDRESSES } from './for-crawlers.ts';
import { oembedIn } from './oembed.tsx';
import { openSitemaps } from './sitemap.ts';

const FEED_KINDS: readonly FeedKind[] = ['atom', 'json'];
const SPEAKERS = ['people', 'organizations', 'groups'];

const FEEDS = FEED_KINDS.flatMap((kind) => [
  { path: `/feed.${kind}`, feed: articleFeed(kind) },
  { path: `/changes.${kind}`, feed: changesFeed(kind) },
  { path: `/search/feed.${kind}`, feed: searchFeed(kind) },
  ...SPEAKERS.map((folder) => ({ path: `/${folder}/:slug/feed.${kind}`, feed: statementFeed(kind) })),
]);

/** All of them, as Hono writes paths. */
export const MACHINE_ADDRESSES = [
  ...FEEDS.map(({ path }) => path),
  ...CRAWLER_ADDRESSES,
  '/sitemap.xml',
  '/sitemaps/:file',
  '/oembed',
];

interface Parts {
  readonly answer: AnswerGraphql;
  readonly openStore: OpenStore;
  readonly settings: Settings;
  /** The operations, by name. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Answers them, by GET and HEAD only. */
export function addMachineRoutes(app: Hono<ExchangeEnvironment>, { answer, openStore, settings, texts }: Parts): void {
  const written = openDocuments(answer, settings, texts);
  for (const { path, feed } of FEEDS) app.get(path, written<never>(feed));
  for (const path of CRAWLER_ADDRESSES) app.get(path, answerCrawler(path, settings));
  const sitemaps = openSitemaps(openStore, settings);
  app.get('/sitemap.xml', sitemaps.answerIndex);
  app.get('/sitemaps/:file', sitemaps.answerFile);
  app.get('/oembed', (exchange: Exchange) => written(oembedIn(exchange))(exchange));
  app.on('ALL', MACHINE_ADDRESSES, refuseOtherMethods('GET, HEAD'));
}
