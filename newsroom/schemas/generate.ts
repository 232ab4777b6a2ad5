/** JSON Schemas of what editors write, from the definitions that the compiler checks with. */
import { z } from 'zod';
import {
  agentFile,
  anchorDefinition,
  anchors,
  annotation,
  event,
  fact,
  frontMatter,
  placeFile,
  retiredFile,
  SLUG,
  SLUG_FORM,
  statement,
} from '../../data/compile/index.ts';
import type { SchemaKind } from './kind.ts';
import { meaningsOf } from './meaning.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema of a kind of file, JSON Schema 2020-12. `enumDescriptions` is no word of the standard: VS Code shows it
 * beside each value, as it shows `patternErrorMessage`, and validators pass them over.
 *
 * What JSON Schema cannot say is left to the compiler: see `REFINED`.
 */
export function jsonSchema(kind: SchemaKind): JsonSchema {
  const { title, definition } = DEFINITIONS[kind];
  const { $schema, ...schema } = z.toJSONSchema(definition, {
    io: 'input',
    metadata: nameParts(),
    override: ({ zodSchema, jsonSchema: made }) => describePart(zodSchema, made),
  });
  return { ...($schema === undefined ? {} : { $schema }), title, ...schema };
}

const DEFINITIONS: { readonly [K in SchemaKind]: { readonly title: string; readonly definition: z.ZodType } } = {
  annotation: { title: 'What an article says', definition: annotation },
  'front-matter': { title: 'What stands above the text of an article', definition: frontMatter },
  person: { title: 'A person', definition: agentFile },
  organization: { title: 'An organization', definition: agentFile },
  group: { title: 'A group of people whom the articles leave unnamed', definition: agentFile },
  place: { title: 'A place', definition: placeFile },
  retired: { title: 'Slugs that stand for nothing now', definition: retiredFile },
};

/** What is used in many places stands once in a schema, under its name. */
function nameParts() {
  return z
    .registry<{ id: string }>()
    .add(anchorDefinition, { id: 'quote' })
    .add(anchors, { id: 'quotes' })
    .add(statement, { id: 'statement' })
    .add(event, { id: 'event' })
    .add(fact, { id: 'fact' });
}

/** Strings that the compiler looks at more closely than a pattern can, and what the schema has of that. */
const REFINED: { readonly [field: string]: JsonSchema } = {
  /** That it is a tag in its canonical form is `Intl`'s to say. */
  language: {
    pattern: '^([a-z]{2,3}|[a-z]{5,8})(-[A-Za-z0-9]{1,8})*$',
    patternErrorMessage: 'Expected: a BCP 47 language tag, as in en, az, zh-Hant.',
    examples: ['en', 'az', 'ru', 'zh-Hant'],
  },
  /** That the day exists, and that an interval ends behind its start, is the compiler's to say. */
  edtf: {
    pattern: '^[-0-9X:.TZ+/~?%]{1,60}$',
    patternErrorMessage: 'Expected: an EDTF date of level 0 or 1, as in 2025, 2025-06-27, 201X, 2025-06~, 2019/..',
    examples: ['2025-06-27', '2025-06~', '2025-06-27/2025-06-30'],
  },
};

/** That its parts are those of an address is `URL`'s to say. */
const ADDRESS = {
  pattern: '^https?://[^\\s/]+\\.[^\\s]+$',
  patternErrorMessage: 'Expected: an absolute address, as in https://www.example.org/articles/1',
  examples: ['https://www.example.org/articles/1'],
};

function describePart(definition: z.core.$ZodType, made: JsonSchema): void {
  const description = definition instanceof z.ZodType ? definition.description : undefined;
  if (description !== undefined) made.description = description;
  if (definition instanceof z.ZodURL) Object.assign(made, ADDRESS);
  if (definition instanceof z.ZodString && isTrimmed(definition)) made.pattern = '\\S';
  if (made.pattern === SLUG.source) made.patternErrorMessage = `Expected: a slug, ${SLUG_FORM}.`;
  for (const [name, field] of Object.entries(made.properties ?? {})) {
    if (typeof field === 'object') Object.assign(field, REFINED[name]);
  }
  const meanings = made.enum === undefined ? null : meaningsOf(made.enum);
  if (meanings !== null) made.enumDescriptions = meanings;
}

/** A name of blanks alone is none. */
function isTrimmed({ def }: z.ZodString): boolean {
  return def.checks?.some((check) => check._zod.def.check === 'overwrite') ?? false;
}
