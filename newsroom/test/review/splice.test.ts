import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeAt, renameAt, replaceSource, setAt, sourceAt, unwrapAt, type Way } from '../../review/splice.ts';

describe('removing', () => {
  test.each<[name: string, yaml: string, way: Way, expected: string]>([
    ['a last field', 'a: 1\ndraft: x\n', ['draft'], 'a: 1\n'],
    ['a first field', 'draft: x\na: 1\n', ['draft'], 'a: 1\n'],
    ['a field with its own comment', 'a: 1 # one\ndraft: x # two\n', ['draft'], 'a: 1 # one\n'],
    ['a field without a line break behind', 'a: 1\ndraft: x', ['draft'], 'a: 1\n'],
    ['the field behind a hyphen', 'l:\n  - draft: x\n    a: 1\n', ['l', 0, 'draft'], 'l:\n  - a: 1\n'],
    [
      'the field behind a hyphen, a comment below',
      'l:\n  - draft: x\n    # why\n    a: 1\n',
      ['l', 0, 'draft'],
      'l:\n  -\n    # why\n    a: 1\n',
    ],
    ['a field in braces', 'a: { b: 1, draft: x }\n', ['a', 'draft'], 'a: { b: 1 }\n'],
    ['a first field in braces', 'a: { draft: x, b: 1 }\n', ['a', 'draft'], 'a: { b: 1 }\n'],
    ['an item in brackets', 'a: [x, y, z]\n', ['a', 1], 'a: [x, z]\n'],
    ['the only item', 'a: [x]\nb: 1\n', ['a', 0], 'b: 1\n'],
    ['an item of a list', 'l:\n  - a: 1\n\n  - a: 2\n\n  - a: 3\nm: 1\n', ['l', 1], 'l:\n  - a: 1\n\n  - a: 3\nm: 1\n'],
    ['the last item', 'l:\n  - a: 1\n\n  - a: 2\n', ['l', 1], 'l:\n  - a: 1\n'],
    ['an item of several lines', 'l:\n  - >-\n    a\n    b\n  - c\n', ['l', 0], 'l:\n  - c\n'],
    ['what is not there', 'a: 1\n', ['b'], 'a: 1\n'],
    ['a comment of the next one stays', 'l:\n  - a: 1\n  # two\n  - a: 2\n', ['l', 0], 'l:\n  # two\n  - a: 2\n'],
  ])('%s', (_name, yaml, way, expected) => {
    expect(removeAt(yaml, way)).toBe(expected);
  });

  const item = fc.record({
    fields: fc.array(
      fc.constantFrom('one', '"t: wo"', '[a, b]', '{ quote: q, suffix: " s" }', '>-\n      folded\n      words'),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    draftAt: fc.nat(4),
    comment: fc.constantFrom('', ' # beside - [it]'),
    above: fc.constantFrom('', '  # above - it: x\n', '\n', '\n  # above\n'),
  });

  function write(items: readonly { fields: string[]; draftAt: number; comment: string; above: string }[]): string {
    const written = items.map(({ fields, draftAt, comment, above }) => {
      const all = fields.map((value, index) => `f${index}: ${value}${value.startsWith('>') ? '' : comment}`);
      all.splice(Math.min(draftAt, all.length), 0, `draft: rule${comment}`);
      return `${above}  - ${all.join('\n    ')}\n`;
    });
    return `digest: x\n\nlist:\n${written.join('')}\n# the end\nmentions:\n  a: b\n`;
  }

  test('of any list leaves the other values as they are, and no line that was not there', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), fc.nat(4), (items, chosen) => {
        const yaml = write(items);
        const index = chosen % items.length;
        const removed = removeAt(yaml, ['list', index]);
        const expected = parse(yaml);
        expected.list.splice(index, 1);
        if (expected.list.length === 0) delete expected.list;
        expect(parse(removed)).toEqual(expected);
        expectSubsequence(removed.split('\n'), yaml.split('\n'));

        const confirmed = removeAt(yaml, ['list', index, 'draft']);
        const marked = parse(yaml);
        delete marked.list[index].draft;
        expect(parse(confirmed)).toEqual(marked);
        expect(confirmed.match(/#.*/g)?.length).toBeGreaterThanOrEqual((yaml.match(/#.*/g)?.length ?? 0) - 1);
      }),
    );
  });

  test('setting a field of any item leaves the others as they are', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.constantFrom('f0', 'new'),
        (items, chosen, name) => {
          const yaml = write(items);
          const way = ['list', chosen % items.length, name];
          const expected = parse(yaml);
          expected.list[chosen % items.length][name] = { edtf: '2025', words: 'a: b' };
          const set = setAt(yaml, way, { edtf: '2025', words: 'a: b' });
          expect(parse(set)).toEqual(expected);
          expect(set.match(/#.*/g)).toEqual(yaml.match(/#.*/g));
        },
      ),
    );
  });
});

/** Every line of the one stands in the other, in its order. */
function expectSubsequence(lines: readonly string[], all: readonly string[]): void {
  let at = 0;
  for (const line of lines) {
    const found = all.indexOf(line, at);
    expect(found, line).not.toBe(-1);
    at = found + 1;
  }
}

describe('setting', () => {
  test.each<[name: string, yaml: string, way: Way, value: string | string[], expected: string]>([
    ['a word', 'a: x # why\nb: 1\n', ['a'], 'new', 'a: new # why\nb: 1\n'],
    ['words that YAML would read otherwise', 'a: x\n', ['a'], 'x: y', 'a: "x: y"\n'],
    [
      'a field that is not there, before the mark of a draft',
      'a: x\ndraft: r\n',
      ['b'],
      'new',
      'a: x\nb: new\ndraft: r\n',
    ],
    ['a field that is not there, in braces', 'l: { a: x }\n', ['l', 'b'], 'y', 'l: { a: x, b: "y" }\n'],
    ['a text of several lines', 'a: >-\n  x\n  y\nb: 1\n', ['a'], ['p', 'q'], 'a: [p, q]\nb: 1\n'],
    ['an item', 'a: [x, y]\n', ['a', 0], 'z', 'a: [z, y]\n'],
    ['an item on a line of its own', 'a:\n  - x\n  - y\n', ['a', 1], 'z', 'a:\n  - x\n  - z\n'],
  ])('%s', (_name, yaml, way, value, expected) => {
    expect(setAt(yaml, way, value)).toBe(expected);
  });
});

describe('a mention', () => {
  test.each([
    ['m:\n  a:\n    names: [x, y]\n    draft: r\n  b: z\n', 'm:\n  a: [x, y]\n  b: z\n'],
    ['m:\n  a: { names: x, draft: r }\n', 'm:\n  a: x\n'],
    [
      'm:\n  a:\n    draft: r\n    names:\n      - x\n      - { quote: y, prefix: z }\n',
      'm:\n  a:\n      - x\n      - { quote: y, prefix: z }\n',
    ],
    ['m:\n  a:\n    names: >-\n      x\n      y\n    draft: r\n  b: z\n', 'm:\n  a: >-\n      x\n      y\n  b: z\n'],
  ])('becomes its names: %j', (yaml, expected) => {
    expect(unwrapAt(yaml, ['m', 'a'], 'names')).toBe(expected);
    expect(parse(expected).m.a).toEqual(parse(yaml).m.a.names);
  });

  test('gets another slug', () => {
    expect(renameAt('m:\n  a: x # why\n', ['m', 'a'], 'b')).toBe('m:\n  b: x # why\n');
  });
});

test('the lines of an item are taken to the margin and put back as they were', () => {
  const yaml = 'l:\n  - a: 1\n    b:\n      c: 2 # why\n\n    d: 3\n  - a: 4\n';
  const source = sourceAt(yaml, ['l', 0]);
  expect(source).toBe('a: 1\nb:\n  c: 2 # why\n\nd: 3\n');
  expect(replaceSource(yaml, ['l', 0], source)).toBe(yaml);
});
