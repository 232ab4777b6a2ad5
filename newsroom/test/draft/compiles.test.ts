import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type CorpusFile, examineFiles } from '../../../data/compile/index.ts';
import { folderOf } from '../../../test/compile/run.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';
import { readSubmission } from '../../draft/submission.ts';

const FOLDERS = {
  articles: 'Article',
  people: 'Person',
  organizations: 'Organization',
  groups: 'Group',
  places: 'Place',
} as const;

/** The files of a draft as the compiler reads them. */
function asRead(files: ReadonlyMap<string, string>): CorpusFile[] {
  return [...files].map(([path, text]) => {
    const [, folder = '', slug = '', kind = ''] = /([a-z]+)\/([^/]+)\.(md|yaml)$/.exec(path) ?? [];
    return {
      type: FOLDERS[folder as keyof typeof FOLDERS],
      slug,
      kind: kind as 'md' | 'yaml',
      revision: null,
      file: { path, text },
      legible: true,
    };
  });
}

/** The draft once its editor has said who speaks where that was left open. */
function filledIn(files: ReadonlyMap<string, string>): Map<string, string> {
  const somebody = ['corpus/people/somebody.yaml', 'name: Somebody\n'] as const;
  return new Map([
    ...[...files].map(
      ([path, text]) =>
        [path, text.replaceAll('\n      - evidence:', '\n      - agent: somebody\n        evidence:')] as const,
    ),
    somebody,
  ]);
}

function problemsOf(written: string) {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const { text, given } = readSubmission(join(folderOf({ 'in.md': written }), 'in.md'));
  const { files } = draftArticle(
    { text, given, slug: cast.takeSlug('a text'), language: 'en', published: given.published ?? '2026-03-03' },
    cast,
    'corpus',
  );
  expect([...files.keys()].filter((path) => !/^corpus\/[a-z]+\/[a-z0-9-]+\.(md|yaml)$/.test(path))).toEqual([]);
  return examineFiles({ files: asRead(filledIn(files)), retired: null, published: null }).problems.map(
    ({ code, says, at }) => `${code}: ${says} ${at.file.path}`,
  );
}

const PIECE = fc.constantFrom(
  'Ann Lee',
  'Lee',
  'Ann Lee, the mayor,',
  'President Jon Doe (born 1956)',
  'the Harbour Board',
  'Harbour Board',
  'in Larkford',
  'in France',
  'France',
  'South Korea',
  'he',
  'She',
  'officials',
  'said',
  'told reporters',
  'told the Echo',
  'announced the closure of',
  'denied that',
  'according to',
  'According to',
  'and',
  'that',
  ', adding that',
  'said:',
  'the bridge was safe',
  'was arrested',
  'died',
  'two people were injured',
  'met',
  '“',
  '”',
  '"',
  '‘',
  '’',
  ',',
  '.',
  '. ',
  '?',
  '\n\n',
  '\n',
  'on Monday',
  'in June',
  '27 June 2025',
  'in 2019',
  'between 2010 and 2014',
  'at 3 p.m.',
  'Last week',
  '🎈',
  'Şuşa',
  'Ленин',
  'مرحبا',
  '"',
  'Ann Lee and Jon Doe said',
  'Ann Lee, Jon Doe and Ida Cole',
  'they said',
  '\n\nQ: How is it?\n\nA: ',
  '\n\nAnn Lee: ',
  '\n\nJon Doe: ',
  '\n— Ann Lee (@annlee) March 3, 2026\n\n',
  'By Ann Lee and Jon Doe\n3 March 2026\n',
  '\n\nLARKFORD, March 3 (Tern Wire) — ',
  ', who said',
  '5 per cent',
  '$5 million',
  "''",
  '``',
  '**',
  '*',
  '[Ann Lee](x)',
  '\n\n# ',
  '\n- ',
  '\n> ',
  '&amp; Co',
);

const FRONT = fc.record(
  {
    title: fc.constantFrom('A quay', '../../x', 'CON', '北京', 'Ann Lee said'),
    authors: fc.subarray(['Ann Lee', '../x', 'CON', 'Şuşa Əli', 'ANN LEE', 'By Jon Doe', 'the editors']),
    date: fc.constantFrom('2026-03-03', 'March 3, 2026', '31 February 2026', '2026'),
    publisher: fc.constantFrom('Larkford Echo', '../x', 'Harbour Board', '!'),
    agency: fc.constantFrom('Tern Wire', 'Ann', 'a'),
  },
  { requiredKeys: [] },
);

it('compiles once it is confirmed, whatever the text', () => {
  fc.assert(
    fc.property(FRONT, fc.array(PIECE, { minLength: 1, maxLength: 40 }), (front, pieces) => {
      const text = pieces
        .join(' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
      fc.pre(/[\p{L}\p{N}]/u.test(text));
      expect(problemsOf(`---\n${stringify({ section: 'news', ...front })}---\n${text}`)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

// Words that only a page of context would tell apart are quoted by nobody: compared with each other, this would take minutes.
it('reads a text that says the same thousands of times', () => {
  expect(problemsOf(`A headline\n\n${'“Yes,” he said. '.repeat(4000)}\n\n“No,” said Ann Lee.`)).toEqual([]);
});
