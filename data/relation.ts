/** Relations: how one statement stands to another, and the fields of the graph that ask for each kind. */
import type { Slug, Statement, StatementRelation, StatementRelationKind } from './model.ts';

/** For each kind, the field with the statements that one relates to, and the field with those that relate to it. */
export const RELATION_FIELDS = {
  DENIES: { to: 'denies', by: 'deniedBy' },
  REPEATS: { to: 'repeats', by: 'repeatedBy' },
  CORRECTS: { to: 'corrects', by: 'correctedBy' },
  RETRACTS: { to: 'retracts', by: 'retractedBy' },
  ANSWERS: { to: 'answers', by: 'answeredBy' },
} as const satisfies { readonly [K in StatementRelationKind]: { readonly to: string; readonly by: string } };

/** The statements that it denies, repeats and so on, each once. */
export function relatedTo(statement: Pick<Statement, 'slug' | 'relations'>, kind: StatementRelationKind): Slug[] {
  return ends(statement, kind, 'from', 'to');
}

/** The statements that deny it, repeat it and so on, each once. */
export function relatedBy(statement: Pick<Statement, 'slug' | 'relations'>, kind: StatementRelationKind): Slug[] {
  return ends(statement, kind, 'to', 'from');
}

type End = keyof Pick<StatementRelation, 'from' | 'to'>;

function ends(
  { slug, relations }: Pick<Statement, 'slug' | 'relations'>,
  kind: StatementRelationKind,
  own: End,
  other: End,
): Slug[] {
  const found = relations.filter((relation) => relation.kind === kind && relation[own] === slug);
  return [...new Set(found.map((relation) => relation[other]))];
}
