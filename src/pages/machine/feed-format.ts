/** The formats of a feed: Atom and JSON Feed. */
import { exactDay } from './exact-day.ts';
import { element, inXml, XML_START } from './xml.ts';

/** A date, as far as a feed needs it. */
export interface Published {
  readonly edtf: string;
  /** Null if its start is open. */
  readonly earliest: string | null;
}

/** A feed before it is written in a format. Paths are without the origin. */
export interface Feed {
  readonly title: string;
  /** The page that has the same. */
  readonly page: string;
  readonly entries: readonly Entry[];
}

/** An article, a statement or a change in a feed. */
export interface Entry {
  /** What tells it from other entries about the same page: added to its address. Left out if there are none. */
  readonly fragment?: string;
  readonly title: string;
  readonly url: string;
  readonly language: string | null;
  readonly text: string;
  readonly published: Published | null;
  /** Null if it never changed. */
  readonly modified: Published | null;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  /** The article that a statement is quoted from. */
  readonly article: string | null;
}

/** RFC 4287. The id of an entry is the address of its page, which never names another thing. */
export function toAtom({ title, page, entries }: Feed, self: URL): string {
  const { origin, href } = self;
  const latest = entries.map(updated).toSorted().at(-1) ?? EPOCH;
  const parts = [
    element('title', inXml(title)),
    element('id', inXml(href)),
    element('updated', latest),
    author({ name: 'Dateline', url: '/' }, origin),
    element('link', '', { rel: 'self', type: 'application/atom+xml', href }),
    element('link', '', { rel: 'alternate', type: 'text/html', href: origin + page }),
    ...entries.map((entry) => entryInAtom(entry, origin)),
  ];
  return `${XML_START}${element('feed', `\n${parts.join('\n')}\n`, { xmlns: 'http://www.w3.org/2005/Atom' })}\n`;
}

function entryInAtom(entry: Entry, origin: string): string {
  const { title, url, language, published, authors, article } = entry;
  const day = exactDay(published);
  const parts = [
    element('title', inXml(title)),
    element('id', inXml(idOf(entry, origin))),
    element('updated', updated(entry)),
    day === null ? '' : element('published', `${day}T00:00:00Z`),
    ...authors.map((one) => author(one, origin)),
    element('link', '', { rel: 'alternate', type: 'text/html', href: origin + url }),
    article === null ? '' : element('link', '', { rel: 'related', type: 'text/html', href: origin + article }),
    element('content', inXml(withArticle(entry, origin)), { type: 'text' }),
  ];
  return element('entry', parts.join(''), language === null ? {} : { 'xml:lang': language });
}

function idOf({ url, fragment }: Entry, origin: string): string {
  return origin + url + (fragment === undefined ? '' : `#${fragment}`);
}

function author({ name, url }: Entry['authors'][number], origin: string): string {
  return element(
    'author',
    element('name', inXml(name)) + (url === undefined ? '' : element('uri', inXml(origin + url))),
  );
}

function withArticle({ text, article }: Entry, origin: string): string {
  return article === null ? text : `${text}\n${origin}${article}`;
}

const EPOCH = '1970-01-01T00:00:00Z';

/**
 * When it changed last, or was published. Atom requires a moment. A day is its first second in UTC, a vague date the
 * first day that it may be; a date that is unknown or open at its start is the epoch, which readers show last. Only an
 * exact day is said to be that of publication.
 */
function updated({ published, modified }: Entry): string {
  const earliest = (modified ?? published)?.earliest ?? null;
  return earliest === null ? EPOCH : `${earliest}T00:00:00Z`;
}

/** https://www.jsonfeed.org/version/1.1/. Its dates may be left out, so that only exact ones are sent. */
export function toJsonFeed({ title, page, entries }: Feed, self: URL): string {
  const { origin, href } = self;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: origin + page,
    feed_url: href,
    items: entries.map((entry) => {
      const { url, language, published, modified, authors } = entry;
      const day = exactDay(published);
      const changed = exactDay(modified);
      return {
        id: idOf(entry, origin),
        url: origin + url,
        title: entry.title,
        content_text: withArticle(entry, origin),
        ...(day !== null && { date_published: `${day}T00:00:00Z` }),
        ...(changed !== null && { date_modified: `${changed}T00:00:00Z` }),
        authors: authors.map(({ name, url: own }) => ({ name, ...(own !== undefined && { url: origin + own }) })),
        ...(language !== null && { language }),
      };
    }),
  });
}
