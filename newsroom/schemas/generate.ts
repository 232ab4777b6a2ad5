/** JSON Schemas of authored files, from the definitions that the compiler checks them against. */
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
  related,
  retiredFile,
  SLUG,
  SLUG_FORM,
  statement,
} from '../../data/compile/index.ts';
import type { SchemaKind } from './kind.ts';
import { meaningsOf } from './meaning.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema of a kind of file, in JSON Schema 2020-12. `enumDescriptions` and `patternErrorMessage` are not in the
 * standard: VS Code shows them, and validators ignore them.
 *
 * The compiler checks whatever JSON Schema cannot express: see `REFINED`.
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
  annotation: { title: 'The annotation of an article', definition: annotation },
  'front-matter': { title: 'The front matter of an article', definition: frontMatter },
  person: { title: 'A person', definition: agentFile },
  organization: { title: 'An organization', definition: agentFile },
  group: { title: 'A group of people that the articles do not name', definition: agentFile },
  place: { title: 'A place', definition: placeFile },
  retired: { title: 'Slugs that are no longer in use', definition: retiredFile },
};

/** The names of the parts that a schema defines once and uses in many places. */
function nameParts() {
  return z
    .registry<{ id: string }>()
    .add(anchorDefinition, { id: 'quote' })
    .add(anchors, { id: 'quotes' })
    .add(statement, { id: 'statement' })
    .add(related, { id: 'related' })
    .add(event, { id: 'event' })
    .add(fact, { id: 'fact' });
}

/** The schemas of strings that the compiler checks further than a pattern can. */
const REFINED: { readonly [field: string]: JsonSchema } = {
  /** The compiler also checks with `Intl` that the tag is in its canonical form. */
  language: {
    pattern: '^([a-z]{2,3}|[a-z]{5,8})(-[A-Za-z0-9]{1,8})*$',
    patternErrorMessage: 'Expected: a BCP 47 language tag, as in en, az, zh-Hant.',
    examples: ['en', 'az', 'ru', 'zh-Hant'],
  },
  /** The compiler also checks that the day exists and that an interval ends after its start. */
  edtf: {
    pattern: '^[-0-9X:.TZ+/~?%]{1,60}$',
    patternErrorMessage: 'Expected: an EDTF date of level 0 or 1, as in 2025, 2025-06-27, 201X, 2025-06~, 2019/..',
    examples: ['2025-06-27', '2025-06~', '2025-06-27/2025-06-30'],
  },
};

/** The compiler also checks the address with `URL`. */
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

/** Whether the compiler trims the string, so that one of blanks alone is invalid. */
function isTrimmed({ def }: z.ZodString): boolean {
  return def.checks?.some((check) => check._zod.def.check === 'overwrite') ?? false;
}
