import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import type { Corpus, DisagreementProperty, DisagreementVersion, Event } from '../../data/model.ts';
import { articleOf, folderOf } from './run.ts';

const TEXT = 'Fire\nIn the old mill, in the town, two died, Ann and Bob said. It was noon.';
const NAMED = {
  'people/ann.yaml': 'name: Ann\n',
  'people/bob.yaml': 'name: Bob\n',
  'places/town.yaml': 'name: Town\nkind: CITY\ncontainedIn: valley\n',
  'places/valley.yaml': 'name: Valley\nkind: REGION\n',
  'places/mill.yaml': 'name: Mill\nkind: BUILDING\ncontainedIn: town\n',
  'places/sea.yaml': 'name: Sea\nkind: OTHER\n',
};

function compiled(files: Record<string, string>): Corpus {
  const { corpus, problems } = compile(folderOf({ ...NAMED, ...files }));
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}

/** One event, reported by an article each; what each says of it stands in YAML's short form. */
function eventOf(...reports: string[]): Event {
  const files = reports.map((report, index) => {
    const about = index === 0 ? 'event: fire, name: Fire, kind: FIRE' : 'of: fire';
    return articleOf(`a${index}`, TEXT, `events: [{ ${about}, evidence: two died, ${report} }]\n`);
  });
  return compiled(Object.assign({}, ...files)).entities.Event[0]!;
}

function versionsOf<P extends DisagreementProperty>(event: Event, property: P) {
  const found = event.disagreements.find((one) => one.property === property);
  return found?.versions as readonly DisagreementVersion<P>[] | undefined;
}

describe('the date of an event', () => {
  const dates = (...edtf: string[]) => eventOf(...edtf.map((one) => `date: { edtf: "${one}", words: noon }`));

  it.each([
    [['2025-06', '2025-06-27', '2025'], '2025-06-27'],
    [['2025-06-27', '2025-06-27T12:00:00Z'], '2025-06-27T12:00:00Z'],
    [['2025-06-27~', '2025-06-27'], '2025-06-27'],
    [['2025-06-27?', '2025-06-27~'], '2025-06-27?'],
    [['2025-06-01/2025-06-20', '2025-06-10/2025-06-30'], null],
  ])('of reports %j is %s, without a disagreement', (edtf, agreed) => {
    const event = dates(...edtf);
    expect([event.date?.edtf ?? null, event.disagreements]).toEqual([agreed, []]);
  });

  it('is unknown where two have no day in common, and each version names its reports', () => {
    const event = dates('2025-06-27', '2025-06-28', '2025-06', '2025-06-27');
    expect(event.date).toBeNull();
    expect(versionsOf(event, 'DATE')?.map(({ date, reports }) => [date.edtf, reports])).toEqual([
      ['2025-06-27', [0, 3]],
      ['2025-06-28', [1]],
      ['2025-06', [2]],
    ]);
  });
});

describe('the time of an event', () => {
  const times = (...fields: string[]) => eventOf(...fields.map((one) => `time: { words: noon${one} }`));

  it.each([
    [['', ', clock: "12:30", approximate: true', ', clock: "12:00"'], '12:00'],
    [['', ', clock: "12:00", approximate: true'], '12:00'],
    [[', clock: "11:00", approximate: true', ', clock: "12:00"'], '12:00'],
    [[''], null],
  ])('of reports %j is %s', (fields, clock) => {
    const event = times(...fields);
    expect([event.time?.words, event.time?.clock, event.disagreements]).toEqual(['noon', clock, []]);
  });

  it.each([
    [', clock: "12:00"', ', clock: "12:01"'],
    [', clock: "12:00", approximate: true', ', clock: "13:01"'],
  ])('is unknown where two clocks contradict each other: %s and %s', (one, other) => {
    const event = times(one, other, '');
    expect(event.time).toBeNull();
    expect(versionsOf(event, 'TIME')?.map(({ reports }) => reports)).toEqual([[0], [1]]);
  });
});

describe('two times of day that cannot be compared', () => {
  it.each([
    ['time: { words: noon }', 'time: { words: two }'],
    ['time: { words: noon }', 'time: { words: two, clock: "14:00" }'],
  ])('are neither agreed nor a contradiction: %s and %s', (one, other) => {
    const event = eventOf(one, other);
    expect([event.time, event.disagreements]).toEqual([null, []]);
  });

  it('are near each other on both sides of midnight', () => {
    const at = (clock: string) => `time: { words: noon, clock: "${clock}", approximate: true }`;
    expect(eventOf(at('23:50'), at('00:10')).disagreements).toEqual([]);
  });
});

describe('the places of an event', () => {
  const places = (...lists: string[]) => eventOf(...lists.map((list) => `places: [${list}]`));

  it('are the narrowest that the reports give together', () => {
    const event = places('valley', 'mill', 'town, sea');
    expect([event.places, event.disagreements]).toEqual([['mill', 'sea'], []]);
  });

  it('leave out those of reports that share none', () => {
    const event = places('mill', 'sea', 'mill', 'sea, town');
    expect(event.places).toEqual(['sea', 'town']);
    expect(versionsOf(event, 'PLACES')?.map((version) => [version.places, version.reports])).toEqual([
      [['mill'], [0, 2]],
      [['sea'], [1]],
    ]);
  });
});

describe('the participants of an event', () => {
  it('are the affirmed ones, the first report first, without those whom another report denies', () => {
    const event = eventOf(
      'participants: [{ agent: ann, role: VICTIM }, { agent: bob, role: WITNESS, evidence: Bob, certainty: PROBABLE }]',
      'participants: [{ agent: ann, role: VICTIM, polarity: DENIED }, { agent: bob, role: WITNESS }, { agent: ann, role: ACTOR }]',
    );
    expect(event.participants.map(({ agent, role, article, certainty }) => [agent, role, article, certainty])).toEqual([
      ['bob', 'WITNESS', 'a1', 'UNSPECIFIED'],
      ['ann', 'ACTOR', 'a1', 'UNSPECIFIED'],
    ]);
    expect(
      versionsOf(event, 'PARTICIPANTS')?.map(({ participants, reports }) => [participants[0]?.polarity, reports]),
    ).toEqual([
      ['AFFIRMED', [0]],
      ['DENIED', [1]],
    ]);
  });
});

describe('the figures of an event', () => {
  const figures = (...lists: string[]) => eventOf(...lists.map((list) => `figures: [${list}]`));

  it.each([
    [['value: 3', 'min: 1, max: 4', 'min: 2'], [[3, 3]]],
    [['min: 2', 'min: 1, max: 4'], []],
    [['min: 2, max: 5', 'min: 4, max: 9'], []],
    [['value: 12, approximate: true', 'value: 13'], [[13, 13]]],
    [['value: 12, approximate: true', 'value: 12'], [[12, 12]]],
  ])('of %j are %j: what lies within all the others', (given, agreed) => {
    const event = figures(...given.map((one) => `{ kind: DEATHS, ${one}, words: two }`));
    expect(event.figures.map(({ minValue, maxValue }) => [minValue, maxValue])).toEqual(agreed);
    expect(event.disagreements).toEqual([]);
  });

  it('leave out a kind of which two reports have no number in common', () => {
    const event = figures('{ kind: DEATHS, value: 2, words: two }', '{ kind: DEATHS, min: 3, words: two }');
    expect(event.figures).toEqual([]);
    expect(versionsOf(event, 'FIGURES')?.map((version) => [version.figures[0]?.minValue, version.reports])).toEqual([
      [2, [0]],
      [3, [1]],
    ]);
  });

  it('allow for a tenth where one is only about right', () => {
    const about = (value: number) => `{ kind: INJURIES, value: ${value}, approximate: true, words: two }`;
    expect(figures(about(12), about(13)).disagreements).toEqual([]);
    expect(figures(about(12), about(20)).disagreements).toHaveLength(1);
  });

  it('stay all where one report counts several things', () => {
    const event = figures(
      '{ kind: DEATHS, value: 1, words: two }, { kind: DEATHS, value: 2, words: two }',
      '{ kind: DEATHS, value: 9, words: two }',
    );
    expect(event.figures.map(({ minValue }) => minValue)).toEqual([1, 2, 9]);
    expect(event.disagreements).toEqual([]);
  });
});

describe('an event that is denied', () => {
  it('has both versions, and takes nothing from the denial', () => {
    const statement =
      'statements: [{ statement: denial, kind: DENIAL, content: two died, cue: said, speakers: [{ agent: ann, evidence: Ann }] }]\n';
    const { entities } = compiled({
      ...articleOf('a0', TEXT, 'events: [{ event: fire, name: Fire, kind: FIRE, evidence: two died }]\n'),
      ...articleOf(
        'a1',
        TEXT,
        `${statement}events: [{ of: fire, evidence: two died, polarity: DENIED, attributedTo: denial, places: [sea] }]\n`,
      ),
    });
    const [event] = entities.Event;
    expect(versionsOf(event!, 'OCCURRENCE')?.map(({ polarity, reports }) => [polarity, reports])).toEqual([
      ['AFFIRMED', [0]],
      ['DENIED', [1]],
    ]);
    expect(event?.places).toEqual([]);
  });
});

describe('a plain value', () => {
  /** The event as articles tell it: each by itself, or what a statement in it says of the event. */
  function told(
    ...reports: readonly (readonly [voice: 'ARTICLE' | 'SPEAKER' | 'CARRIED_OVER', report: string])[]
  ): Event {
    const files = reports.map(([voice, report], index) => {
      const about = index === 0 ? 'event: fire, name: Fire, kind: FIRE' : 'of: fire';
      const said = voice === 'ARTICLE' ? '' : `, attributedTo: said-${index}, voice: ${voice}`;
      const statement = `{ statement: said-${index}, kind: INDIRECT, content: two died, speakers: [{ agent: ann, evidence: Ann }] }`;
      return articleOf(
        `a${index}`,
        TEXT,
        `statements: [${statement}]\nevents: [{ ${about}, evidence: two died${said}, ${report} }]\n`,
      );
    });
    return compiled(Object.assign({}, ...files)).entities.Event[0]!;
  }

  const DAY = 'date: { edtf: 2025-06-27, words: noon }';
  const MONTH = 'date: { edtf: 2025-06, words: noon }';
  const OTHER_DAY = 'date: { edtf: 2025-06-28, words: noon }';
  const plain = ({ date, time, places, participants, figures }: Event) => ({
    date: date?.edtf ?? null,
    time: time?.clock ?? null,
    places,
    participants: participants.map(({ agent }) => agent),
    figures: figures.map(({ minValue }) => minValue),
  });
  const ALL =
    'date: { edtf: 2025-06-27, words: noon }, time: { words: noon, clock: "12:00" }, places: [mill], participants: [{ agent: bob, role: VICTIM }], figures: [{ kind: DEATHS, value: 2, words: two }]';
  const NOTHING = { date: null, time: null, places: [], participants: [], figures: [] };
  const EVERYTHING = { date: '2025-06-27', time: '12:00', places: ['mill'], participants: ['bob'], figures: [2] };

  it('is not what is only attributed', () => {
    expect(plain(told(['SPEAKER', ALL]))).toEqual(NOTHING);
    expect(plain(told(['CARRIED_OVER', ALL]))).toEqual(NOTHING);
  });

  it('is what one article says in its own voice, though others attribute it', () => {
    expect(plain(told(['SPEAKER', ALL], ['ARTICLE', ALL]))).toEqual(EVERYTHING);
  });

  it('is not what an article says of an event that it denies, or tells neither way', () => {
    expect(plain(told(['ARTICLE', `${ALL}, polarity: DENIED`]))).toEqual(NOTHING);
    expect(plain(told(['ARTICLE', `${ALL}, polarity: UNSPECIFIED`]))).toEqual(NOTHING);
  });

  it.each(['PROBABLE', 'POSSIBLE'])('is not what sounds only so: %s', (certainty) => {
    const hedged = `${ALL}, certainty: ${certainty}`;
    expect(plain(told(['ARTICLE', hedged]))).toEqual(NOTHING);
    expect(plain(told(['ARTICLE', hedged], ['ARTICLE', ALL]))).toEqual(EVERYTHING);
    expect(plain(told(['ARTICLE', hedged], ['SPEAKER', ALL]))).toEqual(NOTHING);
    expect(plain(told(['ARTICLE', `${DAY}, certainty: ${certainty}`], ['ARTICLE', MONTH])).date).toBe('2025-06');
    expect(plain(told(['ARTICLE', `${DAY}, certainty: ${certainty}`], ['ARTICLE', OTHER_DAY])).date).toBeNull();
  });

  it('is what an article is sure of, or does not hedge', () => {
    expect(plain(told(['ARTICLE', `${ALL}, certainty: CERTAIN`]))).toEqual(EVERYTHING);
    const sureOfBob = 'participants: [{ agent: bob, role: VICTIM, certainty: CERTAIN }], certainty: POSSIBLE';
    expect(plain(told(['ARTICLE', sureOfBob])).participants).toEqual(['bob']);
  });

  it('is of the articles, and not the narrower one that a speaker gives', () => {
    expect(plain(told(['ARTICLE', MONTH], ['SPEAKER', DAY])).date).toBe('2025-06');
    expect(plain(told(['ARTICLE', 'places: [town]'], ['SPEAKER', 'places: [mill]'])).places).toEqual(['town']);
  });

  it('is unknown where a speaker contradicts the article, and the disagreement names both', () => {
    const event = told(['ARTICLE', DAY], ['SPEAKER', OTHER_DAY]);
    expect(event.date).toBeNull();
    expect(versionsOf(event, 'DATE')?.map(({ reports }) => reports)).toEqual([[0], [1]]);
    const taking = 'participants: [{ agent: bob, role: VICTIM }]';
    const denying = 'participants: [{ agent: bob, role: VICTIM, polarity: DENIED }]';
    expect(told(['ARTICLE', taking], ['SPEAKER', denying]).participants).toEqual([]);
  });
});

describe('when a statement was said', () => {
  const STATEMENT = 'content: two died, speakers: [{ agent: ann, evidence: Ann }]';
  const said = (...fields: readonly string[]) => {
    const files = fields.map((field, index) =>
      articleOf(
        `a${index}`,
        TEXT,
        `statements:\n  - { statement: outer-${index}, kind: INDIRECT, ${STATEMENT} }\n  - { ${index === 0 ? 'statement' : 'of'}: it, kind: INDIRECT, ${STATEMENT}, ${field} }\n`,
      ),
    );
    return (
      compiled(Object.assign({}, ...files)).entities.Statement.find(({ slug }) => slug === 'it')!.date?.edtf ?? null
    );
  };
  const [DAY, OTHER] = ['2025-06-27', '2025-06-28'].map((edtf) => `date: { edtf: ${edtf}, words: noon }`) as [
    string,
    string,
  ];

  it.each([
    ['by the article', [DAY], '2025-06-27'],
    ['only by the speaker around it', [`${DAY}, attributedTo: outer-0`], null],
    ['by two that contradict each other', [DAY, `${OTHER}, attributedTo: outer-1`], null],
    ['of a hedged one, which was said as well', [`${DAY}, cue: said, certainty: POSSIBLE`], '2025-06-27'],
    ['of a denial as of any other', [`${DAY}, cue: said, polarity: DENIED`], '2025-06-27'],
  ])('%s', (_, fields, date) => {
    expect(said(...fields)).toBe(date);
  });
});

describe('a date of life', () => {
  const STATEMENT =
    'statements: [{ statement: said, kind: INDIRECT, content: two died, speakers: [{ agent: bob, evidence: Bob }] }]';
  const death = (...fields: readonly string[]) => {
    const facts = fields.map((field) => `  - { person: ann, evidence: two died, ${field} }\n`).join('');
    const { entities } = compiled(articleOf('a', TEXT, `${STATEMENT}\nfacts:\n${facts}`));
    return entities.Person.find(({ slug }) => slug === 'ann')!.deathDate?.edtf ?? null;
  };
  const at = (edtf: string, more = '') => `death: { edtf: "${edtf}", words: noon }${more}`;

  it.each([
    ['that the article gives', [at('2025-06-27')], '2025-06-27'],
    ['that only a speaker gives', [at('2025-06-27', ', attributedTo: said')], null],
    ['that a speaker contradicts', [at('2025-06-27'), at('2025-06-28', ', attributedTo: said')], null],
    ['that the article only suspects', [at('2025-06-27', ', certainty: POSSIBLE')], null],
    ['that the article narrows with a hedge', [at('2025-06'), at('2025-06-27', ', certainty: PROBABLE')], '2025-06'],
    ['that a speaker narrows', [at('2025-06'), at('2025-06-28', ', attributedTo: said')], '2025-06'],
    ['that a speaker denies', [at('2025-06-27'), at('2025-06', ', attributedTo: said, polarity: DENIED')], null],
    [
      'of which a speaker denies another',
      [at('2025-06-27'), at('2024', ', attributedTo: said, polarity: DENIED')],
      '2025-06-27',
    ],
  ])('%s', (_, facts, date) => {
    expect(death(...facts)).toBe(date);
  });
});

it('a position is given to a speaker by the article itself, and not by somebody quoted', () => {
  const annotation = `
statements:
  - { statement: said, kind: INDIRECT, content: two died, speakers: [{ agent: ann, evidence: Ann }] }
facts:
  - { person: ann, evidence: Fire, position: { title: Fire } }
  - { person: ann, evidence: old mill, position: { title: old mill }, attributedTo: said }
  - { person: ann, evidence: noon, position: { title: noon }, polarity: DENIED }
  - { person: ann, evidence: two died, position: { title: two died }, certainty: PROBABLE }
`;
  const { entities, dossiers } = compiled(articleOf('a', TEXT, annotation));
  expect(entities.Statement[0]!.quotes[0]!.speakers[0]!.positions.map(({ title }) => title)).toEqual(['Fire']);
  expect(dossiers.find(({ of }) => of === 'ann')!.positions).toHaveLength(4);
});

describe('a position', () => {
  const tenureOf = (dates: string, published: string | null) => {
    const files = articleOf(
      'a',
      TEXT,
      `statements: [{ statement: said, kind: INDIRECT, content: two died, speakers: [{ agent: ann, evidence: Ann }] }]
facts: [{ person: ann, evidence: noon, position: { title: noon${dates} } }]\n`,
    );
    const text = files['articles/a.md']!;
    const dated = published === null ? text : text.replace('---\n', `---\npublished: { edtf: "${published}" }\n`);
    const { dossiers, entities } = compiled({ ...files, 'articles/a.md': dated });
    const [position] = dossiers.find(({ of }) => of === 'ann')!.positions;
    const [speaker] = entities.Statement[0]!.quotes[0]!.speakers;
    expect(speaker!.positions).toEqual(position!.tenure === 'CURRENT' ? [position] : []);
    return position!.tenure;
  };
  const since = (edtf: string) => `, since: { edtf: "${edtf}", words: noon }`;
  const until = (edtf: string) => `, until: { edtf: "${edtf}", words: noon }`;

  it.each([
    ['without years', '', '2025-03-04', 'CURRENT'],
    ['since before', since('2019'), '2025-03-04', 'CURRENT'],
    ['since the year', since('2025'), '2025-03-04', 'CURRENT'],
    ['since afterwards', since('2025-04'), '2025-03-04', 'FUTURE'],
    ['until before', since('2009') + until('2016'), '2025-03-04', 'FORMER'],
    ['until the day', until('2025-03-04'), '2025-03-04', 'FORMER'],
    ['until some day of the year', until('2025'), '2025-03-04', 'FORMER'],
    ['until afterwards', until('2025-04'), '2025-03-04', 'CURRENT'],
    ['with an end in an article without a date', until('2016'), null, 'FORMER'],
    ['without an end in an article without a date', since('2009'), null, 'CURRENT'],
  ])('%s: with %j, published %s, it is %s', (_, dates, published, tenure) => {
    expect(tenureOf(dates, published)).toBe(tenure);
  });
});
