/** The same in other forms: a page's query in GraphiQL, its answer as JSON, and more that the page may have. */

import type { Variables } from '../../api/variables.ts';
import type { Alternate } from '../layout.tsx';
import type { Reading } from './view.ts';

interface Props {
  readonly reading: Reading;
  /** Feeds, and the CSV of a list. */
  readonly links?: readonly Alternate[];
}

/** The links at the end of a page. */
export function Sources({ reading: { site, operation, text, variables }, links = [] }: Props) {
  return (
    <nav class="sources" aria-label="This page as data">
      <h2 class="kicker">This page as data</h2>
      <ul class="links">
        {site.hasGraphiql && (
          <li>
            <a href={graphiqlAddress(text, variables)}>Its query in GraphiQL</a>
          </li>
        )}
        <li>
          <a href={apiAddress(operation, 'json', variables)}>JSON</a>
        </li>
        {links.map(({ address, title = 'Feed' }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Both feeds at a path, without their ending, with what follows it in the address. */
export function feedsAt(path: string, search = ''): readonly Alternate[] {
  return [
    { type: 'application/atom+xml', address: `${path}.atom${search}`, title: 'Atom' },
    { type: 'application/feed+json', address: `${path}.json${search}`, title: 'JSON Feed' },
  ];
}

/** Opens GraphiQL with an operation and its variables. */
function graphiqlAddress(query: string, variables: Variables): string {
  return `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
}

/** The plain address of an operation: see `api/variables.ts` for how it reads parameters. */
export function apiAddress(operation: string, form: 'json' | 'csv', variables: Variables): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(variables)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      parameters.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one));
    }
  }
  const search = parameters.toString();
  return `/api/${operation}.${form}${search === '' ? '' : `?${search}`}`;
}
