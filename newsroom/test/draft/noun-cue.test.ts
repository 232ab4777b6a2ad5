// What a noun of saying or "quoted as saying" attributes to somebody; nothing where it is in doubt.
import { describe, expect, it } from 'vitest';
import { read } from './read-speech.ts';

/** "Lee's claim that …", "was quoted as saying": what was said is the clause alone. */
const NOUNS: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['Moe rejected Lee’s claim that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Moe rejected his repeated claims that the bridge was safe.', ['his | the bridge was safe']],
  ['Despite Lee’s insistence that the bridge is safe, nobody crossed it.', ['Lee | the bridge is safe']],
  ['Moe left after the mayor’s announcement that the bridge was shut.', ['the mayor | the bridge was shut']],
  ['They waited for a year after a promise from the council that it would pay.', ['the council | it would pay']],
  ['It follows a warning on Monday by the Harbour Board that ice was near.', ['the Harbour Board | ice was near']],
  ['Lee issued a warning that the bridge was unsafe.', ['Lee | the bridge was unsafe']],
  [
    'Lee made the claim last week that the bridge was unsafe, adding that it was old.',
    ['Lee | the bridge was unsafe', 'Lee | it was old'],
  ],
  ['Lee was quoted as saying that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee was quoted by the Gazette as saying the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee was widely quoted as saying that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Lee has been quoted as saying that the bridge was safe.', ['Lee | the bridge was safe']],
  ['They left after claims by Lee on Monday that it was unsafe.', ['Lee | it was unsafe']],
  ['The Gazette quoted Lee as saying that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Reuters reported the mayor as saying the bridge was safe.', ['the mayor | the bridge was safe']],
  ['“It is safe,” Lee was quoted as saying.', ['Lee | It is safe,']],
  [
    'Moe said Lee’s claim that the bridge was safe was wrong.',
    ['Moe | Lee’s claim that the bridge was safe was wrong'],
  ],
  ['Despite Lee’s claim that it was safe, Moe said it was not.', ['Lee | it was safe', 'Moe | it was not']],
  ['Moe laughed at Lee’s claim that the storm was over.', ['Lee | the storm was over']],
  ['Moe rejected Lee’s claim that the bridge was safe and called him a liar.', ['Lee | the bridge was safe']],
  ['Moe rejected Lee’s claim that the bridge was safe, said Roe.', ['Lee | the bridge was safe']],
  ['Moe, despite his claim that the ice was thick, went out.', ['his | the ice was thick']],
  ['Lee said in a statement on Monday that the bridge was safe.', ['Lee | the bridge was safe']],
  ['Moe left, angered by residents’ complaints that the bridge was slow.', ['residents | the bridge was slow']],
];

const NONE = [
  'The union called for a promise from the company that wages would rise.',
  'Lee laughed at a claim that the storm was over.',
  'Moe warned against the suggestion that the bridge was safe.',
  'Moe was offered a promise that he would not be charged.',
  'The town was issued a warning that the river was high.',
  'They waited for an assurance by the end of the week that the dam is safe.',
  'Monday’s announcement that the bridge was shut surprised nobody.',
  'They read the war’s promise that all would change.',
  'They heard Lee and Moe’s claim that the bridge was safe.',
  'Lee made a promise that he later broke.',
  'The president made an announcement that few people expected.',
  'They read his remark that many women found sexist.',
  'The insurer paid Lee’s claim that it rejected last year.',
  'If Lee was quoted as saying the bridge was safe, the report was wrong.',
  'Lee wasn’t quoted as saying that the bridge was safe.',
  'Unless the board gives an assurance that jobs are safe, they will strike.',
  'The trial ended without his admission that he killed her.',
  'The lawyer demanded an assurance from Moe that he would pay.',
  'Ministers failed to get a promise from Iran that it would stop.',
  'There was not a single complaint from residents that the ferry was loud.',
  'They read Lee’s prediction that if it rained, the dam would fail.',
  'Lee is wrong, and his claim that the bridge is safe is a lie.',
  'Moe called Lee’s claim that the bridge was safe a lie.',
  'In May, Lee’s claim that the bridge was safe was rejected, and Moe resigned.',
  'The man who made the claim that Lee stole the money was jailed.',
  'They heard his promise that the ferry, which Lee built, would sail.',
  'The Gazette repeated the claim that the vote was rigged.',
  'Lee’s claim that the bridge is safe drew laughter.',
  'Lee made no promise that the bridge would open.',
  'Lee would not give an assurance that the bridge was safe.',
  'The claim that the bridge is safe was never made.',
  'Moe paid his claim that year.',
  'Lee could not be quoted as saying that the bridge was safe.',
  'Lee was never quoted as saying that the bridge was safe.',
];

describe('finds what a noun or a quoted speaker tells', () => {
  it.each(NOUNS)('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('finds nothing in', () => {
  it.each(NONE)('%s', (text) => expect(read(text)).toEqual([]));
});
