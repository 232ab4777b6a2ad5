/** Mutations: a good operation with something wrong in it, in its document, its variables or its name. */
import type { Operation } from './document.ts';
import type { FuzzRandom } from './random.ts';
import { MARKER, ODD_TEXTS } from './value.ts';

/** Names that mean something to JavaScript or GraphQL and nothing to the schema. */
export const ODD_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__typename',
  '__schema',
  '_',
  'nothing',
  'statment',
  'on',
  'true',
  'null',
  'fragment',
  'then',
];

/** One to three mutations, of which most break the document or its variables. */
export function mutateOperation(random: FuzzRandom, operation: Operation): Operation {
  let mutated = operation;
  for (let left = 1 + random.few(3); left > 0; left--) mutated = random.weighted(MUTATIONS)(random, mutated);
  return mutated;
}

type Mutation = (random: FuzzRandom, operation: Operation) => Operation;

const MUTATIONS: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [6, inDocument(mutateTokens)],
  [3, inDocument(mutateCharacters)],
  [3, inDocument(mutateName)],
  [3, inDocument(mutateLiteral)],
  [2, inDocument(mutateWhole)],
  [2, inDocument(alterCode)],
  [4, mutateVariables],
  [2, alterVariable],
  [1, mutateOperationName],
];

function inDocument(mutate: (random: FuzzRandom, document: string) => string): Mutation {
  return (random, operation) => ({ ...operation, document: mutate(random, operation.document) });
}

/** Strings, names, numbers, punctuation, comments and spaces; whatever else there is, character by character. */
const TOKEN = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[_A-Za-z]\w*|-?\d[\d.eE+-]*|#[^\n]*|[\s,\ufeff]+|[\s\S]/gu;

function mutateTokens(random: FuzzRandom, document: string): string {
  const tokens = document.match(TOKEN) ?? [];
  const at = random.between(0, Math.max(0, tokens.length - 1));
  const other = random.between(0, Math.max(0, tokens.length - 1));
  const [token = '', second = ''] = [tokens[at], tokens[other]];
  switch (random.pick(['delete', 'repeat', 'swap', 'replace', 'insert'])) {
    case 'delete':
      tokens.splice(at, random.pick([1, 1, 1, 2, 5]));
      break;
    case 'repeat':
      tokens.splice(at, 0, ...Array.from({ length: random.pick([1, 1, 2, 20]) }, () => `${token} `));
      break;
    case 'swap':
      tokens[at] = second;
      tokens[other] = token;
      break;
    case 'replace':
      tokens[at] = random.pick([...PUNCTUATION, second]);
      break;
    default:
      tokens.splice(at, 0, random.pick(PUNCTUATION));
  }
  return tokens.join('');
}

const PUNCTUATION = ['{', '}', '(', ')', '[', ']', '...', ':', '=', '!', '$', '@', '|', '&', '"', '"""', ',', '.', '-'];

function mutateCharacters(random: FuzzRandom, document: string): string {
  const at = random.between(0, document.length);
  const odd = random.pick([
    '\0',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\u2028',
    '\x07',
    '\x7f',
    'ё',
    '💥',
    '%',
    '\\',
    '\r',
    '?',
  ]);
  const kept = random.chance(0.4) ? at + 1 : at;
  return document.slice(0, at) + (random.chance(0.7) ? odd : '') + document.slice(kept);
}

/** Another name in the place of a field's, an argument's, a type's, an enum value's or a variable's. */
function mutateName(random: FuzzRandom, document: string): string {
  return replaceOne(random, document, /[_A-Za-z]\w*/g, (name) =>
    random.weighted([
      [4, random.pick(ODD_NAMES)],
      [3, name.slice(0, -1)],
      [2, `${name}s`],
      [2, name.toUpperCase()],
      [1, name.repeat(random.pick([2, 50, 2000]))],
      [1, `${name}: ${random.pick(ODD_NAMES)}`],
    ]),
  );
}

/** A value of another type in the place of one. */
function mutateLiteral(random: FuzzRandom, document: string): string {
  return replaceOne(random, document, /:\s*("(?:\\.|[^"\\\n])*"|-?\d+|true|false|null|[A-Z_]+|\$\w+|[[{])/g, () => {
    const value = random.pick([...ODD_LITERALS, `"${MARKER}"`, `["${MARKER}"]`, `{a: "${MARKER}"}`]);
    return `: ${value}`;
  });
}

const ODD_LITERALS = [
  'null',
  'true',
  '1.5',
  '-0',
  '007',
  '1e999',
  '2147483648',
  '-99999999999999999999',
  '9'.repeat(5000),
  `0.${'3'.repeat(3000)}`,
  '""',
  '"\\ud800"',
  '"\\u{110000}"',
  '"\\u0000"',
  '[]',
  '[[[[[1]]]]]',
  '[null]',
  '{}',
  '{__proto__: {slug: "a"}}',
  '{constructor: 1}',
  '{and: [{}], and: [{}]}',
  'UNKNOWN',
  '__proto__',
  '$nowhere',
  '$__proto__',
];

function mutateWhole(random: FuzzRandom, document: string): string {
  const cut = random.between(0, document.length);
  return random.pick([
    () => document.slice(0, cut),
    () => document.slice(cut),
    () => document + document,
    () => `\ufeff${document}`,
    () => `${document} }`,
    () => `${document} type Query { a: Int }`,
    () => `extend schema { mutation: Query } ${document}`,
    () => `${document} fragment Unused on Query { __typename }`,
    () => `${document} fragment F1 on Nothing { __typename }`,
    () => document.replace(/^query\b/, random.pick(['mutation', 'subscription', 'Query', 'query query'])),
    () => document.replace('{', `{ ${random.pick(ODD_NAMES)} `),
    () => document.replace('{', '{ ...F1 '),
    () => document.replace('{', `@${random.pick(['skip', 'defer', 'deprecated', 'oneOf', '__proto__'])} {`),
    () => document.replace('(', `(${random.pick(ODD_NAMES)}: 1, `),
    () => document.replace('}', '} @skip(if: true)'),
    () => document.replaceAll('{', '{{'),
    () => document.split('').reverse().join(''),
  ])();
}

/** What a cursor or an id is written in, in quotation marks. */
const CODE = /(?<=")[A-Za-z0-9+/]{12,}={0,2}(?=")/g;

function alterCode(random: FuzzRandom, document: string): string {
  return replaceOne(random, document, CODE, (code) => alterEncoded(random, code));
}

/** A cursor or id with other bytes, other JSON or other padding. */
function alterEncoded(random: FuzzRandom, code: string): string {
  const text = Buffer.from(code, 'base64').toString();
  const at = random.between(0, text.length);
  const encode = (altered: string) => Buffer.from(altered).toString('base64');
  return random.pick([
    () => code.slice(0, -1),
    () => `${code}=`,
    () => code.toLowerCase(),
    () => code.replaceAll('=', ''),
    () => encode(text.slice(0, at)),
    () => encode(text.slice(0, at) + random.pick([...'"[]{},:0\\', '\0', 'é', 'null']) + text.slice(at)),
    () => encode(text.replace(/\]$/, `,${random.pick(['null', '1e999', '[]', '{}', '"x"', '-1', 'true'])}]`)),
    () => encode(text.replace(/,/, `,${random.pick(['null,', '1e308,', '"\\ud800",', '[[[]]],'])}`)),
    () => encode('['.repeat(random.pick([5, 5000]))),
    () => encode(JSON.stringify([text, { __proto__: null, constructor: 1 }])),
    () => encode(text.replace(/:.*/, ':../../x')),
    () => encode(text.repeat(random.pick([2, 100]))),
    () => Buffer.from(text, 'utf16le').toString('base64'),
    () => Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64'),
  ])();
}

/** One variable missing, too much, of another type or nested without end. */
function mutateVariables(random: FuzzRandom, operation: Operation): Operation {
  const names = Object.keys(operation.variables);
  const name = names.length > 0 && random.chance(0.8) ? random.pick(names) : random.pick([...ODD_NAMES, 'v1', 'v2']);
  if (random.chance(0.2)) {
    const { [name]: _, ...variables } = operation.variables;
    return { ...operation, variables };
  }
  const value = oddValue(random, operation.variables[name] ?? null);
  // Defined, so that "__proto__" becomes a key like any other.
  const variables = Object.fromEntries([...Object.entries(operation.variables), [name, value]]);
  return { ...operation, variables };
}

function oddValue(random: FuzzRandom, value: unknown): unknown {
  const length = random.pick([1, 3, 30, 150, 1000]);
  return random.pick([
    () => null,
    () => random.chance(0.5),
    () => random.pick([0, -1, 1.5, 1e21, -1e308, 2 ** 31, 2 ** 53]),
    () => random.pick(ODD_TEXTS),
    () => MARKER.repeat(length),
    () => [value],
    () => [],
    () => ({}),
    () => ({ [MARKER]: value }),
    () => Object.fromEntries(random.some(ODD_NAMES, 4).map((name) => [name, MARKER])),
    () => Array.from({ length }, () => value),
    () => nest(length, (inner) => [inner], value),
    () => nest(length, (inner) => ({ not: inner }), value),
    () => nest(length, (inner) => ({ and: [inner] }), {}),
    // What is used twice is written twice.
    () => nest(Math.min(length, 10), (inner) => ({ or: [inner, inner] }), {}),
    () => Object.fromEntries(Array.from({ length }, (_, at) => [`k${at}`, at])),
    () => ({ ...(isObject(value) ? value : {}), [random.pick(ODD_NAMES)]: MARKER }),
  ])();
}

function nest(depth: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let left = depth; left > 0; left--) value = wrap(value);
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string somewhere in the variables, altered. */
function alterVariable(random: FuzzRandom, operation: Operation): Operation {
  const text = JSON.stringify(operation.variables);
  const altered = random.chance(0.5)
    ? replaceOne(random, text, CODE, (code) => alterEncoded(random, code))
    : replaceOne(random, text, /:"(?:\\.|[^"\\])*"/g, () => `:${JSON.stringify(random.pick(ODD_TEXTS))}`);
  return { ...operation, variables: JSON.parse(altered) };
}

function mutateOperationName(random: FuzzRandom, operation: Operation): Operation {
  return { ...operation, operationName: random.pick([...ODD_NAMES, ...ODD_TEXTS, 'Asked', 'Other']) };
}

/** The text with one of the matches replaced; the text itself where nothing matches. */
function replaceOne(random: FuzzRandom, text: string, pattern: RegExp, replace: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: match, index } = random.pick(matches);
  return text.slice(0, index) + replace(match) + text.slice(index + match.length);
}
