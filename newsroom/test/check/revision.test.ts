// Earlier texts of articles are looked at too: what they refer to, their drafts, and their files.
import { expect, test } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { contentOf, review } from '../review/draft.ts';
import { ANN, article } from './corpus.ts';

const QUOTE =
  'statements:\n  - statement: lee-smelt-gas\n    kind: INDIRECT\n    content: she had smelt gas\n    cue: said\n    speakers: [{ agent: ann-lee, evidence: Ann Lee }]\n';

/** An article whose first text quoted Ann Lee, and whose present text does not. */
function changed(annotation: string): Record<string, string> {
  const earlier = article('mill@1', 'en', 'Mill news\n\nAnn Lee said she had smelt gas.', annotation);
  return {
    ...ANN,
    ...article('mill', 'en', 'Mill news', '', 'revised: { on: 2026-03-05, reason: She denies it. }\n'),
    ...earlier,
    'articles/mill@1.md': earlier['articles/mill@1.md']?.replace('language: en\n', '') ?? '',
  };
}

test('nobody is unused whom an earlier text names, and no file of it is out of place', async () => {
  const { status, stdout, stderr } = await runInProcess(folderOf(changed(QUOTE)), 'check', '--corpus', '.');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('Nothing to fix: 1 article and 1 entity checked.\n');
});

test('a draft in an earlier text blocks publishing', async () => {
  const folder = folderOf(changed(`${QUOTE}    draft: quotation\n`));
  const { status, stdout } = await runInProcess(folder, 'check', '--corpus', '.');
  expect(status).toBe(1);
  expect(stdout).toContain('articles/mill@1.yaml:8:12 unconfirmed-draft');
});

test('a review of the article shows it with its words, and takes the mark out', async () => {
  const files = changed(`${QUOTE}    draft: quotation\n`);
  const folder = folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`corpus/${path}`, text])));
  const { stdout } = await review(folder, ['a']);
  expect(stdout).toContain('in articles/mill@1.yaml');
  expect(stdout).toContain('[Ann Lee] [said] [she had smelt gas].');
  expect(stdout).toContain('1 accepted, 0 rejected, 0 left open.');
  expect(contentOf(folder, 'articles/mill@1.yaml')).not.toContain('draft');
});
