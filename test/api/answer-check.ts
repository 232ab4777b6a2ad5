// Checks answers against the description that programs are given of them.
import { Ajv2020 } from 'ajv/dist/2020.js';

/** What of the OpenAPI document tests look at. */
export interface Description {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Described>>;
    readonly responses: Readonly<Record<string, object>>;
  };
}

export type PathItem = Readonly<Record<string, DescribedOperation>>;

export interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly DescribedParameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

export interface DescribedParameter {
  readonly name: string;
  readonly required?: boolean;
  readonly example?: string;
  readonly schema: Described;
  readonly content?: object;
}

/** The parts of a schema that tests look at. */
export interface Described {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly items?: Described;
  readonly contentSchema?: object;
  readonly default?: unknown;
}

/** What is wrong with a value by the schema at a place of the document: `/paths/~1healthz/…`. Empty if nothing is. */
export type Check = (place: string, value: unknown) => readonly string[];

/**
 * Checks by the schemas of a document, in Ajv's strict mode: a keyword that it does not know is a mistake. Properties
 * that an object is not described with are refused, as they are not by the description itself.
 */
export function openCheck(description: Description): Check {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { int32: true } });
  // Unknown to JSON Schema: the document is no schema, but holds some.
  ajv.addVocabulary(Object.keys(description));
  ajv.addSchema(closed(description) as object, 'description');
  return (place, value) => {
    const validate = ajv.compile({ $ref: `description#${place}` });
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Every place of the document with a schema. */
export function schemaPlaces(description: object): string[] {
  return [...placesIn(description, '')];
}

function* placesIn(value: unknown, place: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const below = `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === 'schema' || place === '/components/schemas') yield below;
    else yield* placesIn(inside, below);
  }
}

/** The JSON pointer of the schema of an answer. */
export function answerPlace(path: string, method = 'get'): string {
  return `/paths/${path.replaceAll('/', '~1')}/${method}/responses/200/content/application~1json/schema`;
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, closed(inside)]));
  const isDescribed = 'properties' in copy && 'type' in copy;
  return isDescribed ? { additionalProperties: false, ...copy } : copy;
}
