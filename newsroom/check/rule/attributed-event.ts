/** `attributed-event`: an event in the article's own voice whose sentence attributes it to somebody. English only. */

import { type EventKind, quoted } from '../../../data/compile/index.ts';
import type { Range } from '../../draft/sentence.ts';
import { isEnglish, lookAtEach, placeInAnnotation, type Reading, rangeOf } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';
import { openSentences } from '../sentence-of.ts';

/**
 * Finds events in the article's voice whose sentence says "allegedly", "reportedly", "according to …", "police said that
 * …" or ends with "…, police said".
 *
 * It reads only articles in English. It ignores events that consist of saying something (an interview, a meeting, a
 * conversation, a decision), quoted words, "according to plan", and a verb of saying that is not before or after the words
 * of the event, since it may belong to something else.
 */
export const attributedEvent: Rule = {
  name: 'attributed-event',
  about: '"allegedly", "police said" or "according to" around an event in the article\'s own voice (English)',
  look: lookAtEach((reading) => (isEnglish(reading) ? lookAt(reading) : [])),
};

const SPOKEN: ReadonlySet<EventKind> = new Set(['INTERVIEW', 'MEETING', 'CONVERSATION', 'DECISION', 'CANCELLATION']);

function lookAt(reading: Reading): Warning[] {
  const { text, events } = reading;
  const sentenceOf = openSentences(text);
  const kinds = new Map(events.map(({ value }) => [value.event, value.kind]));
  return events.flatMap(({ value, path, read }) => {
    const kind = value.kind ?? kinds.get(value.of);
    if (read.report.voice !== 'ARTICLE' || (kind !== undefined && SPOKEN.has(kind))) return [];
    const cue = read.report.evidence
      .map((span) => findCue(text, rangeOf(span), sentenceOf(rangeOf(span))))
      .find((found) => found !== null);
    if (cue == null) return [];
    return [
      {
        at: placeInAnnotation(reading, [...path, 'evidence']),
        says: `The sentence says ${quoted(cue)}, but the event is in the article's own voice.`,
        expected: 'an event attributed to the source that the sentence names.',
        fix: 'Add the statement of that source, and "attributedTo: …" to the event.',
      },
    ];
  });
}

/** A speaker: up to eight words without a comma. */
const WHO = String.raw`(?:(?!said\b)[^\s,;:“”"]+\s+){1,8}?`;
// Not "she was told to go".
const SAID =
  '(?<!\\b(?:am|is|are|was|were|be|been|being) )(?:said|says|say|claims?|claimed|alleges?|alleged|reports?|reported|told [^,;:“”"]{2,40}?)';
const WHEN = '(?: (?:on|in|at|earlier|late) [^,;:“”"]{2,40}| later| yesterday| today)?';
const BEFORE = new RegExp(String.raw`^(?:[^,“”"]{2,40}, )?${WHO}${SAID}${WHEN} that\s+(?=\S)`, 'u');
const AFTER = new RegExp(String.raw`,\s(?:as\s)?(${WHO}${SAID}${WHEN})[.!?]?\s*$`, 'u');
const ADVERB = /\b(allegedly|reportedly|purportedly|supposedly)\b/iu;
const ACCORDING =
  /\baccording to (?!plan\b|schedule\b|custom\b|tradition\b|law\b|the (?:plan|schedule|rules|law|calendar|weather)\b)[^,;.]{2,60}/iu;

function findCue(text: string, event: Range, sentence: Range): string | null {
  const own = text.slice(Math.max(sentence.start, event.start), Math.min(sentence.end, event.end));
  const whole = text.slice(sentence.start, sentence.end);
  // An adverb applies to the words around it or right after it.
  const near = text.slice(Math.max(sentence.start, event.start - 24), Math.min(sentence.end, event.end));
  const adverb = ADVERB.exec(near)?.[0] ?? ACCORDING.exec(unquoted(whole))?.[0];
  if (adverb !== undefined) return adverb;
  const before = BEFORE.exec(whole)?.[0];
  if (before !== undefined && sentence.start + before.length <= event.start + own.length / 2) return before.trim();
  const after = AFTER.exec(unquoted(whole));
  return after?.[1]?.replace(/[.!?]$/, '') ?? null;
}

/** The sentence with its quotations blanked; its length is the same, so that positions stay valid. */
function unquoted(sentence: string): string {
  return sentence.replace(/[“"][^”"]*[”"]/gu, (quotation) => ' '.repeat(quotation.length));
}
