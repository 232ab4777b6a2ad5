/** The sentences of an article's text, each with the whole of the quotations in it, and the one in which words stand. */
import { findQuotations } from '../../data/compile/index.ts';
import { findParagraphs, findSentences, type Range } from '../draft/sentence.ts';

/** Finds sentences of one text, each paragraph read once and only when it is asked for. */
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

/** The first of the ranges, which stand in the order of the text, that ends after the place. */
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
    // A full stop inside a quotation does not end the sentence that the quotation stands in.
    const quotation = firstAfter(quotations, start);
    const isInside = quotation !== undefined && quotation.start < start;
    const goesOn = last !== undefined && /^[\p{Ll}–—,]/u.test(text.slice(start, end));
    if (last !== undefined && (isInside || goesOn)) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
