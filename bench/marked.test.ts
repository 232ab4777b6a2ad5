import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEdtf } from '../data/compile/date.ts';
import { readMarkedFolder, readMarkedSource } from './draft/marked.ts';

const ARTICLES = readMarkedFolder(join(import.meta.dirname, 'draft/texts'));

test('ten articles are for developing, ten are held out and five are hard, with ids of their own', () => {
  expect(new Set(ARTICLES.map(({ id }) => id)).size).toBe(25);
  const sizes = Map.groupBy(ARTICLES, ({ set }) => set);
  expect([...sizes].map(([set, of]) => `${set} ${of.length}`).sort()).toEqual([
    'development 10',
    'hard 5',
    'held-out 10',
  ]);
});

test.each(ARTICLES.filter(({ set }) => set === 'hard'))('$id marks who is behind every speaker', (article) => {
  const marked = new Map(article.entities.map(({ span, group }) => [span.join(), group]));
  for (const { source } of article.quotes) {
    for (const span of source) expect(marked.get(span.join()), article.text.slice(...span)).toMatch(/^[a-z]+$/);
  }
});

test('at least 120 quotes have a verb of saying', () => {
  const spoken = ARTICLES.flatMap(({ quotes }) => quotes.filter(({ speechCue }) => speechCue));
  expect(spoken.length).toBeGreaterThanOrEqual(120);
});

test.each(ARTICLES)('$id is stripped of all marks and has the length of an article', ({ text, set }) => {
  expect(text).not.toMatch(/[⟦⟧|@]/);
  const words = text.split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(set === 'hard' ? 150 : 300);
  expect(words).toBeLessThanOrEqual(650);
});

test.each(ARTICLES)('every date of $id is EDTF', ({ date, dates }) => {
  const refused = [date, ...dates.map(({ edtf }) => edtf)].filter((edtf) => 'code' in readEdtf(edtf ?? ''));
  expect(refused).toEqual([]);
  expect(dates.length).toBeGreaterThan(1);
});

test.each(ARTICLES)('a quote of $id that a verb gives has that verb, outside its content', ({ quotes, cues }) => {
  for (const [index, { content, speechCue }] of quotes.entries()) {
    const verbs = cues[index] ?? [];
    if (speechCue) expect(verbs, `the verb of quote ${index}`).not.toEqual([]);
    for (const [start, end] of verbs) expect(content.some((span) => span[0] < end && start < span[1])).toBe(false);
  }
});

test.each(ARTICLES)('what $id marks as direct stands between quotation marks', ({ text, quotes }) => {
  for (const { content } of quotes.filter(({ kind }) => kind === 'direct')) {
    for (const [start] of content) expect(text.slice(0, start)).toMatch(/["“‘]$/);
  }
});

test('positions are those of the text without marks', () => {
  const { text, quotes, cues, dates, entities } = readMarkedSource(
    `${HEAD}“⟦q1|A,⟧” ⟦q1.source@moe|Dr ⟦person@moe|Moe⟧⟧ ⟦q1.cue|said⟧ ⟦d:2025|last year⟧ of ⟦org|Ox⟧. “⟦q1|B.⟧”\n`,
    'a.txt',
  );
  expect(text).toBe('“A,” Dr Moe said last year of Ox. “B.”');
  expect(quotes).toEqual([
    {
      content: [
        [1, 3],
        [35, 37],
      ],
      source: [[5, 11]],
      kind: 'direct',
      speechCue: true,
    },
  ]);
  expect(cues).toEqual([[[12, 16]]]);
  expect(dates).toEqual([{ span: [17, 26], edtf: '2025' }]);
  expect(entities).toEqual([
    { span: [5, 11], type: 'speaker', named: false, group: 'moe' },
    { span: [8, 11], type: 'person', named: true, group: 'moe' },
    { span: [30, 32], type: 'organization', named: true, group: null },
  ]);
});

const HEAD = 'id: a\ndate: 2026\nset: held-out\ndirect: q1\n---\n';

test.each([
  ['⟦q1|A⟧', 'q1 has no content or no source'],
  ['⟦q1|A⟧ ⟦q1.source|B⟧ ⟦q2|C⟧', 'q2 is not listed under just one kind'],
  ['No quote', 'the head lists q1, which the text does not have'],
  ['⟦q1|A', '"⟦q1|" is never closed'],
  ['A⟧', '"⟧" closes nothing after "A"'],
  ['⟦q1|A ⟧', '"A " is empty or has space at an end'],
  ['⟦q1|A\nB⟧', 'mark each paragraph by itself'],
  ['⟦q1|A⟧ ⟦q1.cue@moe|B⟧', '"⟦q1.cue@moe|" is no mark'],
  ['⟦quote|A⟧', '"⟦quote|" is no mark'],
  ['A ⟦B⟧', 'a "⟦" without "|" after "A "'],
])('refuses %j', (body, says) => {
  expect(() => readMarkedSource(`${HEAD}${body}\n`, 'a.txt')).toThrow(says);
});
