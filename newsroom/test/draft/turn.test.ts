// Interviews, transcripts and posts, where a label or a signature says who speaks.
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '../../../data/compile/index.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';

/** The statements of a draft, as "AGENT | content / content" with the date, if it has one. */
function read(text: string): string[] {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const slug = cast.takeSlug('a');
  const { files } = draftArticle({ text, slug, language: 'en', published: '2026-03-04' }, cast, 'corpus');
  const { statements = [] }: Annotation = parse(files.get('corpus/articles/a.yaml') ?? '');
  return statements.map(({ speakers, content, date, kind }) => {
    expect(kind).toBe('DIRECT_QUOTE');
    const said = `${speakers[0]?.agent} | ${[content].flat().join(' / ')}`;
    return date === undefined ? said : `${said} | ${date.edtf}`;
  });
}

const INTRODUCTION =
  'After the storm\n\nBy Tom Reed\n\nAnn Lee, the mayor of Larkford, spoke to the Echo about the quay.';

it.for<[what: string, text: string, found: readonly string[]]>([
  [
    'questions and answers',
    `${INTRODUCTION}\n\nQ: Is the quay safe?\n\nA: It is safe. I walked over it.\n\nQ: And the bridge?\n\nA: The bridge is shut.`,
    ['ann-lee | It is safe. I walked over it.', 'ann-lee | The bridge is shut.'],
  ],
  [
    'an answer of two paragraphs, in which somebody else speaks',
    `${INTRODUCTION}\n\nQ. Is the quay safe?\n\nA. It is safe.\n\nThe engineers said it would hold.\n\nQ. Good.\n\nA. Yes, it is.`,
    ['ann-lee | It is safe. / The engineers said it would hold.', 'ann-lee | Yes, it is.'],
  ],
  [
    'names before a colon',
    `${INTRODUCTION}\n\nLee: It is safe.\n\nReed: And the bridge?\n\nLee: The bridge is shut.`,
    ['ann-lee | It is safe.', 'tom-reed | And the bridge?', 'ann-lee | The bridge is shut.'],
  ],
  ['a list of people', `${INTRODUCTION}\n\nAnn Lee: The quay.\n\nTom Reed: The bridge.\n\nBob Hill: Neither.`, []],
  ['a headline with a colon', 'Ann Lee: The quay is safe\n\nThe quay was safe after the storm.', []],
  [
    'answers of nobody knows whom',
    'After the storm\n\nAnn Lee met Bob Hill on the quay.\n\nQ: Is the quay safe?\n\nA: It is safe.',
    [],
  ],
  [
    'a post and its signature',
    'After the storm\n\nThe mayor was quick.\n\nThe quay is safe, and open from noon.\n\n— Ann Lee (@annlee) March 3, 2026\n\nIt opened at one.',
    ['ann-lee | The quay is safe, and open from noon. | 2026-03-03'],
  ],
  [
    'a post and its signature on one line',
    'After the storm\n\n“The quay is safe!” — Ann Lee (@annlee) March 3, 2026',
    ['ann-lee | The quay is safe! | 2026-03-03'],
  ],
  ['a signature without a post', 'The quay is safe\n\n— Ann Lee (@annlee)\n\nThe quay was safe after the storm.', []],
])('%s', ([, text, found]) => {
  expect(read(text)).toEqual(found);
});
