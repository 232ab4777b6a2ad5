/** `/oembed`: tells the sites of others how to show a quotation, by the address of its page. https://oembed.com, 1.0. */
import { isSlug } from '../../../data/slug.ts';
import { publicError } from '../../../schema/errors.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import type { Card, CardAnswer } from '../reader/answer.ts';
import { shortened } from '../wording.ts';
import type { MachineDocument } from './document.ts';
import { element, inXml, XML_START } from './xml.ts';

const SIZE = { width: 600, height: 300 };
const FORMATS = {
  json: { contentType: 'application/json; charset=utf-8', write: (document: object) => JSON.stringify(document) },
  xml: { contentType: 'text/xml; charset=utf-8', write: toXml },
} as const;

/** The document that a request asks for. Throws the public error if it asks for none. */
export function oembedIn(exchange: Exchange): MachineDocument<CardAnswer> {
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

/** The size asked for, at most ours. */
function most(parameters: URLSearchParams, name: string, size: number): number {
  const given = parameters.get(name);
  if (given === null) return size;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw publicError('BAD_REQUEST', `"${name}" must be a number of pixels.`);
  return Math.min(size, Number(given));
}

/** The document of a statement, in a frame of this size. */
export function oembedOf(
  { url, text, speakers, quotes, removedBy }: Card,
  origin: string,
  { width, height }: typeof SIZE,
): object {
  // Whom only somebody quoted makes its speaker is not its author.
  const [speaker] = quotes.nodes[0]?.voice === 'ARTICLE' ? speakers : [];
  const names = speaker ? `${speakers.map(({ agent }) => agent.name).join(', ')}: ` : '';
  // Who shows only the title must not show the words as if they still stood.
  const title = shortened((removedBy === null ? '' : 'Removed by the publisher: ') + names + text, 110);
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
