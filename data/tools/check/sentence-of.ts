/** The sentences of an article's text, each with the whole of the quotations in it, and the one in which words stand. */
import { findQuotations } from '../draft/quotation.ts';
import { findParagraphs, findSentences, type Range } from '../draft/sentence.ts';

/** Finds sentences of one text, each paragraph read once and only when it is asked for. */
export function openSentences(text: string): (words: Range) => Range {
  const paragraphs = findParagraphs(text);
  const read = new Map<Range, readonly Range[]>();
  return (words) => {
    const paragraph = paragraphs.find(({ end }) => words.start < end);
    if (paragraph === undefined) return words;
    const sentences = read.get(paragraph) ?? sentencesIn(text, paragraph);
    read.set(paragraph, sentences);
    return sentences.find(({ end }) => words.start < end) ?? paragraph;
  };
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
    const isInside = quotations.some((one) => one.start < start && start < one.end);
    const goesOn = last !== undefined && /^[\p{Ll}–—,]/u.test(text.slice(start, end));
    if (last !== undefined && (isInside || goesOn)) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
