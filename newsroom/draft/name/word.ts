/** Words: the words of a text for the search for names, with the places where a capital is no sign of a name. */
import anyAscii from 'any-ascii';
import { findParagraphs, findSentences, type Range } from '../sentence.ts';
import { readDictionary } from './dictionary.ts';
import { recase, type Surnames } from './recase.ts';

export interface Word extends Range {
  /** As in the text, but a name in capitals as other texts have it: "Lee" for "LEE". */
  readonly text: string;
  /** Lower case, without accents, in Latin letters, so that spellings of one name are equal. */
  readonly folded: string;
  readonly isMark: boolean;
  readonly isCapital: boolean;
  /** Whether everything around it is in capitals too, so that it may have one elsewhere. */
  readonly isCaseless: boolean;
  /** Whether it is first in a sentence or a quotation, where any word has a capital. */
  readonly isInitial: boolean;
  /** Whether it is in a headline with a capital on every word. */
  readonly isTitled: boolean;
  /** Whether a single space, a hyphen or nothing is before it, and not the end of a sentence. */
  readonly isJoined: boolean;
  /** The number of its sentence in the text. */
  readonly sentence: number;
  readonly paragraph: number;
}

/** The words and marks of a text, in order. The "'s" of a possessive is a mark of its own. */
export function readNameWords(text: string): Word[] {
  const words: Word[] = [];
  const surnames: Surnames = new Set();
  let sentence = 0;
  for (const [number, paragraph] of findParagraphs(text).entries()) {
    const isTitled = isTitleCase(text.slice(paragraph.start, paragraph.end), number === 0 ? 3 : 5);
    for (const range of findSentences(text, paragraph)) {
      const own = readSentence(text, range, { sentence, paragraph: number, isTitled });
      for (const word of isTitled ? own : recase(own, surnames)) words.push(word);
      sentence++;
    }
  }
  return words;
}

/** Folds a word, so that spellings of one name are equal: "Şuşa", "Susa". */
export function fold(word: string): string {
  return (ASCII.test(word) ? word : anyAscii(word)).toLowerCase();
}

const ASCII = /^[\x20-\x7e]*$/;
const ABBREVIATED =
  'Messrs|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Cmdr|Adm|Maj|Sgt|Cpl|Pvt|Sen|Rep|Gov|Pres|Hon|Rev|Supt|Insp|Det|St|Mt|Ft|Jr|Sr|Inc|Corp|Ltd|Bros|Co';
const WORD = new RegExp(
  `(?:\\p{Lu}\\.){2,}|\\b(?:${ABBREVIATED})\\.|\\p{Lu}\\.(?= \\p{Lu})|[\\p{L}\\p{N}\\p{M}]+(?:[’'‑\\-&.][\\p{L}\\p{N}\\p{M}]+)*|\\S`,
  'gu',
);
const OPENING = /^["“„‘«(:–—•*-]$/;

type Place = Pick<Word, 'sentence' | 'paragraph' | 'isTitled'>;

function readSentence(text: string, range: Range, place: Place): Word[] {
  const words: Word[] = [];
  for (const { index, 0: match } of text.slice(range.start, range.end).matchAll(WORD)) {
    const start = range.start + index;
    for (const piece of pieces(match)) {
      const from = start + piece.start;
      words.push(wordOf(text, { start: from, end: start + piece.end }, words.at(-1), place));
    }
  }
  return words;
}

/** The words of a name by itself, as the same name in a text has them. */
export function splitName(name: string): string[] {
  return Array.from(name.matchAll(WORD), ({ 0: match }) =>
    pieces(match).map(({ start, end }) => match.slice(start, end)),
  ).flat();
}

/** The pieces of a word: a possessive and its mark, a name and the word tied to it by a hyphen: "Baku" and "-based". */
function pieces(match: string): Range[] {
  const end = match.length;
  const possessive = /.[’'][sS]$/u.exec(match) === null ? end : end - 2;
  const hyphen = match.lastIndexOf('-');
  const tail = match.slice(hyphen + 1, possessive);
  const isTied = hyphen > 0 && /^\p{Lu}/u.test(match) && TIED.test(tail);
  const cut = isTied && readDictionary().isOrdinary(tail) ? hyphen : possessive;
  const ranges = [{ start: 0, end: cut }];
  if (cut < possessive) ranges.push({ start: cut, end: cut + 1 }, { start: cut + 1, end: possessive });
  if (possessive < end) ranges.push({ start: possessive, end });
  return ranges;
}

/** The last parts of adjectives, unlike those of names: "Baku-based", not "Lam Cheuk-ting". */
const TIED =
  /^(\p{Ll}{2,}ed|\p{Ll}{3,}ing|led|born|style|held|run|made|built|era|area|only|wide|language|bound|free|friendly|like|critic)$/u;

function wordOf(text: string, { start, end }: Range, before: Word | undefined, place: Place): Word {
  const word = text.slice(start, end);
  return {
    ...place,
    start,
    end,
    text: word,
    folded: fold(word),
    isMark: isMark(word),
    isCapital:
      /^\p{Lu}(?!-\p{Ll})/u.test(word) || /^\d+(st|nd|rd|th)$/.test(word) || /^(al|el|d|l|o)[-’']\p{Lu}/u.test(word),
    isCaseless: false,
    isInitial: before === undefined || OPENING.test(before.text),
    isJoined: before !== undefined && (start === before.end || (start === before.end + 1 && text[before.end] === ' ')),
  };
}

export function isMark(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word) || /^[’'][sS]$/.test(word);
}

/** Whether nearly every longer word has a capital. */
function isTitleCase(paragraph: string, fewest: number): boolean {
  if (paragraph.length > 250) return false;
  const words = paragraph.match(/[\p{L}\p{M}’'-]{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return (
    words.length >= fewest &&
    capitals.length >= words.length * 0.75 &&
    !/[.!?]["”]?$/.test(paragraph.replace(/\.\.\.$/, ''))
  );
}
