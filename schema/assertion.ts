/** Assertion: one thing that one article says, with its words and whose voice it is in. */

import { excerpt } from '../data/excerpt.ts';
import type { Assertion as AssertionRecord, Slug, Voice } from '../data/model.ts';
import type { SortKey } from '../data/page.ts';
import { quotationsOf } from '../data/quotation.ts';
import { andThen } from '../data/store.ts';
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
    'One thing that one article says: a report of an event, a quote, or a fact about a person. The article says it, or the speaker whom it names; Dateline never does.',
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
        'These words as printed, in the order of the text, with " … " where others stand between. Each quotation in them has both its marks; if all of them are quoted, they have none.',
      resolve: ({ article: slug, evidence }, _, { store }) =>
        andThen(store.text(slug), (article) => excerpt(article.text, evidence, quotationsOf(article))),
    }),
    voice: t.field({ type: VoiceEnum, description: 'Who says it.', resolve: ({ voice }) => voice }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null exactly if `voice` is `ARTICLE`.',
      resolve: (assertion, _, context) => loadIfNamed(context, 'Statement', assertion.attributedTo),
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the asserter sounds.',
      resolve: ({ certainty }) => certainty,
    }),
    polarity: t.field({
      type: PolarityEnum,
      description: 'Whether it is said to be so, not to be so, or neither.',
      resolve: ({ polarity }) => polarity,
    }),
  }),
});

export const [AssertionConnection, AssertionEdge] = connectionType(Assertion, 'Assertion', 'assertions');

/**
 * Where an assertion stands among all of the corpus: by article, place in the text, what it says and who says it. Two
 * that are alike in all of that say the same.
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

/** Those of several that one asks for: in one of these voices, of one of these articles. */
export function tellingsIn<T extends AssertionRecord>(
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
