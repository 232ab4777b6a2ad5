// What the article of the corpus can be asked, through HTTP into the built Worker.
import { describe, expect, test } from 'vitest';
import { ask } from '../harness.ts';

const STATEMENT = `
  kind
  text
  cue { exact }
  speakers { agent { __typename name } positions { title organization { name } } evidence { exact } }
  addressees { agent { name } evidence { exact } }
  attributedTo { slug }
  quotes { nodes { voice } }
`;

async function statement(slug: string) {
  return (await ask(`query ($slug: Slug!) { statement(slug: $slug) { ${STATEMENT} } }`, { slug })).statement;
}

const EVENT = `
  name
  kind
  date { edtf words precision inferred { part evidence { exact } } }
  time { words clock approximate }
  places { name }
  participants { role certainty voice agent { name } }
  partOf { slug }
  accounts(polarity: AFFIRMED) { voice certainty attributedTo { slug text } }
  reports { nodes {
    voice words attributedTo { slug text speakers { agent { name } } }
    date { edtf words precision inferred { part } }
    time { words clock approximate }
    places { name }
    participants { role voice agent { name } }
  } }
`;

async function event(slug: string) {
  return (await ask(`query ($slug: Slug!) { event(slug: $slug) { ${EVENT} } }`, { slug })).event;
}

const SHVYDKOY = {
  agent: { __typename: 'Person', name: 'Mikhail Shvydkoy' },
  positions: [{ title: 'Russian Presidential Envoy for International Cultural Cooperation', organization: null }],
};

describe('statements', () => {
  test('Shvydkoy is quoted word for word, to RIA Novosti', async () => {
    expect(await statement('shvydkoy-equally-ready')).toEqual({
      kind: 'DIRECT_QUOTE',
      text: 'We have always said that Russia is ready for whatever our partners are ready for. And to the same extent that our Azerbaijani friends and colleagues are ready to resume humanitarian, scientific, educational, and cultural ties, we are equally ready',
      cue: { exact: 'told RIA Novosti' },
      speakers: [{ ...SHVYDKOY, evidence: { exact: 'Shvydkoy' } }],
      addressees: [{ agent: { name: 'RIA Novosti' }, evidence: { exact: 'RIA Novosti' } }],
      attributedTo: null,
      quotes: { nodes: [{ voice: 'ARTICLE' }] },
    });
  });

  test('Shvydkoy is quoted word for word a second time', async () => {
    expect(await statement('shvydkoy-no-deep-reasons')).toMatchObject({
      kind: 'DIRECT_QUOTE',
      text: 'As I see it, there are no deep reasons not to fully restore all relations',
      cue: { exact: 'noted' },
      speakers: [SHVYDKOY],
      addressees: [],
    });
  });

  test('his indirect claims are indirect', async () => {
    expect(await statement('shvydkoy-ready-to-the-same-extent')).toMatchObject({
      kind: 'INDIRECT',
      cue: { exact: 'told Russian media' },
      speakers: [
        {
          ...SHVYDKOY,
          evidence: { exact: 'Russian Presidential Envoy for International Cultural Cooperation Mikhail Shvydkoy' },
        },
      ],
      addressees: [{ evidence: { exact: 'Russian media' } }],
    });
    expect(await statement('shvydkoy-centuries-long-history')).toMatchObject({
      kind: 'INDIRECT',
      cue: { exact: 'emphasised that' },
      speakers: [{ ...SHVYDKOY, evidence: { exact: 'He' } }],
    });
  });

  test('the words of a report read as they stand in the text, and no word stands twice', async () => {
    const { statement } = await ask(
      '{ statement(slug: "shvydkoy-no-deep-reasons") { quotes { nodes { words evidence { exact } } } } }',
    );
    expect(statement.quotes.nodes).toEqual([
      {
        words: '“As I see it, there are no deep reasons not to fully restore all relations,” Shvydkoy noted',
        evidence: [
          { exact: 'As I see it, there are no deep reasons not to fully restore all relations' },
          { exact: 'Shvydkoy' },
          { exact: 'noted' },
        ],
      },
    ]);
    const headline = await ask(
      '{ statement(slug: "shvydkoy-ready-to-the-same-extent") { quotes(first: 1) { nodes { words } } } }',
    );
    expect(headline.statement.quotes.nodes).toEqual([
      { words: "Russia ready to resume humanitarian, cultural ties with Azerbaijan, says Putin's envoy" },
    ]);
  });

  test('the Ministry of Culture announces the cancellation', async () => {
    expect(await statement('ministry-of-culture-announces-cancellation')).toMatchObject({
      kind: 'ANNOUNCEMENT',
      speakers: [{ agent: { __typename: 'Organization' }, evidence: { exact: 'Azerbaijan’s Ministry of Culture' } }],
    });
  });

  test('Avazov speaks with his rank and office in full', async () => {
    const { kind, speakers } = await statement('avazov-excessive-force-and-torture');
    expect(kind).toBe('INDIRECT');
    expect(speakers).toMatchObject([{ agent: { name: 'Nemat Avazov' } }]);
    expect(speakers[0].positions.map(({ title }: { title: string }) => title)).toEqual([
      'head of the Investigative Department of the Prosecutor General’s Office of the Republic of Azerbaijan',
      'State Counselor of Justice of the 3rd Class',
    ]);
  });

  test('an unnamed group of experts documents the injuries', async () => {
    expect(await statement('experts-document-injuries')).toMatchObject({
      kind: 'FINDING',
      cue: { exact: 'documented' },
      speakers: [{ agent: { __typename: 'Group' }, evidence: { exact: 'The experts' } }],
    });
  });
});

describe('events', () => {
  /** What the article only has somebody say stands in the reports. */
  const NOTHING_IN_ITS_OWN_VOICE = { date: null, time: null, places: [], participants: [] };

  test('the telephone conversation has a day whose year is inferred', async () => {
    expect(await event('putin-aliyev-telephone-conversation')).toMatchObject({
      kind: 'CONVERSATION',
      date: {
        edtf: '2025-10-24',
        words: 'October 24',
        inferred: [{ part: 'YEAR', evidence: { exact: 'June 27, 2025' } }],
      },
      participants: [
        { role: 'PARTICIPANT', agent: { name: 'Vladimir Putin' } },
        { role: 'PARTICIPANT', agent: { name: 'Ilham Aliyev' } },
      ],
      accounts: [{ voice: 'ARTICLE', attributedTo: null }],
    });
  });

  test('the cancellation stays as vague as it was written', async () => {
    expect(await event('cancellation-of-russian-cultural-events')).toMatchObject({
      kind: 'CANCELLATION',
      date: null,
      reports: {
        nodes: [
          { date: { edtf: '2025-06', words: 'Earlier in June', precision: 'MONTH', inferred: [{ part: 'YEAR' }] } },
        ],
      },
      accounts: [{ voice: 'SPEAKER', attributedTo: { slug: 'ministry-of-culture-announces-cancellation' } }],
    });
  });

  test('the joint operation has its three forces', async () => {
    const operation = await event('joint-operation-in-yekaterinburg');
    expect(operation).toMatchObject({
      date: { edtf: '2025-06-27', words: 'June 27, 2025', inferred: [] },
      time: { words: 'the morning', clock: null },
      places: [{ name: 'Yekaterinburg' }],
      accounts: [{ voice: 'ARTICLE', attributedTo: null }],
    });
    expect(operation.participants).toMatchObject([
      { role: 'ACTOR', agent: { name: expect.stringContaining('Russian National Guard') } },
      { role: 'ACTOR', agent: { name: expect.stringContaining('riminal investigation department') } },
      { role: 'ACTOR', agent: { name: expect.stringContaining('FSB unit') } },
    ]);
  });

  test('the suspicion behind the detention is a suspicion', async () => {
    expect(await event('detention-of-azerbaijani-citizens')).toMatchObject({
      kind: 'DETENTION',
      partOf: { slug: 'joint-operation-in-yekaterinburg' },
      accounts: [{ voice: 'ARTICLE' }, { voice: 'CARRIED_OVER' }],
      participants: [{ role: 'DETAINEE', voice: 'ARTICLE' }],
      reports: {
        nodes: [{}, { participants: [{ role: 'DETAINEE', voice: 'CARRIED_OVER', agent: { name: 'Huseyn Safarov' } }] }],
      },
    });
    expect(await event('murders-of-which-the-detained-were-suspected')).toMatchObject({
      kind: 'CRIME',
      accounts: [{ voice: 'ARTICLE', certainty: 'POSSIBLE' }],
      places: [],
      participants: [],
      reports: { nodes: [{ participants: [{ role: 'SUSPECT' }] }] },
    });
  });

  test('Huseyn Safarov dies around 15:00 in the administrative building', async () => {
    expect(await event('death-of-huseyn-safarov')).toMatchObject({
      kind: 'DEATH',
      ...NOTHING_IN_ITS_OWN_VOICE,
      reports: {
        nodes: [
          {
            date: { edtf: '2025-06-27', inferred: [{ part: 'YEAR' }] },
            time: { words: 'around 3:00 p.m.', clock: '15:00', approximate: true },
            places: [{ name: expect.stringContaining('dministrative building') }],
            participants: [{ role: 'VICTIM', agent: { name: 'Huseyn Safarov' } }],
          },
        ],
      },
    });
  });

  test('Ziyaddin Safarov dies in a service vehicle, on a day that nobody gives', async () => {
    expect(await event('death-of-ziyaddin-safarov')).toMatchObject({
      ...NOTHING_IN_ITS_OWN_VOICE,
      reports: {
        nodes: [
          {
            date: null,
            time: null,
            places: [{ name: expect.stringContaining('ervice vehicle') }],
          },
        ],
      },
    });
  });

  test('the bodies are brought to Baku on June 30', async () => {
    expect(await event('transport-of-the-bodies-to-baku')).toMatchObject({
      kind: 'TRANSPORT',
      ...NOTHING_IN_ITS_OWN_VOICE,
      reports: {
        nodes: [
          {
            date: { edtf: '2025-06-30' },
            places: [{ name: 'Baku' }],
          },
        ],
      },
    });
  });

  test('the examination has who ordered it and who took part', async () => {
    expect((await event('forensic-examination-in-baku')).reports.nodes[0].participants).toMatchObject([
      { role: 'ORGANIZER', agent: { name: expect.stringContaining('Investigative Department') } },
      { role: 'PARTICIPANT', agent: { name: expect.stringMatching(/experts/i) } },
      { role: 'PARTICIPANT', agent: { name: expect.stringMatching(/prosecutors/i) } },
      { role: 'AFFECTED', agent: { name: 'Huseyn Safarov' } },
      { role: 'AFFECTED', agent: { name: 'Ziyaddin Safarov' } },
    ]);
  });

  test('the interview itself is an event', async () => {
    expect(await event('shvydkoy-interview-with-ria-novosti')).toMatchObject({
      kind: 'INTERVIEW',
      participants: [{ agent: { name: 'Mikhail Shvydkoy' } }, { agent: { name: 'RIA Novosti' } }],
    });
  });
});

describe('attribution', () => {
  const AVAZOV = 'avazov-excessive-force-and-torture';

  test('excessive force and torture are asserted by Avazov alone', async () => {
    for (const slug of ['excessive-force-against-the-detainees', 'torture-of-the-detainees']) {
      expect((await event(slug)).accounts).toEqual([
        {
          voice: 'SPEAKER',
          certainty: 'UNSPECIFIED',
          attributedTo: {
            slug: AVAZOV,
            text: 'during this operation Russian security forces used excessive physical force against the detainees and subjected them to brutal torture',
          },
        },
      ]);
    }
  });

  test('what follows his sentence without a cue is carried over', async () => {
    const slugs = [
      'injuries-of-the-detainees',
      'death-of-huseyn-safarov',
      'death-of-ziyaddin-safarov',
      'transport-of-the-bodies-to-baku',
      'forensic-examination-in-baku',
    ];
    for (const slug of slugs) {
      expect((await event(slug)).reports.nodes).toMatchObject([
        { voice: 'CARRIED_OVER', attributedTo: { slug: AVAZOV, speakers: [{ agent: { name: 'Nemat Avazov' } }] } },
      ]);
    }
  });

  test('the experts’ finding and the years of birth are carried over as well', async () => {
    const finding = await statement('experts-document-injuries');
    expect(finding).toMatchObject({ attributedTo: { slug: AVAZOV }, quotes: { nodes: [{ voice: 'CARRIED_OVER' }] } });
    const { person } = await ask(
      '{ person(slug: "ziyaddin-safarov") { lifeDates(voices: CARRIED_OVER) { nodes { kind voice attributedTo { slug } evidence { exact } } } } }',
    );
    expect(person.lifeDates.nodes).toEqual([
      {
        kind: 'BIRTH',
        voice: 'CARRIED_OVER',
        attributedTo: { slug: AVAZOV },
        evidence: [{ exact: 'Ziyaddin Safarov (born 1970)' }],
      },
    ]);
  });

  test('only these events are in the voice of the article', async () => {
    const { events } = await ask(
      '{ events(filter: { voices: ARTICLE }, orderBy: { field: NAME }) { nodes { slug } } }',
    );
    expect(events.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([
      'detention-of-azerbaijani-citizens',
      'joint-operation-in-yekaterinburg',
      'shvydkoy-interview-with-ria-novosti',
      'murders-of-which-the-detained-were-suspected',
      'putin-aliyev-telephone-conversation',
    ]);
  });

  test('the brothers are each other’s siblings, with the words', async () => {
    const query = `query ($slug: Slug!) {
      person(slug: $slug) { relatives(voices: CARRIED_OVER) { nodes { kind relative { name } voice evidence { exact } } } }
    }`;
    for (const [slug, name] of [
      ['huseyn-safarov', 'Ziyaddin Safarov'],
      ['ziyaddin-safarov', 'Huseyn Safarov'],
    ]) {
      expect((await ask(query, { slug })).person.relatives.nodes).toEqual([
        {
          kind: 'SIBLING',
          relative: { name },
          voice: 'CARRIED_OVER',
          evidence: [{ exact: 'His brother, Ziyaddin Safarov' }, { exact: 'both brothers' }],
        },
      ]);
    }
  });
});

describe('unknowns', () => {
  test('the article has no date, publisher or address', async () => {
    expect(
      (await ask('{ articles { nodes { published { edtf } publisher { name } originalUrl } } }')).articles.nodes,
    ).toEqual([{ published: null, publisher: null, originalUrl: null }]);
  });

  test('of a person only what the article says is known', async () => {
    const { people } = await ask(`{
      people { nodes { name otherNames sameAs birthDate { edtf } deathDate { edtf } positions { totalCount } } }
    }`);
    const nobody = { otherNames: [], sameAs: [], birthDate: null, deathDate: null, positions: { totalCount: 0 } };
    expect(people.nodes).toEqual([
      { ...nobody, name: 'Huseyn Safarov' },
      { ...nobody, name: 'Ilham Aliyev', positions: { totalCount: 1 } },
      { ...nobody, name: 'Khagan Isayev' },
      { ...nobody, name: 'Mikhail Shvydkoy', otherNames: ['Shvydkoy'], positions: { totalCount: 1 } },
      { ...nobody, name: 'Nemat Avazov', positions: { totalCount: 2 } },
      { ...nobody, name: 'Vladimir Putin', otherNames: ['Putin'], positions: { totalCount: 1 } },
      { ...nobody, name: 'Ziyaddin Safarov' },
    ]);
  });
});
