/** A quotation as a card in pages of others: `/embed/statements/:slug`, and `/oembed`, which tells them its address. */
import { isSlug } from '../../../data/slug.ts';
import { publicError } from '../../../schema/errors.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import type { SECURITY_HEADERS } from '../../http/headers.ts';
import { preferredLanguage } from '../../http/language.ts';
import { ASSETS } from '../asset.ts';
import { withoutDirections } from '../layout.tsx';
import type { Day, Linked } from '../reader/answer.ts';
import { shortened, When } from '../reader/parts.tsx';
import { Quotation, type Quote } from '../reader/quotation.tsx';
import { slugIn } from '../reader/view.ts';
import { PAGE_TYPE } from '../respond-page.ts';
import type { Form } from './form.ts';
import { element, inXml, XML_START } from './xml.ts';

/** The answer to `quotation-card`. */
interface CardAnswer {
  readonly statement: Card | null;
}

export interface Card {
  readonly url: string;
  readonly text: string;
  readonly speakers: readonly { readonly agent: Linked }[];
  readonly quotes: {
    readonly nodes: readonly (Quote & {
      readonly article: { readonly published: Day | null; readonly publisher: { readonly name: string } | null };
    })[];
  };
}

/** No script, one style sheet, and any page may frame it. */
const HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  Vary: 'Accept, Accept-Language',
};

export const CARD: Form<CardAnswer> = {
  operation: 'quotation-card',
  contentType: PAGE_TYPE,
  variables: (exchange) => ({
    ...slugIn(exchange),
    language: preferredLanguage(exchange.req.header('Accept-Language')),
  }),
  about: ({ statement }) => statement?.url ?? null,
  pathAt: (path) => (path.startsWith('/statements/') ? `/embed${path}` : null),
  write: ({ statement }, exchange) =>
    statement === null ? '' : `<!doctype html>\n${cardPage(statement, originOf(exchange))}\n`,
  headers(exchange) {
    // It knows no exceptions, and wins over `frame-ancestors` in some browsers.
    delete exchange.get('headers')['X-Frame-Options' satisfies keyof typeof SECURITY_HEADERS];
    return HEADERS;
  },
};

function cardPage({ url, text, quotes }: Card, origin: string): string {
  const [quote] = quotes.nodes;
  const { published = null, publisher = null } = quote?.article ?? {};
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{withoutDirections(shortened(text, 110))}</title>
        <link rel="stylesheet" href={ASSETS.embedStyles} />
        <link rel="canonical" href={origin + url} />
        {/* A link opens in the window, not in the frame. */}
        <base target="_top" />
      </head>
      <body>
        {quote && <Quotation quote={quote} url={null} />}
        <p class="credits">
          {publisher && (
            <span>
              <bdi>{publisher.name}</bdi>
            </span>
          )}
          {published && (
            <span>
              <When date={published} />
            </span>
          )}
          <span>
            <a href={url}>Dateline</a>
          </span>
        </p>
      </body>
    </html>
  );
  return page.toString();
}

const SIZE = { width: 600, height: 300 };
const FORMATS = {
  json: { contentType: 'application/json; charset=utf-8', write: (document: object) => JSON.stringify(document) },
  xml: { contentType: 'text/xml; charset=utf-8', write: toXml },
} as const;

/** The oEmbed 1.0 document of a statement: https://oembed.com. Throws if the request is for none. */
export function oembedIn(exchange: Exchange): Form<CardAnswer> {
  const { host, searchParams } = new URL(exchange.req.url);
  const origin = originOf(exchange);
  const format = searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') {
    throw publicError('NOT_IMPLEMENTED', 'oEmbed is available with format=json and format=xml.');
  }
  const address = searchParams.get('url');
  if (address === null) throw publicError('BAD_REQUEST', 'Give the address of a statement’s page: ?url=https://…');
  const size = {
    width: most(searchParams, 'maxwidth', SIZE.width),
    height: most(searchParams, 'maxheight', SIZE.height),
  };
  const slug = statementAt(address, [host, new URL(origin).host]);
  if (slug === null) throw publicError('NOT_FOUND', 'Only the pages of this site’s statements can be embedded.');
  const { contentType, write } = FORMATS[format];
  return {
    operation: 'quotation-card',
    contentType,
    variables: () => ({ slug }),
    about: ({ statement }) => statement?.url ?? null,
    write: ({ statement }) => (statement === null ? '' : write(oembedOf(statement, origin, size))),
  };
}

/** The slug of a statement's address at one of these hosts, whatever the scheme; null for any other address. */
function statementAt(address: string, hosts: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const slug = /^\/(?:embed\/)?statements\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? '';
  return /^https?:$/.test(url.protocol) && hosts.includes(url.host) && isSlug(slug) ? slug : null;
}

/** What the consumer's page has room for. */
function most(parameters: URLSearchParams, name: string, size: number): number {
  const given = parameters.get(name);
  if (given === null) return size;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw publicError('BAD_REQUEST', `"${name}" must be a number of pixels.`);
  return Math.min(size, Number(given));
}

export function oembedOf({ url, text, speakers }: Card, origin: string, { width, height }: typeof SIZE): object {
  const [speaker] = speakers;
  const title = shortened(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`, 110);
  const frame = (
    <iframe src={`${origin}/embed${url}`} width={width} height={height} title={title} loading="lazy" style="border:0" />
  );
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(speaker && { author_name: speaker.agent.name, author_url: origin + speaker.agent.url }),
    provider_name: 'Dateline',
    provider_url: `${origin}/`,
    html: frame.toString(),
    width,
    height,
  };
}

function toXml(document: object): string {
  const elements = Object.entries(document).map(([name, value]) => element(name, inXml(String(value))));
  return `${XML_START}${element('oembed', elements.join(''))}\n`;
}
