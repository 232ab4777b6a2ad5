/** The search box, which leads to `/search`. */
export function SearchForm({ query }: { readonly query: string }) {
  return (
    <search>
      <form class="search" action="/search" method="get">
        <label for="query">Search all articles, statements and names</label>
        <div>
          <input id="query" name="q" type="search" value={query} required autocomplete="off" />
          <button type="submit">Search</button>
        </div>
      </form>
    </search>
  );
}
