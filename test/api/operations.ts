// The operations that have plain addresses, and what they answer, without a Worker.
import { readdirSync, readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import { type Store, UNMETERED } from '../../data/store.ts';
import { schema } from '../../schema/index.ts';
import { type Operation, readOperation } from '../../src/api/operation.ts';
import { compileFolder } from '../corpus.ts';

const FOLDER = new URL('../../src/operations/', import.meta.url);

/** All of `src/operations`, by name. */
export const OPERATIONS: readonly Operation[] = readdirSync(FOLDER).map((file) =>
  readOperation(file.replace(/\.graphql$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')),
);

export function operationNamed(name: string): Operation {
  const found = OPERATIONS.find((operation) => operation.name === name);
  if (!found) throw new Error(`There is no operation "${name}".`);
  return found;
}

export function openFolder(folder: string): Store {
  return openStore(openBundledSource(packBundle(indexCorpus(compileFolder(folder)))));
}

/** The whole answer to an operation, which the bundled store gives at once. */
export function answerTo(operation: Operation, store: Store, variableValues: Record<string, unknown> = {}) {
  const contextValue = { store, spending: UNMETERED };
  const result = execute({ schema, document: parse(operation.text), contextValue, variableValues });
  if (result instanceof Promise) throw new Error('The store gave a promise.');
  return result;
}
