/** The page for a request that failed: what is wrong, and where to go next. */
import type { GraphQLFormattedError } from 'graphql';
import type { Page } from './layout.tsx';
import { SearchForm } from './search-form.tsx';

export interface Link {
  readonly address: string;
  readonly name: string;
}

/** @param nearest pages that the caller may have meant, or that a page was split into. */
export function failurePage(
  status: number,
  errors: readonly Pick<GraphQLFormattedError, 'message' | 'extensions'>[],
  nearest: readonly Link[] = [],
): Page {
  const title = TITLES[status] ?? (status < 500 ? 'This cannot be answered' : 'Something went wrong');
  return {
    title,
    description: title,
    section: null,
    content: (
      <article class="failure">
        <p class="kicker">{status}</p>
        <h1>{title}</h1>
        {errors.map(({ message, extensions }) => (
          <p class="lead">
            {message} {typeof extensions?.code === 'string' && <code>{extensions.code}</code>}
          </p>
        ))}
        {nearest.length > 0 && (
          <>
            <h2>{status === 410 ? 'What it was split into' : 'Did you mean'}</h2>
            <ul>
              {nearest.map(({ address, name }) => (
                <li>
                  <a href={address}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {status === 404 && <SearchForm query="" />}
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </article>
    ),
  };
}

const TITLES: Readonly<Record<number, string>> = {
  404: 'No such page',
  405: 'This method is not allowed',
  406: 'Not available in this format',
  410: 'No longer here',
  414: 'This address is too long',
  429: 'Too many requests',
  503: 'Not available at the moment',
};
