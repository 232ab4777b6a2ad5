// A mistake does not hide others: an editor fixes all of them in one go.
import { expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { articleOf, folderOf } from './run.ts';

const TEXT = 'Fire\nTwo died, Ann said.';

function codesOf(files: Record<string, string>): string[] {
  return compile(folderOf({ 'people/ann.yaml': 'name: Ann\n', ...files })).problems.map(({ code }) => code);
}

it('a field that does not fit hides neither the quotes nor the names of the same file', () => {
  const annotation = `events:
  - { event: blaze, name: Blaze, kind: FIRES, evidence: Two died }
  - { event: deaths, name: Deaths, kind: DEATH, evidence: Three died }
mentions:
  ann: Anna
  nobody: Ann
`;
  expect(codesOf(articleOf('fire', TEXT, annotation)).sort()).toEqual([
    'invalid-value',
    'quote-not-found',
    'quote-not-found',
    'unknown-reference',
  ]);
});

it('a mistake in the front matter hides none of the annotation', () => {
  const { 'articles/fire.md': text = '', ...rest } = articleOf('fire', TEXT, 'mentions: { ann: Anna }\n');
  const files = { 'articles/fire.md': text.replace('language: en', 'langauge: en'), ...rest };
  expect(codesOf(files).sort()).toEqual(['missing-field', 'quote-not-found', 'unknown-field']);
});

it('lines of white space at the end of a text are no part of it', () => {
  const { 'articles/fire.md': text = '', ...rest } = articleOf('fire', TEXT, '');
  expect(codesOf({ 'articles/fire.md': `${text}  \n\n \t\n`, ...rest })).toEqual([]);
});

it('front matter that is no YAML hides none of the annotation', () => {
  const { 'articles/fire.md': text = '', ...rest } = articleOf('fire', TEXT, 'mentions: { ann: Anna }\n');
  const files = { 'articles/fire.md': text.replace('language: en', 'language: "en'), ...rest };
  expect(codesOf(files).sort()).toEqual(['quote-not-found', 'yaml-syntax']);
});

it('two circles that meet in one thing are both told', () => {
  const saying = (what: string, attributedTo: string) =>
    `{ ${what}, kind: INDIRECT, content: Two died, speakers: [{ agent: ann, evidence: Ann }], attributedTo: ${attributedTo} }`;
  const one = `statements: [${saying('statement: a', 'b')}, ${saying('statement: b', 'a')}]\n`;
  const other = `statements: [${saying('of: a', 'c')}, ${saying('statement: c', 'a')}]\n`;
  expect(codesOf({ ...articleOf('one', TEXT, one), ...articleOf('other', TEXT, other) })).toEqual(['cycle', 'cycle']);
});

it.each([
  ['voice: ARTICLE, attributedTo: a', ['invalid-value']],
  ['voice: CARRIED_OVER, attributedTo: a', []],
])('a voice is that of a statement: %s', (fields, codes) => {
  const annotation = `statements: [{ statement: a, kind: INDIRECT, content: Two died, speakers: [{ agent: ann, evidence: Ann }] }]
events: [{ event: deaths, name: Deaths, kind: DEATH, evidence: Two died, ${fields} }]
`;
  expect(codesOf(articleOf('fire', TEXT, annotation))).toEqual(codes);
});

it.each([
  ['https://президент.рф/x', []],
  ['http://example.com', []],
  ['https:example.com', ['invalid-value']],
  ['https://localhost', ['invalid-value']],
  ['mailto:ann@example.com', ['invalid-value']],
])('an address is one of the web: %s', (address, codes) => {
  expect(codesOf({ 'people/ann.yaml': `name: Ann\nsameAs: ["${address}"]\n` })).toEqual(codes);
});

it.each([
  [2_147_483_647, []],
  [2_147_483_648, ['invalid-value']],
])('a figure is one that GraphQL can hold: %i', (value, codes) => {
  const figures = `figures: [{ kind: DEATHS, value: ${value}, words: Two }]`;
  const annotation = `events: [{ event: deaths, name: Deaths, kind: DEATH, evidence: Two died, ${figures} }]\n`;
  expect(codesOf(articleOf('fire', TEXT, annotation))).toEqual(codes);
});
