// What a draft must never do: say itself what the text only attributes, denies, asks or supposes.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '../../../data/compile/index.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';

function draft(text: string, language = 'en'): Annotation {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const assignment = { text: `A headline\n\n${text}`, slug: cast.takeSlug('a'), language, published: '2026-03-03' };
  return parse(draftArticle(assignment, cast, 'corpus').files.get('corpus/articles/a.yaml') ?? '');
}

describe('an event in the article’s own voice is drafted from', () => {
  const own = (text: string) => (draft(text).events ?? []).filter(({ attributedTo }) => attributedTo === undefined);

  it('a sentence that tells it', () => {
    expect(own('Two people were killed in a fire in France on Sunday.')).toMatchObject([
      { kind: 'DEATH', places: ['france'], date: { edtf: '2026-03-01' } },
    ]);
  });

  it.each([
    'Police: two men were arrested on Sunday in France.',
    'According to the Harbour Board, three people were killed in a fire on 27 February.',
    'Three people were killed on 26 February, the mayor said.',
    'Three people were killed on 26 February, per the Interior Ministry.',
    '“Ten people died in the flood on 20 February,” Ann Lee said.',
    'Ann Lee claims ten people were injured in a crash on Friday.',
    'The mayor said that the bridge was safe. Two people were killed there on Sunday.',
    'No one was killed in the fire on Sunday.',
    'Were twelve people killed on Sunday?',
    'If the bridge falls on Sunday, people will be killed.',
    'Two people would have been killed in the crash on Sunday.',
    'In the film, twenty people are killed on a Sunday.',
  ])('and not from: %s', (text) => expect(own(text)).toEqual([]));

  it('at most as possible where the words doubt it', () => {
    expect(own('Four people were reportedly killed in a blast on Sunday.')).toMatchObject([{ certainty: 'POSSIBLE' }]);
  });

  it('and nothing in a language that the rules do not read', () => {
    const { events, statements } = draft('Two people were killed in a fire in France on Sunday, police said.', 'de');
    expect({ events, statements }).toEqual({});
    expect(draft('Two people were killed in a fire in France on Sunday.', 'en-GB').events).toHaveLength(1);
  });
});

describe('an office is drafted from', () => {
  const titles = (text: string) => (draft(text).facts ?? []).map(({ position }) => position?.title);

  it('the words at a name', () => {
    expect(titles('Mayor Max Stone spoke to reporters in France.')).toEqual(['Mayor']);
  });

  it.each([
    'Self-styled mayor Max Stone spoke to reporters.',
    'So-called president Max Stone spoke to reporters.',
    'The alleged leader Max Stone spoke to reporters.',
  ])('and not from: %s', (text) => expect(titles(text)).toEqual([]));
});
