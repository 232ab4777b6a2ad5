// Every authored file of the two corpora, as the compiler reads it: the value, and the kind of file it is.
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { z } from 'zod';
import {
  agentFile,
  annotation,
  earlierFrontMatter,
  frontMatter,
  placeFile,
  readYaml,
  retiredFile,
} from '../../../data/compile/index.ts';
import { SCHEMA_KINDS, type SchemaKind, schemaFile, schemaKindOf } from '../../schemas/kind.ts';

export const CORPORA = ['data/corpus', 'test/corpora/gazette'];

/** What the compiler checks each kind of file with. */
export const DEFINITIONS: { readonly [K in SchemaKind]: z.ZodType } = {
  annotation,
  'front-matter': frontMatter,
  'earlier-front-matter': earlierFrontMatter,
  person: agentFile,
  organization: agentFile,
  group: agentFile,
  place: placeFile,
  retired: retiredFile,
};

export interface AuthoredFile {
  readonly path: string;
  readonly kind: SchemaKind;
  readonly text: string;
  readonly value: unknown;
}

export function listAuthored(): AuthoredFile[] {
  return globSync(CORPORA.map((folder) => `${folder}/**/*.{yaml,md}`))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.endsWith('/README.md'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const isEarlier = /@\d+\.md$/.test(path);
      const kind = isEarlier ? 'earlier-front-matter' : path.endsWith('.md') ? 'front-matter' : schemaKindOf(path);
      if (kind === null) throw new Error(`${path} is of no kind.`);
      return { path, kind, text, value: readValue(path, path.endsWith('.md') ? betweenHyphens(text) : text) };
    });
}

function betweenHyphens(text: string): string {
  return /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
}

function readValue(path: string, text: string): unknown {
  const yaml = readYaml({ path, text }, ({ says }) => {
    throw new Error(`${path}: ${says}`);
  });
  // Nothing differs in an earlier text that has nothing between the hyphens.
  return yaml?.value ?? {};
}

/** The committed schema of each kind, ready to check with. Words of a schema that nobody knows are a mistake in it. */
export function openSchemas(): ReadonlyMap<SchemaKind, ValidateFunction> {
  const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false, formats: { uri: true, date: true } });
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
  return new Map(
    SCHEMA_KINDS.map((kind) => {
      return [kind, ajv.compile(JSON.parse(readFileSync(`data/schemas/${schemaFile(kind)}`, 'utf8')))];
    }),
  );
}
