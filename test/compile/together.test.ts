// A mistake does not hide others: an editor mends all of them in one go.
import { expect, it } from 'vitest';
import { compile } from '../../data/tools/compile/index.ts';
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
