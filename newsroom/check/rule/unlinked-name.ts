/** `unlinked-name`: a name in the text that nothing in the annotation links. */

import { fold, quoted } from '../../../data/compile/index.ts';
import { findParagraphs, type Range } from '../../draft/sentence.ts';
import { isCommonCapital } from '../common-capital.ts';
import { isEnglish, lookAtEach, meets, placeInText, type Reading, rangeOf } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds capitalized words that nothing in the annotation covers: no mention, speaker, addressee, participant, fact,
 * byline, date or cue. Each name is reported once per article, at its first place.
 *
 * It ignores the headline (papers capitalize all of its words), the first word of a sentence or a quotation, months,
 * weekdays, demonyms, titles and words derived from them (in English; other languages do not capitalize them),
 * abbreviations and words in capitals with fewer than three letters, names in quotation marks, and inflected forms of a
 * linked name. It does not read German and Luxembourgish, which capitalize every noun.
 */
export const unlinkedName: Rule = {
  name: 'unlinked-name',
  about: 'a capitalized name that no mention links (not in German)',
  look: lookAtEach((reading) => (isRead(reading) ? lookAt(reading) : [])),
};

function isRead({ language }: Reading): boolean {
  return !/^(de|lb|nds|gsw)(-|$)/.test(language);
}

function lookAt(reading: Reading): Warning[] {
  const linked = listLinked(reading);
  const known = knownStems(reading.text, linked);
  const reported = new Set<string>();
  let next = 0;
  return findNames(reading).flatMap((name) => {
    while ((linked[next]?.end ?? Number.POSITIVE_INFINITY) <= name.start) next++;
    const span = linked[next];
    const words = reading.text.slice(name.start, name.end);
    if ((span !== undefined && meets(span, name)) || reported.has(words)) return [];
    if (wordsOf(words).some((word) => known.has(stemOf(word)))) return [];
    reported.add(words);
    return [
      {
        at: placeInText(reading, name),
        says: `Nothing links the name ${quoted(words)}.`,
        expected: 'an entity for each name in the text.',
        fix: 'Add the name to "mentions" in the annotation, and a file for the entity if there is none.',
      },
    ];
  });
}

/** The ranges that the annotation covers, in the order of the text, merged where they overlap. */
function listLinked({ asserted, events, statements, facts }: Reading): Range[] {
  const spans = [
    ...asserted.names.flatMap(({ evidence }) => evidence),
    ...asserted.article.bylines.map(({ evidence }) => evidence),
    ...facts.flatMap(({ read }) => read.flatMap(({ evidence }) => evidence)),
    ...statements.flatMap(({ read: { quote } }) => [
      ...[...quote.speakers, ...quote.addressees].map(({ evidence }) => evidence),
      ...(quote.cue === null ? [] : [quote.cue]),
      ...(quote.date?.evidence == null ? [] : [quote.date.evidence]),
    ]),
    ...events.flatMap(({ read: { report } }) => [
      ...report.participants.filter(({ evidence }) => evidence !== report.evidence).flatMap(({ evidence }) => evidence),
      ...[report.date?.evidence, report.time?.evidence, ...report.figures.map(({ evidence }) => evidence)].filter(
        (span) => span != null,
      ),
    ]),
  ];
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.map(rangeOf).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function knownStems(text: string, linked: readonly Range[]): Set<string> {
  const known = new Set<string>();
  for (const { start, end } of linked) for (const word of wordsOf(text.slice(start, end))) known.add(stemOf(word));
  return known;
}

function wordsOf(words: string): string[] {
  return (words.match(WORD) ?? []).filter((word) => BEGINS_NAME.test(word));
}

/** The stem of a word: long words lose their last letters, so that "Ларкбридже" matches "Ларкбридж". */
function stemOf(word: string): string {
  const folded = fold(word.replace(/['’].*$/u, ''));
  return folded.length > 5 ? folded.slice(0, Math.max(4, folded.length - 3)) : folded.slice(0, 4);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'-][\p{L}\p{N}\p{M}]+)*/gu;
const BEGINS_NAME = /^\p{Lu}[\p{L}\p{M}’'-]*\p{L}/u;
/** "University of Texas" is one name. */
const JOINS = /^(?: | (?:of|for|de|del|di|da|van|von|bin|ibn|al)(?: the)? | & )$/;
/** Text after which a sentence may begin. */
const BEGINS_SENTENCE = /[.!?…:;•*–—“"«„‘'([][^\p{L}\p{N},]*$/u;

function findNames(reading: Reading): Range[] {
  const { text } = reading;
  const english = isEnglish(reading);
  return findParagraphs(text)
    .slice(1)
    .flatMap((paragraph) => namesIn(text, paragraph, english ? isCommonCapital : isNeverCommon));
}

function isNeverCommon(): boolean {
  return false;
}

function namesIn(text: string, { start, end }: Range, isCommon: (word: string) => boolean): Range[] {
  const paragraph = text.slice(start, end);
  // In a line of capitals, or a heading, names cannot be recognized.
  if (!/\p{Ll}/u.test(paragraph) || !/[.!?…:,;]/u.test(paragraph)) return [];
  // An emoji may come before the first word.
  const first = paragraph.search(/[\p{L}\p{N}]/u);
  const names: { start: number; end: number }[] = [];
  for (const { 0: word, index } of paragraph.matchAll(WORD)) {
    if (!BEGINS_NAME.test(word) || isCommon(word)) continue;
    if (index === first || BEGINS_SENTENCE.test(paragraph.slice(Math.max(0, index - 8), index))) continue;
    const last = names.at(-1);
    const range = { start: start + index, end: start + index + word.replace(/['’]s$/u, '').length };
    if (last !== undefined && JOINS.test(text.slice(last.end, range.start))) last.end = range.end;
    else names.push(range);
  }
  return names;
}
