/** `/embed/statements/:slug`: a quotation as a card in the pages of others. */
import { type Exchange, originOf } from '../../http/exchange.ts';
import type { SECURITY_HEADERS } from '../../http/headers.ts';
import { preferredLanguage } from '../../http/language.ts';
import { ASSETS } from '../asset.ts';
import { slugIn } from '../elsewhere.ts';
import type { MachineDocument } from '../machine/document.ts';
import { PAGE_TYPE } from '../respond-page.ts';
import { shortened, withoutDirections } from '../wording.ts';
import { writeElement } from '../write-element.ts';
import type { Card, CardAnswer } from './answer.ts';
import { Doubt, VOICES, When } from './parts.tsx';
import { Quotation } from './quotation.tsx';

/**
 * Lets any page frame what is at this address: the card, and what says that there is none, which a browser would hide
 * otherwise. X-Frame-Options cannot allow all sites, and some browsers obey it instead of frame-ancestors.
 */
export async function allowFrames(exchange: Exchange, next: () => Promise<void>): Promise<void> {
  await next();
  const { headers } = exchange.res;
  headers.delete('X-Frame-Options' satisfies keyof typeof SECURITY_HEADERS);
  headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
}

/** No script, and style sheets of this site only. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  'frame-ancestors *',
].join('; ');

/** Not a `View`, because it has one form only. */
export const CARD: MachineDocument<CardAnswer> = {
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
  headers: () => ({ Vary: 'Accept, Accept-Language' }),
};

function cardPage({ url, text, quotes, removedBy }: Card, origin: string): string {
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
        <main>
          <h1 class="hidden">
            <bdi>{shortened(text, 110)}</bdi>
          </h1>
          {removedBy && (
            <p class="notice">
              <strong>Removed by the publisher</strong>
              {removedBy.date && (
                <>
                  {' '}
                  on <When date={removedBy.date} />
                </>
              )}
              . {removedBy.reason}
              {removedBy.correction && <q>{removedBy.correction.exact}</q>}
            </p>
          )}
          {quote && <Quotation quote={quote} url={null} />}
          <p class="credits">
            {quote && quote.voice !== 'ARTICLE' && <span>{VOICES[quote.voice].says}</span>}
            {quote && <Doubt of={quote} />}
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
        </main>
      </body>
    </html>
  );
  return writeElement(page);
}
