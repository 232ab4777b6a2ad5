// The first line of each authored file: it names the schema of its kind, so that an editor's program finds it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaComment, schemaKindOf } from '../../schemas/kind.ts';
import { listAuthored } from './authored-file.ts';

const FILES = listAuthored().filter(({ path }) => path.endsWith('.yaml'));

test.each(FILES)('$path names the schema of its kind, which is there', ({ path, kind, text }) => {
  const [line = ''] = text.split('\n');
  const [, address = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line) ?? [];
  expect(address).toMatch(new RegExp(`/${kind}\\.schema\\.json$`));
  expect(existsSync(join(dirname(path), address))).toBe(true);
  expect(kind === 'front-matter' || kind === 'earlier-front-matter' ? '' : schemaComment(kind, path)).toBe(line);
});

describe('the line of a file', () => {
  test.each([
    ['person', 'data/corpus/people/ann.yaml', '../../schemas/person.schema.json'],
    ['retired', 'data/corpus/retired.yaml', '../schemas/retired.schema.json'],
    ['annotation', 'my corpus/articles/a.yaml', '../../data/schemas/annotation.schema.json'],
  ] as const)('of kind %s at %s leads to %s', (kind, path, address) => {
    expect(schemaComment(kind, path)).toBe(`# yaml-language-server: $schema=${address}`);
  });

  test('has no blank in its address, which would end it', () => {
    expect(schemaComment('person', '/a b/c d/x.yaml')).not.toMatch(/=.*\s/);
  });
});

test.each([
  ['articles/a.yaml', 'annotation'],
  ['corpus/places/baku.yaml', 'place'],
  ['corpus/retired.yaml', 'retired'],
  ['corpus/articles/a.md', null],
  ['corpus/persons/ann.yaml', null],
  ['corpus/constructor/ann.yaml', null],
])('%s is of kind %s', (path, kind) => {
  expect(schemaKindOf(path)).toBe(kind);
});

test('VS Code knows the schema of a file that has no such line yet', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
  for (const [schema, globs] of Object.entries<string[]>(settings['yaml.schemas'])) {
    expect(existsSync(schema)).toBe(true);
    for (const glob of globs) expect(`data/schemas/${schemaKindOf(glob)}.schema.json`).toBe(schema);
  }
  expect(Object.keys(settings['yaml.schemas'])).toHaveLength(6);
});
