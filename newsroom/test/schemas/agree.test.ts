// The schemas that an editor's program checks with and the definitions that the compiler checks with are of one mind.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdtf } from '../../../data/compile/index.ts';
import type { SchemaKind } from '../../schemas/kind.ts';
import { DEFINITIONS, listAuthored, openSchemas } from './authored-file.ts';

const AUTHORED = listAuthored();
const SCHEMAS = openSchemas();

function verdicts(kind: SchemaKind, value: unknown): { schema: boolean; compiler: boolean } {
  return { schema: SCHEMAS.get(kind)?.(value) ?? false, compiler: DEFINITIONS[kind].safeParse(value).success };
}

test.each(AUTHORED)('$path keeps to its schema', ({ kind, value }) => {
  expect(verdicts(kind, value)).toEqual({ schema: true, compiler: true });
});

const DIGEST = `sha256:${'0'.repeat(64)}`;
const SAID = { kind: 'INDIRECT', content: 'x', speakers: [{ agent: 'ann', evidence: 'x' }] };

describe('both refuse', () => {
  test.each<[string, SchemaKind, unknown]>([
    ['an unknown field', 'person', { name: 'Ann', nam: 'Ann' }],
    ['a missing field', 'place', { name: 'Baku' }],
    ['a list for fields', 'person', []],
    ['a number for words', 'person', { name: 7 }],
    ['an empty name', 'group', { name: '' }],
    ['a name of blanks', 'organization', { name: ' \t\u00a0' }],
    ['another name of blanks', 'person', { name: 'Ann', otherNames: ['  '] }],
    ['an empty list', 'person', { name: 'Ann', otherNames: [] }],
    ['a value of another set', 'place', { name: 'Baku', kind: 'TOWN' }],
    ['a value in small letters', 'place', { name: 'Baku', kind: 'city' }],
    ['a slug with a capital', 'place', { name: 'Baku', kind: 'CITY', containedIn: 'Azerbaijan' }],
    ['a slug with two hyphens', 'retired', [{ slug: 'a--b', reason: 'x' }]],
    ['a slug with a line break behind it', 'retired', [{ slug: 'a\n', reason: 'x' }]],
    ['a slug of 101 letters', 'retired', [{ slug: 'a'.repeat(101), reason: 'x' }]],
    ['no reason', 'retired', [{ slug: 'a' }]],
    ['an address without a scheme', 'front-matter', { language: 'en', url: 'example.org/a' }],
    ['an address of a file', 'front-matter', { language: 'en', url: 'file:///etc/hosts' }],
    ['an address of no domain', 'front-matter', { language: 'en', url: 'https://localhost/' }],
    ['no language', 'front-matter', {}],
    ['a language with an underscore', 'front-matter', { language: 'en_GB' }],
    ['a language by its name', 'front-matter', { language: 'English' }],
    ['an empty draft mark', 'person', { name: 'Ann', draft: '' }],
    ['a short digest', 'annotation', { digest: 'sha256:00' }],
    ['a voice of the article', 'annotation', { digest: DIGEST, statements: [{ ...SAID, voice: 'ARTICLE' }] }],
    ['a statement without speakers', 'annotation', { digest: DIGEST, statements: [{ ...SAID, speakers: [] }] }],
    ['an empty quote', 'annotation', { digest: DIGEST, statements: [{ ...SAID, content: { quote: '' } }] }],
    ['a quote with an unknown field', 'annotation', { digest: DIGEST, mentions: { ann: { quote: 'x', before: 'y' } } }],
    ['names under no slug', 'annotation', { digest: DIGEST, mentions: { 'Ann Lee': 'x' } }],
    ['a time of 24:00', 'annotation', { digest: DIGEST, events: [{ time: { words: 'x', clock: '24:00' } }] }],
    [
      'half a person',
      'annotation',
      { digest: DIGEST, events: [{ figures: [{ kind: 'DEATHS', value: 0.5, words: 'x' }] }] },
    ],
    ['minus one', 'annotation', { digest: DIGEST, events: [{ figures: [{ kind: 'DEATHS', min: -1, words: 'x' }] }] }],
    [
      'more than an Int',
      'annotation',
      { digest: DIGEST, events: [{ figures: [{ kind: 'DEATHS', max: 2 ** 31, words: 'x' }] }] },
    ],
  ])('%s', (_, kind, value) => {
    expect(verdicts(kind, value)).toEqual({ schema: false, compiler: false });
  });
});

/** Where the compiler looks more closely, or later, than a schema can: see the guide. */
const REFINED = ['language', 'edtf', 'url', 'sameAs'];

describe('what the compiler alone refuses', () => {
  test.each<[string, SchemaKind, unknown]>([
    ['a language tag that is not in its canonical form', 'front-matter', { language: 'zh-hant' }],
    ['an address with a host that is none', 'front-matter', { language: 'en', url: 'https://a_b.c!d/' }],
  ])('%s', (_, kind, value) => {
    expect(verdicts(kind, value)).toEqual({ schema: true, compiler: false });
  });
});

test('agree on everything that is an edit away from an authored file, apart from what is refined', () => {
  const edited = fc
    .constantFrom(...AUTHORED.filter(({ value }) => waysInto(value).length > 0))
    .chain(({ kind, value }) => fc.constantFrom(...waysInto(value)).map((way) => ({ kind, value, way })))
    .chain(({ kind, value, way }) =>
      fc.constantFrom(...EDITS).map((edit) => ({ kind, way, made: editAt(value, way, edit) })),
    );
  let refused = 0;
  fc.assert(
    fc.property(edited, ({ kind, way, made }) => {
      const { schema, compiler } = verdicts(kind, made);
      if (!compiler) refused++;
      if (way.some((step) => REFINED.includes(String(step)))) return;
      expect({ way, refused: !schema }).toEqual({ way, refused: !compiler });
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(500);
});

test('no date that the compiler takes is refused by the schema', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9X]{${length}}$`));
  const day = fc
    .tuple(digits(4), digits(2), digits(2), fc.constantFrom('', '~', '?', '%'), fc.integer({ min: 1, max: 3 }))
    .map(([year, month, date, mark, parts]) => `${[year, month, date].slice(0, parts).join('-')}${mark}`);
  const instant = fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19));
  const side = fc.oneof(
    day,
    instant,
    instant.map((text) => `${text}Z`),
    instant.map((text) => `${text}+04:00`),
  );
  const edtf = fc.oneof(
    side,
    fc.tuple(side, fc.oneof(side, fc.constantFrom('..', ''))).map((sides) => sides.join('/')),
  );
  let taken = 0;
  fc.assert(
    fc.property(edtf, (text) => {
      if ('code' in readEdtf(text)) return;
      taken++;
      expect(verdicts('front-matter', { language: 'en', published: { edtf: text } }).schema).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(10);
});

type Way = readonly (string | number)[];
type Edit = 'take out' | 'misspell' | { readonly put: unknown };

const EDITS: readonly Edit[] = [
  'take out',
  'misspell',
  ...[
    null,
    true,
    7,
    -1,
    0.5,
    '',
    ' ',
    'x',
    'No Slug',
    'ann-lee',
    'OTHER',
    'DENIED',
    'CARRIED_OVER',
    [],
    ['x'],
    {},
    { quote: 'x' },
  ].map((put) => ({ put })),
];

/** The ways to all values within, the whole one not counted. */
function waysInto(value: unknown): Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const step = Array.isArray(value) ? Number(name) : name;
    return [[step], ...waysInto(inner).map((way) => [step, ...way])];
  });
}

function editAt(value: unknown, [step, ...rest]: Way, edit: Edit): unknown {
  if (step === undefined) return typeof edit === 'object' ? edit.put : value;
  const isLast = rest.length === 0 && typeof edit === 'string';
  if (Array.isArray(value)) {
    if (isLast) return value.toSpliced(Number(step), 1);
    return value.with(Number(step), editAt(value[Number(step)], rest, edit));
  }
  const fields = Object.entries(value as object);
  const changed = fields.flatMap(([name, inner]): [string, unknown][] => {
    if (name !== step) return [[name, inner]];
    if (!isLast) return [[name, editAt(inner, rest, edit)]];
    return edit === 'misspell' ? [[`${name}x`, inner]] : [];
  });
  return Object.fromEntries(changed);
}
