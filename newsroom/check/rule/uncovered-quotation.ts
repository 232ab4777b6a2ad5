/** `uncovered-quotation`: a quotation whose words are in no statement. */
import { findQuotations, quoted } from '../../../data/compile/index.ts';
import type { Range } from '../../draft/sentence.ts';
import { lookAtEach, placeInText, type Reading, rangeOf } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds quotations of which statements cover neither the beginning nor half of the length.
 *
 * It ignores one or two words (a name, a word in scare quotes), anything that looks like a title or a name, the text of a
 * sign or a banner, and words that a statement quotes elsewhere in the same article, since a headline may repeat them.
 */
export const uncoveredQuotation: Rule = {
  name: 'uncovered-quotation',
  about: 'a quotation in the text that no statement covers',
  look: lookAtEach(lookAt),
};

function lookAt(reading: Reading): Warning[] {
  const { text, statements } = reading;
  const content = statements.flatMap(({ read }) => read.quote.content);
  const starts = new Set(content.map(({ utf16Start }) => utf16Start));
  const covered = openCover(content.map(rangeOf));
  // Joined by line breaks, which no quotation contains.
  const said = [...new Set(content.map(({ exact }) => exact.toLowerCase()))].join('\n');
  return findQuotations(text).flatMap(({ inner, outer }) => {
    const words = text.slice(inner.start, inner.end);
    // «…, — says the mayor, — …» also contains words that are not said, so its beginning decides.
    if (starts.has(inner.start)) return [];
    if (covered(inner) * 2 >= inner.end - inner.start) return [];
    if (isName(words, text, outer) || isRead(text, outer) || said.includes(bare(words))) return [];
    return [
      {
        at: placeInText(reading, inner),
        says: `No statement covers the quotation ${quoted(words)}.`,
        expected: 'a statement for each quotation of somebody.',
        fix: 'Add a statement with these words as its content; if nobody says them, silence this warning.',
      },
    ];
  });
}

/** The length of a stretch that the ranges cover; overlaps count twice. Call it in the order of the text. */
function openCover(ranges: readonly Range[]): (stretch: Range) => number {
  const waiting = ranges.toSorted((a, b) => b.start - a.start);
  let open: Range[] = [];
  return ({ start, end }) => {
    for (let next = waiting.at(-1); next !== undefined && next.start < end; next = waiting.at(-1)) {
      open.push(next);
      waiting.pop();
    }
    open = open.filter((one) => one.end > start);
    return open.reduce((sum, one) => sum + Math.min(one.end, end) - Math.max(one.start, start), 0);
  };
}

function bare(words: string): string {
  return words.replace(/[.,!?…]+$/u, '').toLowerCase();
}

const LONGEST_NAME = 8;

function isName(words: string, text: string, outer: Range): boolean {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words);
  if (isUnspaced) return words.length <= LONGEST_NAME;
  if (all.length <= 2) return true;
  if (/[.!?…;,]/u.test(words) || isSpoken(text, outer)) return false;
  const long = all.filter((word) => word.length > 3);
  const isCapitalized = /^[\p{Lu}\p{N}]/u.test(words) && long.length > 0;
  // English capitalizes the long words of a title; other languages only the first, so there only shortness counts.
  return isCapitalized && (long.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) || isShortElsewhere(all, words));
}

/** Whether a comma or dash leads from the quotation to its speaker: "“…,” she said", "«…», — сказал". */
function isSpoken(text: string, { end }: Range): boolean {
  return /^\s*[,–—]\s*[–—]?\s*\p{Ll}/u.test(text.slice(end, end + 6));
}

function isShortElsewhere(all: readonly string[], words: string): boolean {
  return all.length <= 4 && !/^[\0-\x7f‘’]*$/.test(words);
}

/** Whether the words are written somewhere and not said: "a banner that read “…”". It reads only English. */
function isRead(text: string, { start }: Range): boolean {
  return /\b(reads?|reading|labell?ed|inscribed|titled|entitled|called|named|known as|dubbed|headlined)[\s,:]+$/i.test(
    text.slice(Math.max(0, start - 30), start),
  );
}
