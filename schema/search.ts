/** Search: words anywhere in the corpus. */

import { AGENT_TYPES, ENTITY_TYPES, type EntityType, type Span } from '../data/model.ts';
import type { Snippet as SnippetRecord } from '../data/query.ts';
import { isOfSearch, SEARCH_DIMENSIONS, type SearchFilter } from '../data/search-filter.ts';
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
import { slugOf } from './slug.ts';
import { VoiceEnum } from './voice.ts';

const SearchType = closedSet<Uppercase<EntityType>>('SearchType', 'What you can search for.', {
  ARTICLE: 'Articles, by headline and text.',
  EVENT: 'Events, by name.',
  STATEMENT: 'Statements, by the words said.',
  PERSON: 'People, by name and other names.',
  ORGANIZATION: 'Organizations, by name and other names.',
  GROUP: 'Groups, by name and other names.',
  PLACE: 'Places, by name and other names.',
});

const SearchFilterInput = builder.inputType('SearchFilter', {
  description:
    'Chooses what is found by more than its words. It must meet every condition given, though `statementKinds` and `eventKinds` each apply to their own type. A type that cannot meet a condition is not found: no person has a language.',
  fields: (t) =>
    ({
      date: t.field({
        type: DateFilter,
        description: 'Only events that happened, and statements that were made, on a date that passes this filter.',
      }),
      published: t.field({
        type: DateFilter,
        description:
          'Only articles, and statements first quoted by an article, with a publication date that passes this filter.',
      }),
      languages: t.stringList({
        description:
          'Only articles in one of these languages (BCP 47 tags), and the events and statements that they report.',
      }),
      speakers: t.field({
        type: ['Slug'],
        extensions: slugOf(...AGENT_TYPES),
        description:
          'Only statements of one of these agents (slugs), the articles that quote one, and the events that are attributed to one.',
      }),
      places: t.field({
        type: ['Slug'],
        extensions: slugOf('Place'),
        description:
          'Only articles that name one of these places (slugs) or a place inside one, events there, statements about either, and the places inside it.',
      }),
      statementKinds: t.field({
        type: [StatementKindEnum],
        description: 'Only statements that any article quotes in one of these ways.',
      }),
      eventKinds: t.field({ type: [EventKindEnum], description: 'Only events of one of these kinds.' }),
      voices: t.field({
        type: [VoiceEnum],
        description: 'Only events and statements that an article reports in one of these voices.',
      }),
    }) satisfies FieldsFor<SearchFilter>,
});

const SnippetMatch = builder.objectRef<Span>('SnippetMatch');

SnippetMatch.implement({
  description:
    'Where the words searched for are in the `text` of a snippet, from `start` up to but not including `end`, counted from 0. In JavaScript, `text.slice(utf16Start, utf16End)` cuts them out.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where they start, in Unicode code points.' }),
    end: t.exposeInt('end', { description: 'Where they end, in Unicode code points.' }),
    utf16Start: t.exposeInt('utf16Start', { description: 'Where they start, in UTF-16 code units.' }),
    utf16End: t.exposeInt('utf16End', { description: 'Where they end, in UTF-16 code units.' }),
  }),
});

const Snippet = builder.objectRef<SnippetRecord>('Snippet');

Snippet.implement({
  description: `A passage of an article that shows why something was found: about ${PASSAGE_LENGTH} characters of one paragraph, in whole words.`,
  fields: (t) => ({
    evidence: t.field({
      type: Evidence,
      description: 'The passage, and its place in the article.',
      resolve: ({ evidence }) => evidence,
    }),
    text: t.exposeString('text', {
      description:
        'The passage to show: its words as printed, with "…" at an end where a sentence is cut. `matches` says what to highlight in it.',
    }),
    matches: t.field({
      type: [SnippetMatch],
      description:
        'Where the words searched for are in `text`, in its order; they do not overlap. Empty if the passage has none of them: a person may be found by a spelling that this article does not use.',
      resolve: ({ matches }) => matches,
    }),
  }),
});

const SearchHit = builder.objectRef<SearchHitRecord>('SearchHit');

SearchHit.implement({
  description: 'One result of a search.',
  fields: (t) => ({
    node: t.field({ type: Node, description: 'The thing found.', resolve: ({ entity }) => entity }),
    score: t.exposeFloat('score', {
      description:
        'How well it matches, to three decimals: higher is better (Okapi BM25). Compare scores within one search only.',
    }),
    snippets: t.field({
      extensions: costs(60),
      type: [Snippet],
      description:
        'Passages to show, at most three, the best first. For an article or statement they are around the words found; for anything else, around the words that report the event or name the thing. Overlapping passages are merged. Empty if no article reports or names it.',
      resolve: ({ snippets }) => snippets(),
    }),
  }),
});

export const [SearchConnection, SearchEdge] = connectionType(SearchHit, 'Search', 'hits');

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHit,
      description: `Articles and statements that have all the words of the query, and everything else whose names have them; also what has a name of which every word is in the query: \`Inspector Lena Marsh\` finds Lena Marsh. Short words that are everywhere (“the”, “and”) are not asked of names. The best match comes first; among equals, articles come before events, statements and names. Each word must begin a word found, ignoring case and diacritics: \`huseyn\` finds Hüseyn. A single letter must be a whole word. Words in quotation marks must follow each other exactly. If nothing begins with a word of ${FEWEST_LETTERS} letters or more, words one mistake away match it. A query without a letter or digit finds nothing.`,
      args: {
        query: t.arg.string({
          required: true,
          description: `The words, at most ${MAX_QUERY_LENGTH} UTF-16 units. Only the first ${MAX_WORDS} words count.`,
        }),
        types: t.arg({ type: [SearchType], description: 'Only things of these types; all if left out.' }),
        filter: t.arg({ type: SearchFilterInput, description: 'Which of the matches you want; all if left out.' }),
      },
      resolve(_, { query, types, filter, ...args }, { store }) {
        refuseLong('query', query);
        const wanted = {
          text: query,
          types: types == null ? ENTITY_TYPES : ENTITY_TYPES.filter((type) => names(types, type)),
          filter: asked<SearchFilter>(filter),
        };
        // Scores of different searches cannot be compared, so each search has its own cursors.
        const list = `Search.${fingerprint(`${wanted.types.join(' ')} ${query}`)}`;
        const window = windowOf(args, list, ([score, slug]) => Number.isFinite(score) && typeof slug === 'string');
        // Ranked once, for both the page and the total.
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

/** Throws if the text is longer than anybody would type. */
export function refuseLong(argument: string, text: string): void {
  if (text.length <= MAX_QUERY_LENGTH) return;
  throw publicError(
    'INVALID_ARGUMENT',
    `"${argument}" has ${text.length} characters; the most is ${MAX_QUERY_LENGTH}. Search for fewer words.`,
    { actual: text.length, limit: MAX_QUERY_LENGTH },
  );
}
