/** The frame around the content of every page: head, masthead, navigation, footer. */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { ASSETS } from './asset.ts';
import type { Site } from './site.ts';
import { jsonInScript, withoutDirections } from './wording.ts';
import { writeElement } from './write-element.ts';

export interface Page {
  readonly title: string;
  /** For search engines and link previews. */
  readonly description: string;
  /** The address in the navigation that the page belongs to; null if it belongs to none. */
  readonly section: string | null;
  readonly content: Child;
  /** The path that the page is known by: other paths to it redirect there. */
  readonly address?: string;
  /** Scheme, host and port; given with the address. */
  readonly origin?: string;
  /** For Open Graph: an article, a person, or anything else. */
  readonly kind?: 'article' | 'profile' | 'website';
  /** JSON-LD 1.1: see `machine/linked-data.ts`. */
  readonly linkedData?: object | null;
  /** A style sheet besides that of all pages. */
  readonly styles?: string;
  /** The same in other forms, and feeds. */
  readonly alternates?: readonly Alternate[];
}

export interface Alternate {
  readonly type: string;
  readonly address: string;
  readonly title?: string;
}

/** The page as HTML. */
export function writePage(site: Site, page: Page): string {
  return `<!doctype html>\n${writeElement(<Layout site={site} page={page} />)}\n`;
}

function Layout({ site, page }: { readonly site: Site; readonly page: Page }) {
  return (
    <html lang="en">
      <Head page={page} />
      <body>
        <a class="skip" href="#main-content">
          Skip to content
        </a>
        <header class="masthead">
          <a class="nameplate" href="/" aria-current={page.section === '/' ? 'page' : undefined}>
            Dateline
          </a>
          <nav aria-label="Site">
            <ul class="links">
              {sections(site).map(([address, name]) => (
                <li>
                  <a class="section" href={address} aria-current={page.section === address ? 'true' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main-content" tabindex={-1}>
          {page.content}
        </main>
        <Footer site={site} />
      </body>
    </html>
  );
}

function Head({ page }: { readonly page: Page }) {
  const title = withoutDirections(page.title);
  const description = withoutDirections(page.description);
  const { address, origin = '', alternates = [] } = page;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <title>{title === 'Dateline' ? title : `${title} – Dateline`}</title>
      <link rel="icon" href={ASSETS.favicon} />
      <link rel="stylesheet" href={ASSETS.styles} />
      {page.styles !== undefined && <link rel="stylesheet" href={page.styles} />}
      {address !== undefined && (
        <>
          <link rel="canonical" href={origin + address} />
          <meta property="og:site_name" content="Dateline" />
          <meta property="og:type" content={page.kind ?? 'website'} />
          <meta property="og:url" content={origin + address} />
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description} />
        </>
      )}
      {alternates.map(({ type, address: href, title: name }) => (
        <link rel="alternate" type={type} href={href} title={name} />
      ))}
      {page.linkedData && <script type="application/ld+json">{raw(jsonInScript(page.linkedData))}</script>}
    </head>
  );
}

function sections({ hasGraphiql, hasSchema }: Site): readonly (readonly [address: string, name: string])[] {
  return [
    ['/search', 'Search'],
    ['/timeline', 'Timeline'],
    ['/paths', 'Connections'],
    ...(hasSchema ? [['/docs', 'Reference'] as const, ['/openapi.json', 'Addresses'] as const] : []),
    ...(hasGraphiql ? [['/graphql', 'GraphiQL'] as const] : []),
  ];
}

function Footer({ site }: { readonly site: Site }) {
  return (
    <footer>
      <p>Who said what, about which event, when, and where in the text it says so.</p>
      <ul class="links">
        {site.hasSchema && (
          <>
            <li>
              <a href="/schema.graphql">Schema</a>
            </li>
            <li>
              <a href="/openapi.json">OpenAPI</a>
            </li>
            <li>
              <a href="/possible-types.json">Possible types</a>
            </li>
          </>
        )}
        <li>
          <a href="/readyz">Status</a>
        </li>
        <li>
          <a href={ASSETS.license} rel="license">
            MIT licence
          </a>
        </li>
      </ul>
    </footer>
  );
}
