/** What a model is asked for: the annotation as editors write it, and the agents and places that it names. */
import { z } from 'zod';
import {
  anchorDefinition,
  event,
  fact,
  NAMED_TYPES,
  PLACE_KINDS,
  SLUG,
  statement,
} from '../../../data/compile/index.ts';

const slug = z.string().regex(SLUG);

/** One item of `entities`, which an editor would write as a file of its own. */
export const modelEntity = z.strictObject({
  slug: slug.describe('A slug of your own, by which the other lists refer to it.'),
  type: z.enum(NAMED_TYPES).describe('Group: people whom the text leaves unnamed, such as "officials".'),
  names: z
    .array(anchorDefinition)
    .min(1)
    .describe('The words that the text has for it, the fullest name first; never a pronoun.'),
  kind: z.enum(PLACE_KINDS).optional().describe('Only for a place.'),
});

export const modelStatement = statement
  .omit({ of: true, denies: true, repeats: true, corrects: true, retracts: true, answers: true })
  .omit({ voice: true, since: true, draft: true })
  .required({ statement: true });

export const modelEvent = event
  .omit({ of: true, partOf: true, voice: true, since: true, draft: true })
  .required({ event: true, name: true, kind: true, evidence: true });

export const modelFact = fact.omit({ voice: true, since: true, draft: true }).required({ evidence: true });

export type ModelEntity = z.infer<typeof modelEntity>;

/** The fields that refer to an item of `entities` or `statements`, or give it its slug. */
export const SLUG_FIELDS: ReadonlySet<string> = new Set([
  ...['slug', 'statement', 'event', 'attributedTo'],
  ...['agent', 'person', 'relative', 'organization', 'about', 'places'],
]);

/** The lists of an answer. */
export const LISTS = ['entities', 'statements', 'events', 'facts'] as const;

const DEFINITION = z.strictObject({
  entities: z.array(modelEntity),
  statements: z.array(modelStatement),
  events: z.array(modelEvent),
  facts: z.array(modelFact),
} satisfies Record<(typeof LISTS)[number], z.ZodType>);

interface Schema {
  readonly [keyword: string]: unknown;
}

/** The JSON Schema of an answer, in the subset that all servers take for structured output. */
export function answerSchema(): Schema {
  return portable(z.toJSONSchema(DEFINITION, { io: 'input', reused: 'ref' }) as Schema);
}

/** Servers refuse a schema that has other keywords. What the others would check, the compiler does. */
const KEYWORDS: ReadonlySet<string> = new Set(['type', 'enum', 'description']);

/** OpenAI's strict mode wants every property required, so that one that may be left out may be null instead. */
function portable(schema: Schema): Schema {
  // Nothing may stand beside a reference there.
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref };
  const { anyOf, items, properties, required, $defs } = schema;
  const kept = Object.entries(schema).filter(([keyword]) => KEYWORDS.has(keyword));
  const needed = new Set(Array.isArray(required) ? required : []);
  return {
    ...Object.fromEntries(kept),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(portable) }),
    ...(isSchema(items) && { items: portable(items) }),
    ...(isSchema(properties) && {
      properties: mapped(properties, (one, name) =>
        needed.has(name) ? portable(one) : { anyOf: [portable(one), { type: 'null' }] },
      ),
      required: Object.keys(properties),
      additionalProperties: false,
    }),
    ...(isSchema($defs) && { $defs: mapped($defs, portable) }),
  };
}

function mapped(schemas: Schema, make: (schema: Schema, name: string) => Schema): Schema {
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([name, one]) => (isSchema(one) ? [[name, make(one, name)]] : [])),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
