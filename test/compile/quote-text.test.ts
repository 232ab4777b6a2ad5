// What is printed as "speaker: text", from the words of an article and how an editor marks them.
import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import { type Polarity, propositionOf, type Quote } from '../../data/model.ts';
import { articleOf, folderOf } from './run.ts';

const PEOPLE = { 'people/ann.yaml': 'name: Ann\n', 'people/bob.yaml': 'name: Bob\n', 'people/cid.yaml': 'name: Cid\n' };

/** The quotes of statements `s0`, `s1` and so on, in the order given; each in YAML's short form. */
function quotesOf(text: string, ...statements: readonly string[]): Quote[] {
  const items = statements.map((fields, index) => `  - { statement: s${index}, ${fields} }\n`).join('');
  const { corpus, problems } = compile(folderOf({ ...PEOPLE, ...articleOf('a', text, `statements:\n${items}`) }));
  if (corpus === null) throw new Error(printProblems(problems, false));
  const quotes = corpus.entities.Statement.flatMap((statement) => statement.quotes);
  return quotes.sort((a, b) => (a.statement < b.statement ? -1 : 1));
}

const textsOf = (text: string, ...statements: readonly string[]) =>
  quotesOf(text, ...statements).map((quote) => quote.text);
const ANN = 'speakers: [{ agent: ann, evidence: Ann }]';

describe('the text', () => {
  const TEXT = 'Fire\nAnn, of the mill, denied on Monday that the doors had been locked. It may be, she said.';

  it.each([
    ['of what is said is its words', 'kind: INDIRECT', 'the doors had been locked'],
    ['of a denial has the words that deny', 'kind: DENIAL', 'denied on Monday that the doors had been locked'],
    ['of no comment has the words that say so', 'kind: NO_COMMENT', 'denied on Monday that the doors had been locked'],
    [
      'of what is only possible',
      'kind: INDIRECT, certainty: POSSIBLE',
      'denied on Monday that the doors had been locked',
    ],
    [
      'of what is only probable',
      'kind: INDIRECT, certainty: PROBABLE',
      'denied on Monday that the doors had been locked',
    ],
    ['of what is certain is its words', 'kind: INDIRECT, certainty: CERTAIN', 'the doors had been locked'],
    [
      'of what an editor marks as denied',
      'kind: INDIRECT, polarity: DENIED',
      'denied on Monday that the doors had been locked',
    ],
  ])('%s', (_, fields, expected) => {
    const [quote] = quotesOf(TEXT, `content: the doors had been locked, cue: denied on Monday that, ${ANN}, ${fields}`);
    expect(quote?.text).toBe(expected);
    expect(propositionOf(quote!)).toBe('the doors had been locked');
  });

  it('has what stands between cue and content left out, and the order of the article', () => {
    expect(textsOf(TEXT, `kind: DENIAL, content: the doors had been locked, cue: It may be, ${ANN}`)).toEqual([
      'the doors had been locked. It may be',
    ]);
    expect(textsOf(TEXT, `kind: DENIAL, content: locked, cue: denied, ${ANN}`)).toEqual(['denied … locked']);
  });
});

describe('the polarity', () => {
  it.each<[string, string, string, Polarity]>([
    ['a denial in the article’s words', 'Ann denied that it burned.', 'content: it burned, kind: DENIAL', 'DENIED'],
    ['a denial of quoted words', 'Ann denied “any wrongdoing”.', 'content: any wrongdoing, kind: DENIAL', 'DENIED'],
    [
      'a denial in a sentence of the speaker',
      '“I did not,” Ann denied.',
      'content: "I did not", kind: DENIAL',
      'AFFIRMED',
    ],
    [
      'a refusal to comment',
      'Ann declined to comment.',
      'content: declined to comment, kind: NO_COMMENT',
      'UNSPECIFIED',
    ],
    ['anything else', 'Ann said it burned.', 'content: it burned, kind: INDIRECT', 'AFFIRMED'],
    [
      'what an editor says',
      'Ann denied that it burned.',
      'content: it burned, kind: DENIAL, polarity: AFFIRMED',
      'AFFIRMED',
    ],
  ])('of %s', (_, text, fields, expected) => {
    expect(quotesOf(`Fire\n${text}`, `${fields}, cue: Ann, ${ANN}`)[0]?.polarity).toBe(expected);
  });
});

it('without words that deny a denial is refused, since its content alone would be printed', () => {
  const content = 'content: it burned, kind: DENIAL';
  expect(() => quotesOf('Fire\nAnn: it burned? No.', `${content}, ${ANN}`)).toThrow(
    'no cue quotes the words that deny it',
  );
  expect(textsOf('Fire\nAnn: it burned? No.', `${content}, ${ANN}, polarity: AFFIRMED`)).toEqual(['it burned']);
});

it.each(['PROBABLE', 'POSSIBLE'])(
  'of what is only %s has the words that say so, which have to be there',
  (certainty) => {
    const content = `kind: INDIRECT, content: it burned, certainty: ${certainty}`;
    const text = 'Fire\nAnn thought that perhaps it burned.';
    expect(textsOf(text, `${content}, cue: thought that perhaps, ${ANN}`)).toEqual(['thought that perhaps it burned']);
    expect(() => quotesOf(text, `${content}, ${ANN}`)).toThrow('no cue quotes the words that say so');
  },
);

describe('words inside another statement', () => {
  const TEXT = 'Fire\nAnn told us that Bob, the guard, had heard that Cid set the fire. It was cold.';
  const OUTER = `kind: INDIRECT, content: "Bob, the guard, had heard that Cid set the fire", cue: told us that, ${ANN}`;
  const BOB = 'content: Cid set the fire, cue: had heard that, speakers: [{ agent: bob, evidence: Bob }]';

  it('have who says so, outwards', () => {
    expect(textsOf(TEXT, OUTER, `kind: INDIRECT, ${BOB}, attributedTo: s0`)).toEqual([
      'Bob, the guard, had heard that Cid set the fire',
      'Ann told us that Bob … had heard that Cid set the fire',
    ]);
    const cold = 'kind: INDIRECT, content: It was cold, speakers: [{ agent: cid, evidence: Cid }], attributedTo: s1';
    expect(textsOf(TEXT, OUTER, `kind: INDIRECT, ${BOB}, attributedTo: s0`, cold)[2]).toBe(
      'Ann told us that Bob … had heard that Cid … It was cold',
    );
  });

  it('have it too where they only carry it on', () => {
    const cold = `kind: INDIRECT, content: It was cold, ${ANN}, attributedTo: s0, voice: CARRIED_OVER`;
    expect(textsOf(TEXT, OUTER, cold)[1]).toBe('Ann told us that … It was cold');
  });

  it('that go round in a circle are told as a problem', () => {
    const items = [`kind: INDIRECT, ${BOB}, attributedTo: s1`, `${OUTER}, attributedTo: s0`];
    expect(() => quotesOf(TEXT, ...items)).toThrow('is attributed to');
  });
});

describe('the content', () => {
  const TEXT = 'Fire\nThe doors were “a ‘bad’ joke”, Ann said, and “nobody” cared. “It burned,” she said. “All night.”';
  const contentOf = (content: string) => {
    const [quote] = quotesOf(TEXT, `kind: MIXED_QUOTE, content: ${content}, cue: Ann said, ${ANN}`);
    return [quote?.content.map(({ exact }) => exact), quote?.text];
  };

  it.each([
    ['without marks stays whole', 'The doors', ['The doors'], 'The doors'],
    ['between marks stays whole', 'joke', ['joke'], 'joke'],
    [
      'is cut where a quotation begins',
      'The doors were “a ‘bad’ joke',
      ['The doors were', 'a ‘bad’ joke'],
      'The doors were “a ‘bad’ joke”',
    ],
    ['has no marks at its ends', '“nobody” cared', ['nobody', 'cared'], '“nobody” cared'],
    ['quoted as a whole has no marks', '“It burned', ['It burned'], 'It burned'],
    ['broken by the cue alone is joined', '[were, and]', ['were', 'and'], 'were … and'],
    [
      'broken by words of the article alone is joined',
      '[It burned, All night]',
      ['It burned', 'All night'],
      'It burned All night',
    ],
    ['that leaves quoted words out says so', '[a, All night]', ['a', 'All night'], 'a … All night'],
  ])('%s', (_, content, spans, text) => {
    expect(contentOf(content)).toEqual([spans, text]);
  });
});
