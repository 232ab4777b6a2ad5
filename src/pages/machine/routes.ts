/** The addresses for machines: feeds, sitemaps, what the site tells about itself, and quotations to embed. */
import type { Hono } from 'hono';
import type { OpenStore } from '../../corpus.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { refuseOtherMethods } from '../../http/error-response.ts';
import type { Exchange, ExchangeEnvironment } from '../../http/exchange.ts';
import type { Settings } from '../../settings.ts';
import { ABOUT, answerAbout } from './about.ts';
import { CARD, oembedIn } from './embed.tsx';
import { articleFeed, type FeedKind, searchFeed, statementFeed } from './feed.ts';
import { openForms } from './form.ts';
import { openSitemaps } from './sitemap.ts';

const FEED_KINDS: readonly FeedKind[] = ['atom', 'json'];
const SPEAKERS = ['people', 'organizations', 'groups'];

const FEEDS = FEED_KINDS.flatMap((kind) => [
  { path: `/feed.${kind}`, form: articleFeed(kind) },
  { path: `/search/feed.${kind}`, form: searchFeed(kind) },
  ...SPEAKERS.map((folder) => ({ path: `/${folder}/:slug/feed.${kind}`, form: statementFeed(kind) })),
]);

const FRAMED = '/embed/statements/:slug';

export const MACHINE_ADDRESSES = [
  ...FEEDS.map(({ path }) => path),
  ...ABOUT,
  '/sitemap.xml',
  '/sitemaps/:file',
  '/oembed',
  FRAMED,
];

interface Parts {
  readonly answer: AnswerGraphql;
  readonly openStore: OpenStore;
  readonly settings: Settings;
  /** The operations, by name. */
  readonly texts: Readonly<Record<string, string>>;
}

export function addMachineRoutes(app: Hono<ExchangeEnvironment>, { answer, openStore, settings, texts }: Parts): void {
  const written = openForms(answer, settings, texts);
  for (const { path, form } of FEEDS) app.get(path, written<never>(form));
  for (const path of ABOUT) app.get(path, answerAbout(path, settings));
  const sitemaps = openSitemaps(openStore, settings);
  app.get('/sitemap.xml', sitemaps.answerIndex);
  app.get('/sitemaps/:file', sitemaps.answerFile);
  app.get('/oembed', (exchange: Exchange) => written(oembedIn(exchange))(exchange));
  app.get(FRAMED, written(CARD));
  app.on('ALL', MACHINE_ADDRESSES, refuseOtherMethods('GET, HEAD'));
}
