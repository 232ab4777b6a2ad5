/** Schema: random schemas with all kinds of types, whose resolvers do what their trial says. */
import {
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
} from 'graphql';
import { Chance } from './chance.ts';
import { configOf, drawField, type Field, narrow, propertiesOf } from './field.ts';
import { BUILT_IN, makeInputs } from './input.ts';
import { makeIsTypeOf, makeResolveType, typenameOf } from './kind.ts';
import { makeEnum, makeScalars } from './scalar.ts';
import { makeThingClass, type ThingClass } from './thing.ts';
import type { Trial } from './trial.ts';

export interface World {
  readonly schema: GraphQLSchema;
  readonly classes: ReadonlyMap<string, ThingClass>;
}

/** The same seed and number result in the same schema. */
export function makeWorld(seed: number, number: number): World {
  const chanceOf = (name: string) => new Chance(`schema ${seed} ${number} ${name}`);
  const classes = new Map<string, ThingClass>();
  const enums = ['E0', 'E1'].map((name) => makeEnum(name, chanceOf(name)));
  const leaves = [...BUILT_IN, ...makeScalars(), ...enums];
  const inputs: readonly GraphQLInputType[] = [...leaves, ...makeInputs(leaves, chanceOf)];
  const chance = chanceOf('kinds');

  const interfaces: GraphQLInterfaceType[] = INTERFACES.map(
    ({ name, implemented }) =>
      new GraphQLInterfaceType({
        name,
        interfaces: () => interfaces.filter((other) => implemented.includes(other.name)),
        fields: () => fieldMap(interfaceFields(name)),
        ...(chance.is(0.6) && { resolveType: makeResolveType(name) }),
      }),
  );
  const objects = ['Query', 'Mutation', 'T0', 'T1', 'T2', 'T3', 'T4'].map((name, at) => {
    const implemented = implementedBy(name, at, chance);
    const hasTypename = chance.is(0.5);
    const own = lazy(() => objectFields(name, implemented));
    return new GraphQLObjectType<unknown, Trial>({
      name,
      interfaces: () => interfaces.filter((other) => implemented.includes(other.name)),
      fields: () => {
        const properties = propertiesOf(own(), classes);
        classes.set(name, makeThingClass({ ...properties, ...(hasTypename && { __typename: typenameOf }) }));
        return fieldMap(own());
      },
      ...((!hasTypename || chance.is(0.4)) && { isTypeOf: makeIsTypeOf(name) }),
    });
  });
  const [query, mutation, ...others] = objects;
  const unions = ['U0', 'U1'].map(
    (name) =>
      new GraphQLUnionType({
        name,
        types: chance.some(others, 1 + chance.below(3)),
        ...(chance.is(0.6) && { resolveType: makeResolveType(name) }),
      }),
  );

  const composites = [query!, ...others, ...others, ...interfaces, ...interfaces, ...unions, ...unions];
  // Half of all fields have leaves.
  const outputs: readonly GraphQLOutputType[] = [...composites, ...leaves, ...leaves];
  const common = lazy(() => {
    const names = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'toString'];
    return names.map((name) => drawField(chanceOf(name), name, { outputs, inputs }));
  });
  function interfaceFields(name: string): readonly Field[] {
    const { implemented } = INTERFACES.find((candidate) => candidate.name === name)!;
    const own = ['a', 'b'].map((end) => {
      const field = `${name.toLowerCase()}${end}`;
      return drawField(chanceOf(field), field, { outputs, inputs });
    });
    return [...implemented.flatMap(interfaceFields), ...own];
  }
  function objectFields(name: string, implemented: readonly string[]): readonly Field[] {
    const chance = chanceOf(name);
    const inherited = new Map(implemented.flatMap(interfaceFields).map((field) => [field.name, narrow(chance, field)]));
    const own = ['f0', 'f1', 'f2', 'f3', 'f4'].slice(0, 2 + chance.below(4));
    return [
      ...inherited.values(),
      ...chance.some(common(), 3 + chance.below(5)),
      ...own.map((field) => drawField(chance, field, { outputs, inputs })),
    ];
  }
  function fieldMap(fields: readonly Field[]) {
    return Object.fromEntries(fields.map((field) => [field.name, configOf(field, classes)]));
  }

  const schema = new GraphQLSchema({ query: query!, mutation: mutation!, types: [...objects, ...unions] });
  return { schema, classes };
}

/** `I1` implements `I0`, `I3` both. */
const INTERFACES: readonly { readonly name: string; readonly implemented: readonly string[] }[] = [
  { name: 'I0', implemented: [] },
  { name: 'I1', implemented: ['I0'] },
  { name: 'I2', implemented: [] },
  { name: 'I3', implemented: ['I0', 'I1'] },
];

/** Each interface has at least one type, so that it has values. */
function implementedBy(name: string, at: number, chance: Chance): readonly string[] {
  const chosen = INTERFACES.filter((_, index) => index + 2 === at || (name !== 'Mutation' && chance.is(0.25)));
  return [...new Set(chosen.flatMap(({ name: own, implemented }) => [...implemented, own]))];
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
