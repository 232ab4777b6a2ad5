/** Operation: an operation to execute, with everything that is the same for each execution. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables used in `@skip` and `@include`. Which fields are included depends on these alone. */
  readonly switches: readonly string[];
}

/**
 * The operation with the name or, without a name, the only operation: GraphQL (September 2025), 6.1, GetOperation().
 * Null if there is no such operation.
 */
export function findOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null | undefined,
): Operation | null {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION && (name == null || definition.name?.value === name)) {
      operations.push(definition);
    }
  }
  const [node, ...others] = operations;
  if (node === undefined || others.length > 0) return null;
  refuseCycles(fragments);
  return { schema, node, fragments, switches: findSwitches(node, fragments) };
}

/** GraphQL (September 2025), 5.5.2.2, Fragment Spreads Must Not Form Cycles: executing a cycle might never end. */
function refuseCycles(fragments: Operation['fragments']): void {
  const open = new Set<string>();
  const done = new Set<string>();
  const follow = (name: string): void => {
    const fragment = fragments[name];
    if (fragment === undefined || done.has(name)) return;
    if (open.has(name)) throw new Error(`The fragment "${name}" contains itself.`);
    open.add(name);
    visit(fragment, { FragmentSpread: ({ name: inner }) => follow(inner.value) });
    open.delete(name);
    done.add(name);
  };
  for (const name of Object.keys(fragments)) follow(name);
}

function findSwitches(operation: OperationDefinitionNode, fragments: Operation['fragments']): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      Directive({ name, arguments: given = [] }) {
        if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
      FragmentSpread({ name }) {
        const fragment = fragments[name.value];
        if (!fragment || seen.has(name.value)) return;
        seen.add(name.value);
        look(fragment);
      },
    });
  };
  look(operation);
  return [...names];
}
