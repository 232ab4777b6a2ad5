// How statements stand to each other: what editors link, and what follows from the same words.
import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import type { Statement } from '../../data/model.ts';
import { articleOf, folderOf } from './run.ts';

const TEXT =
  'Mill\n“The doors were never locked,” Ann said on Monday, or on Friday. Bob took that back, corrected himself.';

interface Printed {
  readonly published?: string;
  /** In YAML's short form, after the slug. */
  readonly says: string;
}

/** Statements of an article each: `s0`, `s1` and so on. */
function compiled(articles: readonly Printed[]) {
  const files = articles.map(({ published, says }, index) => {
    const item = `content: The doors were never locked, cue: Ann said, ${says}`;
    const made = articleOf(`a${index}`, TEXT, `statements: [{ statement: s${index}, ${item} }]\n`);
    const front = published === undefined ? '' : `published: { edtf: ${published} }\n`;
    const md = `articles/a${index}.md`;
    return { ...made, [md]: (made[md] ?? '').replace('language: en\n', `language: en\n${front}`) };
  });
  const people = { 'people/ann.yaml': 'name: Ann\n', 'people/bob.yaml': 'name: Bob\n' };
  return compile(folderOf(Object.assign({}, people, ...files)));
}

function statementsOf(...articles: readonly Printed[]): readonly Statement[] {
  const { corpus, problems } = compiled(articles);
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus.entities.Statement;
}

const ANN = 'kind: DIRECT_QUOTE, speakers: [{ agent: ann, evidence: Ann }]';
const BOB = 'kind: DIRECT_QUOTE, speakers: [{ agent: bob, evidence: Bob }]';
const on = (edtf: string, words: string) => `date: { edtf: ${edtf}, words: ${words} }`;

function summaryOf({ relations }: Statement) {
  return relations.map(({ kind, from, to, article, evidence, isDerived }) => {
    return [kind, from, to, article, evidence.map(({ exact }) => exact), isDerived];
  });
}

describe('a relation that an editor links', () => {
  it('is held by both statements, with the article and its words', () => {
    const linked = `${BOB}, corrects: [s0], retracts: [{ statement: s0, evidence: [corrected himself, took that back] }]`;
    const [first, second] = statementsOf({ says: ANN }, { says: linked });
    const relations = [
      ['CORRECTS', 's1', 's0', 'a1', [], false],
      ['RETRACTS', 's1', 's0', 'a1', ['took that back', 'corrected himself'], false],
    ];
    expect([summaryOf(first!), summaryOf(second!)]).toEqual([relations, relations]);
  });

  it('may go both ways between statements that deny or answer each other', () => {
    const [first] = statementsOf({ says: `${ANN}, answers: [s1]` }, { says: `${BOB}, answers: [s0]` });
    expect(first?.relations.map(({ from, to }) => [from, to])).toEqual([
      ['s0', 's1'],
      ['s1', 's0'],
    ]);
  });

  it.each([
    ['repeats', 'The corpus has nothing called “nobody”.', '[nobody]'],
    ['answers', '"ann" is a person.', '[{ statement: ann, evidence: took that back }]'],
    ['corrects', 'The text does not have these words.', '[{ statement: s0, evidence: nowhere }]'],
    ['corrects', 'The field "evidence" is missing or empty.', '[{ statement: s0 }]'],
  ])('%s: %s', (field, says, value) => {
    const { problems } = compiled([{ says: ANN }, { says: `${BOB}, ${field}: ${value}` }]);
    expect(problems.map((problem) => problem.says).join('\n')).toContain(says);
  });
});

describe('the same words of the same speaker', () => {
  const march = (says: string) => ({ published: '2025-03-04', says });
  const april = (says: string) => ({ published: '2025-04-01', says });

  it('on a later day repeat the earlier ones, on the evidence of the later ones', () => {
    const [first, second] = statementsOf(april(ANN), march(ANN));
    const relation = ['REPEATS', 's0', 's1', null, ['The doors were never locked'], true];
    expect([summaryOf(first!), summaryOf(second!)]).toEqual([[relation], [relation]]);
    expect(first?.relations[0]?.evidence[0]?.source).toBe('a0');
  });

  it('are not derived once more if an editor links them', () => {
    const linked = `${ANN}, repeats: [{ statement: s0, evidence: Ann said }]`;
    const [first] = statementsOf(march(ANN), april(linked));
    expect(summaryOf(first!)).toEqual([['REPEATS', 's1', 's0', 'a1', ['Ann said'], false]]);
  });

  it.each([
    ['on the same day', march(ANN), march(ANN)],
    ['on a day that is not certainly later', march(ANN), { published: '2025-03', says: ANN }],
    ['without a day', { says: ANN }, april(ANN)],
    ['of somebody else', march(ANN), april(BOB)],
    ['of which one is denied', march(ANN), april(`${ANN}, polarity: DENIED`)],
    ['of which one is hedged', march(ANN), april(`${ANN}, certainty: POSSIBLE`)],
    [
      'that were said on one day',
      march(`${ANN}, ${on('2025-03-03', 'Monday')}`),
      april(`${ANN}, ${on('2025-03-03', 'Friday')}`),
    ],
  ])('%s do not', (_, first, second) => {
    expect(statementsOf(first, second).flatMap(summaryOf)).toEqual([]);
  });

  it('that were certainly said later do', () => {
    const first = march(`${ANN}, ${on('2025-03-03', 'Monday')}`);
    const second = april(`${ANN}, ${on('2025-03-28', 'Friday')}`);
    expect(statementsOf(first, second).map(({ relations }) => relations.length)).toEqual([1, 1]);
  });
});
