// What a value means to the editor who writes it is what it means to whoever asks for it.
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { jsonSchema } from '../../schemas/generate.ts';
import { SCHEMA_KINDS } from '../../schemas/kind.ts';
import { CLOSED_SETS } from '../../schemas/meaning.ts';

const graph = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValidSDL: true });

test.each(CLOSED_SETS)('$name has the values of the graph', ({ name, values }) => {
  const type = graph.getType(name);
  const asked = isEnumType(type) ? type.getValues() : [];
  // Editors write the types of things as the graph names its types, not as it names its values.
  expect(asked.map((value) => value.name).sort()).toEqual(values.map((value) => value.toUpperCase()).sort());
});

// A reader is told what to show, an editor what to write.
test('a denial means the same in its first sentence', () => {
  const denial = CLOSED_SETS.find(({ name }) => name === 'StatementKind')?.meanings.DENIAL;
  const asked = graph.getType('StatementKind');
  const description = isEnumType(asked) ? asked.getValue('DENIAL')?.description : null;
  expect(denial?.split('.')[0]).toBe(description?.split('.')[0]);
});

test.each(SCHEMA_KINDS)('every field of the schema "%s" is described, and every value of a closed set', (kind) => {
  const bare: string[] = [];
  JSON.stringify(jsonSchema(kind), (name, part) => {
    for (const [field, { description, $ref }] of Object.entries<Record<string, unknown>>(part?.properties ?? {})) {
      if (description === undefined && $ref === undefined) bare.push(field);
    }
    if (Array.isArray(part?.enum) && part.enumDescriptions?.length !== part.enum.length) bare.push(name);
    return part;
  });
  expect(bare).toEqual([]);
});
