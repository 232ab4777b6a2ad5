/** The pages that this site has under its operator's settings: a page may link to these only. */
import type { Settings } from '../settings.ts';

export interface Site {
  readonly hasGraphiql: boolean;
  /** The schema, and everything that shows it. */
  readonly hasSchema: boolean;
  /** Scheme, host and port that the site is known by; null if those of each request are as good. */
  readonly origin: string | null;
}

export function siteOf({ graphiql, introspection, siteOrigin }: Settings): Site {
  return { hasGraphiql: graphiql, hasSchema: introspection, origin: siteOrigin === '' ? null : siteOrigin };
}
