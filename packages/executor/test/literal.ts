/** Literal: random argument values in document syntax, with variables wherever they are allowed. */
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Chance } from './chance.ts';

/** The variables of the document so far. */
export interface Variables {
  readonly chance: Chance;
  /** Declarations by name: `Int! = 5`. */
  readonly declared: Map<string, string>;
  /** The variables used in the current part of the document. */
  uses: Set<string>;
}

/** The position of a value. */
export interface Place {
  readonly type: GraphQLInputType;
  /** Whether it has its own default, which allows a nullable variable in a non-null position. */
  readonly hasDefault: boolean;
  /** The probability of a variable here: 0 in defaults of variables. */
  readonly variable: number;
  readonly depth: number;
}

export function writeLiteral(variables: Variables, place: Place): string {
  const { chance } = variables;
  const { type, variable } = place;
  if (chance.is(variable)) return useVariable(variables, place);
  if (isNonNullType(type)) return writePresent(variables, { ...place, type: type.ofType });
  return chance.is(0.06) ? 'null' : writePresent(variables, place);
}

function writePresent(variables: Variables, place: Place): string {
  const { chance } = variables;
  const { type, depth } = place;
  const inner = { ...place, hasDefault: false, depth: depth + 1, variable: place.variable === 0 ? 0 : 0.3 };
  if (isNonNullType(type)) return writePresent(variables, { ...place, type: type.ofType });
  if (isListType(type)) {
    if (chance.is(0.15)) return writePresent(variables, { ...place, type: type.ofType });
    const items = Array.from({ length: chance.few(4) }, () => writeLiteral(variables, { ...inner, type: type.ofType }));
    return `[${items.join(', ')}]`;
  }
  if (isEnumType(type)) return chance.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return writeScalar(variables, type.name, place.variable);
  const fields = Object.values(type.getFields());
  if (type.isOneOf) {
    const leaves = fields.filter((field) => !isInputObjectType(field.type));
    const field = chance.pick(depth > 1 && leaves.length > 0 ? leaves : fields);
    if (depth > 6) return '{}';
    if (chance.is(inner.variable)) {
      return `{${field.name}: ${useVariable(variables, { ...inner, type: field.type }, `${field.type}!`)}}`;
    }
    return `{${field.name}: ${writePresent(variables, { ...inner, type: field.type })}}`;
  }
  const chosen = fields.filter(
    (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || chance.is(depth > 1 ? 0.15 : 0.5),
  );
  const written = chosen.map(({ name, type: fieldType, defaultValue }) => {
    return `${name}: ${writeLiteral(variables, { ...inner, type: fieldType, hasDefault: defaultValue !== undefined })}`;
  });
  return `{${chance.some(written, written.length).join(', ')}}`;
}

/** An existing or new variable that is allowed here, often of a different type than the position. */
function useVariable(variables: Variables, place: Place, declaration = drawDeclaration(variables, place)): string {
  const { chance, declared, uses } = variables;
  const alike = [...declared].filter(([, other]) => other === declaration).map(([name]) => name);
  const name = alike.length > 0 && chance.is(0.5) ? chance.pick(alike) : nameVariable(variables);
  declared.set(name, declaration);
  uses.add(name);
  return `$${name}`;
}

/** 5.8.5 All Variable Usages Are Allowed: stricter types, and nullable ones if there is a default. */
function drawDeclaration(variables: Variables, place: Place): string {
  const { chance } = variables;
  const { type, hasDefault } = place;
  const withDefault = (declared: GraphQLInputType) =>
    `${declared} = ${writeLiteral(variables, { type: declared, hasDefault: false, variable: 0, depth: 2 })}`;
  if (!isNonNullType(type)) {
    return chance.weighted([
      [5, `${type}`],
      [2, `${type}!`],
      [3, withDefault(type)],
    ]);
  }
  const notNull = writePresent(variables, { ...place, variable: 0, depth: 2 });
  return chance.weighted([
    [4, `${type}`],
    [3, `${type.ofType} = ${notNull}`],
    [1, `${type} = ${notNull}`],
    [hasDefault ? 4 : 0, `${type.ofType}`],
  ]);
}

function nameVariable({ chance, declared }: Variables): string {
  const odd = chance.pick(['toString', '__proto__', 'constructor', 'hasOwnProperty']);
  return chance.is(0.05) && !declared.has(odd) ? odd : `v${declared.size}`;
}

function writeScalar(variables: Variables, name: string, variable: number): string {
  const { chance, declared, uses } = variables;
  switch (name) {
    case 'Int':
      return chance.pick(['0', '1', '-7', '2147483647']);
    case 'Float':
      return chance.pick(['0', '-0.0', '1.5', '1e300', '3']);
    case 'Boolean':
      return chance.pick(['true', 'false']);
    case 'ID':
      return chance.pick(['"id"', '7', '""']);
    case 'Any': {
      if (variable > 0 && declared.size > 0 && chance.is(0.5)) {
        // The specification does not define variables inside a custom scalar.
        const inside = chance.pick([...declared.keys()]);
        uses.add(inside);
        return `{a: $${inside}, b: [$${inside}, 1]}`;
      }
      return chance.pick(['1', '"any"', '[1, [null]]', '{a: {b: 1}}', 'A_NAME', '1.0']);
    }
    case 'Odd':
      return chance.pick(['"odd"', '"null"', '"nan"', '"nested"', '"throw"', '[]']);
    default:
      return chance.pick(['""', '"text"', '"\\"\\\\\\n"', '"ü\\u2028"', '"""block\n  text"""', '"\\ud83d\\ude00"']);
  }
}
