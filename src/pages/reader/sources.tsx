/** The same in other forms: a page's query in GraphiQL, its answer as JSON and CSV, its feeds. */
import type { Alternate } from '../layout.tsx';
import type { Reading, Variables } from './view.ts';

interface Props {
  readonly reading: Reading;
  /** The name of the operation in `src/operations/`. */
  readonly operation: string;
  /** Whether the answer is a list, so that it has a CSV form. */
  readonly isList?: boolean;
  readonly feeds?: readonly Alternate[];
}

export function Sources({ reading, operation, isList = false, feeds = [] }: Props) {
  const { site, text, variables } = reading;
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
        {isList && (
          <li>
            <a href={apiAddress(operation, 'csv', variables)}>CSV</a>
          </li>
        )}
        {feeds.map(({ address, title = 'Feed' }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
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
