// What one article cannot show: papers that contradict each other, a quote in two of them, a denial, two spellings.
import { describe, expect, test } from 'vitest';
import { ask, askEvery } from '../harness.ts';

const gazette = (query: string, variables: object = {}) => ask(query, variables, 'gazette');

describe('two papers tell one event differently', () => {
  const DISAGREEMENTS = `query ($slug: Slug!) { event(slug: $slug) {
    date { edtf }
    time { clock }
    figures { kind minValue maxValue }
    places { slug }
    participants { agent { slug } }
    disagreements { property versions {
      ... on OccurrenceVersion { polarity }
      ... on DateVersion { date { edtf } }
      ... on TimeVersion { time { clock } }
      ... on PlacesVersion { places { slug } }
      ... on ParticipantsVersion { participants { polarity agent { slug } } }
      ... on FiguresVersion { figures { kind minValue maxValue evidence { exact } } }
      reports { article { publisher { name } } voice attributedTo { speakers { agent { slug } } } }
    } }
  } }`;
  const event = async (slug: string) => (await gazette(DISAGREEMENTS, { slug })).event;
  const saidBy = (name: string) => [{ article: { publisher: { name } }, voice: 'ARTICLE', attributedTo: null }];

  test('the fire has one date, two times and two death counts', async () => {
    expect(await event('harrow-mill-fire')).toMatchObject({
      date: { edtf: '2025-03-03' },
      time: null,
      figures: [{ kind: 'INJURIES', minValue: 12, maxValue: 12 }],
      disagreements: [
        {
          property: 'TIME',
          versions: [
            { time: { clock: '21:20' }, reports: saidBy('The Larkbridge Gazette (invented)') },
            { time: { clock: '22:05' }, reports: saidBy('The Tern Valley Courier (invented)') },
          ],
        },
        {
          property: 'FIGURES',
          versions: [
            {
              figures: [{ kind: 'DEATHS', minValue: 2, maxValue: 2 }],
              reports: saidBy('The Larkbridge Gazette (invented)'),
            },
            {
              figures: [{ kind: 'DEATHS', minValue: 3, maxValue: null }],
              reports: saidBy('The Tern Valley Courier (invented)'),
            },
          ],
        },
      ],
    });
  });

  test('the meeting has two places, and one of its guests in dispute', async () => {
    const { places, participants, disagreements } = await event('council-meeting-on-harrow-mill');
    expect(places).toEqual([]);
    expect(participants).not.toContainEqual({ agent: { slug: 'edmund-rook' } });
    expect(disagreements).toMatchObject([
      { property: 'PLACES', versions: [{ places: [{ slug: 'corn-exchange' }] }, { places: [{ slug: 'town-hall' }] }] },
      {
        property: 'PARTICIPANTS',
        versions: [
          { participants: [{ polarity: 'AFFIRMED', agent: { slug: 'edmund-rook' } }] },
          { participants: [{ polarity: 'DENIED', agent: { slug: 'edmund-rook' } }] },
        ],
      },
    ]);
  });

  test('the election and a birth have two dates, so that neither is given', async () => {
    const { date, disagreements } = await event('election-of-isolde-brand');
    expect(date).toBeNull();
    expect(disagreements).toMatchObject([
      { property: 'DATE', versions: [{ date: { edtf: '2023-05' } }, { date: { edtf: '2023-04' } }] },
    ]);
    const { person } = await gazette(
      '{ person(slug: "josef-lindqvarn") { birthDate { edtf } lifeDates { nodes { kind date { edtf } } } } }',
    );
    expect(person.birthDate).toBeNull();
    expect(person.lifeDates.nodes).toEqual(
      expect.arrayContaining([
        { kind: 'BIRTH', date: { edtf: '1966' } },
        { kind: 'BIRTH', date: { edtf: '1967' } },
      ]),
    );
  });

  test('where one is only more exact than the other, they agree on the more exact', async () => {
    expect(await event('opening-of-lantern-house')).toMatchObject({
      date: { edtf: '2025-05-12' },
      places: [{ slug: 'lantern-house' }],
      disagreements: [],
    });
  });
});

describe('a speaker denies another’s claim', () => {
  test('the statements point at each other', async () => {
    const data = await gazette(`{
      denial: statement(slug: "cask-and-harrow-denies-locked-doors") { kind denies { slug } }
      claim: statement(slug: "teal-fire-doors-locked") { deniedBy { slug speakers { agent { name } } } }
    }`);
    expect(data).toEqual({
      denial: { kind: 'DENIAL', denies: [{ slug: 'teal-fire-doors-locked' }] },
      claim: {
        deniedBy: [
          { slug: 'cask-and-harrow-denies-locked-doors', speakers: [{ agent: { name: 'Cask & Harrow Ltd' } }] },
          { slug: 'hugo-cask-no-door-was-locked', speakers: [{ agent: { name: 'Hugo Cask' } }] },
        ],
      },
    });
  });

  test('whether it happened is in dispute, and who affirms it can be told from who denies it', async () => {
    const { event } = await gazette(`{ event(slug: "locking-of-the-fire-doors") {
      accounts(polarity: AFFIRMED) { attributedTo { slug } }
      disagreements { property versions { ... on OccurrenceVersion { polarity } reports { polarity attributedTo { slug } } } }
    } }`);
    expect(event).toEqual({
      accounts: [
        { attributedTo: { slug: 'teal-fire-doors-locked' } },
        { attributedTo: { slug: 'wren-turned-the-key-himself' } },
      ],
      disagreements: [
        {
          property: 'OCCURRENCE',
          versions: [
            {
              polarity: 'AFFIRMED',
              reports: [
                { polarity: 'AFFIRMED', attributedTo: { slug: 'teal-fire-doors-locked' } },
                { polarity: 'AFFIRMED', attributedTo: { slug: 'wren-turned-the-key-himself' } },
              ],
            },
            {
              polarity: 'DENIED',
              reports: [
                { polarity: 'DENIED', attributedTo: { slug: 'cask-and-harrow-denies-locked-doors' } },
                { polarity: 'DENIED', attributedTo: { slug: 'hugo-cask-no-door-was-locked' } },
              ],
            },
          ],
        },
      ],
    });
  });
});

test('one quote in two papers is one statement; where "she said" breaks it, it has two spans', async () => {
  const { statement } = await gazette(`{ statement(slug: "oakes-we-did-what-we-could") {
    kind
    text
    content { exact }
    quotes { totalCount nodes { article { slug } kind content { exact } addressees { agent { name } } } }
  } }`);
  expect(statement).toMatchObject({
    kind: 'DIRECT_QUOTE',
    text: 'We did what we could, and it was not enough',
    content: [{ exact: 'We did what we could,' }, { exact: 'and it was not enough' }],
    quotes: {
      totalCount: 2,
      nodes: [
        { article: { slug: 'two-die-at-harrow-mill' }, kind: 'DIRECT_QUOTE' },
        {
          article: { slug: 'at-least-three-dead-as-mill-burns' },
          content: [{ exact: 'We did what we could, and it was not enough' }],
        },
      ],
    },
  });
});

test('"Oakes said that Wren had told her" keeps both', async () => {
  const { statement } = await gazette(`{ statement(slug: "wren-turned-the-key-himself") {
    speakers { agent { name } }
    addressees { agent { name } }
    attributedTo { slug speakers { agent { name } } attributedTo { slug } }
    quotes { nodes { voice } }
  } }`);
  expect(statement).toEqual({
    speakers: [{ agent: { name: 'Tobias Wren' } }],
    addressees: [{ agent: { name: 'Maren Oakes' } }],
    attributedTo: {
      slug: 'oakes-on-what-the-guard-told-her',
      speakers: [{ agent: { name: 'Maren Oakes' } }],
      attributedTo: null,
    },
    quotes: { nodes: [{ voice: 'SPEAKER' }] },
  });
});

test('a person is one in every spelling and script', async () => {
  const { person } = await gazette(`{ person(slug: "elnare-qaracayli") {
    name
    otherNames
    mentionedIn(filter: { published: { within: "2025-05-13/2025-08-27" } }) { nodes { language } }
    mentions { nodes { exact article { language } } }
  } }`);
  expect(person).toEqual({
    name: 'Elnarə Qaraçaylı',
    otherNames: ['Elnara Garachayli', 'Эльнара Гарачайлы'],
    mentionedIn: { nodes: [{ language: 'en' }, { language: 'az' }, { language: 'ru' }] },
    mentions: {
      nodes: expect.arrayContaining([
        { exact: 'Elnarə Qaraçaylı', article: { language: 'az' } },
        { exact: 'Elnara Garachayli', article: { language: 'en' } },
        { exact: 'Эльнара Гарачайлы', article: { language: 'ru' } },
      ]),
    },
  });
});

test('positions have their years, and kinships both directions', async () => {
  const data = await gazette(`{
    rook: person(slug: "edmund-rook") { positions(tenures: FORMER) { nodes { title organization { name } since { edtf } until { edtf } } } }
    child: person(slug: "ada-lindqvarn") { relatives { nodes { kind relative { slug } } } }
    parent: person(slug: "josef-lindqvarn") { relatives { nodes { kind relative { slug } } } }
  }`);
  expect(data.rook.positions.nodes).toEqual(
    expect.arrayContaining([
      {
        title: 'chairman of the Harbour Board',
        organization: { name: 'Harbour Board' },
        since: { edtf: '2009' },
        until: { edtf: '2016' },
      },
    ]),
  );
  expect(data.child.relatives.nodes).toContainEqual({ kind: 'PARENT', relative: { slug: 'josef-lindqvarn' } });
  expect(data.parent.relatives.nodes).toContainEqual({ kind: 'CHILD', relative: { slug: 'ada-lindqvarn' } });
});

test('a date stays as vague as it was written', async () => {
  const events = await askEvery(
    'events',
    'slug reports { nodes { date { edtf precision approximate uncertain earliest latest } } }',
    'gazette',
  );
  type Dated = { slug: string; reports: { nodes: { date: object | null }[] } };
  const dates = Object.fromEntries(
    events.map(({ slug, reports }: Dated) => [slug, reports.nodes.find(({ date }) => date !== null)?.date]),
  );
  const plain = { approximate: false, uncertain: false };
  expect(dates).toMatchObject({
    'great-flood-of-larkbridge': {
      ...plain,
      edtf: '16XX',
      precision: 'CENTURY',
      earliest: '1600-01-01',
      latest: '1699-12-31',
    },
    'purchase-of-lantern-house': {
      ...plain,
      edtf: '201X',
      precision: 'DECADE',
      earliest: '2010-01-01',
      latest: '2019-12-31',
    },
    'closure-of-the-tern-footbridge': {
      ...plain,
      edtf: '2019/..',
      precision: 'INTERVAL',
      earliest: '2019-01-01',
      latest: null,
    },
    'repair-of-the-saint-orla': { edtf: '2024?', precision: 'YEAR', approximate: false, uncertain: true },
    'grounding-of-the-saint-orla': { edtf: '2025-06~', precision: 'MONTH', approximate: true, uncertain: false },
    'search-for-the-sailor': { ...plain, edtf: '2025-06-14/2025-06-16', earliest: '2025-06-14', latest: '2025-06-16' },
    'lantern-festival-2025': { ...plain, edtf: '2025-23', precision: 'SEASON' },
  });
});
