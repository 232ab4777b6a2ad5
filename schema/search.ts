/** Search: words anywhere in the corpus. */

import { isOfSearch, SEARCH_DIMENSIONS, type SearchFilter } from '../data/filter.ts';
import { ENTITY_TYPES, type EntityType, type Span } from '../data/model.ts';
import type { Snippet as SnippetRecord } from '../data/query.ts';
import { FEWEST_LETTERS, MAX_QUERY_LENGTH, MAX_WORDS, PASSAGE_LENGTH } from '../data/search-text.ts';
import { type Awaitable, andThen, type SearchHit as SearchHitRecord, type SearchPage } from '../data/store.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType, type Faceted, ListConnection } from './connection.ts';
import { publicError } from './errors.ts';
import { EventKindEnum } from './event.ts';
import { Evidence } from './evidence.ts';
import { asked, DateFilter, type FieldsFor } from './filter.ts';
import { Node } from './node.ts';
import { fingerprint, windowOf } from './page.ts';
import { costs } from './price.ts';
import { StatementKindEnum } from './quote.ts';
import { VoiceEnum } from './voice.ts';

const SearchType = closedSet<Uppercase<EntityType>>('SearchType', 'What can be searched for.', {
  ARTICLE: 'Articles, by headline and text.',
  EVENT: 'Events, by name.',
  STATEMENT: 'Statements, by the words said.',
  PERSON: 'Persons, by name and other names.',
  ORGANIZATION: 'Organizations, by name and other names.',
  GROUP: 'Groups, by name and other names.',
  PLACE: 'Places, by name and other names.',
});

const SearchFilterInput = builder.inputType('SearchFilter', {
  description:
    'Asks for things by more than their words. All that is given must hold, each kind for its own type; things of a type that cannot have what is asked for are not found: no person has a language.',
  fields: (t) =>
    ({
      date: t.field({
        type: DateFilter,
        description: 'Articles by when they were published, events and statements by their date.',
      }),
      languages: t.stringList({
        description:
          'Articles in a language with one of these BCP 47 tags, and the events and statements that they tell of.',
      }),
      speakers: t.field({
        type: ['Slug'],
        description:
          'Statements of one of the agents with these slugs, the articles that carry one and the events that one is the source of.',
      }),
      places: t.field({
        type: ['Slug'],
        description:
          'Articles that name one of the places with these slugs or a place in one, events there, statements about either, and the places in it.',
      }),
      statementKinds: t.field({
        type: [StatementKindEnum],
        description: 'Statements rendered in one of these ways, in any report.',
      }),
      eventKinds: t.field({ type: [EventKindEnum], description: 'Events of one of these kinds.' }),
      voices: t.field({
        type: [VoiceEnum],
        description: 'Events and statements that an article tells in one of these voices.',
      }),
    }) satisfies FieldsFor<SearchFilter>,
});

const SnippetMatch = builder.objectRef<Span>('SnippetMatch');

SnippetMatch.implement({
  description:
    'Where words that were searched for stand in the `text` of a snippet, half open and counted from 0: `text.slice(utf16Start, utf16End)` cuts them out in JavaScript.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Unicode code points of the snippet’s `text` before them.' }),
    end: t.exposeInt('end', { description: 'Unicode code points of the snippet’s `text` up to their end.' }),
    utf16Start: t.exposeInt('utf16Start', { description: 'UTF-16 code units of the snippet’s `text` before them.' }),
    utf16End: t.exposeInt('utf16End', { description: 'UTF-16 code units of the snippet’s `text` up to their end.' }),
  }),
});

const Snippet = builder.objectRef<SnippetRecord>('Snippet');

Snippet.implement({
  description: `A passage of an article that shows why something was found: about ${PASSAGE_LENGTH} characters of one paragraph, in whole words.`,
  fields: (t) => ({
    evidence: t.field({
      type: Evidence,
      description: 'The passage, with the place where it stands in the article.',
      resolve: ({ evidence }) => evidence,
    }),
    text: t.exposeString('text', {
      description:
        'The passage to show: its words as printed, with "…" at an end where a sentence is cut. `matches` says what to highlight in it.',
    }),
    matches: t.field({
      type: [SnippetMatch],
      description:
        'Where the words that were searched for stand in `text`, in its order; they do not overlap. Empty where the passage has none of them: a person may be found by another spelling than this article uses.',
      resolve: ({ matches }) => matches,
    }),
  }),
});

const SearchHit = builder.objectRef<SearchHitRecord>('SearchHit');

SearchHit.implement({
  description: 'Something found.',
  fields: (t) => ({
    node: t.field({ type: Node, description: 'The thing found.', resolve: ({ entity }) => entity }),
    score: t.exposeFloat('score', {
      description:
        'How well it fits, to three decimals: more is better (Okapi BM25). Comparable within one search only.',
    }),
    snippets: t.field({
      extensions: costs(60),
      type: [Snippet],
      description:
        'Passages to show, at most three, the best first: around the words found in an article or statement; for anything else around the words that report the event or name the thing. Passages that overlap are one. Empty if no article reports or names it.',
      resolve: ({ snippets }) => snippets(),
    }),
  }),
});

export const [SearchConnection, SearchEdge] = connectionType(SearchHit, 'Search', 'hits');

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHit,
      description: `Everything in which each word of the query begins a word, whatever its case and diacritics: \`huseyn\` finds Hüseyn. A lone letter is a word of its own. Words in quotation marks have to follow each other just so. For a word of ${FEWEST_LETTERS} letters or more that nothing begins with, words one mistake away are taken. The best first; of equals, articles before events, statements and names. A query without a letter or digit finds nothing.`,
      args: {
        query: t.arg.string({
          required: true,
          description: `The words, at most ${MAX_QUERY_LENGTH} UTF-16 units; of more than ${MAX_WORDS} words the first count.`,
        }),
        types: t.arg({ type: [SearchType], description: 'Only things of these types; all if left out.' }),
        filter: t.arg({ type: SearchFilterInput, description: 'Which of what has the words; all if left out.' }),
      },
      resolve(_, { query, types, filter, ...args }, { store }) {
        refuseLong('query', query);
        const wanted = {
          text: query,
          types: types == null ? ENTITY_TYPES : ENTITY_TYPES.filter((type) => names(types, type)),
          filter: asked<SearchFilter>(filter),
        };
        // Scores of two searches have nothing to do with each other, so neither have their cursors.
        const list = `Search.${fingerprint(`${wanted.types.join(' ')} ${query}`)}`;
        const window = windowOf(args, list, ([score, slug]) => Number.isFinite(score) && typeof slug === 'string');
        // Ranked once, for the page and for the total.
        let page: Awaitable<SearchPage> | null = null;
        const openPage = () => {
          page ??= store.search({ ...wanted, window });
          return page;
        };
        const facets: Faceted = {
          dimensions: SEARCH_DIMENSIONS,
          count: (dimensions, limit, withoutOwnFilter) =>
            andThen(openPage(), ({ facets: count }) =>
              count({ dimensions: dimensions.filter(isOfSearch), limit, withoutOwnFilter }),
            ),
        };
        return new ListConnection(openPage, list, () => andThen(openPage(), ({ total }) => total), facets);
      },
    },
    SearchConnection,
    SearchEdge,
  ),
);

function names(searchTypes: readonly string[], type: EntityType): boolean {
  return searchTypes.includes(type.toUpperCase());
}

/** Refuses what nobody types. */
export function refuseLong(argument: string, text: string): void {
  if (text.length <= MAX_QUERY_LENGTH) return;
  throw publicError(
    'INVALID_ARGUMENT',
    `"${argument}" has ${text.length} characters; the most is ${MAX_QUERY_LENGTH}. Search for fewer words.`,
    { actual: text.length, limit: MAX_QUERY_LENGTH },
  );
}
