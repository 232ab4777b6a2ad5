import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import type { Corpus, Evidence } from '../../data/model.ts';
import { cut } from '../../data/text.ts';
import { articleOf, folderOf } from './run.ts';

const TEXT = 'Mill burns 🔥\n“It burned,” said Ann Lee, the mayor, “at noon.” Her brother Bob was hurt. Lee and Leeds.';
const ANNOTATION = `
statements:
  - statement: it-burned
    kind: DIRECT_QUOTE
    content: [It burned, at noon]
    cue: said Ann Lee
    speakers: [{ agent: ann, evidence: "Ann Lee, the mayor" }]
    about: [fire]
events:
  - event: fire
    name: Fire
    kind: FIRE
    evidence: [at noon, It burned]
    attributedTo: it-burned
    certainty: CERTAIN
    date: { edtf: 2025, words: at noon, inferred: [{ part: YEAR, basis: the flames, evidence: 🔥 }] }
    participants:
      - { agent: bob, role: VICTIM }
      - { agent: ann, role: WITNESS, evidence: Bob was hurt, voice: CARRIED_OVER }
facts:
  - { person: ann, evidence: "Her brother Bob", kinship: { kind: SIBLING, relative: bob } }
  - { person: bob, evidence: "Her brother Bob", kinship: { kind: PARENT, relative: ann }, polarity: DENIED }
  - { person: ann, evidence: "Ann Lee, the mayor", position: { title: the mayor } }
mentions:
  ann: [Ann Lee, Lee]
  bob: Bob
`;

function compiled(more: Readonly<Record<string, string>> = {}): Corpus {
  const people = { 'people/ann.yaml': 'name: Ann Lee\n', 'people/bob.yaml': 'name: Bob\n' };
  const { corpus, problems } = compile(folderOf({ ...people, ...articleOf('mill', TEXT, ANNOTATION), ...more }));
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}

const { entities, texts, dossiers, summary } = compiled();
const words = (spans: readonly Evidence[]) => spans.map((span) => cut(TEXT, span));

describe('evidence', () => {
  it('cuts its words in code points as in UTF-16', () => {
    const [report] = entities.Event[0]!.reports;
    const [span] = report!.evidence;
    expect([...TEXT].slice(span!.start, span!.end).join('')).toBe('It burned');
    expect(cut(TEXT, span!)).toBe('It burned');
    expect(span!.utf16Start - span!.start).toBe(1);
    expect(span!.paragraph).toBe(1);
  });
});

describe('a statement', () => {
  it('joins its spans, and rests on all that is written of it, in the order of the text', () => {
    const [statement] = entities.Statement;
    expect(statement?.quotes.map(({ text }) => text)).toEqual(['It burned at noon']);
    expect(words(statement!.quotes[0]!.evidence)).toEqual([
      'It burned',
      'said Ann Lee',
      'Ann Lee, the mayor',
      'at noon',
    ]);
    expect(statement?.about).toEqual([{ type: 'Event', slug: 'fire' }]);
    expect(statement?.quotes[0]).toMatchObject({ voice: 'ARTICLE', attributedTo: null, certainty: 'UNSPECIFIED' });
  });
});

describe('an event', () => {
  it('rests on its words in the order of the text, whatever order they are written in, and so do its participants', () => {
    const [report] = entities.Event[0]!.reports;
    expect(report).toMatchObject({ voice: 'SPEAKER', attributedTo: 'it-burned', certainty: 'CERTAIN' });
    const provenance = report!.participants.map(({ agent, voice, attributedTo, certainty, evidence }) => {
      return [agent, voice, attributedTo, certainty, ...words(evidence)];
    });
    expect(provenance).toEqual([
      ['bob', 'SPEAKER', 'it-burned', 'CERTAIN', 'It burned', 'at noon'],
      ['ann', 'CARRIED_OVER', 'it-burned', 'CERTAIN', 'Bob was hurt'],
    ]);
  });

  it('has its date with what was inferred', () => {
    const [event] = entities.Event;
    expect(event?.reports).toMatchObject([
      {
        voice: 'SPEAKER',
        certainty: 'CERTAIN',
        attributedTo: 'it-burned',
        date: { edtf: '2025', words: 'at noon', inferred: [{ part: 'YEAR', basis: 'the flames' }] },
      },
    ]);
  });
});

describe('a person', () => {
  it('has its relatives in both directions', () => {
    const relatives = dossiers.map(({ of, relatives: all }) => [
      of,
      ...all.map(({ kind, relative, polarity }) => `${kind} ${relative} ${polarity}`),
    ]);
    expect(relatives).toEqual([
      ['ann', 'SIBLING bob AFFIRMED', 'CHILD bob DENIED'],
      ['bob', 'SIBLING ann AFFIRMED', 'PARENT ann DENIED'],
    ]);
  });

  it('is mentioned once where it is named once, and by whole words', () => {
    expect(words(dossiers[0]!.mentions)).toEqual(['Ann Lee', 'Bob was hurt', 'Lee']);
    expect(words(dossiers[1]!.mentions)).toEqual(['Bob']);
  });
});

describe('the marks of an article', () => {
  it('stand in the order of the text, the longer first', () => {
    const marks = texts[0]!.marks.map((mark) => `${mark.layer} ${mark.target.slug}: ${cut(TEXT, mark)}`);
    expect(marks).toEqual([
      'EVENT fire: It burned',
      'STATEMENT it-burned: It burned',
      'CUE it-burned: said Ann Lee',
      'SPEAKER ann: Ann Lee, the mayor',
      'FACT ann: Ann Lee, the mayor',
      'AGENT ann: Ann Lee',
      'EVENT fire: at noon',
      'STATEMENT it-burned: at noon',
      'DATE fire: at noon',
      'FACT ann: Her brother Bob',
      'FACT bob: Her brother Bob',
      'AGENT ann: Bob was hurt',
      'AGENT bob: Bob',
      'AGENT ann: Lee',
    ]);
  });
});

describe('the summary', () => {
  it('counts each span once, and what spans cover once', () => {
    const covered =
      'It burned'.length +
      'said Ann Lee, the mayor'.length +
      'at noon'.length +
      'Her brother Bob'.length +
      'Bob was hurt'.length;
    expect(summary.counts).toMatchObject({ Article: 1, Event: 1, Statement: 1, Person: 2, Place: 0 });
    expect(summary.evidenceCount).toBe(6);
    expect(summary.coverage).toBeCloseTo((covered - 'Bob'.length) / [...TEXT].length, 10);
    expect(summary.version).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('retired slugs', () => {
  const RETIRED = `- { slug: blaze, reason: Two fires had this name., replacedBy: fire }
- { slug: ann-lee, reason: A shorter one will do., replacedBy: ann }
- { slug: a-ghost, reason: Entered by mistake. }
`;

  it('are in the corpus, ordered by slug, with what replaced them', () => {
    expect(compiled({ 'retired.yaml': RETIRED }).retired).toEqual([
      {
        slug: 'a-ghost',
        type: null,
        on: null,
        how: 'REMOVED',
        reason: 'Entered by mistake.',
        replacedBy: null,
        splitInto: [],
      },
      {
        slug: 'ann-lee',
        type: 'Person',
        on: null,
        how: 'RENAMED',
        reason: 'A shorter one will do.',
        replacedBy: { type: 'Person', slug: 'ann' },
        splitInto: [],
      },
      {
        slug: 'blaze',
        type: 'Event',
        on: null,
        how: 'RENAMED',
        reason: 'Two fires had this name.',
        replacedBy: { type: 'Event', slug: 'fire' },
        splitInto: [],
      },
    ]);
    expect(compiled().retired).toEqual([]);
  });

  it('change the version of the corpus, and so does a reason', () => {
    const versions = [{}, { 'retired.yaml': RETIRED }, { 'retired.yaml': RETIRED.replace('shorter', 'brief') }].map(
      (more) => compiled(more).summary.version,
    );
    expect(new Set(versions).size).toBe(3);
  });

  it('lead to the end of a chain, whether something stands there or not', () => {
    const chain = [
      '- { slug: one, type: Event, on: 2025-01-01, reason: first, replacedBy: two }',
      '- { slug: two, on: 2025-02-01, reason: second, how: MERGED, replacedBy: fire }',
      '- { slug: three, on: 2025-03-01, reason: third, replacedBy: four }',
      '- { slug: four, type: Place, on: 2025-04-01, reason: fourth, splitInto: [two, five, ann] }',
      '- { slug: five, on: 2025-05-01, reason: fifth }',
    ].join('\n');
    const fire = { type: 'Event', slug: 'fire' };
    const parts = [fire, { type: 'Person', slug: 'ann' }];
    const split = {
      type: 'Place',
      on: '2025-04-01',
      how: 'SPLIT',
      reason: 'fourth',
      replacedBy: null,
      splitInto: parts,
    };
    expect(compiled({ 'retired.yaml': chain }).retired).toEqual([
      { slug: 'five', type: null, on: '2025-05-01', how: 'REMOVED', reason: 'fifth', replacedBy: null, splitInto: [] },
      { slug: 'four', ...split },
      {
        slug: 'one',
        type: 'Event',
        on: '2025-01-01',
        how: 'RENAMED',
        reason: 'first',
        replacedBy: fire,
        splitInto: [],
      },
      { slug: 'three', ...split },
      {
        slug: 'two',
        type: 'Event',
        on: '2025-02-01',
        how: 'MERGED',
        reason: 'second',
        replacedBy: fire,
        splitInto: [],
      },
    ]);
  });

  it.each([
    ['two that replace each other', ['one, replacedBy: two', 'two, replacedBy: one'], ['cycle']],
    ['a part that leads back', ['one, splitInto: [two, ann]', 'two, replacedBy: one'], ['cycle']],
    ['a chain that ends in nothing', ['one, replacedBy: two', 'two, replacedBy: nobody'], ['unknown-reference']],
    ['a part that is nothing', ['one, splitInto: [ann, nobody]'], ['unknown-reference']],
    ['a renamed one without its new slug', ['one, how: RENAMED'], ['missing-field']],
    ['a split one with a replacement', ['one, how: SPLIT, replacedBy: ann'], ['missing-field', 'needless-field']],
    ['a removed one with a replacement', ['one, how: REMOVED, replacedBy: ann'], ['needless-field']],
    ['a day that is none', ['one, on: 2025-02-30'], ['invalid-value']],
    ['a type that is none', ['one, type: Topic'], ['invalid-value']],
  ])('cannot be %s', (_, entries, codes) => {
    const file = entries.map((entry) => `- { reason: x, slug: ${entry} }\n`).join('');
    const files = { 'people/ann.yaml': 'name: Ann Lee\n', 'retired.yaml': file };
    expect(compile(folderOf(files)).problems.map(({ code }) => code)).toEqual(codes);
  });
});
