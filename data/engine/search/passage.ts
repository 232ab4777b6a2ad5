/** Passages: chooses the part of a paragraph to show around some of its words, so that it reads well and is short. */

import type { Utf16Span } from '../../model.ts';
import { PASSAGE_LENGTH } from '../../search-text.ts';
import { endsInAbbreviation } from '../../text.ts';

/** The most text before the words, unless a sentence begins a little earlier. */
const LEAD = 60;
const LONGEST_LEAD = 120;

/**
 * The passage around the words at `focus`, which lie in the paragraph: all of it if it is short, otherwise from the
 * beginning of a sentence to the end of one, if these are near. `words` gives the words of the text around the focus,
 * which separate a script without spaces.
 */
export function passageAround(
  text: string,
  paragraph: Utf16Span,
  focus: Utf16Span,
  words: () => readonly Utf16Span[],
): Utf16Span {
  const whole = trimmed(text, paragraph);
  if (whole.utf16End - whole.utf16Start <= PASSAGE_LENGTH) return whole;
  const utf16Start = startOf(text, whole, focus, words);
  return { utf16Start, utf16End: endOf(text, whole, utf16Start, focus, words) };
}

/** The words of a passage, with `…` if it does not begin or end with a sentence or the paragraph. */
export function printPassage(text: string, paragraph: Utf16Span, passage: Utf16Span): { text: string; before: string } {
  const whole = trimmed(text, paragraph);
  const { utf16Start, utf16End } = passage;
  const before = utf16Start > whole.utf16Start && !endsSentence(text, utf16Start) ? '… ' : '';
  const after = utf16End < whole.utf16End && !endsSentence(text, utf16End) ? ' …' : '';
  return { text: `${before}${text.slice(utf16Start, utf16End)}${after}`, before };
}

function trimmed(text: string, { utf16Start, utf16End }: Utf16Span): Utf16Span {
  const line = text.slice(utf16Start, utf16End);
  return {
    utf16Start: utf16Start + line.length - line.trimStart().length,
    utf16End: utf16End - line.length + line.trimEnd().length,
  };
}

function startOf(text: string, whole: Utf16Span, focus: Utf16Span, words: () => readonly Utf16Span[]): number {
  const longest = focus.utf16End - LONGEST_LEAD;
  if (longest <= whole.utf16Start) return whole.utf16Start;
  const starts = startsBetween(text, longest, focus.utf16Start);
  const sentences = starts.filter((at) => endsSentence(text, at));
  const sentence = sentences.findLast((at) => whole.utf16End - at >= PASSAGE_LENGTH / 2) ?? sentences[0];
  if (sentence !== undefined) return sentence;
  // Near the end of a paragraph there is room for more before the words.
  const first = Math.max(whole.utf16Start, Math.min(focus.utf16Start - LEAD, whole.utf16End - PASSAGE_LENGTH));
  if (first === whole.utf16Start) return first;
  const start = startsBetween(text, first, focus.utf16Start)[0];
  if (start !== undefined) return start;
  const word = words().find(({ utf16Start }) => utf16Start >= first && utf16Start <= focus.utf16Start);
  return word?.utf16Start ?? focus.utf16Start;
}

function endOf(
  text: string,
  whole: Utf16Span,
  start: number,
  focus: Utf16Span,
  words: () => readonly Utf16Span[],
): number {
  const last = Math.max(focus.utf16End, start + PASSAGE_LENGTH);
  if (last >= whole.utf16End) return whole.utf16End;
  const ends = endsBetween(text, focus.utf16End, last);
  const sentence = ends.findLast((at) => at - start >= PASSAGE_LENGTH / 2 && endsSentence(text, at));
  const end = sentence ?? ends.at(-1);
  if (end !== undefined) return end;
  const word = words().findLast(({ utf16End }) => utf16End >= focus.utf16End && utf16End <= last);
  return word?.utf16End ?? focus.utf16End;
}

/** The places of a part of a text, including its end, that have white space right before them and none after. */
function startsBetween(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from + 1; at <= to; at++) if (isSpace(text, at - 1) && !isSpace(text, at)) found.push(at);
  return found;
}

/** The places of a part of a text, including its end, that have white space right after them and none before. */
function endsBetween(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at <= to; at++) if (isSpace(text, at) && !isSpace(text, at - 1)) found.push(at);
  return found;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Most units are decided without a closer look.
  return unit === 0x20 || (unit < 0x80 ? unit >= 0x09 && unit <= 0x0d : SPACE.test(text.charAt(at)));
}

/** Whether a sentence ends right before this place, ignoring space; "Mr." and "J." do not end one. */
function endsSentence(text: string, at: number): boolean {
  let end = at;
  while (isSpace(text, end - 1)) end--;
  if (!LAST_OF_SENTENCE.test(text.charAt(end - 1))) return false;
  const before = text.slice(Math.max(0, end - ENOUGH_TO_TELL), end);
  return SENTENCE_END.test(before) && !endsInAbbreviation(before);
}

const SPACE = /\s/;
const ENOUGH_TO_TELL = 16;
const LAST_OF_SENTENCE = /[.!?…。！？"'’”“»)\]]/;
const SENTENCE_END = /[.!?…。！？]["'’”“»)\]]*$/u;
