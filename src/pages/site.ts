/** The pages that this site has under its operator's settings: a page may link to these only. */
import type { Settings } from '../settings.ts';

export interface Site {
  readonly hasGraphiql: boolean;
  /** The schema, and everything that shows it. */
  readonly hasSchema: boolean;
}

export function siteOf({ graphiql, introspection }: Settings): Site {
  return { hasGraphiql: graphiql, hasSchema: introspection };
}
