// What a reader is shown around the words found: whole words of one paragraph, whole sentences where they are short.
import { expect, test } from 'vitest';
import { article, openEngine } from './corpus.ts';

/** The passages of the one article that has this text, each match in brackets. */
function shown(query: string, text: string): string[] {
  const [snippets = []] = openEngine({ articles: [article(text)], names: [] }).snippets(query);
  return snippets.map((snippet) => {
    const marked = snippet.matches.toReversed().reduce((all, { utf16Start, utf16End }) => {
      return `${all.slice(0, utf16Start)}[${all.slice(utf16Start, utf16End)}]${all.slice(utf16End)}`;
    }, snippet.text);
    return marked;
  });
}

const filler = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ');

test('a short paragraph is shown whole, and no other with it', () => {
  expect(shown('gas', 'Head\n\n  “Gas is dear,” he said. \nAnd the rest.')).toEqual(['“[Gas] is dear,” he said.']);
});

test('words of one passage are marked in it, phrases whole', () => {
  expect(shown('mill "gas is"', 'Gas is dear at the mill, millers say: gas is')).toEqual([
    '[Gas is] dear at the [mill], [millers] say: [gas is]',
  ]);
});

test('a long sentence is cut between words, with what stands around it', () => {
  const [passage = ''] = shown('gas', `${filler('before', 60)}, gas-fired, ${filler('behind', 60)}.`);
  expect(passage).toMatch(/^… (before )+before, \[gas\]-fired, (behind )+behind …$/);
  expect(passage.length).toBeGreaterThan(140);
  expect(passage.length).toBeLessThanOrEqual(160 + '… … []'.length);
});

test('a sentence near is shown from its beginning and to its end, without dots', () => {
  const text = `${filler('Long', 60)}. Then the gas was dear. ${filler('more', 12)}. ${filler('After', 60)}.`;
  expect(shown('gas', text)).toEqual([`Then the [gas] was dear. ${filler('more', 12)}.`]);
});

test('an abbreviation ends no sentence', () => {
  const text = `${filler('Long', 60)} as Mr. Gas said to ${filler('them', 60)}.`;
  expect(shown('gas', text)[0]).toMatch(/^… (Long )+as Mr\. \[Gas\] said/);
});

test('passages that overlap are one, those that do not are not', () => {
  const together = `${filler('before', 60)} gas ${filler('between', 16)} oil ${filler('behind', 60)}.`;
  const apart = `${filler('before', 60)} gas ${filler('between', 60)} oil ${filler('behind', 60)}.`;
  expect(shown('gas oil', together).map((passage) => passage.match(/\[\w+\]/g))).toEqual([['[gas]', '[oil]']]);
  expect(shown('gas oil', apart).map((passage) => passage.match(/\[\w+\]/g))).toEqual([['[gas]'], ['[oil]']]);
});

test('what is written without spaces is cut between characters', () => {
  const [passage = ''] = shown('北京', `${'市'.repeat(300)}北京${'政'.repeat(300)}`);
  expect(passage).toMatch(/^… 市+\[北京\]政+ …$/);
  expect(passage.length).toBeLessThanOrEqual(160 + '… … []'.length);
});

test('a phrase that runs into the next paragraph is shown as far as the first goes', () => {
  expect(shown('"dear gas"', 'Head\n\nIt is dear\n\ngas is')).toEqual(['It is [dear]']);
});

test('emoji count as two units and one code point', () => {
  const [[snippet] = []] = openEngine({ articles: [article('🔥🔥 gas')], names: [] }).snippets('gas');
  expect(snippet?.matches).toEqual([{ start: 3, end: 6, utf16Start: 5, utf16End: 8 }]);
});
