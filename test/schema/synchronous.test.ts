// The bundled store answers at once, so that an ordinary page costs no promise.
import { readdirSync, readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { corpusJson } from '#corpus';
import { openBundledStore } from '../../data/bundled/store.ts';
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
