/** `/search?q=`: what has these words; and without words, all statements of somebody, or about something or a place. */
import { ENTITY_TYPES, EVENT_KINDS, STATEMENT_KINDS, VOICES } from '../../../data/model.ts';
import type { Variables } from '../../api/variables.ts';
import type { Page } from '../layout.tsx';
import { SearchForm } from '../search-form.tsx';
import { counted } from '../wording.ts';
import type { Linked, StatementLine } from './answer.ts';
import { dimensionsFor, type Facet, Facets } from './facets.tsx';
import { StatementLineOf } from './line.tsx';
import { givenDate, givenOf, givenSlugs, givenText, givenTexts } from './page-parameters.ts';
import { type Hit, HitOf } from './search-hit.tsx';
import { apiAddress, feedsAt, Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/search-page.graphql`: of the two lists, the one asked for. */
interface SearchAnswer {
  readonly search?: Found<Hit>;
  readonly statements?: Found<StatementLine>;
  readonly agent?: Linked | null;
  readonly place?: Linked | null;
  readonly event?: Linked | null;
}

interface Found<T> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: readonly Facet[];
  readonly nodes: readonly T[];
}

/** The search, at the address that this file begins with. */
export const SEARCH_VIEW: View<SearchAnswer> = {
  operation: 'search-page',
  variables: (exchange) => askedIn(new URL(exchange.req.url).searchParams),
  // Everything found is counted, which for a common word costs more than all the rest.
  lighter: { by: [] },
  read: searchPage,
};

/** The variables of the operation. Without words it is a list of statements, if anything narrows that. */
function askedIn(parameters: URLSearchParams): Variables {
  const query = givenText(parameters, 'q');
  const kinds = givenOf(parameters, 'kind', [...STATEMENT_KINDS, ...EVENT_KINDS]);
  const statementKinds = kinds && STATEMENT_KINDS.filter((kind) => kinds.includes(kind));
  const eventKinds = kinds && EVENT_KINDS.filter((kind) => kinds.includes(kind));
  const speakers = givenSlugs(parameters, 'speaker');
  const places = givenSlugs(parameters, 'place');
  const about = givenSlugs(parameters, 'about');
  const types = givenOf(
    parameters,
    'type',
    ENTITY_TYPES.map((type) => type.toUpperCase()),
  );
  const shared = {
    speakers,
    places,
    languages: givenTexts(parameters, 'language'),
    voices: givenOf(parameters, 'voice', VOICES),
    date: givenDate(parameters, 'date'),
    published: givenDate(parameters, 'published'),
  };
  const after = givenText(parameters, 'after') || null;
  const by = dimensionsFor(parameters);
  if (query !== '') {
    const filter = given({
      ...shared,
      statementKinds: statementKinds?.length ? statementKinds : null,
      eventKinds: eventKinds?.length ? eventKinds : null,
    });
    return { query, types, filter, by: ['TYPE', ...by], after };
  }
  const statements = given({ ...shared, about, kinds: statementKinds });
  const [subject] = speakers ?? about ?? places ?? [];
  const isList = Object.keys(statements).length > 0;
  return { isSearch: false, isList, statements: isList ? statements : null, ...(subject && { subject }), by, after };
}

/** Only what is given, so that addresses stay short. */
function given(filter: Variables): Variables {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}

function searchPage(answer: SearchAnswer, reading: Reading): Page {
  const { parameters, language, variables } = reading;
  const query = givenText(parameters, 'q');
  const found = answer.search ?? answer.statements;
  const subject = answer.agent ?? answer.place ?? answer.event ?? null;
  const isList = answer.statements !== undefined;
  const title =
    query !== '' ? `Search: ${query}` : isList ? `Statements${subject ? `: ${subject.name}` : ''}` : 'Search';
  const count = counted(found?.totalCount ?? 0, isList ? 'statement' : 'result', language);
  const feeds = query === '' ? [] : feedsAt('/search/feed', `?${new URLSearchParams({ q: query })}`);
  return {
    title,
    description: found ? `${title}. ${count} in the articles.` : 'Search all articles, statements and names.',
    section: '/search',
    address: '/search',
    origin: reading.origin,
    alternates: feeds,
    content: (
      <div class="finding">
        <header class="opening">
          <h1>
            {isList ? subject ? <SubjectOf parameters={parameters} subject={subject} /> : 'Statements' : 'Search'}
          </h1>
          <SearchForm query={query}>
            {query === '' &&
              parameters.getAll('about').map((slug) => <input type="hidden" name="about" value={slug} />)}
          </SearchForm>
          {found ? (
            <p class="note" role="status">
              {count}
              {query !== '' && (
                <>
                  {' '}
                  for <q dir="auto">{query}</q>
                </>
              )}{' '}
              <a class="narrow" href="#narrow">
                Narrow them
              </a>
            </p>
          ) : (
            <p class="note">
              Each word matches the start of a word, ignoring case and accents: “huseyn” finds “Hüseyn”. Words in
              quotation marks must be found exactly so. Type some, or see <a href="/timeline">what happened when</a>.
            </p>
          )}
          {query !== '' && parameters.has('about') && (
            <p class="note">
              Words are searched for everywhere, whatever the statements are about. Without words, there are{' '}
              <a href={`/search?${new URLSearchParams({ about: parameters.get('about') ?? '' })}`}>
                all statements about it
              </a>
              .
            </p>
          )}
        </header>
        {found && (
          <div class="found">
            <div>
              {found.totalCount === 0 && <p class="lead">{nothingOf(query)}</p>}
              {answer.search ? (
                <ol class="hits">
                  {answer.search.nodes.map((hit) => (
                    <li>
                      <HitOf hit={hit} />
                    </li>
                  ))}
                </ol>
              ) : (
                <ul class="lines">
                  {answer.statements?.nodes.map((statement) => (
                    <li>
                      <StatementLineOf statement={statement} />
                    </li>
                  ))}
                </ul>
              )}
              <Pager parameters={parameters} pageInfo={found.pageInfo} />
            </div>
            <Facets facets={found.facets} names={namesIn(answer)} parameters={parameters} language={language} />
          </div>
        )}
        <Sources reading={reading} links={[...csvOf(variables), ...feeds]} />
      </div>
    ),
  };
}

/** "Statements of Hugo Cask", or "about" an event, somebody or a place. */
function SubjectOf({ parameters, subject }: { readonly parameters: URLSearchParams; readonly subject: Linked }) {
  return (
    <>
      Statements {parameters.has('speaker') ? 'of' : 'about'}{' '}
      <a class="headline" href={subject.url}>
        <bdi>{subject.name}</bdi>
      </a>
    </>
  );
}

function nothingOf(query: string): string {
  return query === ''
    ? 'No statement matches everything ticked. Untick something.'
    : 'Nothing has all these words and matches everything ticked. Use fewer words, or untick something.';
}

/** The list of statements alone has a form in CSV, by an operation of its own. */
function csvOf({ statements }: Variables) {
  if (!statements) return [];
  return [{ type: 'text/csv', address: apiAddress('statements', 'csv', { filter: statements }), title: 'CSV' }];
}

/** The names of those who may be ticked, by their slugs: of the subject, and of everybody who says something found. */
function namesIn({ search, statements, agent, place }: SearchAnswer): ReadonlyMap<string, string> {
  const nodes = [...(search?.nodes.map(({ node }) => node) ?? []), ...(statements?.nodes ?? [])];
  const speakers = nodes.flatMap((node) => ('speakers' in node ? (node.speakers ?? []) : []));
  const known = [agent, place, ...speakers.map((speaker) => speaker.agent)];
  return new Map(known.flatMap((one) => (one ? [[one.url.slice(one.url.lastIndexOf('/') + 1), one.name]] : [])));
}

function Pager(props: { readonly parameters: URLSearchParams; readonly pageInfo: Found<never>['pageInfo'] }) {
  const { parameters, pageInfo } = props;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (next === null && !parameters.has('after')) return null;
  return (
    <nav class="ways" aria-label="Pages">
      {parameters.has('after') && <a href={addressWith(parameters, null)}>First page</a>}
      {next !== null && (
        <a href={addressWith(parameters, next)} rel="next">
          Next page →
        </a>
      )}
    </nav>
  );
}

function addressWith(parameters: URLSearchParams, after: string | null): string {
  const next = new URLSearchParams([...parameters].filter(([name, value]) => name !== 'after' && value !== ''));
  if (after !== null) next.set('after', after);
  return `/search?${next}`;
}
