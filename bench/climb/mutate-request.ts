/** Mutations of the request: its operations, variables, directives, and insignificant text. */
import {
  astFromValue,
  type ConstValueNode,
  type DirectiveNode,
  getNullableType,
  Kind,
  type OperationDefinitionNode,
  parseType,
  type TypeNode,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { type Attempt, operationOf } from '../attempt.ts';
import { drawName } from './grow.ts';
import { fieldsIn, nameOf, nodesOf, replaceIn } from './place.ts';
import type { Mutation } from './world.ts';

/** Replaces the literal value of an argument by a variable. */
export const intoVariable: Mutation = (attempt, world, random) => {
  const places = fieldsIn(attempt.document, world.schema).flatMap(({ field, definition }) =>
    (field.arguments ?? []).flatMap((argument) => {
      const type = definition.args.find(({ name }) => name === argument.name.value)?.type;
      return type && nodesOf(argument.value, Kind.VARIABLE).length === 0 ? [{ argument, type }] : [];
    }),
  );
  if (places.length === 0) return null;
  const { argument, type } = random.pick(places);
  const value = valueFromASTUntyped(argument.value);
  const name = drawName(random);
  const changed = replaceIn(attempt, argument, { ...argument, value: variable(name) });
  return declare(changed, name, parseType(String(type), { noLocation: true }), value);
};

/** Replaces a variable by its literal value. */
export const intoLiteral: Mutation = (attempt, world, random) => {
  const used = nodesOf(attempt.document, Kind.ARGUMENT).filter(({ value }) => value.kind === Kind.VARIABLE);
  const definitions = operationOf(attempt)?.variableDefinitions ?? [];
  if (used.length === 0) return null;
  const argument = random.pick(used);
  const name = argument.value.kind === Kind.VARIABLE ? argument.value.name.value : '';
  const definition = definitions.find((candidate) => candidate.variable.name.value === name);
  const type = definition && typeFromAST(world.schema, definition.type as never);
  const value = type ? astFromValue(attempt.variables[name], getNullableType(type) as never) : null;
  return value ? replaceIn(attempt, argument, { ...argument, value: value as ConstValueNode }) : null;
};

/** `@include` or `@skip` with a variable, on one selection or on many. */
export const addDirectives: Mutation = (attempt, _, random) => {
  const fields = nodesOf(attempt.document, Kind.FIELD);
  if (fields.length === 0) return null;
  const times = Math.min(fields.length, random.pick([1, 1, 8, 40]));
  const [directiveName, value] = random.chance(0.5) ? ['include', true] : ['skip', random.chance(0.2)];
  let changed = attempt;
  for (let left = times; left > 0; left--) {
    const name = drawName(random);
    const field = random.pick(nodesOf(changed.document, Kind.FIELD));
    const directive: DirectiveNode = {
      kind: Kind.DIRECTIVE,
      name: nameOf(`${directiveName}`),
      arguments: [{ kind: Kind.ARGUMENT, name: nameOf('if'), value: variable(name) }],
    };
    const others = (field.directives ?? []).filter((other) => other.name.value !== directiveName);
    changed = replaceIn(changed, field, { ...field, directives: [...others, directive] });
    changed = declare(changed, name, parseType('Boolean!', { noLocation: true }), value);
  }
  return changed;
};

/** Adds operations next to the one that is executed. */
export const addOperation: Mutation = (attempt, _, random) => {
  const asked = operationOf(attempt);
  if (asked === undefined) return null;
  const name = asked.name?.value ?? drawName(random);
  const named = replaceIn(attempt, asked, { ...asked, name: nameOf(name) });
  const own = random.pick(nodesOf(attempt.document, Kind.OPERATION_DEFINITION));
  const others = Array.from(
    { length: random.pick([1, 1, 4]) },
    (): OperationDefinitionNode => ({ ...own, name: nameOf(drawName(random)) }),
  );
  const { document } = named;
  return {
    ...named,
    operationName: name,
    document: { ...document, definitions: [...document.definitions, ...others] },
  };
};

/** Empty lines or a comment before the document. */
export const addNothing: Mutation = (attempt, _, random) => ({
  ...attempt,
  before: random.pick([
    () => '',
    () => '\n'.repeat(random.pick([10, 500, 980])),
    () => '\r\n'.repeat(random.pick([10, 500, 980])),
    () => `#${random.pick(['x', '中', ' ']).repeat(random.pick([100, 10_000, 30_000]))}\n`,
    () => ',\ufeff '.repeat(random.pick([10, 1000, 15_000])),
  ])(),
});

/** Asks for the cost in the answer, or no longer. */
export const toggleCost: Mutation = (attempt) => ({ ...attempt, reportsCost: !attempt.reportsCost });

/** Values for undeclared variables. */
export const addValues: Mutation = (attempt, _, random) => ({
  ...attempt,
  variables: { ...attempt.variables, [drawName(random)]: 'x'.repeat(random.pick([10, 1000, 50_000])) },
});

function variable(name: string): ValueNode {
  return { kind: Kind.VARIABLE, name: nameOf(name) };
}

/** Declares it in every operation: any of them may use it through a fragment. */
function declare(attempt: Attempt, name: string, type: TypeNode, value: unknown): Attempt {
  const definition: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameOf(name) },
    type,
  };
  const { document } = attempt;
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] }
      : node,
  );
  return { ...attempt, document: { ...document, definitions }, variables: { ...attempt.variables, [name]: value } };
}
