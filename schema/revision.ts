/** Revision: a text that an article has had, why it changed, and what it said that no later text says. */
import type {
  Article as ArticleRecord,
  Asserted,
  Assertion,
  Revision as RevisionRecord,
  Slug,
  TextChange as TextChangeRecord,
} from '../data/model.ts';
import { isFormer, reversed, revisionsOf, textName, withWords } from '../data/revision.ts';
import { type Awaitable, allOf, andThen } from '../data/store.ts';
import { Article } from './article.ts';
import { builder, type Context, closedSet, type SchemaTypes } from './builder.ts';
import { publicError } from './errors.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { load } from './node.ts';
import { costs } from './price.ts';

type RevisionOf = RevisionRecord & { readonly of: ArticleRecord };

export const Revision = builder.objectRef<RevisionOf>('Revision');

Revision.implement({
  description:
    'A text that an article has, or had until its publisher changed it. Everything else in the graph is read in the present text, the newest.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number among the texts of the article, from 1, the first.' }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When it replaced the text before; of the first, when the article was published. Null if that is not known.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: "Why it replaced the text before, in an editor's words; null for the first.",
    }),
    correction: t.expose('correction', {
      type: Evidence,
      nullable: true,
      description:
        "The publisher's own words about the change, in this text (schema.org `correction`); null if it says nothing.",
    }),
    digest: t.exposeString('digest', {
      description: 'The fingerprint of this text: `sha256:` and the hexadecimal SHA-256 of its UTF-8.',
    }),
    wordCount: t.exposeInt('wordCount', {
      description: 'How many words this text has, counted as in `Article.wordCount`.',
    }),
    text: t.string({
      extensions: costs(20),
      description: 'The whole of this text verbatim, headline first, without blank lines at its end.',
      resolve: (revision, _, { store }) => andThen(store.text(nameOf(revision)), ({ text }) => text),
    }),
    changes: t.field({
      extensions: costs(60),
      type: [TextChange],
      description: 'What changed from the text before, as in `Article.diff`. Empty for the first.',
      resolve: ({ of, number }, _, context) =>
        number === 1 ? [] : differenceOf(context, of, { from: number - 1, to: number }),
    }),
    article: t.field({ type: Article, description: 'The article that has or had this text.', resolve: ({ of }) => of }),
  }),
});

function nameOf({ of, number }: RevisionOf): string {
  return textName(of.slug, number === newest(of) ? null : number);
}

function newest(article: ArticleRecord): number {
  return revisionsOf(article)[0]?.number ?? 1;
}

/** The revisions of an article, the newest first. */
export function revisionsIn(article: ArticleRecord): RevisionOf[] {
  return revisionsOf(article).map((revision) => ({ ...revision, of: article }));
}

/** The revision of an article with this number, or its present one, which must exist. */
export function revisionIn(article: ArticleRecord, number: number | null): RevisionOf {
  const found = revisionsIn(article).find((one) => number === null || one.number === number);
  if (found === undefined) throw new Error(`The article "${article.slug}" has no revision ${number}.`);
  return found;
}

const TextChangeKind = closedSet<TextChangeRecord['kind']>('TextChangeKind', 'Which of two texts has some words.', {
  KEPT: 'Both have them.',
  REMOVED: 'Only the text that is compared from has them.',
  ADDED: 'Only the text that is compared to has them.',
});

export const TextChange = builder.objectRef<TextChangeRecord>('TextChange');

TextChange.implement({
  description: 'A part of the difference of two texts: words that both have, or only one of them.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TextChangeKind, description: 'Which of the two texts has these words.' }),
    text: t.exposeString('text', { description: 'The words, with white space and line breaks as in the text.' }),
  }),
});

/** What changed between two texts of an article. Throws the public error if it has no such text. */
export function differenceOf(
  { store }: Context,
  article: ArticleRecord,
  given: { readonly from: number; readonly to: number | null | undefined },
): Awaitable<readonly TextChangeRecord[]> {
  const from = existing(article, 'from', given.from);
  const to = existing(article, 'to', given.to ?? newest(article));
  if (from === to) {
    const name = nameOf({ ...revisionIn(article, from), of: article });
    return andThen(store.text(name), ({ text }) => [{ kind: 'KEPT', text }]);
  }
  const [earlier, later] = [Math.min(from, to), Math.max(from, to)];
  const textOf = (number: number) => store.text(nameOf({ ...revisionIn(article, number), of: article }));
  return andThen(allOf([textOf(earlier), textOf(later)]), ([one, other]) =>
    andThen(store.difference(article.slug, earlier, later), (difference) => {
      const changes = withWords(difference, one?.text ?? '', other?.text ?? '');
      return from < to ? changes : reversed(changes);
    }),
  );
}

function existing(article: ArticleRecord, argument: string, number: number): number {
  const limit = newest(article);
  if (number >= 1 && number <= limit) return number;
  const known = limit === 1 ? 'only revision 1' : `revisions 1 to ${limit}`;
  throw publicError(
    'INVALID_ARGUMENT',
    `"${argument}" is ${number}, and the article has ${known}. Give one of these.`,
    {
      actual: number,
      limit,
    },
  );
}

/** In which revisions of its article something stands. */
export function standingFields<Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>,
  assertedOf: (parent: Parent) => Asserted,
) {
  /** The revision that is so many after the last one that has it; null if the present one has it. */
  const afterLast = (parent: Parent, steps: 0 | 1, context: Context) => {
    const { article, standing } = assertedOf(parent);
    const last = standing?.until ?? null;
    if (last === null) return null;
    return andThen(load(context, 'Article', article), (of) => {
      // As of an earlier day it may still have stood.
      return last < newest(of) ? revisionIn(of, last + steps) : null;
    });
  };
  return {
    since: t.field({
      type: Revision,
      description: 'The first text of its article that has it: revision 1, unless the publisher added it later.',
      resolve: (parent, _, context) => {
        const { article, standing } = assertedOf(parent);
        return andThen(load(context, 'Article', article), (of) => revisionIn(of, standing?.since ?? 1));
      },
    }),
    until: t.field({
      type: Revision,
      nullable: true,
      description: 'The last text of its article that has it; null if the present text has it.',
      resolve: (parent, _, context) => afterLast(parent, 0, context),
    }),
    removedBy: t.field({
      type: Revision,
      nullable: true,
      description:
        'The first text of its article that has it no longer: its `date`, `reason` and `correction` say when and why, and what the publisher says about it. Null if the present text has it.',
      resolve: (parent, _, context) => afterLast(parent, 1, context),
    }),
  };
}

/** What earlier texts say of a thing and no later text of the same article says, the newest first. */
export function formerly<T extends Assertion['type']>(
  { store }: Context,
  slug: Slug,
  type: T,
): Awaitable<readonly Extract<Assertion, { readonly type: T }>[]> {
  return andThen(store.history(slug), (history) => {
    const found = (history?.assertions ?? []).filter(
      (assertion): assertion is Extract<Assertion, { readonly type: T }> =>
        assertion.type === type && isFormer(assertion),
    );
    return andThen(allOf(found.map(({ article }) => store.get('Article', article))), (articles) =>
      // As of an earlier day some of it may still have stood, and some articles were not there yet.
      found.filter(({ standing }, index) => {
        const article = articles[index] ?? null;
        return article !== null && (standing?.until ?? Infinity) < newest(article);
      }),
    );
  });
}
