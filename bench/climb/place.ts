/** Places: where something of a document can be changed, and the document with something changed there. */
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

/** A selection, and the type that it is of. */
export interface SelectionPlace {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** A field that the schema has, and the type that has it. */
export interface FieldPlace {
  readonly field: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: GraphQLCompositeType;
}

/** All selections of types that the schema has. */
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

/** All fields that the schema has. */
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

/** The attempt with another node in the place of one; without it where that is null. */
export function replaceIn(attempt: Attempt, target: ASTNode, replacement: ASTNode | null): Attempt {
  // Not where it is entered: what stands there then may have the old node in it, and is looked through as well.
  const leave = (node: ASTNode) => (node === target ? replacement : undefined);
  return { ...attempt, document: visit(attempt.document, { leave }) };
}

/** The attempt with these in the place of all that was selected. */
export function selectIn(attempt: Attempt, set: SelectionSetNode, selections: readonly SelectionNode[]): Attempt {
  return replaceIn(attempt, set, { ...set, selections });
}

export function nameOf(value: string): { readonly kind: Kind.NAME; readonly value: string } {
  return { kind: Kind.NAME, value };
}

/** The name under which a field is answered. */
export function answeredName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
