/** `speaker-without-cue`: words attributed to a speaker in a sentence with neither a speaker nor a verb of saying. */
import type { Evidence, Quote, Slug } from '../../../data/compile/index.ts';
import type { Range } from '../../draft/sentence.ts';
import { isSpeechVerb } from '../../draft/speech-verb.ts';
import { isEnglish, lookAtEach, meets, placeInAnnotation, type Reading, rangeOf } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';
import { openSentences } from '../sentence-of.ts';

/**
 * Finds items attributed to a statement in the speaker's voice although their sentence has no cue: a reader may then take
 * the words for the article's own, which is the meaning of CARRIED_OVER.
 *
 * A cue is one that the annotation marks, the name of the speaker, or, in English, a verb of saying, "according to" and
 * the like. The rule ignores words in the content of the statement itself and, in other languages, attributions to a
 * statement without a cue, since a cue cannot be recognized there.
 */
export const speakerWithoutCue: Rule = {
  name: 'speaker-without-cue',
  about: 'words attributed to a speaker in a sentence without a cue',
  look: lookAtEach(lookAt),
};

interface Attributed {
  readonly slug: Slug;
  readonly path: readonly PropertyKey[];
  readonly evidence: readonly Evidence[];
}

function lookAt(reading: Reading): Warning[] {
  const attributed = listAttributed(reading);
  if (attributed.length === 0) return [];
  const sentenceOf = openSentences(reading.text);
  const cues = openMeeting(
    reading.statements.flatMap(({ read: { quote } }) =>
      [...(quote.cue === null ? [] : [quote.cue]), ...quote.speakers.map(({ evidence }) => evidence)].map(rangeOf),
    ),
  );
  const quotes = Map.groupBy(
    reading.statements.map(({ read }) => read),
    ({ slug }) => slug,
  );
  const quotesOf = (slug: Slug) => (quotes.get(slug) ?? []).map(({ quote }) => quote);
  return attributed
    .filter(
      ({ slug, evidence }) =>
        !evidence.some((span) => isCued(rangeOf(span), quotesOf(slug), cues, sentenceOf, reading)),
    )
    .map(({ slug, path }) => ({
      at: placeInAnnotation(reading, [...path, 'attributedTo']),
      says: `The sentence has no cue that attributes it to the speaker of "${slug}".`,
      expected: 'a speaker, a verb of saying or "according to" in the same sentence.',
      fix: 'If it only follows the statement, add "voice: CARRIED_OVER"; if there is a cue, quote it.',
    }));
}

function isCued(
  range: Range,
  quotes: readonly Quote[],
  cues: (range: Range) => boolean,
  sentenceOf: (words: Range) => Range,
  reading: Reading,
): boolean {
  if (quotes.some(({ content }) => content.some((span) => meets(rangeOf(span), range)))) return true;
  const first = sentenceOf(range);
  const sentence = { start: Math.min(first.start, range.start), end: Math.max(first.end, range.end) };
  if (cues(sentence)) return true;
  return isEnglish(reading)
    ? saysSo(reading.text.slice(sentence.start, sentence.end))
    : quotes.every(({ cue }) => cue === null);
}

/** A function that says whether a stretch shares a character with one of the ranges. */
function openMeeting(ranges: readonly Range[]): (stretch: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  /** For each range, the furthest end of it and those before it. */
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (reach[low - 1] ?? 0) > start;
  };
}

function saysSo(sentence: string): boolean {
  if (CUE.test(sentence)) return true;
  return (sentence.match(/\p{L}+/gu) ?? []).some(isSpeechVerb);
}

const CUE =
  /\b(according to|citing|cited|quoted|allegedly|reportedly|alleged|accus\w+|find|found|show\w*|document\w*|believ\w+|think\w*|thought|in (his|her|its|their|the) (words|view|opinion|account))\b/i;

function listAttributed({ events, facts, statements }: Reading): Attributed[] {
  const isSpeaker = (value: { readonly attributedTo?: Slug | undefined; readonly voice?: unknown }) =>
    value.attributedTo !== undefined && (value.voice === undefined || value.voice === 'SPEAKER');
  return [
    ...statements.flatMap(({ value, path, read }) =>
      isSpeaker(value) ? [{ slug: value.attributedTo ?? '', path, evidence: read.quote.content }] : [],
    ),
    ...events.flatMap(({ value, path, read }) =>
      isSpeaker(value) ? [{ slug: value.attributedTo ?? '', path, evidence: read.report.evidence }] : [],
    ),
    ...facts.flatMap(({ value, path, read }) =>
      isSpeaker(value) ? [{ slug: value.attributedTo ?? '', path, evidence: read[0]?.evidence ?? [] }] : [],
    ),
  ];
}
