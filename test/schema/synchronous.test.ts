// The bundled store answers at once, so that an ordinary page costs no promise.
import { readdirSync, readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { compile } from '../../data/compile/compile.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Corpus } from '../../data/model.ts';
import { UNMETERED } from '../../data/store.ts';
import { schema } from '../../schema/index.ts';

const { corpus } = compile('data/corpus');

const OPERATIONS = new URL('../../src/operations/', import.meta.url);

test.each(readdirSync(OPERATIONS))('%s is executed without a promise', (file) => {
  const result = execute({
    schema,
    document: parse(readFileSync(new URL(file, OPERATIONS), 'utf8')),
    contextValue: { store: open(corpus), spending: UNMETERED },
  });
  expect(result).not.toHaveProperty('then');
  expect(result).toMatchObject({ data: expect.anything() });
  expect(result).not.toHaveProperty('errors');
});

test('a full page of 50 statements with speakers and evidence is executed without a promise', () => {
  const result = execute({
    schema,
    document: parse(readFileSync(new URL('statements.graphql', OPERATIONS), 'utf8')),
    contextValue: { store: open(withTenTimesTheStatements(corpus)), spending: UNMETERED },
  });
  expect(result).not.toHaveProperty('then');
  expect(result).toMatchObject({ data: { statements: { totalCount: 70, pageInfo: { hasNextPage: true } } } });
  expect(result).toHaveProperty('data.statements.nodes.length', 50);
});

function open(given: Corpus | null) {
  if (given === null) throw new Error('The corpus does not compile.');
  return openStore(openBundledSource(packBundle(indexCorpus(given))));
}

function withTenTimesTheStatements(given: Corpus | null): Corpus | null {
  if (given === null) return null;
  const statements = Array.from({ length: 10 }, (_, copy) =>
    given.entities.Statement.map((statement) => ({ ...statement, slug: `${statement.slug}-${copy}` })),
  );
  const counts = { ...given.summary.counts, Statement: statements.flat().length };
  return {
    ...given,
    summary: { ...given.summary, counts },
    entities: { ...given.entities, Statement: statements.flat() },
    // The copies have no past.
    past: { ...given.past, Statement: [] },
  };
}
