// Whoever asks for plain fields alone and prints them prints nothing that no article says.
import { describe, expect, it, test } from 'vitest';
import { ask, askEvery, OF_THE_NINE } from '../harness.ts';

const gazette = (query: string, variables: object = {}) => ask(query, variables, 'gazette');

const PRINTED = 'text speakers { agent { name } }';

interface Printed {
  readonly text: string;
  readonly speakers: readonly { readonly agent: { readonly name: string } }[];
}

function linesOf(statements: readonly Printed[]): string[] {
  return statements.map(({ text, speakers }) => `${speakers.map(({ agent }) => agent.name).join(' and ')}: ${text}`);
}

describe('what is printed as "speaker: text"', () => {
  it('has the denial in a denial, the refusal in a refusal, and who says so of what is only retold', async () => {
    const lines = linesOf(await askEvery('statements', PRINTED, 'gazette'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Cask & Harrow Ltd: denied on Wednesday that the fire doors had been locked on the night of the fire',
        'Cask & Harrow Ltd: declined to comment on the cause',
        'Rüfət Çaylaqlı: şərh verməkdən imtina etdi',
        'Rüfət Çaylaqlı: опроверг, что решение приняли, не посоветовавшись с родителями',
        'Tobias Wren: Maren Oakes said that the night guard, Tobias Wren, had told her that he had turned the key himself at 8 p.m.',
        'Isolde Brand: Ms Brand … said that … It was a matter for the county',
        'Isolde Brand: the mill would “probably stay shut until the summer”',
        'Rasmus Teal: the last inspection “a formality with a stamp on it”',
        'Maren Oakes: We did what we could, and it was not enough',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('Cask & Harrow Ltd: the fire doors'))).toEqual([]);
  });

  it('has who says so of what is only carried over', async () => {
    expect(linesOf(await askEvery('statements', PRINTED))).toContainEqual(
      expect.stringMatching(
        /^Experts of the forensic medical examination: as stated by .* Nemat Avazov … The experts documented/,
      ),
    );
  });

  it.each(['seed', 'gazette'] as const)('is never the bare words of what is not affirmed: %s', async (corpus) => {
    const statements = await askEvery(
      'statements',
      'quotes(first: 10) { nodes { kind text proposition polarity certainty attributedTo { slug } cue { exact } } }',
      corpus,
    );
    const quotes = statements.flatMap(({ quotes }) => quotes.nodes);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { kind, text, proposition, polarity, certainty, attributedTo, cue } of quotes) {
      const expected = kind === 'DENIAL' ? 'DENIED' : kind === 'NO_COMMENT' ? 'UNSPECIFIED' : 'AFFIRMED';
      expect([proposition, polarity]).toEqual([proposition, expected]);
      const isPlain = polarity === 'AFFIRMED' && certainty === 'UNSPECIFIED' && attributedTo === null;
      if (!isPlain && kind !== 'NO_COMMENT') expect(text).not.toBe(proposition);
      if (!isPlain && cue !== null) expect(text).toContain(cue.exact);
    }
  });
});

test('each span of a quote is quoted or not, and printed words have both their marks', async () => {
  const { mixed, direct, broken } = await gazette(`{
    mixed: statement(slug: "brand-probably-shut-until-the-summer") {
      content { exact quoted } proposition quotes { nodes { words cue { quoted } } }
    }
    direct: statement(slug: "hugo-cask-no-door-was-locked") { text content { exact quoted } quotes { nodes { words } } }
    broken: statement(slug: "teal-inspection-a-formality") { quotes { nodes { words } } }
  }`);
  expect(mixed).toEqual({
    content: [
      { exact: 'the mill would', quoted: false },
      { exact: 'probably stay shut until the summer', quoted: true },
    ],
    proposition: 'the mill would probably stay shut until the summer',
    quotes: {
      nodes: [
        {
          words: 'The mayor told the meeting that the mill would “probably stay shut until the summer”',
          cue: { quoted: false },
        },
      ],
    },
  });
  expect(direct).toEqual({
    text: 'No door was locked, and no worker was shut in',
    content: [{ exact: 'No door was locked, and no worker was shut in', quoted: true }],
    quotes: {
      nodes: [
        { words: '“No door was locked, and no worker was shut in,” its director, Hugo Cask, wrote to this paper' },
      ],
    },
  });
  expect(broken.quotes.nodes[0].words).toBe('He called the last inspection “a formality with a stamp on it”');
});

test('a denial was said too: it is found by its date, its voice and whom it is linked with', async () => {
  const { denials, path } = await gazette(`{
    denials: statements(filter: { kinds: DENIAL, date: { within: "2025-03-05" }, affirmedBy: { voices: ARTICLE } }) {
      nodes { slug date { edtf } }
    }
    path: statements(filter: { kinds: NO_COMMENT, affirmedBy: { voices: ARTICLE }, and: [${OF_THE_NINE}] }) { totalCount }
  }`);
  expect(denials.nodes).toEqual([{ slug: 'cask-and-harrow-denies-locked-doors', date: { edtf: '2025-03-05' } }]);
  expect(path.totalCount).toBe(2);
});

describe('a plain field', () => {
  it('is null of what the article itself calls only possible, which stands one level down', async () => {
    const { event, events } = await gazette(`{
      event(slug: "repair-of-the-saint-orla") {
        date { edtf } places { slug } accounts { voice certainty date { edtf } places { slug } }
      }
      events(filter: { affirmedBy: { voices: ARTICLE }, certainties: POSSIBLE }) { nodes { slug } }
    }`);
    expect(event).toEqual({
      date: null,
      places: [],
      accounts: [
        { voice: 'ARTICLE', certainty: 'POSSIBLE', date: { edtf: '2024?' }, places: [{ slug: 'saint-orla' }] },
      ],
    });
    expect(events.nodes).not.toContainEqual({ slug: 'repair-of-the-saint-orla' });
  });

  it('has no position that had ended when the article was published, which is listed where it is asked for', async () => {
    const { person } = await gazette(`{ person(slug: "edmund-rook") {
      now: positions { nodes { title tenure } }
      all: positions(tenures: [CURRENT, FORMER]) { nodes { title tenure until { edtf } } }
    } }`);
    const chairman = 'chairman of the Harbour Board';
    expect(person.now.nodes).toContainEqual({ title: 'Councillor', tenure: 'CURRENT' });
    expect(person.all.nodes).toContainEqual({ title: chairman, tenure: 'FORMER', until: { edtf: '2016' } });
    expect(JSON.stringify(person.now)).not.toContain(chairman);
  });

  it('is null where only an attributed account says it, which stands one level down', async () => {
    const { person } = await ask(`{ person(slug: "huseyn-safarov") {
      birthDate { edtf } deathDate { edtf } lifeDates { totalCount } relatives { totalCount }
      all: lifeDates(voices: [SPEAKER, CARRIED_OVER]) { nodes { kind date { edtf } voice attributedTo { slug } } }
      kin: relatives(voices: CARRIED_OVER) { nodes { kind relative { slug } } }
    } }`);
    const said = { voice: 'CARRIED_OVER', attributedTo: { slug: 'avazov-excessive-force-and-torture' } };
    expect(person).toEqual({
      birthDate: null,
      deathDate: null,
      lifeDates: { totalCount: 0 },
      relatives: { totalCount: 0 },
      all: {
        nodes: [
          { kind: 'BIRTH', date: { edtf: '1956' }, ...said },
          { kind: 'DEATH', date: { edtf: '2025-06-27' }, ...said },
        ],
      },
      kin: { nodes: [{ kind: 'SIBLING', relative: { slug: 'ziyaddin-safarov' } }] },
    });
  });

  it('of an event is what an article says in its own voice', async () => {
    const { death, operation } = await ask(`{
      death: event(slug: "death-of-huseyn-safarov") {
        date { edtf } time { clock } places { slug } participants { role } accounts { voice date { edtf } time { clock } }
      }
      operation: event(slug: "joint-operation-in-yekaterinburg") { date { edtf } places { slug } }
    }`);
    expect(death).toEqual({
      date: null,
      time: null,
      places: [],
      participants: [],
      accounts: [{ voice: 'CARRIED_OVER', date: { edtf: '2025-06-27' }, time: { clock: '15:00' } }],
    });
    expect(operation).toEqual({ date: { edtf: '2025-06-27' }, places: [{ slug: 'yekaterinburg' }] });
  });

  it('says nothing, and filter, order and timeline still know when it is said to have been', async () => {
    const { events, timeline } = await ask(`{
      events(filter: { date: { within: "2025-06-27" } }) { nodes { slug date { edtf } } }
      timeline(granularity: DAY, filter: { types: EVENT, date: { within: "2025-06" } }) { nodes { period eventCount } }
    }`);
    expect(events.nodes).toContainEqual({ slug: 'death-of-huseyn-safarov', date: null });
    expect(events.nodes).toContainEqual({ slug: 'joint-operation-in-yekaterinburg', date: { edtf: '2025-06-27' } });
    expect(timeline.nodes).toEqual([
      { period: '2025-06-27', eventCount: events.nodes.length },
      { period: '2025-06-30', eventCount: 1 },
    ]);
  });

  it.each(['seed', 'gazette'] as const)(
    'is told apart on the timeline from a date that only reports give: %s',
    async (corpus) => {
      const { timeline } = await ask(
        `{ timeline(granularity: YEAR, filter: { types: EVENT }, first: 10) { nodes { items(first: 50) {
        nodes { dateBasis node { ... on Event { date { edtf } } } }
      } } } }`,
        {},
        corpus,
      );
      const bases = new Set<string>();
      for (const { dateBasis, node } of timeline.nodes.flatMap(
        ({ items }: { items: { nodes: readonly object[] } }) => items.nodes,
      )) {
        expect(dateBasis).toBe(node.date === null ? 'REPORTED' : 'DATE');
        bases.add(dateBasis);
      }
      expect(bases).toEqual(new Set(['DATE', 'REPORTED']));
    },
  );

  it('of a list is null for the whole list like its default, so that nothing attributed comes in unasked', async () => {
    const { person } = await ask(
      '{ person(slug: "huseyn-safarov") { lifeDates(voices: null, polarities: null) { totalCount } } }',
    );
    expect(person.lifeDates.totalCount).toBe(0);
  });
});

test('paths go by what the articles say themselves, unless other voices are asked for', async () => {
  const between = '(from: "huseyn-safarov", to: "ziyaddin-safarov", maxHops: 1';
  const { own, all } = await ask(`{
    own: paths${between}) { nodes { length } }
    all: paths${between}, voices: [ARTICLE, SPEAKER, CARRIED_OVER]) { nodes { hops { voice } } }
  }`);
  expect(own.nodes).toEqual([]);
  expect(all.nodes).toEqual([{ hops: [{ voice: 'CARRIED_OVER' }] }]);
});

test('who is quoted most is quoted: no refusal counts, and nothing that only another relays', async () => {
  const { refuser, relayed, ...others } = await gazette(`{
    refuser: mostQuoted(filter: { speakers: "tobias-wren" }, first: 9) { ...Counted }
    relayed: mostQuoted(filter: { speakers: "cask-and-harrow" }, first: 9) { ...Counted }
    onlyRefusals: mostQuoted(filter: { kinds: NO_COMMENT }) { agent { slug } }
    onlyRelayed: mostQuoted(filter: { not: { voices: ARTICLE } }) { agent { slug } }
  }
  fragment Counted on QuotedAgent {
    statementCount
    agent { slug statements(first: 100) { nodes { kind attributedTo { slug } } } }
  }`);
  expect(others).toEqual({ onlyRefusals: [], onlyRelayed: [] });
  const counted = [...refuser, ...relayed].filter(({ agent: { slug } }: { agent: { slug: string } }) =>
    ['tobias-wren', 'cask-and-harrow'].includes(slug),
  );
  const isQuote = ({ kind, attributedTo }: { kind: string; attributedTo: object | null }) =>
    kind !== 'NO_COMMENT' && attributedTo === null;
  expect(counted).toHaveLength(2);
  for (const { statementCount, agent } of counted) {
    expect(agent.statements.nodes.every(isQuote)).toBe(false);
    expect(statementCount).toBe(agent.statements.nodes.filter(isQuote).length);
  }
});

test('the bare words of a denial come with the polarity that says so', async () => {
  const { statement } = await gazette(
    '{ statement(slug: "cask-and-harrow-denies-locked-doors") { proposition polarity certainty } }',
  );
  expect(statement).toEqual({
    proposition: 'the fire doors had been locked on the night of the fire',
    polarity: 'DENIED',
    certainty: 'UNSPECIFIED',
  });
});
