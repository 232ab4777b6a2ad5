// A bundle gives back what was packed into it, to the last character.
import { describe, expect, it } from 'vitest';
import { BoundedCache } from '../../data/bounded-cache.ts';
import { packBundle } from '../../data/bundled/pack.ts';
import { NamedPieces, packNamedPieces } from '../../data/bundled/piece-table.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { FORMAT_VERSION } from '../../data/bundled/value.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { type ArticleText, type Corpus, ENTITY_TYPES } from '../../data/model.ts';
import { articleOf, folderOf } from '../compile/run.ts';
import { compileFolder } from '../corpus.ts';
import { generateCorpus } from '../store/opened.ts';

// Every count of a place differs here: code points, UTF-16 units, bytes.
const TEXT = '🎈 Ərzurum\n“É finito 🔥”, said Ünal of the 市政府. Ünal’s 🎈 flew.';
const ASTRAL = compileFolder(
  folderOf({
    ...articleOf(
      'balloon',
      TEXT,
      `statements:
  - statement: finito
    kind: DIRECT_QUOTE
    content: É finito 🔥
    cue: said
    speakers: [{ agent: unal, evidence: { quote: Ünal, prefix: "said " } }]
events:
  - { event: flight, name: Flight, kind: OTHER, evidence: Ünal’s 🎈 flew, date: { edtf: "2025~", words: flew } }
mentions: { unal: [Ünal] }
`,
    ),
    'people/unal.yaml': 'name: Ünal 🎈\notherNames: [Уна́л, 市政府]\n',
  }),
);

/** Records as JSON has them: evidence of a bundle makes its words when they are asked for. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { type } = value as { type?: unknown };
  const fields =
    type === 'Evidence'
      ? ['type', 'article', 'start', 'end', 'utf16Start', 'utf16End', 'paragraph', 'exact', 'prefix', 'suffix']
      : Object.keys(value);
  return Object.fromEntries(fields.map((field) => [field, plain((value as Record<string, unknown>)[field])]));
}

const CORPORA: readonly (readonly [string, Corpus])[] = [
  ['the seed', compileFolder('data/corpus')],
  ['the gazette', compileFolder('test/corpora/gazette')],
  ['a text beyond ASCII', ASTRAL],
  ['a generated corpus', await generateCorpus(5, 3)],
];

describe.each(CORPORA)('the bundle of %s', (_, corpus) => {
  const indexed = indexCorpus(corpus);
  const source = openBundledSource(packBundle(indexed));

  it.each(ENTITY_TYPES)('has every %s under its number and its slug', (type) => {
    const entities = indexed.entities[type];
    expect(source.byNumber(type, [...entities.keys()]).valueOf()).toHaveLength(entities.length);
    for (const [number, entity] of entities.entries()) {
      expect(plain(source.byNumber(type, [number]))).toEqual([plain(entity)]);
      expect(plain(source.bySlug([entity.slug]))).toEqual([{ number, entity: plain(entity) }]);
    }
  });

  it('has every text, dossier and piece, and nothing else', () => {
    for (const text of corpus.texts) {
      const [found] = source.texts([text.of]) as readonly ArticleText[];
      const { of, paragraphs, marks } = found!;
      expect({ of, text: found!.text, paragraphs, marks }).toEqual(text);
    }
    for (const dossier of corpus.dossiers) expect(plain(source.dossiers([dossier.of]))).toEqual([plain(dossier)]);
    for (const [name, piece] of indexed.pieces) expect(source.pieces([name, `${name}?`])).toEqual([piece, null]);
    expect(source.bySlug(['', 'nothing', '__proto__', 'constructor'])).toEqual([null, null, null, null]);
    expect(source.summary).toEqual(corpus.summary);
  });

  it('is the same bytes each time', () => {
    expect(packBundle(indexCorpus(corpus))).toEqual(packBundle(indexed));
  });
});

it('of another version is refused', () => {
  const bundle = packBundle(indexCorpus(ASTRAL));
  const head = new TextEncoder().encode(`"version":${FORMAT_VERSION}`);
  const at = bundle.findIndex((_, index) => head.every((byte, offset) => bundle[index + offset] === byte));
  bundle[at + head.length - 1] = '9'.charCodeAt(0);
  expect(() => openBundledSource(bundle)).toThrow(/format version 9/);
});

describe('a table of names', () => {
  it('finds each of many names, and none that is not there', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `list/Statement/speaker=agent-${index}`);
    const table = new NamedPieces(
      packNamedPieces(new Map(names.map((name) => [name, new TextEncoder().encode(name)]))),
    );
    for (const name of names) expect(new TextDecoder().decode(table.get(name) ?? undefined)).toBe(name);
    for (const name of names) expect(table.get(`${name}x`)).toBeNull();
  });

  it('may be empty', () => {
    expect(new NamedPieces(packNamedPieces(new Map())).get('x')).toBeNull();
  });
});

describe('a bounded cache', () => {
  it('makes a thing once while it is asked for, and is never larger than its limit', () => {
    const memory = new BoundedCache<number, string>(10);
    let made = 0;
    const make = (key: number) => {
      made++;
      return `${key}`;
    };
    for (let round = 0; round < 100; round++) {
      expect(memory.get(0, make)).toBe('0');
      expect(memory.get(1 + (round % 50), make)).toBe(`${1 + (round % 50)}`);
    }
    // What is asked for each time is kept; of the fifty others none comes back in time.
    expect(made).toBe(101);
  });
});

it.each([
  ['cut short', (bundle: Uint8Array) => bundle.subarray(0, -1)],
  ['longer than it was', (bundle: Uint8Array) => Uint8Array.from([...bundle, 0])],
])('a bundle that is %s is refused in a sentence', (_, damage) => {
  expect(() => openBundledSource(damage(packBundle(indexCorpus(ASTRAL))))).toThrow(/should have \d+ bytes but has \d+/);
});
