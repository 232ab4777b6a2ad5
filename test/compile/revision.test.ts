// Articles that have had several texts: what stands in which of them, and what is wrong with their files.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { compile } from '../../data/compile/compile.ts';
import { differencesOf } from '../../data/compile/difference.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Corpus, History } from '../../data/model.ts';
import { isFormer, reversed, revisionsOf, withWords } from '../../data/revision.ts';
import { folderOf } from './run.ts';

const FIRST = 'Fire\n\nTwo died in the fire. “I smelt gas,” said Ann Lee.';
const SECOND = 'Fire\n\nThree died in the fire. “I smelt gas,” said Ann Lee.\n\nCorrection: We first wrote of two.';
const THIRD = 'Fire\n\nThree died in the fire.\n\nCorrection: We first wrote of two. We removed a quotation.';

const REVISED =
  'revised: { on: 2026-03-05, reason: The hospital said so., correction: "Correction: We first wrote of two." }';
const REVISED_AGAIN = 'revised: { on: 2026-03-09, reason: She denies it., correction: We removed a quotation. }';

const TOLL = (words: string, extra = '') =>
  `events:\n  - event: fire\n    name: Fire\n    kind: FIRE\n    evidence: ${words} died in the fire\n${extra}`;
const QUOTE = (extra = '') =>
  `statements:\n  - statement: lee-smelt-gas\n    kind: DIRECT_QUOTE\n    content: I smelt gas\n    cue: said\n    speakers: [{ agent: ann-lee, evidence: Ann Lee }]\n${extra}`;

/** The front matter, text and annotation of a text. */
type Text = readonly [front: string, text: string, annotation: string];

const TEXTS: Readonly<Record<string, Text>> = {
  mill: [`language: en\n${REVISED_AGAIN}\n`, THIRD, TOLL('Three', '    since: 2\n')],
  'mill@2': [`${REVISED}\n`, SECOND, QUOTE()],
  'mill@1': ['', FIRST, TOLL('Two')],
};

function corpusOf(texts: Readonly<Record<string, Text>>, others: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(texts).flatMap(([name, [front, text, annotation]]) => {
    const digest = createHash('sha256').update(text).digest('hex');
    const body = front.includes('upTo') ? '' : `\n${text}\n`;
    return [
      [`articles/${name}.md`, `---\n${front}---\n${body}`],
      [`articles/${name}.yaml`, `digest: sha256:${digest}\n${annotation}`],
    ];
  });
  return compile(
    folderOf({
      ...Object.fromEntries(files),
      'people/ann-lee.yaml': 'name: Ann Lee\n',
      'people/chief.yaml': 'name: The chief\n',
      ...others,
    }),
  );
}

function compiled(texts: Readonly<Record<string, Text>>): Corpus {
  const { corpus, problems } = corpusOf(texts);
  expect(problems).toEqual([]);
  if (corpus === null) throw new Error('The corpus does not compile.');
  return corpus;
}

function historyOf({ histories }: Corpus, slug: string): History | undefined {
  return histories.find(({ of }) => of === slug);
}

describe('an article of three texts', () => {
  const corpus = compiled(TEXTS);
  const [article] = corpus.entities.Article;

  it('has its texts, the newest first, with the reason and the words of each change', () => {
    expect(article?.revisions.map(({ number, reason, date }) => [number, reason, date?.edtf ?? null])).toEqual([
      [3, 'She denies it.', '2026-03-09'],
      [2, 'The hospital said so.', '2026-03-05'],
      [1, null, null],
    ]);
    expect(article?.revisions.map(({ correction }) => correction && [correction.source, correction.exact])).toEqual([
      ['mill', 'We removed a quotation.'],
      ['mill@2', 'Correction: We first wrote of two.'],
      null,
    ]);
    expect(historyOf(corpus, 'mill')?.texts.map(({ of, text }) => [of, text])).toEqual([
      ['mill@2', SECOND],
      ['mill@1', FIRST],
    ]);
  });

  it('has each report in the texts in which it stands, and nowhere else', () => {
    const [fire] = corpus.entities.Event;
    expect(fire?.reports.map(({ standing, evidence }) => [standing, evidence[0]?.source, evidence[0]?.exact])).toEqual([
      [{ since: 2, until: null }, 'mill', 'Three died in the fire'],
    ]);
    const earlier = historyOf(corpus, 'fire')?.assertions ?? [];
    expect(earlier.map((one) => [one.standing, one.evidence[0]?.source, isFormer(one)])).toEqual([
      [{ since: 2, until: null }, 'mill@2', false],
      [{ since: 1, until: 1 }, 'mill@1', true],
    ]);
  });

  it('has what no present text says in no list, and still knows it as it stood last', () => {
    expect(corpus.entities.Statement).toEqual([]);
    expect(corpus.summary.counts.Statement).toBe(0);
    const [{ slug, quotes } = { slug: null, quotes: [] }] = corpus.removed.Statement;
    expect([slug, quotes.map(({ standing, content }) => [standing, content[0]?.source])]).toEqual([
      'lee-smelt-gas',
      [[{ since: 1, until: 2 }, 'mill@2']],
    ]);
    expect(
      historyOf(corpus, 'lee-smelt-gas')?.assertions.map((one) => [one.evidence[0]?.source, isFormer(one)]),
    ).toEqual([
      ['mill@2', true],
      ['mill@1', false],
    ]);
    expect(corpus.dossiers.find(({ of }) => of === 'ann-lee')?.mentions).toEqual([]);
    expect(historyOf(corpus, 'ann-lee')?.mentions.map(({ source }) => source)).toEqual(['mill@2', 'mill@1']);
  });

  it('has the difference of every two texts', () => {
    const differences = historyOf(corpus, 'mill')?.differences ?? [];
    expect(differences.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ]);
    for (const difference of differences) {
      const { from, to } = difference;
      const texts = [FIRST, SECOND, THIRD];
      const changes = withWords(difference, texts[from - 1] ?? '', texts[to - 1] ?? '');
      const without = (kind: string) => changes.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
      expect([without('ADDED'), without('REMOVED')]).toEqual([
        [FIRST, SECOND, THIRD][from - 1],
        [FIRST, SECOND, THIRD][to - 1],
      ]);
    }
  });
});

it('what was removed still says who denies it, and what refers to it still finds it', () => {
  const DENIAL = 'Denial\n\nBob Ray denied that anybody had smelt gas.';
  const corpus = compiled({
    ...TEXTS,
    denial: [
      'language: en\n',
      DENIAL,
      'statements:\n  - statement: ray-no-gas\n    kind: DENIAL\n    content: anybody had smelt gas\n    cue: denied\n    speakers: [{ agent: ann-lee, evidence: Bob Ray }]\n    denies: [lee-smelt-gas]\n',
    ],
  });
  expect(corpus.removed.Statement[0]?.relations.map(({ kind, from }) => [kind, from])).toEqual([
    ['DENIES', 'ray-no-gas'],
  ]);
  const store = openStore(openBundledSource(packBundle(indexCorpus(corpus))));
  expect(store.get('Statement', 'lee-smelt-gas')).toMatchObject({ slug: 'lee-smelt-gas' });
  expect(store.count('Statement', [{}])).toBe(1);
  expect(store.count('Statement', [{ articles: ['mill'] }])).toBe(0);
});

it('what was removed is, on a day after that, what it is now, and what refers to it still does', () => {
  const dated = (day: string) => `language: en\npublished: { edtf: ${day} }\n`;
  const corpus = compiled({
    ...TEXTS,
    mill: [`${dated('2026-03-04')}${REVISED_AGAIN}\n`, THIRD, TOLL('Three', '    since: 2\n')],
    denial: [
      dated('2026-03-06'),
      'Denial\n\nThe fire chief denied that anybody had smelt gas.',
      'statements:\n  - statement: chief-no-gas\n    kind: DENIAL\n    content: anybody had smelt gas\n    cue: denied\n    speakers: [{ agent: chief, evidence: The fire chief }]\n    denies: [lee-smelt-gas]\n',
    ],
  });
  const store = openStore(openBundledSource(packBundle(indexCorpus(corpus))));
  const slugs = ['mill', 'denial', 'fire', 'lee-smelt-gas', 'chief-no-gas', 'ann-lee', 'chief'];
  const found = (of: typeof store) => JSON.parse(JSON.stringify(slugs.map((slug) => of.find(slug))));
  expect(found(store.asOf('2026-03-09'))).toEqual(found(store));
  expect(store.asOf('2026-03-09').count('Person', [{}])).toBe(store.count('Person', [{}]));
  expect(store.asOf('2026-03-09').count('Statement', [{}])).toBe(1);
  expect(store.asOf('2026-03-03').find('lee-smelt-gas')).toBeNull();
  expect(store.asOf('2026-03-05').find('chief-no-gas')).toBeNull();
});

it('what was removed names nothing that came later, on a day before that came', () => {
  const dated = (day: string) => `language: en\npublished: { edtf: ${day} }\n`;
  const corpus = compiled({
    ...TEXTS,
    mill: [`${dated('2026-03-04')}${REVISED_AGAIN}\n`, THIRD, TOLL('Three', '    since: 2\n')],
    denial: [
      dated('2026-03-12'),
      'Denial\n\nThe fire chief denied that anybody had smelt gas.',
      'statements:\n  - statement: chief-no-gas\n    kind: DENIAL\n    content: anybody had smelt gas\n    cue: denied\n    speakers: [{ agent: chief, evidence: The fire chief }]\n    denies: [lee-smelt-gas]\n',
    ],
  });
  const past = openStore(openBundledSource(packBundle(indexCorpus(corpus)))).asOf('2026-03-10');
  expect(past.find('chief-no-gas')).toBeNull();
  expect(past.find('lee-smelt-gas')).toMatchObject({ slug: 'lee-smelt-gas', relations: [] });
});

it('on the days on which it stood, what was removed later is what it was', () => {
  const dated = (day: string) => `language: en\npublished: { edtf: ${day} }\n`;
  const words = 'Nobody had ever looked at the old boiler';
  const quote = (slug: string) =>
    `statements:\n  - statement: ${slug}\n    kind: DIRECT_QUOTE\n    content: ${words}\n    cue: said\n    speakers: [{ agent: ann-lee, evidence: Ann Lee }]\n`;
  const corpus = compiled({
    mill: [`${dated('2026-03-04')}revised: { on: 2026-03-09, reason: She denies it. }\n`, 'Fire\n\nTwo died.', ''],
    'mill@1': [
      '',
      `Fire\n\n“${words},” said Ann Lee, born in 1966.`,
      `${quote('lee-nobody-looked')}facts:\n  - person: ann-lee\n    birth: { edtf: 1966, words: in 1966 }\n    evidence: Ann Lee, born in 1966\n`,
    ],
    boiler: [dated('2026-03-06'), `Boiler\n\n“${words},” said Ann Lee.`, quote('lee-of-the-boiler')],
  });
  const past = openStore(openBundledSource(packBundle(indexCorpus(corpus)))).asOf('2026-03-08');
  expect(past.get('Person', 'ann-lee')).toMatchObject({ birthDate: { edtf: '1966' } });
  expect(past.get('Statement', 'lee-of-the-boiler')).toMatchObject({
    echoes: ['lee-nobody-looked'],
    relations: [{ kind: 'REPEATS', isDerived: true }],
  });
});

it('an article that came when it had changed already changed on no day before that', () => {
  const front = 'language: en\npublished: { edtf: 2026-03-04 }\nentered: 2026-03-07\n';
  const { changes } = compiled({
    ...TEXTS,
    mill: [`${front}${REVISED_AGAIN}\n`, THIRD, TOLL('Three', '    since: 2\n')],
  });
  expect(changes.filter(({ slug }) => slug !== 'ann-lee').map(({ on, kind, slug }) => [on, kind, slug])).toEqual([
    ['2026-03-07', 'ADDED', 'mill'],
    ['2026-03-07', 'ADDED', 'fire'],
    ['2026-03-07', 'ADDED', 'lee-smelt-gas'],
    ['2026-03-07', 'CORRECTED', 'mill'],
    ['2026-03-09', 'CORRECTED', 'mill'],
    ['2026-03-09', 'REMOVED', 'lee-smelt-gas'],
  ]);
});

it('an article that changed many times is not stored once for every two of its texts', () => {
  const most = 40;
  const text = (number: number) =>
    `Fire\n\nTwo died in the fire.${Array.from({ length: number }, (_, at) => `\n\n${at}: ${`w${at} `.repeat(50)}and so on.`).join('')}`;
  const revised = 'revised: { on: 2026-03-05, reason: More is known. }\n';
  const texts = Array.from({ length: most }, (_, at): [string, Text] => {
    const front = `${at === most - 1 ? 'language: en\n' : ''}${at === 0 ? '' : revised}`;
    return [at === most - 1 ? 'mill' : `mill@${at + 1}`, [front, text(at), '']];
  });
  const bytes = packBundle(indexCorpus(compiled(Object.fromEntries(texts))));
  const all = texts.reduce((sum, [, [, one]]) => sum + one.length, 0);
  expect(bytes.byteLength).toBeLessThan(3 * all);
  const store = openStore(openBundledSource(bytes));
  expect(store.text('mill@7')).toMatchObject({ text: text(6) });
  expect(store.difference('mill', 7, 9)).toEqual({
    from: 7,
    to: 9,
    changes: [
      { kind: 'KEPT', length: text(6).length },
      { kind: 'ADDED', length: text(8).length - text(6).length },
    ],
  });
});

it('an article of one text has one revision, which is that of its own record', () => {
  const { entities, histories } = compiled({ mill: ['language: en\n', FIRST, TOLL('Two')] });
  const [article] = entities.Article;
  if (article === undefined) throw new Error('There is no article.');
  expect([article.revisions, histories]).toEqual([[], []]);
  expect(revisionsOf(article)).toMatchObject([{ number: 1, date: null, digest: article.digest, reason: null }]);
});

describe('a text that only went on', () => {
  const LONG = 'Fire\n\nThe mill burns.\n\n4 p.m.: Two died in the fire.\n\nBy Ann Lee';
  const BYLINE = 'bylines: [{ words: By Ann Lee, person: ann-lee }]\n';
  const texts = (front: string): Readonly<Record<string, Text>> => ({
    mill: [
      `language: en\n${BYLINE}revised: { on: 2026-03-05, reason: More is known. }\n`,
      LONG,
      TOLL('Two', '    since: 2\n'),
    ],
    'mill@1': [front, 'Fire\n\nThe mill burns.', ''],
  });

  it('is the newer one up to the words that its file names, without what is only in the newer one', () => {
    const corpus = compiled(texts('bylines: []\nupTo: "4 p.m."\n'));
    expect(historyOf(corpus, 'mill')?.texts.map(({ of, text }) => [of, text])).toEqual([
      ['mill@1', 'Fire\n\nThe mill burns.'],
    ]);
    expect(historyOf(corpus, 'fire')).toBeUndefined();
    expect(corpus.entities.Event[0]?.reports[0]?.standing).toEqual({ since: 2, until: null });
  });

  it('has no byline that its text lacks', () => {
    const { problems } = corpusOf(texts('upTo: "4 p.m."\n'));
    expect(problems).toMatchObject([{ code: 'quote-not-found', fix: expect.stringContaining('bylines: []') }]);
  });
});

describe('a mistake is reported once, with how to mend it', () => {
  const without = (name: string) => Object.fromEntries(Object.entries(TEXTS).filter(([one]) => one !== name));
  const changed = (name: string, change: (text: Text) => Text) => ({ ...TEXTS, [name]: change(TEXTS[name] as Text) });
  const front = (name: string, with_: string) => changed(name, ([, text, annotation]) => [with_, text, annotation]);
  const items = (name: string, with_: string) => changed(name, ([own, text]) => [own, text, with_]);

  it.each<
    [
      what: string,
      texts: Readonly<Record<string, Text>>,
      code: string,
      path: string,
      says: string | RegExp,
      fix: string | RegExp,
    ]
  >([
    [
      'a number is missing',
      without('mill@1'),
      'missing-file',
      'articles/mill@2.md',
      'There is 1 earlier text of "mill", and this one has the number 2.',
      'Add the missing one, or rename the files.',
    ],
    [
      'the revisions are not in the order of their days',
      front('mill', 'language: en\nrevised: { on: 2026-03-01, reason: She denies it. }\n'),
      'end-before-start',
      'articles/mill.md',
      'Revision 3 is of 2026-03-01, before revision 2 (2026-03-05).',
      'Correct one of the days, or the numbers of the files.',
    ],
    [
      'nothing says why a text replaced another',
      front('mill@2', ''),
      'missing-field',
      'articles/mill@2.md',
      'This is revision 2 of the article, and nothing says when and why it replaced revision 1.',
      'Add "revised: { on: YYYY-MM-DD, reason: … }" to the front matter.',
    ],
    [
      'the first text says that it replaced another',
      front('mill@1', 'revised: { on: 2026-03-01, reason: No. }\n'),
      'needless-field',
      'articles/mill@1.md',
      'This is the first text of the article, so it replaced no other.',
      /^Remove "revised"/,
    ],
    [
      'the text does not have the words of the correction',
      front('mill', 'language: en\nrevised: { on: 2026-03-09, reason: She denies it., correction: We are sorry. }\n'),
      'quote-not-found',
      'articles/mill.md',
      'The text does not have these words.',
      /^(Quote other words|Copy the words)/,
    ],
    [
      'an item stands only since a later text than the last with it',
      items('mill@1', TOLL('Two', '    since: 2\n')),
      'end-before-start',
      'articles/mill@1.yaml',
      'This stands since revision 2, and the last revision of its file is 1.',
      'Correct "since", or move the item to the file of a later revision.',
    ],
    [
      'an earlier text lacks the words of an item',
      items('mill', TOLL('Three')),
      'quote-not-found',
      'articles/mill.yaml',
      'The text does not have these words.',
      /Revision 1 is an earlier text: if it did not say this yet, write "since: 2"\.$/,
    ],
    [
      'an earlier text is not the one that was annotated',
      changed('mill@1', ([own, text]) => [own, `${text} `, 'x: y\n']),
      'unknown-field',
      'articles/mill@1.yaml',
      'There is no field “x” here.',
      'Remove it.',
    ],
  ])('%s', (_, texts, code, path, says, fix) => {
    const { corpus, problems } = corpusOf(texts);
    expect(corpus).toBeNull();
    expect(problems.map((one) => [one.code, one.at.file.path.replace(/^.*(?=articles\/)/, '')])).toEqual([
      [code, path],
    ]);
    expect(problems[0]?.says).toEqual(says);
    expect(problems[0]?.fix).toMatch(fix);
  });

  it.each([
    ['entered: 2026-03-01\n', 'This day is 2026-03-01, and the article was not published before 2026-03-04.'],
    ['revised: { on: 2026-03-03, reason: x. }\n', 'This day is 2026-03-03, and'],
    ['withdrawn: { on: 2025-12-31, reason: x. }\n', 'This day is 2025-12-31, and'],
  ])('something became of the article before it was published: %s', (field, says) => {
    const { problems } = corpusOf({
      mill: [`language: en\npublished: { edtf: 2026-03-04 }\n${field}`, SECOND, TOLL('Three')],
      ...(field.startsWith('revised') ? { 'mill@1': ['', SECOND, ''] } : {}),
    });
    expect(problems).toMatchObject([{ code: 'end-before-start', fix: 'Correct one of the dates.' }]);
    expect(problems[0]?.says).toContain(says);
  });

  it('both a text and where in the newer one it ends', () => {
    const texts = front('mill@1', 'upto: x\n');
    const { problems } = corpusOf(texts, {
      'articles/mill@1.md': `---\nupTo: Correction\n---\n\n${FIRST}\n`,
    });
    expect(problems[0]).toMatchObject({ code: 'exactly-one', says: 'There is both a text and "upTo".' });
  });

  it('the digest is not that of the earlier text', () => {
    const { problems } = corpusOf(TEXTS, {
      'articles/mill@1.yaml': `digest: sha256:${'0'.repeat(64)}\n${TOLL('Two')}`,
    });
    expect(problems).toMatchObject([{ code: 'text-changed', fix: 'Check each quote again, then write this digest.' }]);
  });
});

describe('a difference', () => {
  const changesOf = (earlier: string, later: string) =>
    differencesOf([
      { number: 2, text: later },
      { number: 1, text: earlier },
    ]).map((difference) => withWords(difference, earlier, later))[0];

  it('of long texts is by lines', () => {
    const line = `${'word '.repeat(25_000)}\n`;
    expect(changesOf(`${line}one three\n`, `${line}one two\n`)).toEqual([
      { kind: 'KEPT', text: line },
      { kind: 'REMOVED', text: 'one three\n' },
      { kind: 'ADDED', text: 'one two\n' },
    ]);
  });

  it('of a text that was written anew is by lines, and soon found', () => {
    const words = (first: number) => Array.from({ length: 4000 }, (_, at) => `w${(first + at).toString(36)}`).join(' ');
    const [one, other] = [words(0), words(100_000)];
    expect(changesOf(`Headline\n\n${one}\n`, `Headline\n\n${other}\n`)).toEqual([
      { kind: 'KEPT', text: 'Headline\n\n' },
      { kind: 'REMOVED', text: `${one}\n` },
      { kind: 'ADDED', text: `${other}\n` },
    ]);
  });

  it('of texts that have hardly a line in common is the one and the other', () => {
    const lines = (first: number) => Array.from({ length: 2000 }, (_, at) => `line ${first + at}\n`).join('');
    expect(changesOf(lines(0), lines(10_000))).toEqual([
      { kind: 'REMOVED', text: lines(0) },
      { kind: 'ADDED', text: lines(10_000) },
    ]);
  });

  it('the other way round still has what is removed before what is added', () => {
    expect(
      reversed([
        { kind: 'KEPT', text: 'a ' },
        { kind: 'REMOVED', text: 'b' },
        { kind: 'ADDED', text: 'c' },
      ]),
    ).toEqual([
      { kind: 'KEPT', text: 'a ' },
      { kind: 'REMOVED', text: 'c' },
      { kind: 'ADDED', text: 'b' },
    ]);
  });
});
