import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpeech } from '../../draft/speech.ts';

/** What was found, as "SOURCE | content / content". */
function read(text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return findSpeech(text).map(
    ({ sources, content }) => `${sources.map(cut).join(' + ')} | ${content.map(cut).join(' / ')}`,
  );
}

const DIRECT: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['“The bridge is safe,” Lee said.', ['Lee | The bridge is safe,']],
  ['“The bridge is safe,” said Ann Lee, the mayor.', ['Ann Lee | The bridge is safe,']],
  ['Ann Lee, the mayor, said: “The bridge is safe.”', ['Ann Lee | The bridge is safe.']],
  ['Lee told reporters on Monday, “The bridge is safe.”', ['Lee | The bridge is safe.']],
  [
    '“The bridge is safe,” Lee told the Gazette, adding that she had walked over it.',
    ['Lee | The bridge is safe,', 'Lee | she had walked over it'],
  ],
  ['“The bridge,” Lee said, “is safe.”', ['Lee | The bridge, / is safe.']],
  ['“The bridge is safe,” Lee said. “I walked over it.”', ['Lee | The bridge is safe, / I walked over it.']],
  ['“Is it safe?” asked a resident.', ['a resident | Is it safe?']],
  ['“Is it safe?” Smith asked.', ['Smith | Is it safe?']],
  ['"It is safe", Lee said.', ['Lee | It is safe']],
  ['Lee wrote on her page:\n\n“Come and see the bridge.”', ['Lee | Come and see the bridge.']],
  ['“We came.\n“We saw,” Lee said.', ['Lee | We saw,']],
];

const INDIRECT: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['Lee said that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee said the bridge was safe.', ['Lee | the bridge was safe']],
  ['The bridge is safe, Lee said.', ['Lee | The bridge is safe']],
  [
    'The bridge is safe, the head of the council, Ann Lee, told the Gazette.',
    ['the head of the council, Ann Lee | The bridge is safe'],
  ],
  ['The bridge, said Lee, is safe.', ['Lee | The bridge / is safe']],
  ['According to the council, the bridge is safe.', ['the council | the bridge is safe']],
  ['The bridge is safe, according to the council.', ['the council | The bridge is safe']],
  [
    'However, as stated by the head of the council, Ann Lee, the bridge is safe.',
    ['the head of the council, Ann Lee | the bridge is safe'],
  ],
  ['Lee also said in a statement on Monday that the bridge was safe.', ['Lee | the bridge was safe']],
  ['She said it was “perfectly safe”.', ['She | it was “perfectly safe”']],
  ['The minister who visited the town said the bridge was safe.', ['The minister | the bridge was safe']],
  ['On Monday the mayor said the bridge was safe.', ['the mayor | the bridge was safe']],
  ['The ministry announced the closure of all bridges.', ['The ministry | the closure of all bridges']],
  ['Lee walked over the bridge and said it was safe.', ['Lee | it was safe']],
];

const NONE = [
  'The bridge was said to be safe.',
  'The report of the council was long.',
  'Officials did not say whether the bridge was safe.',
  'He announced it.',
  'The United States is far away.',
  'The ship “Sea Lark” sank.',
  'A reported fire closed the mill.',
  'Deaths were reported by the hospital.',
];

describe('finds what is quoted', () => {
  it.each(DIRECT)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds what is told', () => {
  it.each(INDIRECT)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds nothing in', () => {
  it.each(NONE)('%s', (text) => expect(read(text)).toEqual([]));
});

it('tells direct, mixed and indirect speech apart', () => {
  const kinds = (text: string) => findSpeech(text).map(({ kind }) => kind);
  expect(kinds('“It is safe,” Lee said.')).toEqual(['DIRECT_QUOTE']);
  expect(kinds('Lee said it was “perfectly safe” now.')).toEqual(['MIXED_QUOTE']);
  expect(kinds('Lee said it was safe.')).toEqual(['INDIRECT']);
});

it('finds whom it was said to', () => {
  const addressee = (text: string) =>
    findSpeech(text).map((one) => one.addressee && text.slice(one.addressee.start, one.addressee.end));
  expect(addressee('“It is safe,” Lee told RIA Novosti on Monday.')).toEqual(['RIA Novosti']);
  expect(addressee('Lee told the city council that it was safe.')).toEqual(['the city council']);
  expect(addressee('“It is safe,” Lee said.')).toEqual([null]);
});

it('reads any text, and stays within it', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    ',',
    '.',
    ':',
    ' said ',
    ' Lee ',
    ' that ',
    ' and ',
    '\n',
    ' told ',
    ' according to ',
    ' the ',
    ' he ',
    '🎈',
    ' مرحبا ',
    ' was safe',
    '(',
    ')',
    ' who ',
    '-',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const { content, sources, cue } of findSpeech(text)) {
        for (const { start, end } of [...content, ...sources, ...(cue === null ? [] : [cue])]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 500 },
  );
});
