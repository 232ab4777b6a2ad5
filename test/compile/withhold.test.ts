// An article that was withdrawn or is hidden leaves nothing behind but what readers may know of it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openCache } from '../../data/compile/cache.ts';
import { compile } from '../../data/compile/compile.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { compileFolder } from '../corpus.ts';
import { articleOf, folderOf } from './run.ts';

const GAZETTE = 'test/corpora/gazette';

/** What the two articles of the Gazette that are not shown have for themselves. */
const WITHDRAWN = [
  'articles/witness-saw-a-man-with-a-lamp.md',
  'articles/witness-saw-a-man-with-a-lamp.yaml',
  'people/percival-dunlop.yaml',
];
const HIDDEN = [
  'articles/cask-to-appeal.md',
  'articles/cask-to-appeal.yaml',
  'people/theodora-merrow.yaml',
  'places/pellworth-steps.yaml',
];

describe('of the Gazette', () => {
  const corpus = compileFolder(GAZETTE);

  it('everything is as if their files were not there, but for the records of what was withdrawn', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dateline-')), 'gazette');
    cpSync(GAZETTE, folder, { recursive: true });
    for (const file of [...WITHDRAWN, ...HIDDEN]) rmSync(join(folder, file));
    const without = compileFolder(folder);
    const { retired, changes, summary, ...records } = corpus;
    const {
      retired: others,
      changes: otherChanges,
      summary: { version: _, ...counts },
      ...rest
    } = without;
    expect(records).toEqual(rest);
    expect(changes.filter(({ kind }) => kind !== 'WITHDRAWN')).toEqual(otherChanges);
    expect(summary).toMatchObject(counts);
    const gone = {
      on: '2025-04-20',
      how: 'WITHDRAWN',
      reason: 'The Courier found that nobody of this name lives in Larkbridge.',
      replacedBy: null,
      splitInto: [],
    };
    expect(retired.filter((one) => !others.some(({ slug }) => slug === one.slug))).toEqual([
      { slug: 'dunlop-knows-the-yard', type: 'Statement', ...gone },
      { slug: 'dunlop-man-with-a-lamp', type: 'Statement', ...gone },
      { slug: 'man-at-the-mill-wall', type: 'Event', ...gone },
      { slug: 'percival-dunlop', type: 'Person', ...gone },
      { slug: 'witness-saw-a-man-with-a-lamp', type: 'Article', ...gone },
    ]);
  });

  it('no word of theirs is in the bundle', () => {
    const bundle = Buffer.from(packBundle(indexCorpus(corpus)));
    // A word of an article that is shown is found this way.
    expect(bundle.includes('hole in its purse')).toBe(true);
    const words = [
      'quillwort',
      'Merrow',
      'merrow',
      'appeal-of',
      'cask-to-appeal',
      'Pellworth',
      'pellworth',
      'until the appeal',
    ];
    for (const word of [...words, 'Dunlop', 'a lamp climbed', 'knows the yard', 'a retired cooper']) {
      expect([word, bundle.includes(word)]).toEqual([word, false]);
    }
  });

  it('the same is read from a cache', () => {
    const place = mkdtempSync(join(tmpdir(), 'dateline-'));
    const read = () => compile(GAZETTE, undefined, openCache(GAZETTE, { place, leastBytes: 0 })).corpus;
    expect(read()).toEqual(corpus);
    expect(read()).toEqual(corpus);
  });
});

const TEXT = 'Mill burns\nThe mill burned, Ann Lee said. Bob Lee saw it in Oakton.';
const EVENT = `events:
  - event: fire
    name: Fire
    kind: FIRE
    evidence: The mill burned
`;
const AGAIN = `events:
  - of: fire
    evidence: The mill burned
`;
const BOB = 'mentions: { bob: Bob Lee, oakton: Oakton }\n';
const NAMED = {
  'people/ann.yaml': 'name: Ann Lee\n',
  'people/bob.yaml': 'name: Bob Lee\n',
  'people/nobody.yaml': 'name: Nobody\n',
  'places/oakton.yaml': 'name: Oakton\nkind: CITY\ncontainedIn: valley\n',
  'places/valley.yaml': 'name: Valley\nkind: REGION\n',
};

/** An article with more front matter. */
function shownOr(front: string, slug: string, annotation: string): Record<string, string> {
  const files = articleOf(slug, TEXT, annotation);
  return { ...files, [`articles/${slug}.md`]: `---\nlanguage: en\n${front}---\n\n${TEXT}\n` };
}

function compiled(files: Readonly<Record<string, string>>) {
  const { corpus, problems } = compile(folderOf({ ...NAMED, ...files }));
  return { codes: problems.map(({ code }) => code), problems, corpus };
}

const withdrawnOn = (day: string) => `withdrawn: { on: ${day}, reason: untrue }\n`;
const HIDDEN_NOW = 'hidden: embargo\n';

describe('a named thing', () => {
  const slugsOf = (files: Readonly<Record<string, string>>) => {
    const { corpus, codes } = compiled(files);
    expect(codes).toEqual([]);
    return {
      kept: [...(corpus?.entities.Person ?? []), ...(corpus?.entities.Place ?? [])].map(({ slug }) => slug),
      retired: (corpus?.retired ?? []).map(({ slug, on }) => `${slug} ${on}`),
    };
  };

  it('stays if another article refers to it, or if nothing does', () => {
    expect(slugsOf({ ...shownOr(withdrawnOn('2025-01-01'), 'a', BOB), ...shownOr('', 'b', BOB) })).toEqual({
      kept: ['ann', 'bob', 'nobody', 'oakton', 'valley'],
      retired: ['a 2025-01-01'],
    });
  });

  it('goes with the last article that refers to it, and stays gone however often it is said', () => {
    expect(
      slugsOf({ ...shownOr(withdrawnOn('2025-01-01'), 'a', BOB), ...shownOr(withdrawnOn('2025-02-01'), 'b', BOB) }),
    ).toEqual({
      kept: ['ann', 'nobody', 'valley'],
      retired: ['a 2025-01-01', 'b 2025-02-01', 'bob 2025-02-01', 'oakton 2025-02-01'],
    });
  });

  it('of a hidden article is as if it had never been', () => {
    expect(slugsOf(shownOr(HIDDEN_NOW, 'a', BOB))).toEqual({ kept: ['ann', 'nobody', 'valley'], retired: [] });
  });

  it('of a hidden and of a withdrawn article was seen in the withdrawn one', () => {
    expect(slugsOf({ ...shownOr(HIDDEN_NOW, 'a', BOB), ...shownOr(withdrawnOn('2025-02-01'), 'b', BOB) })).toEqual({
      kept: ['ann', 'nobody', 'valley'],
      retired: ['b 2025-02-01', 'bob 2025-02-01', 'oakton 2025-02-01'],
    });
  });

  it('that something was renamed to takes the old slug with it', () => {
    const retired = { 'retired.yaml': '- { slug: robert, on: 2024-01-01, reason: short, replacedBy: bob }\n' };
    expect(slugsOf({ ...shownOr(withdrawnOn('2025-02-01'), 'b', BOB), ...retired }).retired).toEqual([
      'b 2025-02-01',
      'bob 2025-02-01',
      'oakton 2025-02-01',
      'robert 2025-02-01',
    ]);
    expect(slugsOf({ ...shownOr(HIDDEN_NOW, 'b', BOB), ...retired }).retired).toEqual([]);
  });
});

describe('a slug that is not shown', () => {
  it('cannot be used again, by a thing of its type or of another', () => {
    const other = { 'people/fire.yaml': 'name: Fire\n' };
    for (const front of [HIDDEN_NOW, withdrawnOn('2025-01-01')]) {
      const files = shownOr(front, 'a', EVENT);
      expect(compiled({ ...files, ...shownOr('', 'b', EVENT) }).codes).toEqual(['duplicate-slug']);
      expect(compiled({ ...files, ...other }).codes).toEqual(['duplicate-slug']);
      expect(compiled({ ...files, 'retired.yaml': '- { slug: fire, reason: x }\n' }).codes).toEqual(['retired-slug']);
    }
  });

  it('can be referred to by an article that is not shown either', () => {
    const files = { ...shownOr(withdrawnOn('2025-01-01'), 'a', EVENT), ...shownOr(HIDDEN_NOW, 'b', AGAIN) };
    expect(compiled(files).codes).toEqual([]);
  });

  it('is introduced by another article once it is moved there', () => {
    const files = { ...shownOr(withdrawnOn('2025-01-01'), 'a', AGAIN), ...shownOr('', 'b', EVENT) };
    const { corpus } = compiled(files);
    expect(corpus?.entities.Event.map(({ slug, reports }) => [slug, reports.length])).toEqual([['fire', 1]]);
    expect(corpus?.retired.map(({ slug }) => slug)).toEqual(['a']);
  });
});

it('an article is checked, whether readers see it or not', () => {
  for (const front of [HIDDEN_NOW, withdrawnOn('2025-01-01')]) {
    expect(compiled(shownOr(front, 'a', EVENT.replace('burned', 'drowned'))).codes).toEqual(['quote-not-found']);
  }
});

it('an article is hidden or withdrawn, not both', () => {
  expect(compiled(shownOr(HIDDEN_NOW + withdrawnOn('2025-01-01'), 'a', '')).codes).toEqual(['needless-field']);
});

it.each([
  'withdrawn: true',
  'withdrawn: { on: 2025-01-01 }',
  'withdrawn: { reason: x }',
  'withdrawn: { on: May, reason: x }',
  "hidden: ''",
  'hidden: true',
])('"%s" is refused', (front) => {
  expect(compiled(shownOr(`${front}\n`, 'a', '')).codes).toHaveLength(1);
});

it('what is shown again is as it was', () => {
  const folder = folderOf({ ...NAMED, ...shownOr('', 'a', EVENT + BOB) });
  const place = mkdtempSync(join(tmpdir(), 'dateline-'));
  const read = () => compile(folder, undefined, openCache(folder, { place, leastBytes: 0 })).corpus;
  const file = join(folder, 'articles/a.md');
  const before = read();
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('language: en\n', `language: en\n${HIDDEN_NOW}`));
  expect(read()?.entities.Article).toEqual([]);
  writeFileSync(file, text);
  expect(read()).toEqual(before);
});
