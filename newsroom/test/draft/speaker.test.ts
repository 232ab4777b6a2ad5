// Who is made the speaker of a statement; nobody where two fit.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '../../../data/compile/index.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';

function drafting() {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  return (text: string) => {
    const slug = cast.takeSlug('article');
    const assignment = { text: `Talks on the quay\n\n${text}`, slug, language: 'en', published: '2026-03-03' };
    const { files } = draftArticle(assignment, cast, 'corpus');
    const { statements = [] }: Annotation = parse(files.get(`corpus/articles/${slug}.yaml`) ?? '');
    return { files: [...files.keys()], statements };
  };
}

/** The speakers of the last statement, "?" for one left open. */
function lastSpeakers(text: string): string[] {
  const last = drafting()(text).statements.at(-1);
  return (last?.speakers ?? []).map(({ agent = '?' }: { agent?: string }) => agent);
}

it('names what several say after the first of them', () => {
  const { statements } = drafting()('“No,” Ann Reed and Tom Holt said on Monday.');
  expect(statements.map(({ statement }) => statement)).toEqual(['reed-no']);
});

describe('a pronoun stands for', () => {
  it.each<[text: string, who: string[]]>([
    // The one who speaks, not those in the words or the object of the sentence.
    ['Ann Reed said Nora Holt was late. “She is always late,” she said.', ['ann-reed']],
    ['Ann Reed accused Nora Holt of a leak. She said that the roof was new.', ['ann-reed']],
    ['Ann Reed wrote to Nora Holt. “It is dry,” she said.', ['ann-reed']],
    ['Ann Reed, who lives with Nora Holt, came late. She said it was dry.', ['ann-reed']],
    ['“It is dry,” said Ann Reed.\n\nThe quay was built in 1950.\n\n“It is safe,” she said.', ['ann-reed']],
    // The one whom a new paragraph is about.
    ['Ann Reed said it was dry.\n\nNora Holt held up a bucket. “It is wet,” she said.', ['nora-holt']],
    // Never across gender.
    ['Ann Reed said it was dry. Tom Holt left. “It is wet,” he said.', ['tom-holt']],
    ['Tom Holt said it was dry. Ann Reed asked him why. “It is old,” he said.', ['tom-holt']],
    ['Tom Holt said it was dry. “It is wet,” she said.', ['?']],
    // Left open where two fit.
    ['Ann Reed and Nora Holt came late. She said it was dry.', ['?']],
    ['Ann Reed said it was dry. Nora Holt lives there too. She said it was wet.', ['?']],
    ['When Ann Reed came late, Nora Holt left. She said it was dry.', ['?']],
    ['Tom Holt said it was dry. “Is it?” asked Max Reed. “It is,” he said.', ['?']],
    // People whom the text does not name, or names elsewhere.
    ['Ann Reed came late. His mother disagreed. She said it was dry.', ['?']],
    ['A witness saw it. She said it was dry.', ['witness']],
    // A body, or people who spoke together.
    ['The Harbour Board said it was dry. It said that it was safe.', ['harbour-board']],
    ['Ann Reed said it was dry. It said that it was safe.', ['?']],
    ['Ann Reed and Tom Holt said it was dry. They said that it was safe.', ['ann-reed', 'tom-holt']],
    [
      'Ann Reed of the Harbour Board and Tom Holt of Larkford University have read it. It is dry, they said.',
      ['ann-reed', 'tom-holt'],
    ],
  ])('%j', (text, who) => expect(lastSpeakers(text)).toEqual(who));

  it('words that the proposal carries', () => {
    const { statements } = drafting()('Ann Reed came late. “It is dry,” she said.');
    expect(statements[0]?.draft).toBe('quotation-speaker-verb, pronoun for “Ann Reed”');
  });
});

describe('a noun phrase means', () => {
  it.each<[text: string, who: string[]]>([
    ['Mayor Ann Reed came late. The mayor said it was dry.', ['ann-reed']],
    // A surname that is another word, too.
    ['Mayor Helen Prior said it was dry.', ['helen-prior']],
    ['Tom Little came late. “It is dry,” Mr. Little said.', ['tom-little']],
    ['Mr. said it was dry.', ['?']],
    ['Mayor Ann Reed met Mayor Tom Holt. The mayor said it was dry.', ['?']],
    ['Tom Holt came late. A spokesman for Tom Holt said it was dry.', ['spokesman-for-tom-holt']],
    ['Tom Holt came late. The mother of Tom Holt said it was dry.', ['mother-of-tom-holt']],
    ['Harbour Board officials said it was dry.', ['harbour-board-officials']],
    ['The head of the Harbour Board, Ann Reed, said it was dry.', ['ann-reed']],
    ['Tom Holt came late. The senator said it was dry.', ['?']],
  ])('%j', (text, who) => expect(lastSpeakers(text)).toEqual(who));
});

describe('a statement is dated by', () => {
  const date = (text: string) => drafting()(text).statements[0]?.date?.edtf;

  it.each([
    ['On Monday, Ann Reed said the quay was safe.', '2026-03-02'],
    ['Ann Reed said on Monday that the quay was safe.', '2026-03-02'],
    ['Ann Reed told reporters in Larkford on Monday that the quay was safe.', '2026-03-02'],
    ['“It is safe,” Ann Reed said in a statement on Monday.', '2026-03-02'],
  ])('%s', (text, edtf) => expect(date(text)).toBe(edtf));

  it.each([
    'Ann Reed, who was born in 1956, said the quay was safe.',
    'Born in 1956, Ann Reed said the quay was safe.',
    '“It was dark,” said Tom Holt, who will retire in June.',
    '“It was dark,” said Ida Reed, mayor since 2019.',
    '“It was dark,” said Ida Reed, the mayor in 2019.',
    'Ann Reed said of the fire on Monday that the quay was safe.',
  ])('and not: %s', (text) => expect(date(text)).toBeUndefined());
});

describe('unnamed people', () => {
  const groups = (...texts: string[]) => {
    const draft = drafting();
    return texts
      .flatMap((text) => draft(text).files.filter((file) => file.includes('/groups/')))
      .map((file) => file.replace(/.*\/|\.yaml/g, ''));
  };

  it('in general are the same in every article, and one person is not', () => {
    expect(groups('Police said it was dry.', 'The quay is wet, police said.')).toEqual(['police']);
    expect(groups('Residents of Larkford said it was dry.', 'Residents of Larkford said it was wet.')).toEqual([
      'residents-of-larkford',
    ]);
    expect(groups('A resident said it was dry.', 'A resident said it was wet.')).toEqual(['resident', 'resident-2']);
    expect(groups('The residents said it was dry.', 'The residents said it was wet.')).toHaveLength(2);
  });

  it('are the same within an article', () => {
    expect(groups('A resident of Larkford said it was dry. The resident said it was wet.')).toEqual([
      'resident-of-larkford',
    ]);
  });

  it.each(['When', 'It', 'They', 'Others', 'Some', 'This', 'Their smiles'])('are never made of “%s”', (words) => {
    expect(groups(`${words} said that the quay was safe.`)).toEqual([]);
  });
});
