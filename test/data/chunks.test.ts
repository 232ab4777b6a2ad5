// Cutting a corpus into chunks, differences between chunks, and the manifest that finds them again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBucket, packBucket } from '../../data/chunks/bucket.ts';
import { applyDelta, packDelta } from '../../data/chunks/delta.ts';
import { chunkLists, digestsOf, openManifest, packManifest } from '../../data/chunks/manifest.ts';
import { cutRun, RUNS } from '../../data/chunks/run.ts';
import { hashesOf } from '../../data/hash.ts';
import { ENTITY_TYPES } from '../../data/model.ts';
import { findBases } from '../../data/publish/bases.ts';

const edit = fc.record({ at: fc.nat(5000), removed: fc.nat(20), added: fc.uint8Array({ maxLength: 20 }) });

test('content is what its difference makes of the base, whatever was edited', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.array(edit, { maxLength: 12 }), (base, edits) => {
      let content = base;
      for (const { at, removed, added } of edits) {
        const from = at % (content.length + 1);
        content = Uint8Array.from([...content.subarray(0, from), ...added, ...content.subarray(from + removed)]);
      }
      expect(applyDelta(base, packDelta(base, content))).toEqual(content);
    }),
  );
});

test.each([
  ['nothing', [], [1, 2, 3]],
  ['nothing left', [1, 2, 3], []],
  ['nothing in common', [1, 1, 1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2, 2, 2]],
  ['the same', [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]],
  ['repetitions', Array(100).fill(7), Array(70).fill(7)],
])('a difference from %s', (_, base, content) => {
  const [from, to] = [Uint8Array.from(base), Uint8Array.from(content)];
  expect(applyDelta(from, packDelta(from, to))).toEqual(to);
});

test('a byte here and there makes a small difference', () => {
  const base = Uint8Array.from({ length: 16_000 }, (_, index) => (index * index * 31 + (index >> 3)) % 251);
  const content = base.map((byte, index) => (index % 100 === 50 ? byte + 1 : byte));
  expect(packDelta(base, content).length).toBeLessThan(160 * 6);
});

const slugs = (count: number) => Array.from({ length: count }, (_, index) => `thing-${index}`);
const cut = (keys: readonly string[]) => [
  ...cutRun(
    keys,
    (key) => key,
    (key) => JSON.stringify(key.padEnd(2000, '.')),
  ),
];

test('a record more or less changes the chunk around it and no other', () => {
  const keys = slugs(400);
  const before = cut(keys).map(({ lines }) => lines);
  fc.assert(
    fc.property(fc.nat(400), fc.boolean(), (at, isNew) => {
      const after = cut(isNew ? keys.toSpliced(at, 0, 'the-new-one') : keys.toSpliced(at, 1));
      const changed = after.filter(({ lines }) => !before.includes(lines));
      expect(changed.length).toBeLessThanOrEqual(3);
      expect(after.flatMap(({ lines }) => lines.split('\n')).length).toBe(
        keys.length + (isNew ? 1 : at < 400 ? -1 : 0),
      );
    }),
  );
});

test('chunks have the records in order, and say how many', () => {
  const chunks = cut(slugs(300));
  expect(chunks.length).toBeGreaterThan(10);
  expect(chunks.flatMap(({ lines }) => lines.split('\n')).map((line) => JSON.parse(line).replace(/\.+$/, ''))).toEqual(
    slugs(300),
  );
  expect(chunks.map(({ lines }) => lines.split('\n').length)).toEqual(chunks.map(({ count }) => count));
  expect(cut([])).toEqual([]);
});

test('a bucket gives back its pieces', () => {
  const pieces = [
    ['', new Uint8Array()],
    ['list/ə=🗞', Uint8Array.of(1, 2, 3)],
  ] as const;
  const find = openBucket(packBucket(pieces));
  for (const [name, piece] of pieces) expect(find(name)).toEqual(piece);
  expect(find('list/ə=🗞')).toBe(find('list/ə=🗞'));
  expect(['list', 'list/ə=🗟', '\ud800'].map(find)).toEqual([null, null, null]);
});

const SUMMARY = {
  ...{ version: 'sha256:1', evidenceCount: 0, coverage: 0 },
  versionCounts: { Article: 0, Event: 0, Statement: 0, Person: 0, Organization: 0, Group: 0, Place: 0 },
  counts: { Article: 0, Event: 0, Statement: 0, Person: 0, Organization: 0, Group: 0, Place: 0 },
};
const digest = (number: number) => Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? number : index));

/** A manifest of people alone, in chunks of two, with two buckets and a long piece. */
function manifestOf(people: readonly string[], first = 0) {
  const chunks = Array.from({ length: Math.ceil(people.length / 2) }, (_, index) => ({
    digest: digest(first + index),
    count: Math.min(2, people.length - 2 * index),
  }));
  return packManifest({
    summary: SUMMARY,
    runs: RUNS.map((run) => (run === 'Person' ? chunks : [])),
    slugs: ENTITY_TYPES.map((type) => (type === 'Person' ? people : [])),
    buckets: [digest(100), digest(101)],
    longPieces: [{ name: 'long', digest: digest(102) }],
  });
}

test('a manifest finds each thing by its number and its slug, and nothing else', () => {
  const people = slugs(5);
  const packed = manifestOf(people);
  const manifest = openManifest('edition', packed);
  expect(manifest.summary).toEqual(SUMMARY);
  const digests = digestsOf(packed);
  for (const [number, slug] of people.entries()) {
    const place = { digest: digests[Math.floor(number / 2)], index: number % 2 };
    expect(manifest.recordAt('Person', number)).toEqual(place);
    expect(manifest.withSlug(slug)).toEqual([{ type: 'Person', number, ...place }]);
  }
  expect(manifest.withSlug('nobody')).toEqual([]);
  expect(() => manifest.recordAt('Person', 5)).toThrow('no record 5');
  expect(() => manifest.recordAt('Event', 0)).toThrow('no record 0');
  expect(manifest.pieceAt('long')).toEqual({ digest: digests[5], isWhole: true });
  expect(new Set(slugs(20).map((name) => manifest.pieceAt(name).digest))).toEqual(new Set(digests.slice(3, 5)));
});

test('two slugs with the same hash are both found', () => {
  const known = new Map<number, string>();
  let pair: readonly string[] = [];
  for (let number = 0; pair.length === 0; number++) {
    const slug = `slug-${number}`;
    const other = known.get(hashesOf(slug)[0]);
    if (other !== undefined) pair = [other, slug];
    known.set(hashesOf(slug)[0], slug);
  }
  const manifest = openManifest('edition', manifestOf(pair));
  for (const slug of pair) expect(manifest.withSlug(slug).map(({ number }) => number)).toEqual([0, 1]);
});

test('the base of a new chunk is the one that was in its place', () => {
  const [before, after] = [manifestOf(slugs(6)), manifestOf(slugs(6), 1)];
  const [old, now] = [chunkLists(before).get('Person') ?? [], chunkLists(after).get('Person') ?? []];
  // 0 1 2 became 1 2 3: 3 is new, after the last that both have.
  expect([...findBases(before, after)]).toEqual([]);
  expect([...findBases(manifestOf(slugs(6), 10), after)]).toEqual(
    now.map((one, index) => [one, chunkLists(manifestOf(slugs(6), 10)).get('Person')?.[index]]),
  );
  expect(old.slice(1)).toEqual(now.slice(0, -1));
});
