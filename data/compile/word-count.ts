/** Counts the words of an article. */
import { WITHOUT_SPACES } from '../fold.ts';

/**
 * The number of words of a text, as word processors count: pieces between white space that have a letter or digit. In a
 * script without spaces, the words that a dictionary of the language finds (Unicode Standard Annex 29).
 */
export function countWords(text: string, language: string): number {
  const pieces = text.split(/\s+/).filter((piece) => LETTER_OR_DIGIT.test(piece));
  if (!UNSPACED.test(text)) return pieces.length;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return pieces.reduce((sum, piece) => sum + (UNSPACED.test(piece) ? countIn(segmenter, piece) : 1), 0);
}

function countIn(segmenter: Intl.Segmenter, text: string): number {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const UNSPACED = new RegExp(WITHOUT_SPACES, 'v');
