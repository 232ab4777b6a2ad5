// Documents that were read: what is kept of them is weighed with what is compiled of them, and which executor it is.
import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compile } from '../../packages/executor/compile.ts';
import type { Asked } from '../../src/graphql/context.ts';
import { type Prepared, PreparedDocuments } from '../../src/graphql/prepared.ts';

const SCHEMA = buildSchema('type Query { a: Int b: Query }');

function asked(hash: string, operationName: string | null = null): Asked {
  return { document: { text: '', hash, isTrusted: false }, operationName } as Partial<Asked> as Asked;
}

function prepare(text: string, fields = 0): Prepared {
  const document = parse(text);
  const [operation] = document.definitions;
  return { document, operation, execute: () => ({}), size: () => fields } as Partial<Prepared> as Prepared;
}

describe('what is kept', () => {
  test('is found by document and operation', () => {
    const documents = new PreparedDocuments();
    const [plain, named] = [prepare('{ a }'), prepare('query A { a }')];
    documents.keep(asked('x'), plain);
    documents.keep(asked('x', 'A'), named);
    expect(documents.find(asked('x'))).toBe(plain);
    expect(documents.find(asked('x', 'A'))).toBe(named);
    expect(documents.find(asked('x', 'B'))).toBeUndefined();
    expect(documents.find(asked('x A'))).toBe(named);
  });

  test.each([
    ['when they are kept', 500, 500],
    ['later', 0, 500],
  ])('is forgotten the sooner the more fields were compiled %s', (_, before, later) => {
    const documents = new PreparedDocuments();
    for (let number = 0; number < 100; number++) {
      let size = before;
      documents.keep(asked(`${number}`), { ...prepare('{ a }'), size: () => size });
      size = later;
      documents.noteGrowth(asked(`${number}`));
    }
    const kept = Array.from({ length: 100 }, (__, number) => documents.find(asked(`${number}`)));
    expect(kept.filter((found) => found !== undefined).length).toBeLessThan(40);
    expect(documents.find(asked('99'))).toBeDefined();
  });

  test('is forgotten where it alone has become too heavy', () => {
    const documents = new PreparedDocuments();
    let size = 0;
    documents.keep(asked('x'), { ...prepare('{ a }'), size: () => size });
    size = 10_000;
    documents.noteGrowth(asked('x'));
    expect(documents.find(asked('x'))).toBeUndefined();
  });
});

test('an operation tells how much of it is compiled', () => {
  const operation = compile(SCHEMA, parse('{ a b { a } }'));
  operation?.execute({ rootValue: { b: {} } });
  expect(operation?.size()).toBe(4);
});
