// Documents that were read: what is kept of them is weighed with what is compiled of them, and which executor it is.
import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/graphql/context.ts';
import { openOperation } from '../../src/graphql/executor.ts';
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
    ['when they are kept', 1_000, 0],
    ['later', 0, 1_000],
  ])('is forgotten the sooner the more fields were compiled %s', (_, before, later) => {
    const documents = new PreparedDocuments();
    for (let number = 0; number < 100; number++) {
      const prepared = prepare('{ a }', before);
      documents.keep(asked(`${number}`), prepared);
      if (later > 0) documents.noteGrowth({ ...prepared, size: () => later }, 0);
    }
    const kept = Array.from({ length: 100 }, (__, number) => documents.find(asked(`${number}`)));
    expect(kept.filter((found) => found !== undefined).length).toBeLessThan(40);
    expect(documents.find(asked('99'))).toBeDefined();
  });
});

describe('an operation', () => {
  const run = (executor: 'compiled' | 'graphql-js', text: string) => {
    const operation = openOperation(SCHEMA, parse(text), null, { executor });
    const { data } = operation.execute({ contextValue: {}, variableValues: {} }) as { data: object };
    return { prototype: Object.getPrototypeOf(data), size: operation.size() };
  };

  test('is compiled, and tells how much of it', () => {
    expect(run('compiled', '{ a b { a } }')).toEqual({ prototype: Object.prototype, size: 3 });
  });

  test('is run by graphql-js where the setting says so: its objects have no prototype', () => {
    expect(run('graphql-js', '{ a b { a } }')).toEqual({ prototype: null, size: 0 });
  });
});
