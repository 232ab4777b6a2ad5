/** Which pages this site has, by the settings of its operator: what a page may link to. */
import type { Settings } from '../settings.ts';

export interface Site {
  readonly hasGraphiql: boolean;
  /** The schema, and everything that tells it. */
  readonly hasSchema: boolean;
  /** The addresses of articles, people and so on. */
  readonly hasThings: boolean;
}

export function siteOf({ graphiql, introspection, documents }: Settings): Site {
  return { hasGraphiql: graphiql, hasSchema: introspection, hasThings: documents === 'any' };
}
