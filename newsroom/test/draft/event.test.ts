// Events of a draft: what a sentence of news proposes, and what it must not.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '../../../data/compile/index.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';

function eventsOf(body: string): NonNullable<Annotation['events']> {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const assignment = { text: `Talks on the quay\n\n${body}`, slug: 'a', language: 'en', published: '2026-03-18' };
  const { files } = draftArticle(assignment, cast, 'corpus');
  return parse(files.get('corpus/articles/a.yaml') ?? '').events ?? [];
}

test.each([
  ['A fire broke out at the mill in Larkford on Monday.', 'FIRE', 'Fire at the mill in Larkford', '2026-03-16'],
  ['Fire destroyed a mill in Larkford on Sunday.', 'FIRE', 'Fire at a mill in Larkford', '2026-03-15'],
  ['Two men were arrested in Larkford on Monday.', 'DETENTION', 'Arrest of two men in Larkford', '2026-03-16'],
  ['Police arrested Tom Holt in Larkford on Monday.', 'DETENTION', 'Arrest of Tom Holt in Larkford', '2026-03-16'],
  [
    'The mayor, Ann Reed, was stabbed in Larkford on Monday.',
    'VIOLENCE',
    'Stabbing of Ann Reed in Larkford',
    '2026-03-16',
  ],
  [
    'Tom Holt, 34, was shot dead outside a bar in Larkford on Monday.',
    'VIOLENCE',
    'Shooting of Tom Holt outside a bar in Larkford',
    '2026-03-16',
  ],
  ['Huseyn Reed (born 1956) died in Larkford on Sunday.', 'DEATH', 'Death of Huseyn Reed in Larkford', '2026-03-15'],
  ['Ann Reed, whose father Tom died on January 19th, 2023, listened.', 'DEATH', 'Death of Tom', '2023-01-19'],
  ['Tom Holt, a baker, moved to Larkford; he died in 2003.', 'DEATH', 'Death of Tom Holt', '2003'],
  [
    'A bus crashed into a wall near Larkford on Friday.',
    'ACCIDENT',
    'Crash of a bus into a wall near Larkford',
    '2026-03-13',
  ],
  [
    'A bomb exploded outside a court in Larkford on Monday.',
    'VIOLENCE',
    'Explosion of a bomb outside a court in Larkford',
    '2026-03-16',
  ],
  [
    'A landslide in the same valley killed 51 people in March 1993.',
    'DISASTER',
    'Landslide in the same valley',
    '1993-03',
  ],
  [
    'President Ann Reed met with Tom Holt in Larkford on Monday.',
    'MEETING',
    'Meeting between Ann Reed and Tom Holt in Larkford',
    '2026-03-16',
  ],
  ['The council approved the budget on Monday.', 'DECISION', 'Approval of the budget', '2026-03-16'],
  ['The bridge opened in 1961.', 'OTHER', 'Opening of the bridge', '1961'],
  ['The band staged a concert in Larkford on Saturday.', 'CULTURAL', 'Concert in Larkford', '2026-03-14'],
  ['Tom Holt dropped out of the race on Monday.', 'OTHER', 'Withdrawal of Tom Holt', '2026-03-16'],
  ['Ann Reed stepped down as mayor of Larkford in 2019.', 'OTHER', 'Resignation of Ann Reed', '2019'],
  ['Dunlin Rail laid off 40 workers on Monday.', 'DECISION', 'Dismissal of 40 workers', '2026-03-16'],
  ['Tom Holt suspended his campaign on Monday.', 'CANCELLATION', 'Suspension of Tom Holt’s campaign', '2026-03-16'],
  ['The council fired three teachers on Monday.', 'DECISION', 'Dismissal of three teachers', '2026-03-16'],
  ['Police fired shots at the crowd on Monday.', 'VIOLENCE', 'Firing of shots at the crowd', '2026-03-16'],
  ['Ann Reed won the caucuses in Larkford on Monday.', 'ELECTION', 'Victory in the caucuses in Larkford', '2026-03-16'],
  ['The council raised fares on Monday.', 'DECISION', 'Increase in fares', '2026-03-16'],
  ['The murder of Tom Holt in 2012 shocked the town.', 'CRIME', 'Murder of Tom Holt', '2012'],
  ['Ann Reed’s death in 2012 shocked the town.', 'DEATH', 'Death of Ann Reed', '2012'],
  ['Many lost power on Monday, when a roof collapsed.', 'ACCIDENT', 'Collapse of a roof', '2026-03-16'],
  ['The day before, at a rally in Larkford, Tom Holt was blunt.', 'MEETING', 'Rally in Larkford', undefined],
])('%s', (body, kind, name, edtf) => {
  expect(eventsOf(body).map((event) => [event.kind, event.name, event.date?.edtf])).toEqual([[kind, name, edtf]]);
});

describe('proposes no event', () => {
  test.each([
    ['for a figure of speech', '“It is not,” Tom Holt shot back on Monday.'],
    ['for a figure of speech', 'The council killed the plan on Monday.'],
    ['for a figure of speech', 'Ann Reed attacked the budget on Friday.'],
    ['for a figure of speech', 'The film bombed in June.'],
    ['for a figure of speech', 'Sales exploded in May.'],
    ['for a figure of speech', 'Hope died in Larkford on Monday.'],
    ['for a figure of speech', 'The market crashed on Monday.'],
    ['for a figure of speech', 'A storm of protest swept Larkford on Monday.'],
    ['for a noun within another', 'The fire brigade in Larkford was praised on Monday.'],
    ['for a noun within another', 'An election law expert spoke in Larkford on Monday.'],
    ['for a word in a name', 'Ann Reed ran the Fire Museum in Larkford in 2019.'],
    ['for a date alone', 'It was cold in Larkford on Monday.'],
    ['for what may not come', 'A protest is planned in Larkford on Saturday.'],
    ['for what may not come', 'Tom Holt will be sentenced in Larkford on Friday.'],
    ['for what may not come', 'If a fire broke out in Larkford on Monday, many would flee.'],
    ['for what may not come', 'The referendum is to be held in Larkford from November 20.'],
    ['for what may not come', 'The murder of Tom Holt in Larkford would be a crime.'],
    ['for what is nobody’s in the sentence', 'The end came on Monday, and they suspended his campaign.'],
    ['for a figure of speech', 'Ann Reed raised the question on Monday.'],
    ['for a figure of speech', 'Tom Holt won praise on Monday.'],
    ['for a figure of speech', 'Ann Reed’s arrest record was read on Monday.'],
    ['for one of two nouns', 'A poll of 400 registered voters released on Monday was read.'],
    ['for a phrase without a noun', 'According to the plan published on Monday, all is well.'],
    ['for a question', 'Was Tom Holt arrested in Larkford on Monday?'],
    ['for what did not happen', 'Nobody was killed in Larkford on Monday.'],
    ['for what did not happen', 'Tom Holt was not arrested in Larkford on Monday.'],
    ['for an event named by its day', 'The law was passed after the September 11 attacks killed thousands.'],
    ['for an event named by its day', 'A court heard survivors of the 22 July attack.'],
    ['for what a sentence is bent on', 'Two men fought before the fire in Larkford on Monday.'],
    ['in a heading', 'Two men arrested in Larkford on Monday'],
    ['in capitals', 'TWO MEN WERE ARRESTED IN LARKFORD ON MONDAY.'],
    ['in a list', '- Two men were arrested in Larkford on Monday.'],
    ['in a table', 'Monday\tTwo men were arrested in Larkford on Monday.'],
    ['in a caption', 'Photo: Two men were arrested in Larkford on Monday.'],
    ['in a correction', 'Correction: Two men were arrested in Larkford on Monday.'],
    [
      'in a note on the text',
      'An earlier version of this article said that two men were arrested in Larkford on Monday.',
    ],
    ['in a contact line', 'Two men were arrested in Larkford on Monday; write to news@example.org.'],
    ['in a plot', 'In the film, Tom Holt is killed in Larkford on Monday.'],
  ])('%s: %s', (_, body) => {
    expect(eventsOf(body)).toEqual([]);
  });
});

test('"he" and "she" take part under their names where it is clear who they are', () => {
  const [first, second, ...others] = eventsOf(
    'Tom Holt ran the mill in Larkford for years.\n\nHe was arrested in 1998. He sold his shares.',
  );
  expect(first).toMatchObject({
    name: 'Arrest of Tom Holt',
    date: { edtf: '1998' },
    participants: [{ agent: 'tom-holt', role: 'DETAINEE' }],
  });
  expect([second, ...others]).toEqual([undefined]);
  expect(
    eventsOf('Tom Holt and Josh Reed met in Larkford.\n\nHe was arrested in 1998.').map(({ name }) => name),
  ).not.toContain('Arrest of Tom Holt');
});

test('a sentence proposes one event, and what is told again none', () => {
  const body =
    'Two men were arrested in Larkford on Monday after shots were fired at a car wash on Sunday.\n\n' +
    'The two men were arrested at a motel in Larkford on Monday.';
  expect(eventsOf(body).map(({ name }) => name)).toEqual(['Arrest of two men in Larkford']);
});

test('a denial is proposed as denied by whoever denies it', () => {
  const [event] = eventsOf('Ann Reed denied that Tom Holt had attacked officers in Larkford on Monday.');
  expect(event).toMatchObject({
    name: 'Alleged attack on officers in Larkford',
    polarity: 'DENIED',
    attributedTo: 'reed-tom-holt-had-attacked-officers',
    participants: [{ agent: 'tom-holt', role: 'ACTOR' }],
  });
});

test('an event is alleged where the words say so, and not because somebody is quoted', () => {
  const names = [
    'Ann Reed was allegedly attacked by masked men in Larkford on Monday.',
    'Two men were arrested in Larkford on Monday, police said.',
  ].map((body) => eventsOf(body)[0]?.name);
  expect(names).toEqual(['Alleged attack on Ann Reed in Larkford', 'Arrest of two men in Larkford']);
});

test.each([
  [
    'At least 38 people were killed and 12 injured when a bus crashed near Larkford on Friday.',
    [
      { kind: 'DEATHS', min: 38, words: '38' },
      { kind: 'INJURIES', value: 12, words: '12' },
    ],
  ],
  [
    'An earthquake struck Larkford on Monday, killing more than 300 people.',
    [{ kind: 'DEATHS', min: 301, words: '300' }],
  ],
  [
    'Three hikers are missing after an avalanche hit the resort of Larkford on Sunday.',
    [{ kind: 'MISSING', value: 3, words: 'Three' }],
  ],
  [
    'About 3,000 people marched through Larkford on Sunday.',
    [{ kind: 'PARTICIPANTS', value: 3000, approximate: true, words: '3,000' }],
  ],
  ['Police arrested 12 people in Larkford on Monday.', [{ kind: 'DETENTIONS', value: 12, words: '12' }]],
  ['The company was fined £2.1m in August.', [{ kind: 'OTHER', value: 2_100_000, words: '£2.1m' }]],
  ['The council approved the budget by 11 votes to nine on Monday.', [{ kind: 'OTHER', value: 11, words: '11' }]],
  ['On 27 February two people were injured in a crash in Larkford.', [{ kind: 'INJURIES', value: 2, words: 'two' }]],
  ['Police arrested three men and a woman in Larkford on Monday.', undefined],
])('figures: %s', (body, figures) => {
  expect(eventsOf(body).map((event) => event.figures)).toEqual([figures]);
});
