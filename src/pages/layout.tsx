/** The frame around the content of every page: head, masthead, navigation, footer. */
import type { Child } from 'hono/jsx';
import { ASSETS } from './asset.ts';
import type { Site } from './site.ts';

export interface Page {
  readonly title: string;
  /** For search engines and link previews. */
  readonly description: string;
  /** The address in the navigation that the page belongs to; null if it belongs to none. */
  readonly section: string | null;
  readonly content: Child;
}

/** The page as HTML. */
export function writePage(site: Site, page: Page): string {
  return `<!doctype html>\n${(<Layout site={site} page={page} />).toString()}\n`;
}

function Layout({ site, page }: { readonly site: Site; readonly page: Page }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={page.description} />
        <meta name="color-scheme" content="light dark" />
        <title>{page.title === 'Dateline' ? page.title : `${page.title} – Dateline`}</title>
        <link rel="icon" href={ASSETS.favicon} />
        <link rel="stylesheet" href={ASSETS.styles} />
      </head>
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

function sections({ hasGraphiql, hasSchema }: Site): readonly (readonly [address: string, name: string])[] {
  return [
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
