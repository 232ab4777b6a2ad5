/** What a search can be narrowed by: a box to tick for each value, with how many results have it. */

import type { Child } from 'hono/jsx';
import type { Voice } from '../../../data/model.ts';
import { languageIn, monthIn, numberIn } from '../locale.ts';
import { SEARCH_FORM } from '../search-form.tsx';
import { inWords } from '../wording.ts';
import { VOICES } from './parts.tsx';

/** A dimension of the results with its most frequent values, as the operation of the search asks for it. */
export interface Facet {
  readonly dimension: Dimension;
  readonly valueCount: number;
  readonly values: readonly Value[];
}

interface Value {
  readonly value: string;
  /** Null if the value is ticked but is not among the most frequent, so it was not counted. */
  readonly count: number | null;
  /** Null if the value is not a slug. */
  readonly node: { readonly name?: string } | null;
}

type Dimension = keyof typeof PARTS | keyof typeof TIMES;

/** Of each dimension: its parameter in the address, its heading, and the words for a value. */
const PARTS = {
  TYPE: { parameter: 'type', title: 'Type', say: inWords },
  SPEAKER: { parameter: 'speaker', title: 'Speaker', say: null },
  PLACE: { parameter: 'place', title: 'Place', say: null },
  KIND: { parameter: 'kind', title: 'Kind', say: inWords },
  VOICE: { parameter: 'voice', title: 'Voice', say: (value: string) => inWords(VOICES[value as Voice].says) },
  LANGUAGE: {
    parameter: 'language',
    title: 'Language',
    say: (tag: string, language: string) => languageIn(language, tag),
  },
} as const;

/** Years, and the months of the chosen year. Only one value can be chosen. */
const TIMES = { YEAR: 'date', MONTH: 'date', PUBLISHED_YEAR: 'published', PUBLISHED_MONTH: 'published' } as const;

/** What to count: months only if there is a time chosen, because every dimension costs. */
export function dimensionsFor(parameters: URLSearchParams): readonly Dimension[] {
  const months = Object.entries(TIMES).filter(
    ([name, parameter]) => name.endsWith('MONTH') && parameters.get(parameter),
  );
  const names = months.map(([name]) => name as keyof typeof TIMES);
  return ['SPEAKER', 'PLACE', 'KIND', 'VOICE', 'LANGUAGE', 'YEAR', 'PUBLISHED_YEAR', ...names];
}

/** The boxes of all dimensions; or that there are too many results to count, if there are no dimensions. */
export function Facets(props: {
  readonly facets: readonly Facet[];
  /** Names of slugs that may be ticked without being among the most frequent. */
  readonly names: ReadonlyMap<string, string>;
  readonly parameters: URLSearchParams;
  readonly language: string;
}) {
  const { facets, names, parameters, language } = props;
  if (facets.length === 0) {
    return (
      <aside id="narrow" class="note">
        There are too many results to count. Use more words.
      </aside>
    );
  }
  return (
    <aside id="narrow" class="facets" aria-label="Narrow the results">
      {facets.map((facet) =>
        facet.dimension in TIMES ? null : (
          <Ticks facet={facet} names={names} parameters={parameters} language={language} />
        ),
      )}
      <Times title="When" parameter="date" facets={facets} parameters={parameters} language={language} />
      <Times title="Published" parameter="published" facets={facets} parameters={parameters} language={language} />
      <p>
        <button type="submit" form={SEARCH_FORM}>
          Show what is ticked
        </button>
      </p>
    </aside>
  );
}

interface Props {
  readonly facet: Facet;
  readonly names: ReadonlyMap<string, string>;
  readonly parameters: URLSearchParams;
  readonly language: string;
}

function Ticks({ facet, names, parameters, language }: Props) {
  const { parameter, title, say } = PARTS[facet.dimension as keyof typeof PARTS];
  const ticked = parameters.getAll(parameter).filter((value) => value !== '');
  const missing = ticked.filter((value) => !facet.values.some((known) => known.value === value));
  const values = [...missing.map((value) => ({ value, count: null, node: null })), ...facet.values];
  if (values.length < 2 && ticked.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {values.map(({ value, count, node }) => (
        <Choice type="checkbox" name={parameter} value={value} isChosen={ticked.includes(value)}>
          <bdi>{say ? say(value, language) : (node?.name ?? names.get(value) ?? value)}</bdi>{' '}
          <Count of={count} language={language} />
        </Choice>
      ))}
      <Others facet={facet} language={language} />
    </fieldset>
  );
}

function Others({ facet, language }: Pick<Props, 'facet' | 'language'>) {
  const others = facet.valueCount - facet.values.length;
  return others > 0 ? <p class="note">and {numberIn(language, others)} less frequent</p> : null;
}

function Times(props: {
  readonly title: string;
  readonly parameter: 'date' | 'published';
  readonly facets: readonly Facet[];
  readonly parameters: URLSearchParams;
  readonly language: string;
}) {
  const { title, parameter, facets, parameters, language } = props;
  const chosen = (parameters.get(parameter) ?? '').trim();
  const counted = facets
    .filter(({ dimension }) => dimension in TIMES && TIMES[dimension as keyof typeof TIMES] === parameter)
    .flatMap(({ values }) => values);
  const isMissing = chosen !== '' && !counted.some(({ value }) => value === chosen);
  const values: readonly Value[] = [...counted, ...(isMissing ? [{ value: chosen, count: null, node: null }] : [])];
  if (values.length < 2 && chosen === '') return null;
  const isShown = ({ value }: Value) => value.length === 'YYYY'.length || value.slice(0, 4) === chosen.slice(0, 4);
  // The latest year first, and after it its months from January on.
  const order = ({ value }: Value) => `${9999 - Number(value.slice(0, 4))}${value.slice(4)}`;
  return (
    <fieldset>
      <legend>{title}</legend>
      <Choice type="radio" name={parameter} value="" isChosen={chosen === ''}>
        Any time
      </Choice>
      {values
        .filter(isShown)
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
        .map(({ value, count }) => (
          <Choice type="radio" name={parameter} value={value} isChosen={value === chosen}>
            {/^\d{4}-\d\d$/.test(value) ? monthIn(language, value) : value} <Count of={count} language={language} />
          </Choice>
        ))}
    </fieldset>
  );
}

function Choice(props: {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly children: Child;
}) {
  const { type, name, value, isChosen, children } = props;
  return (
    <label>
      <input form={SEARCH_FORM} type={type} name={name} value={value} checked={isChosen} />
      <span>{children}</span>
    </label>
  );
}

function Count({ of: count, language }: { readonly of: number | null; readonly language: string }) {
  return count === null ? null : <span class="count">{numberIn(language, count)}</span>;
}
