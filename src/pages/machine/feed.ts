/** Feeds: the latest articles, the latest changes, the latest statements of somebody, and what a search finds. */
import { type ChangeKind, ENTITY_TYPES, type Voice } from '../../../data/model.ts';
import { publicError } from '../../../schema/errors.ts';
import { PAGE_FOLDERS } from '../../../schema/node.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import { slugIn } from '../elsewhere.ts';
import type { Linked } from '../reader/answer.ts';
import { inWords, shortened } from '../wording.ts';
import type { MachineDocument } from './document.ts';
import { type Entry, type Feed, type Published, toAtom, toJsonFeed } from './feed-format.ts';

interface Article {
  readonly headline: string;
  readonly url: string;
  readonly language: string;
  readonly excerpt: string;
  readonly published: Published | null;
  /** Null if its text never changed. */
  readonly modified: Published | null;
  readonly bylines: readonly { readonly words: string; readonly person: Linked | null }[];
  readonly publisher: Linked | null;
}

interface Statement {
  readonly url: string;
  readonly text: string;
  readonly published: Published | null;
  readonly speakers: readonly { readonly agent: Linked }[];
  readonly quotes: {
    readonly nodes: readonly {
      readonly voice: Voice;
      readonly article: Pick<Article, 'headline' | 'url' | 'language'> & {
        readonly publisher: { readonly name: string } | null;
      };
    }[];
  };
}

/** The answers to `article-feed`, `statement-feed` and `search-feed`. */
interface Articles {
  readonly articles: { readonly nodes: readonly Article[] };
}
interface Statements {
  readonly agent: (Linked & { readonly statements: { readonly nodes: readonly Statement[] } }) | null;
}
interface Found {
  readonly search: { readonly nodes: readonly { readonly node: Article | Statement }[] };
}

/** The answer to `changes-feed`. */
interface Changes {
  readonly changes: {
    readonly nodes: readonly {
      readonly on: string;
      readonly kind: ChangeKind;
      readonly type: string | null;
      readonly slug: string;
      readonly reason: string | null;
      readonly revision: number | null;
      readonly thing: { readonly slug: string; readonly url: string } | null;
      readonly article: Pick<Article, 'headline' | 'url' | 'language'> | null;
    }[];
  };
}

/** The pages of those who may have a feed. */
const SPEAKERS = /^\/(?:people|organizations|groups)\//;

const WRITERS = {
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { contentType: 'application/feed+json; charset=utf-8', write: toJsonFeed },
} as const;

/** The formats, as addresses end in them. */
export type FeedKind = keyof typeof WRITERS;

/** The latest articles. */
export const articleFeed = feedOf<Articles>(
  'article-feed',
  () => ({}),
  ({ articles }) => ({
    title: 'Dateline',
    page: '/',
    entries: articles.nodes.map(entryOfArticle),
  }),
);

/** What was added, changed or taken away last, the newest first. */
export const changesFeed = feedOf<Changes>(
  'changes-feed',
  () => ({}),
  ({ changes }) => ({
    title: 'Changes – Dateline',
    page: '/',
    entries: changes.nodes.toReversed().map(entryOfChange),
  }),
);

/** What a person, organization or group said last. */
export const statementFeed = feedOf<Statements>(
  'statement-feed',
  slugIn,
  ({ agent }) => ({
    title: `${agent?.name ?? ''} – Dateline`,
    page: agent?.url ?? '/',
    entries: agent?.statements.nodes.map(entryOfStatement) ?? [],
  }),
  ({ agent }) => agent?.url ?? null,
);

/** The best matches, the best first: readers of feeds sort by date themselves. */
export const searchFeed = feedOf<Found>('search-feed', searched, ({ search }, exchange) => {
  const { query } = searched(exchange);
  return {
    title: `${shortened(query, 100)} – Dateline`,
    page: `/search?${new URLSearchParams({ q: query })}`,
    entries: search.nodes.map(({ node }) => ('headline' in node ? entryOfArticle(node) : entryOfStatement(node))),
  };
});

function feedOf<Answer>(
  operation: string,
  variables: MachineDocument<Answer>['variables'],
  read: (answer: Answer, exchange: Exchange) => Feed,
  about?: (answer: Answer) => string | null,
) {
  return (kind: FeedKind): MachineDocument<Answer> => ({
    operation,
    variables,
    contentType: WRITERS[kind].contentType,
    write: (answer, exchange) => WRITERS[kind].write(read(answer, exchange), selfOf(exchange)),
    ...(about && { about, pathAt: (path) => (SPEAKERS.test(path) ? `${path}/feed.${kind}` : null) }),
  });
}

/** The address that was asked, at the site's own origin. */
function selfOf(exchange: Exchange): URL {
  const { pathname, search } = new URL(exchange.req.url);
  return new URL(originOf(exchange) + pathname + search);
}

function searched(exchange: Exchange): { readonly query: string } {
  const query = exchange.req.query('q') ?? '';
  if (query.trim() === '') throw publicError('BAD_REQUEST', 'A feed of a search needs its words: ?q=words.');
  return { query };
}

function entryOfArticle({ headline, url, language, excerpt, published, modified, bylines, publisher }: Article): Entry {
  const writers = bylines.map(({ words, person }) => person ?? { name: words });
  const authors = writers.length > 0 || publisher === null ? writers : [publisher];
  return { title: headline, url, language, text: excerpt, published, modified, authors, article: null };
}

function entryOfStatement({ url, text, published, speakers, quotes }: Statement): Entry {
  const article = quotes.nodes[0]?.article ?? null;
  // Whom only somebody quoted makes its speaker is not its author.
  const authors = quotes.nodes[0]?.voice === 'ARTICLE' ? speakers.map(({ agent }) => agent) : [];
  const said = authors.length === 0 ? text : `${authors.map(({ name }) => name).join(', ')}: ${text}`;
  const source = [article?.headline, article?.publisher?.name].filter((part) => part !== undefined).join(', ');
  return {
    title: shortened(said, 110),
    url,
    language: article?.language ?? null,
    text: source === '' ? said : `${said}\n\n${source}`,
    published,
    modified: null,
    authors,
    article: article?.url ?? null,
  };
}

function entryOfChange(change: Changes['changes']['nodes'][number]): Entry {
  const { on, kind, type, slug, reason, revision, thing, article } = change;
  const what = type === null ? slug : `${type.toLowerCase()} ${slug}`;
  const now = thing !== null && thing.slug !== slug ? `, now ${thing.slug}` : '';
  const by = revision === null ? '' : `, revision ${revision}`;
  return {
    fragment: ['change', on, kind, slug, ...(revision === null ? [] : [revision])].join('-').toLowerCase(),
    title: `${inWords(kind)}: ${what}${now}${by}`,
    url: thing?.url ?? formerAddress(type, slug),
    language: null,
    text: [reason, article?.headline].filter((part) => part != null).join('\n\n'),
    published: { edtf: on, earliest: on },
    modified: null,
    authors: [],
    article: article?.url ?? null,
  };
}

/** The address of what is gone, which says why. */
function formerAddress(type: string | null, slug: string): string {
  const known = ENTITY_TYPES.find((one) => one.toUpperCase() === type);
  return known === undefined ? '/' : `/${PAGE_FOLDERS[known]}/${slug}`;
}
