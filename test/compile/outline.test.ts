// Places in YAML: what stands there is what the path leads to.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readYaml } from '../../data/compile/yaml.ts';

function wordsAt(text: string): (path: readonly PropertyKey[], part?: 'key' | 'value') => string {
  const yaml = readYaml({ path: 'a.yaml', text }, ({ says }) => {
    throw new Error(says);
  });
  return (path, part) => {
    const { start = 0, end = 0 } = yaml?.at(path, part) ?? {};
    return text.slice(start, end);
  };
}

// JSON is YAML, and each part of it can be read again by itself.
it('finds every value, and the name of every field', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const words = wordsAt(JSON.stringify(value));
      for (const { path, inner } of everything(value)) {
        expect(JSON.parse(words(path))).toEqual(JSON.parse(JSON.stringify(inner)));
        const name = path.at(-1);
        if (typeof name === 'string') expect(JSON.parse(words(path, 'key'))).toBe(name);
      }
    }),
  );
});

function everything(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; inner: unknown }[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    { path, inner: value },
    ...inside.flatMap(([name, inner]) => everything(inner, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

const TEXT = 'a: &x {b: 1}\nc: *x\nlist: [*x, two]\nempty:\n"quo ted": "3"\n&k d: *k\n';

it.each([
  [['a', 'b'], 'value', '1'],
  [['c'], 'value', '*x'],
  [['c', 'b'], 'value', '1'],
  [['c', 'b'], 'key', 'b'],
  [['list', 0], 'value', '*x'],
  [['list', 0, 'b'], 'value', '1'],
  [['list', 1], 'value', 'two'],
  [['list', 2], 'value', '[*x, two]'],
  [['list', 1, 'b'], 'value', 'two'],
  [['empty'], 'value', 'empty'],
  [['quo ted'], 'key', '"quo ted"'],
  [['quo ted'], 'value', '"3"'],
  [['d'], 'value', '*k'],
  [['d', 'more'], 'value', 'd'],
  [['a', 'missing'], 'value', '{b: 1}'],
  [['a', 'missing'], 'key', '{b: 1}'],
] as const)('at %j the %s is %s', (path, part, words) => {
  expect(wordsAt(TEXT)(path, part)).toBe(words);
});
