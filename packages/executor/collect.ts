/** Collects the fields of a selection, each once: GraphQL (September 2025), 6.3.2, Field Collection. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLDirective,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { Operation } from './operation.ts';

type VariableValues = Readonly<Record<string, unknown>>;

/** The nodes of each field by its response name, in response order. */
type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The merged fields of these selection sets for an object of the type. Throws if a `@skip` or `@include` has no value.
 */
export function collectFields(
  operation: Operation,
  variableValues: VariableValues,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of selectionSets) visit(set);
  return fields;

  function visit({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD && visited.has(selection.name.value)) continue;
      if (!isIncluded(selection, variableValues)) continue;
      switch (selection.kind) {
        case Kind.FIELD: {
          const name = selection.alias?.value ?? selection.name.value;
          const nodes = fields.get(name);
          if (nodes) nodes.push(selection);
          else fields.set(name, [selection]);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          if (applies(operation, selection, type)) visit(selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          visited.add(selection.name.value);
          const fragment = operation.fragments[selection.name.value];
          if (fragment && applies(operation, fragment, type)) visit(fragment.selectionSet);
        }
      }
    }
  }
}

/** 3.13.1 and 3.13.2: either directive can exclude the selection. */
function isIncluded(node: SelectionNode, variableValues: VariableValues): boolean {
  if (!node.directives?.length) return true;
  const given = (directive: GraphQLDirective) => getDirectiveValues(directive, node, variableValues)?.if;
  return given(GraphQLSkipDirective) !== true && given(GraphQLIncludeDirective) !== false;
}

/** DoesFragmentTypeApply(). */
function applies(
  { schema }: Operation,
  { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
