// The tables of prices and sizes against the schema: no entry stands for nothing, and nothing is free.
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { MAX_WORDS } from '../../data/search-text.ts';
import { schema } from '../../schema/index.ts';
import { PRICES, pageOf, priceOf, priceOfWords, SIZES, sizeOf } from '../../src/graphql/price.ts';

interface Coordinate {
  readonly type: string;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field that a document can select, those about the schema itself included. */
const FIELDS: readonly Coordinate[] = [
  ...Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.entries(type.getFields()).map(([name, field]) => ({ type: type.name, name, field }))
      : [],
  ),
  { type: 'Query', name: SchemaMetaFieldDef.name, field: SchemaMetaFieldDef },
  { type: 'Query', name: TypeMetaFieldDef.name, field: TypeMetaFieldDef },
];
const PAGED = FIELDS.filter(isPaged);
/** A page holds these, so that its size is theirs. */
const OF_PAGES = ['nodes', 'edges', 'values'];

describe('each entry stands for a field', () => {
  test.each(Object.keys(PRICES))('price of %s', (key) => expect(standsFor(PRICES, key)).not.toEqual([]));

  test.each(Object.keys(SIZES))('size of %s', (key) => {
    // A field without fields of its own is paid once, however long its list is; a page is measured by its own entry.
    const sized = FIELDS.filter(
      (coordinate) =>
        isCompositeType(getNamedType(coordinate.field.type)) && (key.includes('.') || !isPaged(coordinate)),
    );
    expect(standsFor(SIZES, key, sized)).not.toEqual([]);
  });
});

describe('nothing is free', () => {
  test('each field has a price', () => {
    expect(FIELDS.filter((coordinate) => !(priceOfField(coordinate) > 0)).map(nameOf)).toEqual([]);
  });

  test('each list in pages costs more than a thing, and can hold something', () => {
    expect(PAGED.length).toBeGreaterThan(40);
    const thing = priceOf('Query', 'person', 'OBJECT');
    const odd = PAGED.filter(
      (coordinate) => priceOfField(coordinate) <= thing || (pageOf(coordinate.type, coordinate.name) ?? 100) <= 0,
    );
    expect(odd.map(nameOf)).toEqual([]);
  });

  test('each other list of things has a size', () => {
    const lists = FIELDS.filter(
      ({ type, name, field }) =>
        isListType(getNullableType(field.type)) &&
        isCompositeType(getNamedType(field.type)) &&
        !isPaged({ type, name, field }) &&
        !(type !== 'Query' && OF_PAGES.includes(name)),
    );
    expect(
      lists
        .filter(({ type, name }) => sizeOf(type, name) === null)
        .map(nameOf)
        .sort(),
    ).toEqual([
      // As many as there are ids given.
      'Query.nodes',
    ]);
  });

  test('a field asked through an interface costs no less than asked of the type behind it', () => {
    const cheaper = FIELDS.flatMap((coordinate) => {
      const abstract = schema.getType(coordinate.type);
      if (!isInterfaceType(abstract)) return [];
      const behind = schema.getPossibleTypes(abstract).map(({ name }) => ({ ...coordinate, type: name }));
      return behind.filter((concrete) => isCheaper(coordinate, concrete)).map(nameOf);
    });
    expect(cheaper).toEqual([]);
  });
});

describe('the words of a search', () => {
  test.each([
    ['', 0],
    [' \n\t', 0],
    ['a', 50],
    ['ab', 1_500],
    ['abc', 600],
    ['abcd', 250],
    ['abcde', 130],
    ['abcdefghijklmnopqrstuvwxyz', 130],
    ['mill  fire', 500],
    ['"mill fire"', 900],
    ['"a"', 450],
    // A mark without its partner is no more than punctuation, and so is any other; a word counts once.
    ['mill "fire', 500],
    ['mill.fire,mill', 500],
    ['„mill fire“ «a b»', 1_800],
    ['""', 0],
    ['mill "river fire" a', 1_200],
  ])('%j: %i', (query, points) => expect(priceOfWords(query)).toBe(points));

  const WORDS = Array.from({ length: 200 }, (_, at) => `${at + 100}`);

  test('those that are not looked up cost nothing', () => {
    expect(priceOfWords(WORDS.join(' '))).toBe(MAX_WORDS * 600);
  });
});

/** The fields that get what the entry says: an entry for a name does not count where the field has its own. */
function standsFor(table: Readonly<Record<string, number>>, key: string, fields = FIELDS): readonly Coordinate[] {
  if (key.includes('.')) return fields.filter((coordinate) => nameOf(coordinate) === key);
  return fields.filter((coordinate) => coordinate.name === key && !Object.hasOwn(table, nameOf(coordinate)));
}

function priceOfField(coordinate: Coordinate): number {
  const { type, name, field } = coordinate;
  if (!isCompositeType(getNamedType(field.type))) return priceOf(type, name, 'LEAF');
  return priceOf(type, name, isPaged(coordinate) ? 'PAGED' : 'OBJECT');
}

function isCheaper(one: Coordinate, other: Coordinate): boolean {
  const longest = ({ type, name }: Coordinate) => pageOf(type, name) ?? 100;
  const usual = ({ type, name }: Coordinate) => sizeOf(type, name) ?? 1;
  const isShorter = isPaged(one) ? longest(one) < longest(other) : usual(one) < usual(other);
  return isShorter || priceOfField(one) < priceOfField(other);
}

function isPaged({ field }: Coordinate): boolean {
  return field.args.some(({ name }) => name === 'first');
}

function nameOf({ type, name }: Coordinate): string {
  return `${type}.${name}`;
}
