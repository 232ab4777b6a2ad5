import { describe, expect, it } from 'vitest';
import { accountsOf } from '../../data/account.ts';
import type { Event, EventReport, Evidence, FuzzyDate, Participation, TimeOfDay } from '../../data/model.ts';

/** Only what tells one span from another. */
function span(start: number, end = start + 1): Evidence {
  return { type: 'Evidence', source: 'mill', start, end, paragraph: 0 } as Evidence;
}

function report(fields: Partial<EventReport> = {}): EventReport {
  return {
    type: 'EventReport',
    event: 'fire',
    article: 'mill',
    standing: null,
    evidence: [span(0)],
    voice: 'ARTICLE',
    attributedTo: null,
    certainty: 'UNSPECIFIED',
    polarity: 'AFFIRMED',
    date: null,
    time: null,
    places: [],
    participants: [],
    figures: [],
    ...fields,
  };
}

const accounts = (...reports: Partial<EventReport>[]) =>
  accountsOf({ reports: reports.map(report) } as unknown as Event);
const onlyAccount = (...reports: Partial<EventReport>[]) => {
  const all = accounts(...reports);
  expect(all).toHaveLength(1);
  return all[0]!;
};

const day = (edtf: string) => ({ edtf }) as FuzzyDate;
const time = (words: string, clock: string | null, approximate = false) => ({ words, clock, approximate }) as TimeOfDay;
const guest = (agent: string, polarity: 'AFFIRMED' | 'DENIED' = 'AFFIRMED') => ({ agent, polarity }) as Participation;

describe('accounts', () => {
  it("are one for each article's own voice and one for each statement in an article, carried-over words apart", () => {
    const said = { voice: 'SPEAKER', attributedTo: 'ann-saw-it' } as const;
    const reports = [
      report(said),
      report(),
      report({ ...said, voice: 'CARRIED_OVER' }),
      report({ ...said, article: 'echo' }),
      report({ ...said, attributedTo: 'bob-saw-it' }),
      report({ article: 'echo' }),
      report(said),
      report(),
    ];
    const all = accountsOf({ reports } as unknown as Event);
    expect(all.map(({ voice, article, attributedTo }) => [voice, article, attributedTo])).toEqual([
      ['ARTICLE', 'mill', null],
      ['ARTICLE', 'echo', null],
      ['SPEAKER', 'mill', 'ann-saw-it'],
      ['CARRIED_OVER', 'mill', 'ann-saw-it'],
      ['SPEAKER', 'echo', 'ann-saw-it'],
      ['SPEAKER', 'mill', 'bob-saw-it'],
    ]);
    expect(all.map((account) => account.reports.map((one) => reports.indexOf(one)))).toEqual([
      [1, 7],
      [5],
      [0, 6],
      [2],
      [3],
      [4],
    ]);
  });

  it('of an event without reports are none', () => {
    expect(accounts()).toEqual([]);
  });
});

describe('an account', () => {
  it('tells what its one report tells', () => {
    const facts = {
      certainty: 'POSSIBLE',
      date: day('2025-03-03'),
      time: time('at noon', '12:00'),
      places: ['town', 'mill'],
      participants: [guest('ann', 'DENIED')],
    } as const;
    expect(onlyAccount(facts)).toEqual({
      voice: 'ARTICLE',
      article: 'mill',
      attributedTo: null,
      polarity: 'AFFIRMED',
      ...facts,
      figures: [],
      evidence: [span(0)],
      reports: [report(facts)],
    });
  });

  it('takes a fact from whichever of its reports gives it, and each place once', () => {
    const given = onlyAccount(
      { places: ['town'], participants: [guest('ann')] },
      { date: day('2025-03-03'), time: time('noon', null), places: ['mill', 'town'], participants: [guest('bob')] },
      { date: day('2025-03-03') },
    );
    expect(given).toMatchObject({
      date: day('2025-03-03'),
      time: time('noon', null),
      places: ['town', 'mill'],
      participants: [guest('ann'), guest('bob')],
    });
  });

  it.each([
    ['date', { date: day('2025-03') }, { date: day('2025-03-03') }],
    ['time', { time: time('noon', null) }, { time: time('at night', null) }],
    ['time', { time: time('noon', '12:00') }, { time: time('noon', null) }],
    ['time', { time: time('noon', '12:00') }, { time: time('noon', '12:00', true) }],
    ['certainty', { certainty: 'CERTAIN' }, { certainty: 'POSSIBLE' }],
  ] as const)('has no %s where its reports differ: %j, %j', (field, one, other) => {
    expect(onlyAccount(one, other)[field]).toBeNull();
  });

  it('has a time that is worded in two ways, as the first report words it', () => {
    expect(onlyAccount({ time: time('noon', '12:00') }, { time: time('at 12', '12:00') }).time?.words).toBe('noon');
  });

  it('of a denial tells what is denied', () => {
    const denial = { polarity: 'DENIED', date: day('2025-03-03'), places: ['mill'] } as const;
    expect(onlyAccount(denial)).toMatchObject({ polarity: 'DENIED', date: day('2025-03-03'), places: ['mill'] });
  });

  it('that affirms and denies is two', () => {
    const [denial, affirmation] = accounts(
      { polarity: 'DENIED', certainty: 'CERTAIN', places: ['town'] },
      { places: ['mill'] },
    );
    expect(denial).toMatchObject({ polarity: 'DENIED', certainty: 'CERTAIN', places: ['town'] });
    expect(affirmation).toMatchObject({ polarity: 'AFFIRMED', certainty: 'UNSPECIFIED', places: ['mill'] });
  });

  it('has the words of all its reports, each span once and in the order of the text', () => {
    const { evidence } = onlyAccount(
      { evidence: [span(5), span(9, 20)] },
      { evidence: [span(2, 3), span(5), span(9, 30)] },
    );
    expect(evidence).toEqual([span(2, 3), span(5), span(9, 30), span(9, 20)]);
  });
});
