/** The search box. It leads to the page of the search. */
import type { Child } from 'hono/jsx';
import { MAX_QUERY_LENGTH } from '../../data/search-text.ts';

/** The id of the form, for fields outside it. */
export const SEARCH_FORM = 'search';

/** The box, with what was searched for in it; further fields as its children. */
export function SearchForm({ query, children }: { readonly query: string; readonly children?: Child }) {
  return (
    <search>
      <form id={SEARCH_FORM} class="search" action="/search">
        <label for="query">Search all articles, statements and names</label>
        <div>
          <input id="query" name="q" type="search" value={query} maxlength={MAX_QUERY_LENGTH} autocomplete="off" />
          <button type="submit">Search</button>
        </div>
        {children}
      </form>
    </search>
  );
}
