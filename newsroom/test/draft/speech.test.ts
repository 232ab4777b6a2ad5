import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpeech } from '../../draft/speech.ts';
import { read } from './read-speech.ts';

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
  ['Mill news\n\nLARKFORD, March 2 (Tern Wire) — “It is safe,” Lee said.', ['Lee | It is safe,']],
  ['“Is it safe?” asked a resident.', ['a resident | Is it safe?']],
  ['“Is it safe?” Smith asked.', ['Smith | Is it safe?']],
  ['"It is safe", Lee said.', ['Lee | It is safe']],
  ['Lee wrote on her page:\n\n“Come and see the bridge.”', ['Lee | Come and see the bridge.']],
  ['“We came.\n“We saw,” Lee said.', ['Lee | We saw,']],
  ["''The bridge is safe,'' said Ms. Lee. ''We looked.''", ['Ms. Lee | The bridge is safe, / We looked.']],
  ['“We looked,” Lee said after the meeting, “and found nothing.”', ['Lee | We looked, / and found nothing.']],
  ['“The bridge is safe,” Lee said Monday.', ['Lee | The bridge is safe,']],
  ['“The bridge is safe,” Lee notes.', ['Lee | The bridge is safe,']],
  ['“The bridge is safe,” said Max “Shorty” Moe, a sailor.', ['Max “Shorty” Moe | The bridge is safe,']],
  ['“It was wet,” Lee told “Morning Larkford” on Monday.', ['Lee | It was wet,']],
  ['“It was cold,” said Max Moe, who wrote “The Quay” in 2010.', ['Max Moe | It was cold,']],
  ['“The bridge is safe,” another friend, Max Moe, said.', ['another friend, Max Moe | The bridge is safe,']],
  ['Lee said in a statement. “The bridge is safe.”', []],
  ['Lee raised her hand and said, “No.”', ['Lee | No.']],
  ['Lee, who was born here, wrote in a letter, “Come and see.”', ['Lee | Come and see.']],
  ['“The bridge is safe,” Cross wrote.', ['Cross | The bridge is safe,']],
  ['“The bridge is safe,” said Will Moe, a sailor.', ['Will Moe | The bridge is safe,']],
  ['The council airs a film in which he declares, “The bridge is safe for all.”', ['he | The bridge is safe for all.']],
];

const INDIRECT: readonly (readonly [text: string, found: readonly string[]])[] = [
  [
    'Mill news\n\nLARKFORD, March 2 (Tern Wire) -- The mill was shut on Monday, Lee said.',
    ['Lee | The mill was shut on Monday'],
  ],
  ['The mill was shut on May 14, and a teacher said it was safe.', ['a teacher | it was safe']],
  ['Mill news\n\nBAKU (AA) – The mill was shut, Lee said.', ['Lee | The mill was shut']],
  ['Lee said that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee said the bridge was safe.', ['Lee | the bridge was safe']],
  ['Moe said any sailor who wants to cross should wait.', ['Moe | any sailor who wants to cross should wait']],
  ['Lee reported last quarter that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee, who calls Moe a “dreamer,” said he was wrong.', ['Lee | he was wrong']],
  ['Ann Lee backed Max Moe (of Larkford) on Monday, saying it was time to act.', ['Ann Lee | it was time to act']],
  ['The bridge, said Lee and others, would be safe.', ['Lee and others | The bridge / would be safe']],
  ['If it rains, the bridge will close for the day, he said.', ['he | If it rains, the bridge will close for the day']],
  ['It was built on what she said was sand.', ['she | what / was sand']],
  ['It angered residents who warn it could fall.', ['residents who | it could fall']],
  ['Lee denounced the plan for a bridge.', ['Lee | the plan for a bridge']],
  ['The study found that the bridge was safe.', ['The study | the bridge was safe']],
  ['Of 20 residents, 14 said the bridge was safe.', []],
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
  ['The bridge “will not fall,” Lee said.', ['Lee | The bridge “will not fall,”']],
  ['In this town, “the bridge is safe,” said Max Moe, the mayor.', ['Max Moe | In this town, “the bridge is safe,”']],
  ['Lee said the bridge “will not fall”.', ['Lee | the bridge “will not fall”']],
  ['Lee called the bridge “a folly” and left.', ['Lee | the bridge “a folly”']],
  ['Lee denied taking money.', ['Lee | taking money']],
  ['Lee announced his resignation.', ['Lee | his resignation']],
  ['Lee described the bridge as unsafe.', ['Lee | the bridge as unsafe']],
  ['The ferry, which Lee says is safe, leaves at noon.', ['Lee | which / is safe']],
  ['The bridge is safe, said Mr. Moe, the mayor.', ['Mr. Moe | The bridge is safe']],
  ['Because of the storm, Lee said, the bridge was shut.', ['Lee | Because of the storm / the bridge was shut']],
];

/** The speaker is not the words of time, the relative clause or the apposition beside the name. */
const SPEAKERS: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['Lee has long said the bridge was safe.', ['Lee | the bridge was safe']],
  ['Last night Ann Lee, 45, said the bridge was safe.', ['Ann Lee | the bridge was safe']],
  ['Yesterday evening Max Moe, an engineer at the Harbour Board, said it was safe.', ['Max Moe | it was safe']],
  ['After the vote Ann Lee, who leads the council, said the bridge was safe.', ['Ann Lee | the bridge was safe']],
  ['But Max Moe, a teacher who lives nearby, said the bridge was safe.', ['Max Moe | the bridge was safe']],
  ['Max Moe Jr. said the ferry was late.', ['Max Moe Jr. | the ferry was late']],
  ['He lives in the U.S. Max Moe said the ferry was late.', ['Max Moe | the ferry was late']],
  ['People familiar with the plan said the bridge was safe.', ['People familiar with the plan | the bridge was safe']],
  ['Voters polled said the bridge was safe.', ['Voters | the bridge was safe']],
  ['Josh Moe said the bridge was safe.', ['Josh Moe | the bridge was safe']],
  ['Lee voted for Max Moe, who said the bridge was safe.', ['Max Moe, who | the bridge was safe']],
  ['“No,” Ann Lee and Max Moe said on Monday.', ['Ann Lee + Max Moe | No,']],
  ['Ann Lee, Max Moe and Eve Roe said it was safe.', ['Ann Lee + Max Moe + Eve Roe | it was safe']],
  ['Ann Lee, Max Moe, and Eve Roe said it was safe.', ['Ann Lee + Max Moe + Eve Roe | it was safe']],
  ['The Harbour Board and the Town Council said it was shut.', ['The Harbour Board + the Town Council | it was shut']],
  ['The Food and Drug Administration said it was safe.', ['The Food and Drug Administration | it was safe']],
  ['A group led by Ann Lee said the bridge was safe.', ['A group | the bridge was safe']],
  ['A report published by the ministry said the bridge was safe.', ['A report | the bridge was safe']],
  ['A leaked letter seen by Sky News says that the bridge was safe.', ['A leaked letter | the bridge was safe']],
  ['Residents helped by Lee said they were safe.', ['Residents | they were safe']],
  ['The man arrested in Larkford said he was well.', ['The man | he was well']],
  ['Some of the people said it was dark.', ['Some of the people | it was dark']],
  ['When Lee walked in the park Moe said it was safe.', ['Moe | it was safe']],
  ['On a visit organised by Lee, Moe said it was safe.', ['Moe | it was safe']],
  ['The mayor opened the bridge, and Lee said it was safe.', ['Lee | it was safe']],
];

const SEVERAL: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['Lee said it was safe, though she noted it was old.', ['Lee | it was safe', 'she | it was old']],
  [
    'Although Lee acknowledged that it was old, she insisted that it was safe.',
    ['Lee | it was old', 'she | it was safe'],
  ],
  ['“Yes,” Lee said after Moe announced it was safe.', ['Lee | Yes,', 'Moe | it was safe']],
  [
    'Lee rejected the claim, saying the bridge was safe, and adding that it was old.',
    ['Lee | the bridge was safe', 'Lee | it was old'],
  ],
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
  'The error, which Lee noted, was small.',
  'Nobody said the bridge was safe.',
  'No expert said the bridge was safe.',
  'If Lee says the bridge is safe, they will come.',
  'Had Max Moe said the bridge was shut, nobody would have come.',
  'Did Lee say the bridge was open?',
  'It is not clear whether Lee said the bridge was shut.',
  'Lee should have said the bridge was unsafe.',
  'Max Moe asked Ann Lee to say that the bridge was dry.',
  'Lee hopes to announce that the bridge is open.',
  'The bridge, which opened in May, belongs to rust belt states that have lost jobs.',
  'Lee added to the debt that has grown for years.',
  'After the vote, Lee announced it.',
  'They sang a song called “Gold and Silver”.',
];

describe('finds what is quoted', () => {
  it.each(DIRECT)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds what is told', () => {
  it.each(INDIRECT)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds who speaks', () => {
  it.each(SPEAKERS)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds several in a sentence', () => {
  it.each(SEVERAL)('%s', (text, found) => expect(read(text)).toEqual(found));
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
    ' claim ',
    ' his ',
    '’s',
    ' by ',
    ' was quoted as saying ',
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
