/** Case: a schema, a valid document, and some rounds of executing it. A seed and a number determine it. */
import {
  type DocumentNode,
  type GraphQLInputType,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { Chance } from './chance.ts';
import { drawDocument } from './document.ts';
import { drawRight, drawWrong } from './input.ts';
import { makeWorld, type World } from './schema.ts';
import type { Mood } from './trial.ts';

export interface Case {
  readonly seed: number;
  readonly number: number;
  readonly world: World;
  readonly source: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** Null if there is no such operation, or if a name is needed and missing. */
  readonly operation: OperationDefinitionNode | null;
  /** The same document again, with other variables and other data. */
  readonly rounds: readonly Round[];
  /** How many invalid documents were drawn before it. */
  readonly invalid: number;
}

export interface Round {
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly mood: Mood;
}

/** The number of schemas for all cases of a seed. */
const WORLDS = 48;
const MOST_ROUNDS = 3;

/** Returns a function that makes the cases of a seed. The schemas are made once. */
export function openCases(seed: number): (number: number) => Case {
  const worlds = new Map<number, World>();
  const worldOf = (number: number) => {
    const world = worlds.get(number) ?? makeWorld(seed, number);
    worlds.set(number, world);
    return world;
  };
  return (number) => drawCase(seed, number, worldOf(number % WORLDS));
}

function drawCase(seed: number, number: number, world: World): Case {
  for (let invalid = 0; invalid < 1000; invalid++) {
    const chance = new Chance(`case ${seed} ${number} ${invalid}`);
    const { source, operationName } = drawDocument(chance, world.schema);
    const document = parse(source);
    if (validate(world.schema, document, undefined, { maxErrors: 1 }).length > 0) continue;
    const operation = findOperation(document, operationName);
    const rounds = Array.from({ length: 1 + chance.below(MOST_ROUNDS) }, (_, round) =>
      drawRound(chance, world, operation, `${seed} ${number} ${round}`),
    );
    return { seed, number, world, source, document, operationName, operation, rounds, invalid };
  }
  throw new Error(`Case ${number} of seed ${seed} has no valid document.`);
}

/** 6.1 GetOperation. */
function findOperation({ definitions }: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name !== null) return operations.find((operation) => operation.name?.value === name) ?? null;
  return operations.length === 1 ? operations[0]! : null;
}

function drawRound(chance: Chance, world: World, operation: OperationDefinitionNode | null, seed: string): Round {
  return {
    variables: drawVariables(chance, world, operation),
    mood: {
      seed,
      schema: world.schema,
      isAsync: chance.is(0.4),
      trouble: chance.pick([0, 0, 0.02, 0.05, 0.15, 0.4]),
      absence: chance.pick([0, 0.05, 0.1, 0.3]),
      root: chance.weighted([
        [2, 'nothing'],
        [1, 'null'],
        [6, 'thing'],
        [2, 'record'],
        [0.5, 'text'],
      ]),
    },
  };
}

function drawVariables(chance: Chance, { schema }: World, operation: OperationDefinitionNode | null) {
  const values: [string, unknown][] = [];
  // One mistake is enough for nothing to be executed, so most rounds have none.
  const mistakes = chance.is(0.12) ? 0.3 : 0;
  for (const { variable, type: node, defaultValue } of operation?.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node) as GraphQLInputType;
    if (!isInputType(type)) continue;
    const isOptional = node.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined;
    if (chance.is(isOptional ? 0.25 : mistakes / 2)) continue;
    const isNullable = node.kind !== Kind.NON_NULL_TYPE;
    const value = chance.is(mistakes)
      ? drawWrong(chance, type)
      : isNullable && chance.is(0.03)
        ? undefined
        : drawRight(chance, type);
    values.push([variable.name.value, value]);
  }
  if (chance.is(0.1)) values.push([chance.pick(['unknown', 'toString']), 1]);
  return values.length === 0 && chance.is(0.5) ? chance.pick([null, undefined]) : Object.fromEntries(values);
}
