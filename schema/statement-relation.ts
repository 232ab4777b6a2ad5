/** Statement to statement: which one it is inside, which ones deny it, repeat it and so on, and which have its words. */
import { STATEMENT_RELATION_KIND_MEANINGS } from '../data/meaning.ts';
import {
  MOST_ECHOES,
  STATEMENT_RELATION_KINDS,
  type Statement as StatementRecord,
  type StatementRelationKind,
  type StatementRelation as StatementRelationRecord,
} from '../data/model.ts';
import { RELATION_FIELDS, relatedBy, relatedTo } from '../data/relation.ts';
import { Article } from './article.ts';
import { builder, closedSet, type SchemaTypes } from './builder.ts';
import { Evidence } from './evidence.ts';
import { load, loadIfNamed } from './node.ts';
import { Statement, statementList } from './statement.ts';

const StatementRelationKindEnum = closedSet(
  'StatementRelationKind',
  'How one statement stands to another.',
  STATEMENT_RELATION_KIND_MEANINGS,
);

const StatementRelation = builder.objectRef<StatementRelationRecord>('StatementRelation');

StatementRelation.implement({
  description:
    'How one statement stands to another: `from` denies, repeats, corrects, retracts or answers `to`. An article says so, as an editor read it, or the two have the same words.',
  fields: (t) => ({
    kind: t.expose('kind', { type: StatementRelationKindEnum, description: 'How `from` stands to `to`.' }),
    from: t.field({
      type: Statement,
      description: 'The statement that denies, repeats, corrects, retracts or answers the other.',
      resolve: ({ from }, _, context) => load(context, 'Statement', from),
    }),
    to: t.field({
      type: Statement,
      description: 'The statement that is denied, repeated, corrected, retracted or answered.',
      resolve: ({ to }, _, context) => load(context, 'Statement', to),
    }),
    article: t.field({
      type: Article,
      nullable: true,
      description: 'The article that says so; null if and only if `isDerived`.',
      resolve: ({ article }, _, context) => loadIfNamed(context, 'Article', article),
    }),
    evidence: t.expose('evidence', {
      type: [Evidence],
      description:
        'The words that say so, in the order of the text. Empty if the editor quoted none. If `isDerived`, the content of `from`: the words said again.',
    }),
    isDerived: t.exposeBoolean('isDerived', {
      description:
        'True if no editor linked the two: `REPEATS` is found by comparing. The same speakers are quoted with the same words, or nearly (see `echoes`), in articles of different days. If no article gives a date of the saying, it may be one that two articles print.',
    }),
  }),
});

/** What each kind is called in a description: "that it denies", "that deny it". */
const PHRASES = {
  DENIES: { to: 'that it denies', by: 'that deny it' },
  REPEATS: { to: 'that it says again', by: 'that say it again' },
  CORRECTS: { to: 'that it corrects', by: 'that correct it' },
  RETRACTS: { to: 'that it takes back', by: 'that take it back' },
  ANSWERS: { to: 'that it replies to', by: 'that reply to it' },
} as const satisfies { readonly [K in StatementRelationKind]: { readonly to: string; readonly by: string } };

type Fields = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, StatementRecord>;

/** A list of the statements at the other end. */
function relatedField(
  t: Fields,
  kind: StatementRelationKind,
  phrase: string,
  related: (statement: StatementRecord, kind: StatementRelationKind) => readonly string[],
) {
  const source =
    kind === 'REPEATS'
      ? 'as an editor linked them or as their words show (see `relations`)'
      : 'as an editor linked them';
  return t.field({
    type: [Statement],
    description: `The statements ${phrase}, ${source}.${kind === 'DENIES' ? '' : ' By slug.'}`,
    resolve: (statement, _, context) => related(statement, kind).map((slug) => load(context, 'Statement', slug)),
  });
}

builder.objectFields(Statement, (t) => ({
  attributedTo: t.field({
    type: Statement,
    nullable: true,
    description:
      'The statement that it is inside, as in "X said that Y said"; null if the article itself says that it was said.',
    resolve: ({ quotes }, _, context) => loadIfNamed(context, 'Statement', quotes[0]?.attributedTo ?? null),
  }),
  statements: statementList.field(
    t,
    'The statements made inside it: what Y said in "X said that Y said".',
    ({ slug }) => ({ attributedTo: [slug] }),
  ),
  ...Object.fromEntries(
    STATEMENT_RELATION_KINDS.flatMap((kind) => [
      [RELATION_FIELDS[kind].to, relatedField(t, kind, PHRASES[kind].to, relatedTo)],
      [RELATION_FIELDS[kind].by, relatedField(t, kind, PHRASES[kind].by, relatedBy)],
    ]),
  ),
  echoes: t.field({
    type: [Statement],
    description: `Statements in other articles with the same words, or nearly, so that you see one quote in ten papers as one. They are compared word by word, ignoring case and diacritics. By slug, at most ${MOST_ECHOES}.`,
    resolve: ({ echoes }, _, context) => echoes.map((slug) => load(context, 'Statement', slug)),
  }),
  relations: t.field({
    type: [StatementRelation],
    description:
      'How it stands to other statements and they to it, with the words that say so. By kind, then by the slugs of `from` and `to`.',
    args: {
      kinds: t.arg({ type: [StatementRelationKindEnum], description: 'Only these kinds; all if left out.' }),
    },
    resolve: ({ relations }, { kinds }) => relations.filter(({ kind }) => kinds == null || kinds.includes(kind)),
  }),
}));
