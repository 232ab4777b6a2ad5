/** Sentences: finds their starts and ends in a paragraph of news. */

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
  return ABBREVIATION.test(last) || (INITIALS.test(last) && !/^(The|A|An|He|She|It|They|But|In|On)\b/.test(rest));
}

/** More characters than any abbreviation has, with the character before it. */
const LONGEST = 16;

const ABBREVIATION =
  /(?:^|[\s("“'‘])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Capt|Cmdr|Adm|Maj|Sgt|Cpl|Pvt|Sen|Rep|Gov|Pres|Hon|Rev|Fr|Sr|Jr|St|Mt|Ft|No|Nos|vs|v|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|c|e\.g|i\.e|al|Art|Vol|p|pp)\.$/;
/** "J. K. Rowling", "U.S. officials": a single letter with a full stop ends no sentence unless a new one begins. */
const INITIALS = /(?:^|[\s("“'‘.])\p{Lu}\.$/u;
