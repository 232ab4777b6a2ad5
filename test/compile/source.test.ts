// To which publishers the reports of an event can be traced.
import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import type { Event } from '../../data/model.ts';
import { articleOf, folderOf } from './run.ts';

const WIRE = 'A loose barge struck the middle pillar of the old bridge on Friday';
const NEARLY = 'A loose barge hit the middle pillar of the old bridge on Friday';
const OTHER = 'On Friday evening the bridge was hit by a vessel without any lights';
const SHORT = 'A barge struck the bridge';

interface Printed {
  readonly text: string;
  readonly paper?: string;
  readonly published?: string;
  readonly agency?: string;
  /** The words of a statement that the report is attributed to. */
  readonly said?: string;
}

function eventOf(...articles: readonly Printed[]): Event {
  const organizations = ['gazette', 'courier', 'listok', 'wire'].map((slug) => [
    `organizations/${slug}.yaml`,
    `name: The ${slug}\n`,
  ]);
  const files = articles.map(({ text, paper, published, agency, said }, index) => {
    const about = index === 0 ? 'event: crash, name: Crash, kind: ACCIDENT' : 'of: crash';
    const body = `Crash\n${text}. ${said ?? 'Silence'}, Ann said. From the wire.`;
    const statement = `{ statement: s${index}, kind: INDIRECT, content: ${said}, cue: Ann said, speakers: [{ agent: ann, evidence: Ann }] }`;
    const statements = said === undefined ? '' : `statements: [${statement}]\n`;
    const attributed = said === undefined ? '' : `, attributedTo: s${index}`;
    const made = articleOf(`a${index}`, body, `${statements}events: [{ ${about}, evidence: ${text}${attributed} }]\n`);
    const front = [
      ...(paper === undefined ? [] : [`publisher: ${paper}`]),
      ...(published === undefined ? [] : [`published: { edtf: ${published} }`]),
      ...(agency === undefined ? [] : [`agency: { organization: ${agency}, words: From the wire }`]),
    ];
    const md = `articles/a${index}.md`;
    const opening = ['language: en', ...front, ''].join('\n');
    return { ...made, [md]: (made[md] ?? '').replace('language: en\n', opening) };
  });
  const named = { 'people/ann.yaml': 'name: Ann\n', ...Object.fromEntries(organizations) };
  const { corpus, problems } = compile(folderOf(Object.assign(named, ...files)));
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus.entities.Event[0]!;
}

/** For each source its name, and the article of each report with its basis. */
function sourcesOf(...articles: readonly Printed[]) {
  const { reports, sources } = eventOf(...articles);
  return sources.map(({ organization, traces }) => [
    organization,
    ...traces.map(({ report, basis, echoOf }) => [reports[report]?.article, basis, echoOf].filter(Boolean).join(' ')),
  ]);
}

const gazette = { paper: 'gazette', published: '2025-03-03' };
const courier = { paper: 'courier', published: '2025-03-04' };
const listok = { paper: 'listok', published: '2025-03-05' };

describe('a report counts for', () => {
  it('its own publisher, and so do all reports of one publisher together', () => {
    expect(
      sourcesOf({ text: WIRE, ...gazette }, { text: OTHER, ...courier }, { text: OTHER, paper: 'gazette' }),
    ).toEqual([
      ['gazette', 'a0 OWN', 'a2 OWN'],
      ['courier', 'a1 OWN'],
    ]);
  });

  it('the agency that its article credits, whatever its words', () => {
    expect(
      sourcesOf(
        { text: WIRE, ...gazette, agency: 'wire' },
        { text: OTHER, ...courier, agency: 'wire' },
        { text: SHORT, paper: 'wire' },
      ),
    ).toEqual([['wire', 'a0 CREDITED', 'a1 CREDITED', 'a2 OWN']]);
  });

  it('the publisher of the earliest article with nearly the same words', () => {
    expect(sourcesOf({ text: NEARLY, ...listok }, { text: WIRE, ...gazette }, { text: NEARLY, ...courier })).toEqual([
      ['gazette', 'a0 ECHO a1', 'a1 OWN', 'a2 ECHO a1'],
    ]);
  });

  it('the agency that an earlier article with the same words credits', () => {
    expect(sourcesOf({ text: WIRE, ...gazette, agency: 'wire' }, { text: WIRE, ...courier })).toEqual([
      ['wire', 'a0 CREDITED', 'a1 ECHO a0'],
    ]);
  });

  it('the first to print the words of the statement that it is attributed to', () => {
    const said = 'the vessel had been tied up with only two ropes';
    expect(sourcesOf({ text: WIRE, ...gazette, said }, { text: OTHER, ...courier, said })).toEqual([
      ['gazette', 'a0 OWN', 'a1 ECHO a0'],
    ]);
  });

  it('nobody by name if its article has no publisher: each such article is a source of its own', () => {
    expect(sourcesOf({ text: WIRE }, { text: OTHER }, { text: WIRE, ...courier })).toEqual([
      [null, 'a0 OWN'],
      [null, 'a1 OWN'],
      ['courier', 'a2 OWN'],
    ]);
  });
});

describe('the same words are not an echo', () => {
  it.each([
    ['on the same day', { text: WIRE, ...courier, published: '2025-03-03' }],
    ['on a day that is not certainly later', { text: WIRE, ...courier, published: '2025-03' }],
    ['if they are few enough for two papers to hit on', { text: SHORT, ...courier }],
  ])('%s', (_, second) => {
    const first = { ...gazette, text: second.text };
    expect(sourcesOf(first, second).map(([organization]) => organization)).toEqual(['gazette', 'courier']);
  });

  it('of the same paper', () => {
    expect(sourcesOf({ text: WIRE, ...gazette }, { text: WIRE, paper: 'gazette', published: '2025-03-09' })).toEqual([
      ['gazette', 'a0 OWN', 'a1 OWN'],
    ]);
  });
});

it('sixty articles with the same words count for the paper that had them first', () => {
  const days = Array.from(
    { length: 60 },
    (_, index) => `2025-0${index < 30 ? 4 : 5}-${String((index % 30) + 1).padStart(2, '0')}`,
  );
  const papers = ['gazette', 'courier', 'listok'];
  const printed = days.map((published, index) => ({ text: WIRE, published, paper: papers[index % 3]! }));
  const { sources } = eventOf(...printed);
  expect(sources.map(({ organization }) => organization)).toEqual(['gazette']);
});
