// The bundled store answers at once, so that an ordinary page costs no promise.
import { readdirSync, readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { corpusJson } from '#corpus';
import { openBundledStore } from '../../data/bundled/store.ts';
import type { Corpus } from '../../data/model.ts';
import { schema } from '../../schema/index.ts';

const OPERATIONS = new URL('../../src/operations/', import.meta.url);

test.each(readdirSync(OPERATIONS))('%s is executed without a promise', (file) => {
  const result = execute({
    schema,
    document: parse(readFileSync(new URL(file, OPERATIONS), 'utf8')),
    contextValue: { store: openBundledStore(corpusJson) },
  });
  expect(result).not.toHaveProperty('then');
  expect(result).toMatchObject({ data: expect.anything() });
  expect(result).not.toHaveProperty('errors');
});

test('a full page of 50 statements with speakers and evidence is executed without a promise', () => {
  const result = execute({
    schema,
    document: parse(readFileSync(new URL('statements.graphql', OPERATIONS), 'utf8')),
    contextValue: { store: openBundledStore(withTenTimesTheStatements(corpusJson)) },
  });
  expect(result).not.toHaveProperty('then');
  expect(result).toMatchObject({ data: { statements: { totalCount: 70, pageInfo: { hasNextPage: true } } } });
  expect(result).toHaveProperty('data.statements.nodes.length', 50);
});

function withTenTimesTheStatements(json: string): string {
  const corpus: Corpus = JSON.parse(json);
  const statements = Array.from({ length: 10 }, (_, copy) =>
    corpus.entities.Statement.map((statement) => ({ ...statement, slug: `${statement.slug}-${copy}` })),
  );
  return JSON.stringify({ ...corpus, entities: { ...corpus.entities, Statement: statements.flat() } });
}
