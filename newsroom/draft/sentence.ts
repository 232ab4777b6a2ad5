/** Sentences: finds their starts and ends in a paragraph of news. */
import { readGivenNames } from './name/given-name.ts';

/** A range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The paragraphs of a text: its lines that are not blank, without surrounding space. */
export function findParagraphs(text: string): Range[] {
  return Array.from(text.matchAll(/\S[^\n]*\S|\S/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** The sentences of a paragraph, without surrounding space. The full stop of an abbreviation does not end one. */
export function findSentences(text: string, paragraph: Range): Range[] {
  const sentences: Range[] = [];
  let start: number | null = null;
  for (const { segment, index } of SEGMENTER.segment(text.slice(paragraph.start, paragraph.end))) {
    const from: number = start ?? paragraph.start + index;
    const end = paragraph.start + index + segment.length;
    if (end < paragraph.end && goesOn(text.slice(from, end), text.slice(end, paragraph.end))) {
      start = from;
      continue;
    }
    start = null;
    const words = text.slice(from, end);
    if (words.trim() === '') continue;
    sentences.push({ start: from + words.search(/\S/), end: from + words.trimEnd().length });
  }
  return sentences;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

function goesOn(words: string, rest: string): boolean {
  // "“Is it safe?” asked a resident."
  if (/^\p{Ll}/u.test(rest)) return true;
  // Reads only the last word: the whole would be read again after each abbreviation.
  const end = words.trimEnd();
  if (end.length === words.length) return false;
  const last = end.slice(-LONGEST);
  if (TITLE.test(last)) return true;
  if (COUNTRY.test(last) && startsWithName(rest)) return false;
  return (ENDING.test(last) || INITIALS.test(last)) && !STARTS.test(rest);
}

/** "He lives in the U.S. Ann Lee said …": whether a person's name follows. */
function startsWithName(rest: string): boolean {
  const [, first = ''] = /^(\p{Lu}\p{Ll}+) \p{Lu}/u.exec(rest) ?? [];
  return readGivenNames().has(first.toLowerCase());
}

/** Abbreviations that a person's name does not go on after. */
const COUNTRY = /(?:U\.S|U\.K|U\.N|E\.U|D\.C)\.$/;

/** More characters than any abbreviation has, with the character before it. */
const LONGEST = 16;

/** Abbreviations that something always follows: a name, a number. */
const TITLE =
  /(?:^|[\s("“'‘])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Capt|Cmdr|Adm|Maj|Sgt|Cpl|Pvt|Sens?|Reps?|Gov|Pres|Hon|Rev|Fr|St|Mt|Ft|Nos?|vs|v|approx|ca|c|e\.g|i\.e|Art|Vol|pp?)\.$/;
/** Abbreviations that may also end a sentence. */
const ENDING = /(?:^|[\s("“'‘])(?:Sr|Jr|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|al)\.$/;
/** Words that begin a sentence after an abbreviation, and are no name that goes on after it. */
const STARTS =
  /^["“'‘]?(?:The|An?|He|She|It|They|We|But|And|In|On|At|For|As|If|When|While|After|Before|That|This|These|Those|There|His|Her|Their|Its|Our)\b/;
/** "J. K. Rowling", "U.S. officials": a single letter with a full stop ends no sentence unless a new one begins. */
const INITIALS = /(?:^|[\s("“'‘.])\p{Lu}\.$/u;
