/** Finds the sentence that contains words. A sentence includes every quotation that begins in it as a whole. */
import { findQuotations } from '../../data/compile/index.ts';
import { findParagraphs, findSentences, type Range } from '../draft/sentence.ts';

/** A look-up of sentences in one text, which reads each paragraph at most once. */
export function openSentences(text: string): (words: Range) => Range {
  const paragraphs = findParagraphs(text);
  const read = new Map<Range, readonly Range[]>();
  return (words) => {
    const paragraph = firstAfter(paragraphs, words.start);
    if (paragraph === undefined) return words;
    const sentences = read.get(paragraph) ?? sentencesIn(text, paragraph);
    read.set(paragraph, sentences);
    return firstAfter(sentences, words.start) ?? paragraph;
  };
}

/** The first range that ends after the place; the ranges are in the order of the text. */
function firstAfter(ranges: readonly Range[], place: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return ranges[low];
}

function sentencesIn(text: string, paragraph: Range): Range[] {
  const quotations = findQuotations(text.slice(paragraph.start, paragraph.end)).map(({ outer }) => ({
    start: outer.start + paragraph.start,
    end: outer.end + paragraph.start,
  }));
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of findSentences(text, paragraph)) {
    const last = joined.at(-1);
    // A full stop inside a quotation does not end the sentence around it.
    const quotation = firstAfter(quotations, start);
    const isInside = quotation !== undefined && quotation.start < start;
    const goesOn = last !== undefined && /^[\p{Ll}–—,]/u.test(text.slice(start, end));
    if (last !== undefined && (isInside || goesOn)) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
