/** Operations: the requests that every server gets over a corpus. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { readSchema } from '../../test/fuzz/document.ts';
import { type Ask, openAsk } from '../ask.ts';
import { textOf } from '../attempt.ts';
import { dearestOf, SHAPES } from '../dearest.ts';
import { namesIn } from '../names.ts';
import type { Variables } from '../questions.ts';

export const OPERATION_NAMES = {
  lookup: 'lookup',
  question: 'who says what happened',
  page: 'page of 50',
  search: 'search',
  dearest: 'most expensive query',
  trusted: 'trusted document',
  introspection: 'introspection',
} as const;

export type OperationKey = keyof typeof OPERATION_NAMES;

export interface Operation {
  readonly key: OperationKey;
  readonly name: string;
  readonly query: string;
  readonly variables: Variables;
}

/** A corpus, and the values for requests that name something in it. */
export interface Asked {
  readonly bundle: Uint8Array;
  /** A word in many of its texts. */
  readonly word: string;
  /** The variables of "who says what happened"; none if its defaults fit. */
  readonly question: Variables;
}

const ROOT = join(import.meta.dirname, '../..');

export const WHO_SAYS_WHAT_HAPPENED = readOperation('who-says-what-happened');

export const LOOKUP = `query Lookup($slug: Slug!) { statement(slug: $slug) {
  id slug kind text speakers { agent { id slug name } evidence { exact } } content { exact start end } } }`;

const PAGE = `{ statements(first: 50) { pageInfo { hasNextPage endCursor } nodes { id slug kind text
  speakers { agent { id slug name } positions { title } evidence { exact } }
  content { exact prefix suffix start end article { slug } } } } }`;

export const SEARCH = readOperation('search');

/** The kind of `cost` that uses the most CPU among those that a reader might really send. */
const DEAREST = 'statements with everything';

/** All operations over a corpus. */
export function operationsOf({ bundle, word, question }: Asked): readonly Operation[] {
  const ask = openAsk(bundle);
  const operation = (key: OperationKey, query: string, variables: Variables = {}): Operation => {
    return { key, name: OPERATION_NAMES[key], query, variables };
  };
  return [
    operation('lookup', LOOKUP, { slug: firstSlug(ask) }),
    operation('question', WHO_SAYS_WHAT_HAPPENED, question),
    operation('page', PAGE),
    operation('search', SEARCH, { query: word }),
    operation('dearest', dearestIn(bundle)),
    operation('trusted', readOperation('statements')),
    operation('introspection', getIntrospectionQuery()),
  ];
}

/** The hash that identifies a trusted document. */
export function hashOf({ query }: Operation): string {
  return createHash('sha256').update(query).digest('hex');
}

function readOperation(name: string): string {
  return readFileSync(join(ROOT, 'src/operations', `${name}.graphql`), 'utf8');
}

function firstSlug(ask: Ask): string {
  const { statements } = ask<{ statements: { nodes: readonly { slug: string }[] } }>(
    '{ statements(first: 1, orderBy: { field: QUOTES, direction: DESC }) { nodes { slug } } }',
  );
  return statements.nodes[0]?.slug ?? '';
}

function dearestIn(bundle: Uint8Array): string {
  const shape = SHAPES[DEAREST];
  if (shape === undefined) throw new Error(`There is no kind "${DEAREST}".`);
  return textOf(dearestOf(shape, namesIn(openAsk(bundle)), readSchema()).attempt);
}
