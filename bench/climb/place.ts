/** Places: the parts of a document that can be changed, and the changes themselves. */
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Attempt } from '../attempt.ts';

/** A selection, and its type. */
export interface SelectionPlace {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** A field of the schema, and its parent type. */
export interface FieldPlace {
  readonly field: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: GraphQLCompositeType;
}

/** All selections with a type of the schema. */
export function selectionsIn(document: DocumentNode, schema: GraphQLSchema): readonly SelectionPlace[] {
  const found: SelectionPlace[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet(set) {
        const type = info.getParentType();
        if (type) found.push({ set, type });
      },
    }),
  );
  return found;
}

/** All fields that are in the schema. */
export function fieldsIn(document: DocumentNode, schema: GraphQLSchema): readonly FieldPlace[] {
  const found: FieldPlace[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(field) {
        const [definition, type] = [info.getFieldDef(), info.getParentType()];
        if (definition && type) found.push({ field, definition, type });
      },
    }),
  );
  return found;
}

/** All nodes of a kind. */
export function nodesOf<K extends Kind>(document: ASTNode, kind: K): readonly Extract<ASTNode, { kind: K }>[] {
  const found: Extract<ASTNode, { kind: K }>[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === kind) found.push(node as Extract<ASTNode, { kind: K }>);
    },
  });
  return found;
}

/** The attempt with one node replaced, or removed if the new one is null. */
export function replaceIn(attempt: Attempt, target: ASTNode, replacement: ASTNode | null): Attempt {
  // On leave, not on enter: the new node may contain the old one, and would be visited as well.
  const leave = (node: ASTNode) => (node === target ? replacement : undefined);
  return { ...attempt, document: visit(attempt.document, { leave }) };
}

/** The attempt with these selections instead of all the old ones. */
export function selectIn(attempt: Attempt, set: SelectionSetNode, selections: readonly SelectionNode[]): Attempt {
  return replaceIn(attempt, set, { ...set, selections });
}

export function nameOf(value: string): { readonly kind: Kind.NAME; readonly value: string } {
  return { kind: Kind.NAME, value };
}

/** The response name of a field. */
export function answeredName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
