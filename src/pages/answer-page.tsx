/** The answer of a plain address as a page: its list as a table, with links to the things in it, JSON and CSV. */
import type { ExecutionResult } from 'graphql';
import type { AnswerList } from '../api/csv.ts';
import type { Operation } from '../api/operation.ts';
import type { SelectedField } from '../api/selection.ts';
import type { Page } from './layout.tsx';
import { SearchForm } from './search-form.tsx';
import type { Site } from './site.ts';
import { Labelled, Table, Value } from './value.tsx';

export interface Answered {
  readonly operation: Operation;
  readonly fields: readonly SelectedField[];
  /** Null if the answer is not a list. */
  readonly list: AnswerList | null;
  readonly data: ExecutionResult['data'];
  /** The parameters as the address has them, with the question mark. */
  readonly search: string;
  /** The address of the next page; null on the last one. */
  readonly next: string | null;
}

export function answerPage(site: Site, answered: Answered): Page {
  const { operation, fields, list, data, search, next } = answered;
  const title = titleOf(operation.name);
  return {
    title,
    description: operation.summary,
    section: site.hasSchema ? '/openapi.json' : null,
    content: (
      <>
        <header class="opening">
          <p class="kicker">
            {site.hasSchema ? <a href={`/openapi.json#${operation.name}`}>/api/{operation.name}</a> : operation.name}
          </p>
          <h1>{title}</h1>
          <p class="lead">{operation.summary}</p>
          {operation.name === 'search' && <SearchForm query={new URLSearchParams(search).get('query') ?? ''} />}
          <Forms operation={operation} search={search} isList={list !== null} hasGraphiql={site.hasGraphiql} />
        </header>
        {fields.map((field) => (
          <Root field={field} value={data?.[field.name]} list={list} site={site} />
        ))}
        {next !== null && (
          <p class="next">
            <a href={next} rel="next">
              Next page
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** "Who says what happened" for `who-says-what-happened`. */
export function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

function Forms({
  operation: { name, text },
  search,
  isList,
  hasGraphiql,
}: {
  readonly operation: Operation;
  readonly search: string;
  readonly isList: boolean;
  readonly hasGraphiql: boolean;
}) {
  return (
    <ul class="links" aria-label="Other formats">
      <li>
        <a href={`/api/${name}.json${search}`}>JSON</a>
      </li>
      {isList && (
        <li>
          <a href={`/api/${name}.csv${search}`}>CSV</a>
        </li>
      )}
      {hasGraphiql && (
        <li>
          <a href={`/graphql?query=${encodeURIComponent(text)}`}>Open the query in GraphiQL</a>
        </li>
      )}
    </ul>
  );
}

/** One root field. The items of a list become a table; the fields next to them, such as totals, come before it. */
function Root({
  field,
  value,
  list,
  site,
}: {
  readonly field: SelectedField;
  readonly value: unknown;
  readonly list: AnswerList | null;
  readonly site: Site;
}) {
  if (list === null || typeof value !== 'object' || value === null) {
    return (
      <section class="answer">
        <h2>{titleOf(field.name)}</h2>
        <Value value={value} field={field} site={site} />
      </section>
    );
  }
  const things = field.fields.find(({ name }) => list.path[1] === name) ?? field;
  const values: unknown = things === field ? value : Reflect.get(value, things.name);
  const beside = field.fields.filter((inner) => inner !== things && inner.name !== 'pageInfo' && things !== field);
  return (
    <section class="answer">
      <h2 class="hidden">Answer</h2>
      {beside.length > 0 && <Labelled object={value} field={{ ...field, fields: beside }} site={site} />}
      {Array.isArray(values) && values.length > 0 ? (
        <Table values={values} field={things} site={site} />
      ) : (
        <p>Nothing was found.</p>
      )}
    </section>
  );
}
