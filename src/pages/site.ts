/** The pages that this site has under its operator's settings: a page may link to these only. */
import type { Settings } from '../settings.ts';

export interface Site {
  readonly hasGraphiql: boolean;
  /** The schema, and everything that shows it. */
  readonly hasSchema: boolean;
  /** The addresses of articles, people and so on. */
  readonly hasThings: boolean;
}

export function siteOf({ graphiql, introspection, documents }: Settings): Site {
  return { hasGraphiql: graphiql, hasSchema: introspection, hasThings: documents === 'any' };
}
