/** Addresses: those that are served, with any method and parameter, and many that are not. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type GraphQLSchema,
  isInputType,
  Kind as Node,
  parse,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { VALIDATORS } from './header.ts';
import { ODD_NAMES } from './mutate.ts';
import type { FuzzRandom } from './random.ts';
import type { HttpRequest } from './transport.ts';
import { type Draw, drawSearch, drawValue, MARKER, ODD_TEXTS } from './value.ts';

/** An operation that the Worker is built with. */
export interface Example {
  readonly name: string;
  readonly document: string;
  readonly variables: readonly VariableDefinitionNode[];
}

const FOLDER = new URL('../../src/operations/', import.meta.url);

export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => readExample(basename(file, '.graphql'), readFileSync(new URL(file, FOLDER), 'utf8')));

function readExample(name: string, document: string): Example {
  const [operation] = parse(document).definitions;
  const variables = operation?.kind === Node.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  return { name, document, variables };
}

/** A request to any address by any method. */
export function drawAddress(draw: Draw, schema: GraphQLSchema): HttpRequest {
  const { random, harvest } = draw;
  if (random.chance(0.1) && harvest.tagged.length > 0) return askAgain(draw);
  const method = random.weighted([
    [12, 'GET'],
    [2, 'HEAD'],
    [2, 'OPTIONS'],
    [1, 'POST'],
    [1, random.pick(['PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY', 'PROPFIND', 'PURGE'])],
  ]);
  const path = random.weighted([
    [6, () => drawExample(draw, schema)],
    [4, () => random.pick(SERVED)],
    [2, () => random.pick(SERVED) + writeParameters(random, drawNonsense(draw, ODD_NAMES))],
    [3, () => random.pick(ODD_PATHS)],
    [1, () => breakPath(random, random.pick(SERVED))],
    [1, () => `/graphql?query={__typename}&x=${'x'.repeat(random.pick([1000, 5000, 9000, 12_000]))}`],
    [1, () => drawGraphqlSearch(draw)],
  ])();
  const hasBody = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && random.chance(0.5);
  return {
    method,
    path,
    headers: {
      ...(random.chance(0.6) && { accept: random.pick(['*/*', 'text/html', 'application/json', 'text/csv', MARKER]) }),
      ...(random.chance(0.3) && { 'if-none-match': random.pick(VALIDATORS) }),
      ...(random.chance(0.2) && { origin: 'https://example.com' }),
    },
    body: hasBody ? Buffer.from(random.pick(['', MARKER, '{"query":"{__typename}"}', 'a=b'])) : null,
  };
}

/** What a browser does that has an answer already: it says which. */
function askAgain({ random, harvest }: Draw): HttpRequest {
  const { path } = random.pick(harvest.tagged);
  const { tag } = random.pick(harvest.tagged);
  const forms = [tag, `W/${tag}`, `"a", ${tag}`, `${tag},${tag}`, tag.slice(1), `${tag}x`, tag.toUpperCase()];
  return {
    method: random.pick(['GET', 'GET', 'HEAD', 'POST']),
    path: random.chance(0.1) ? `${path}&x=1` : path,
    headers: { 'if-none-match': random.pick(forms), ...(random.chance(0.3) && { accept: '*/*' }) },
    body: null,
  };
}

const SERVED = [
  '/',
  '/graphql',
  '/schema.graphql',
  '/possible-types.json',
  '/schema.json',
  '/openapi.json',
  '/healthz',
  '/readyz',
  '/api',
  '/api/',
  '/favicon.svg',
  '/favicon.ico',
  '/robots.txt',
  '/metrics',
];

const ODD_PATHS = [
  '//',
  '//graphql',
  '/graphql/',
  '/graphql//',
  '/GraphQL',
  '/graphql.json',
  '/graphql;a=b',
  '/graphql%00',
  '/graphql%2f',
  '/%67raphql',
  '/graphql%',
  '/%',
  '/%ff%fe',
  '/%c0%ae%c0%ae/',
  '/é',
  '/..',
  '/../../etc/passwd',
  '/..%2f..%2fpackage.json',
  '/api/..',
  '/api/../graphql',
  '/api/%2e%2e/healthz',
  '/api/__proto__',
  '/api/constructor',
  '/api/toString.csv',
  '/api/.csv',
  '/api/a.b.c',
  '/api/search/',
  '/api/search/search',
  '/__proto__',
  '/_headers',
  '/.well-known/security.txt',
  '/.git/config',
  '/?',
  '/?query={__typename}',
  '/#a',
  `/${MARKER.replace(' ', '%20')}`,
  `/${'a/'.repeat(500)}`,
  `/${'a'.repeat(7000)}`,
  `/${'%41'.repeat(4000)}`,
];

/** `/api/search.csv?query=fire`, mostly with parameters that the operation has, and values of their types. */
function drawExample(draw: Draw, schema: GraphQLSchema): string {
  const { random } = draw;
  const { name, variables } = random.pick(EXAMPLES);
  const form = random.weighted([
    [6, ''],
    [4, '.csv'],
    [1, random.pick(['.json', '.xml', '.CSV', '.csv.csv', '.', '/', '%2ecsv'])],
  ]);
  const names = variables.map(({ variable }) => variable.name.value);
  const parameters = random.chance(0.25)
    ? drawNonsense(draw, names)
    : variables.filter(() => random.chance(0.6)).flatMap((variable) => drawVariable(draw, schema, variable));
  return `/api/${random.chance(0.05) ? name.toUpperCase() : name}${form}${writeParameters(random, parameters)}`;
}

type Parameter = readonly [name: string, value: string];

/** A list of values is a parameter for each, and an object is JSON. */
function drawVariable(draw: Draw, schema: GraphQLSchema, { variable, type }: VariableDefinitionNode): Parameter[] {
  const name = variable.name.value;
  const declared = typeFromAST(schema, type);
  if (!isInputType(declared)) throw new Error(`An example declares "${name}" with no input type.`);
  const value = drawValue(draw, { owner: 'Query', name, type: declared });
  const isList = String(declared).startsWith('[');
  const values = isList && Array.isArray(value) ? value : [value];
  return values.map((one) => [name, encode(typeof one === 'string' ? one : JSON.stringify(one))]);
}

function drawNonsense(draw: Draw, names: readonly string[]): Parameter[] {
  const { random } = draw;
  return Array.from({ length: random.few(5) }, () => {
    const name = names.length > 0 && random.chance(0.8) ? random.pick(names) : random.pick([...COMMON, ...ODD_NAMES]);
    return [name, random.chance(0.1) ? random.pick(BROKEN) : encode(drawParameter(draw))];
  });
}

function writeParameters(random: FuzzRandom, parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  return `?${parameters.map(([name, value]) => `${name}=${value}`).join(random.chance(0.95) ? '&' : '&&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

const COMMON = [
  'first',
  'last',
  'after',
  'before',
  'query',
  'filter',
  'slug',
  'variables',
  'format',
  'callback',
  'limit',
];

/** What percent-encoding should not have. */
const BROKEN = [
  '%',
  '%f',
  '%ff',
  '%zz',
  '%00',
  '%u0041',
  '%ed%a0%80',
  '+',
  '=',
  '==',
  '&',
  '%26',
  '%0d%0aX-Injected:%201',
];

function drawParameter(draw: Draw): string {
  const { random, harvest } = draw;
  const slugs = Object.values(harvest.slugs).flat();
  return random.pick([
    () => random.pick(slugs),
    () => drawSearch(draw),
    () => random.pick(harvest.days),
    () => String(random.pick([0, 1, 3, 50, 100, 101, -1, 1e9, 0.5, Number.NaN])),
    () => random.pick(['DAY', 'MONTH', 'YEAR', 'POSSIBLE', 'true', 'null', '[]', '{}', '[ARTICLE]']),
    () => JSON.stringify({ speaker: random.pick(slugs) }),
    () => `{"not":`.repeat(random.pick([1, 30, 500])),
    () => random.pick(ODD_TEXTS).slice(0, 1500),
    () => random.pick(Object.values(harvest.cursors).flat()),
  ])();
}

/** A good address with one character of it changed. */
function breakPath(random: FuzzRandom, path: string): string {
  const at = random.between(1, path.length);
  return (
    path.slice(0, at) + random.pick(['%', '%2', '%00', '/', '.', '\\', '"', '<', '\u00ff', ';', '|']) + path.slice(at)
  );
}

/** GET requests whose parameters are missing, repeated, broken or too many. */
function drawGraphqlSearch({ random }: Draw): string {
  const pairs = Array.from({ length: random.between(0, 6) }, () => {
    const name = random.pick(['query', 'variables', 'operationName', 'extensions', 'documentId', 'id', ...ODD_NAMES]);
    const value = random.pick([
      '{__typename}',
      '{}',
      '[]',
      'null',
      '%7B',
      `{"a":"${MARKER.replace(' ', '%20')}"}`,
      '',
      ...BROKEN,
    ]);
    return `${name}=${value}`;
  });
  return `/graphql?${pairs.join('&')}`;
}
