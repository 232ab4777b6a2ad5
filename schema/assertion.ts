/** Assertion: one thing that one article says, with its words and its voice. */

import type { Assertion as AssertionRecord, Slug, Voice } from '../data/model.ts';
import type { SortKey } from '../data/page.ts';
import { printed } from '../data/printed.ts';
import { quotationsOf } from '../data/quotation.ts';
import { type Awaitable, allOf, andThen, type Store } from '../data/store.ts';
import { Article } from './article.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { Evidence } from './evidence.ts';
import { load, loadIfNamed } from './node.ts';
import { Statement } from './statement.ts';
import { CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

export const Assertion = builder.interfaceRef<AssertionRecord>('Assertion');

Assertion.implement({
  description:
    'One thing that one article says: a report of an event, a quote, or a fact about a person. The article says it itself or attributes it to a speaker; Dateline never says it.',
  resolveType: (assertion) => assertion.type,
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that says it.',
      resolve: (assertion, _, context) => load(context, 'Article', assertion.article),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that say it, in the order of the text. Never empty.',
      resolve: ({ evidence }) => evidence,
    }),
    words: t.string({
      description:
        'The words of `evidence` as printed, in the order of the text, with " … " where other words come between. Quotation marks come in pairs; if all the words are quoted, there are none.',
      resolve: ({ article: slug, evidence }, _, { store }) =>
        andThen(store.text(evidence[0]?.source ?? slug), (article) =>
          printed(article.text, evidence, quotationsOf(article)),
        ),
    }),
    voice: t.field({ type: VoiceEnum, description: 'Who says it.', resolve: ({ voice }) => voice }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null if and only if `voice` is `ARTICLE`.',
      resolve: (assertion, _, context) => loadIfNamed(context, 'Statement', assertion.attributedTo),
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the article or speaker sounds.',
      resolve: ({ certainty }) => certainty,
    }),
    polarity: t.field({
      type: PolarityEnum,
      description: 'Whether it is affirmed, denied, or neither.',
      resolve: ({ polarity }) => polarity,
    }),
  }),
});

export const [AssertionConnection, AssertionEdge] = connectionType(Assertion, 'Assertion', 'assertions');

/**
 * The sort key of an assertion in the whole corpus: by article, place in the text, content and speaker. Two assertions
 * with the same key say the same.
 */
export function assertionKey(assertion: AssertionRecord): SortKey {
  const { article, evidence, type, voice, attributedTo, polarity, certainty } = assertion;
  return [
    article,
    evidence[0]?.start ?? 0,
    evidence.at(-1)?.end ?? 0,
    type,
    contentOf(assertion),
    voice,
    attributedTo,
    polarity,
    certainty,
  ];
}

function contentOf(assertion: AssertionRecord): string {
  switch (assertion.type) {
    case 'EventReport':
      return assertion.event;
    case 'Quote':
      return assertion.statement;
    case 'Participation':
      return `${assertion.event} ${assertion.agent} ${assertion.role}`;
    case 'Position':
      return `${assertion.person} ${assertion.title} ${assertion.organization}`;
    case 'Kinship':
      return `${assertion.person} ${assertion.kind} ${assertion.relative}`;
    case 'LifeDate':
      return `${assertion.person} ${assertion.kind} ${assertion.date.edtf}`;
  }
}

/**
 * The slugs that the articles of an argument have now. Only those of which there is no assertion here are looked up among
 * the retired ones.
 */
export function articlesNow(
  articles: readonly Slug[] | null | undefined,
  all: readonly AssertionRecord[],
  store: Store,
): Awaitable<readonly Slug[] | null> {
  if (articles == null) return null;
  const known = new Set(all.map(({ article }) => article));
  return allOf(
    articles.map((slug) =>
      known.has(slug) ? slug : andThen(store.retired(slug), (retired) => retired?.replacedBy?.slug ?? slug),
    ),
  );
}

/** The assertions in one of these voices and of one of these articles; null allows all. */
export function assertionsIn<T extends AssertionRecord>(
  all: readonly T[],
  voices: readonly Voice[] | null | undefined,
  articles?: readonly Slug[] | null,
): readonly T[] {
  if (voices == null && articles == null) return all;
  return all.filter(
    ({ voice, article }) =>
      (voices == null || voices.includes(voice)) && (articles == null || articles.includes(article)),
  );
}
