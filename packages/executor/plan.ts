/**
 * Plan: an operation as closures over the schema. A selection is planned when the first object needs it, and only once
 * wherever the same fields are selected on the same type, so that nested fragments do not multiply.
 */
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  OperationTypeNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields } from './collect.ts';
import { ExecutionEnd, type WatchedField, type Weigh } from './end.ts';
import { planField } from './field.ts';
import type { Operation } from './operation.ts';
import type { Run } from './run.ts';
import { type ExecuteSelection, executeInTurn, executeTogether, type PlannedStep } from './selection.ts';

export interface Plan {
  /** Returns the root selection of the operation. Throws if a `@skip` or `@include` in it has no value. */
  readonly root: (run: Run) => ExecuteSelection;
  /** How much is planned so far: one for each field of each type that was executed, and one for the plan itself. */
  readonly size: () => number;
}

/** The parts of an operation that are planned so far, for one combination of its switches. */
interface Planned {
  readonly operation: Operation;
  readonly selections: Map<string, ExecuteSelection>;
  readonly numbers: Map<FieldNode, number>;
  fields: number;
  readonly weigh: Weigh;
}

/** Plans an operation for the switches of the first run; use it only for runs with the same ones. */
export function openPlan(operation: Operation, rootType: GraphQLObjectType, weigh: Weigh): Plan {
  const planned: Planned = { operation, selections: new Map(), numbers: new Map(), fields: 0, weigh };
  const execute = operation.node.operation === OperationTypeNode.MUTATION ? executeInTurn : executeTogether;
  let known: ExecuteSelection | undefined;
  return {
    root(run) {
      known ??= execute(planFields(planned, rootType, [operation.node.selectionSet], run), 0);
      return known;
    },
    size: () => planned.fields + 1,
  };
}

function planSelection(
  planned: Planned,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  run: Run,
): ExecuteSelection {
  const key = [type.name, ...nodes.map((node) => numberOf(planned, node))].join();
  const known = planned.selections.get(key);
  if (known) return known;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  // The root has the number 0.
  const slot = planned.selections.size + 1;
  const selection = executeTogether(planFields(planned, type, sets, run), slot);
  planned.selections.set(key, selection);
  return selection;
}

function planFields(
  planned: Planned,
  parentType: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { variableValues }: Run,
): readonly PlannedStep[] {
  const steps: PlannedStep[] = [];
  for (const [key, nodes] of collectFields(planned.operation, variableValues, parentType, sets)) {
    const [node] = nodes;
    if (node === undefined) continue;
    const definition = findDefinition(planned, parentType, node.name.value) ?? endAt(parentType, node);
    const watched: WatchedField = { slot: planned.fields++, node, weight: planned.weigh(definition, parentType) };
    const execute = planField({
      parentType,
      definition,
      key,
      nodes,
      watched,
      planSelection: (type, run) => planSelection(planned, type, nodes, run),
    });
    steps.push({ key, watched, execute });
  }
  return steps;
}

/** graphql-js silently omits a field that does not exist. Validation rejects it, so here it ends the execution. */
function endAt({ name }: GraphQLObjectType, node: FieldNode): never {
  throw new ExecutionEnd(
    new GraphQLError(`Cannot execute field "${node.name.value}": type "${name}" has no such field.`),
  );
}

/** The definition of a field, including the meta-fields of introspection: GraphQL (September 2025), 4.1 and 4.2. */
function findDefinition(
  { operation: { schema } }: Planned,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function numberOf({ numbers }: Planned, node: FieldNode): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  numbers.set(node, numbers.size);
  return numbers.size - 1;
}
