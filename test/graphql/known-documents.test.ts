// Documents that were read: what is kept of them is weighed with what is compiled of them.
import { CompiledOperations } from '@dateline/executor/operations';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { KnownDocuments } from '../../src/graphql/use-parsing.ts';

const SCHEMA = buildSchema('type Query { a: Int b: Query }');

/** A cache of documents, each of which is said to have so many fields compiled. */
function open() {
  const fields = new WeakMap<DocumentNode, number>();
  const documents = new KnownDocuments((document) => fields.get(document) ?? 0);
  const keep = (hash: string, size: number) => {
    const document = parse('{ a }');
    documents.keep(hash, document);
    fields.set(document, size);
    documents.noteGrowth(hash);
    return document;
  };
  return { documents, keep };
}

describe('what is kept', () => {
  test('is found by its hash', () => {
    const { documents, keep } = open();
    const document = keep('x', 0);
    expect(documents.find('x')).toBe(document);
    expect(documents.find('y')).toBeNull();
  });

  test('is forgotten the sooner the more fields were compiled', () => {
    const { documents, keep } = open();
    for (let number = 0; number < 100; number++) keep(`${number}`, 500);
    const kept = Array.from({ length: 100 }, (_, number) => documents.find(`${number}`));
    expect(kept.filter((found) => found !== null).length).toBeLessThan(40);
    expect(documents.find('99')).not.toBeNull();
  });

  test('is forgotten where it alone has become too heavy', () => {
    const { documents, keep } = open();
    keep('x', 10_000);
    expect(documents.find('x')).toBeNull();
  });
});

test('what is compiled of a document is counted in all its operations, and goes with it', () => {
  const operations = new CompiledOperations();
  const document = parse('query A { a } query B { a b { a } }');
  expect(operations.size(document)).toBe(0);
  operations.find(SCHEMA, document, 'A')?.execute({ rootValue: {} });
  const [one] = [operations.size(document)];
  operations.find(SCHEMA, document, 'B')?.execute({ rootValue: { b: {} } });
  expect(operations.size(document)).toBeGreaterThan(one);
  expect(operations.find(SCHEMA, document, 'C')).toBeNull();
});
