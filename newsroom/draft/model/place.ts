/** Places: where the words that a model quotes stand in the text. */
import { type Anchor, type Anchors, isWhole } from '../../../data/compile/index.ts';
import type { Range } from '../sentence.ts';
import { overlaps } from '../sheet.ts';

export interface Places {
  /** Every place of the words, as whole words; none if there are too many. */
  readonly all: (words: string) => readonly Range[];
  /**
   * The only place, or the nearest to `near` in its paragraph or the next, that touches none of the ranges of `outside`;
   * null if there is none.
   */
  readonly find: (anchor: Anchor, near: Range | null, outside?: readonly Range[]) => Range | null;
  /** The places of anchors that the compiler accepts. */
  readonly exact: (anchors: Anchors) => Range[];
}

/** Opens a text, to look for words in it exactly, except that any form of a quotation mark, dash or space will do. */
export function openPlaces(text: string): Places {
  const plain = withPlainMarks(text);
  const known = new Map<string, readonly Range[]>();
  const all = (words: string) => {
    const wanted = withPlainMarks(words).trim();
    const found = known.get(wanted) ?? placesOf(wanted, plain, text);
    known.set(wanted, found);
    return found;
  };
  return {
    all,
    find(anchor, near, outside = []) {
      const { quote, prefix = '', suffix = '' } = typeof anchor === 'string' ? { quote: anchor } : anchor;
      const [before, after] = [withPlainMarks(prefix), withPlainMarks(suffix)];
      const found = all(quote).filter(
        (range) =>
          plain.startsWith(after, range.end) &&
          plain.startsWith(before, range.start - before.length) &&
          !outside.some((other) => overlaps(other, range)),
      );
      const [only] = found;
      if (only === undefined || found.length === 1) return only ?? null;
      return near === null ? null : nearest(found, near, text);
    },
    exact: (anchors) => (Array.isArray(anchors) ? anchors : [anchors]).map((anchor) => exactPlace(anchor, text)),
  };
}

function exactPlace(anchor: Anchor, text: string): Range {
  const { quote, prefix = '', suffix = '' } = typeof anchor === 'string' ? { quote: anchor } : anchor;
  const whole = prefix + quote + suffix;
  let start = text.indexOf(whole);
  while (whole === quote && start !== -1 && !isWhole(text, start, start + quote.length)) {
    start = text.indexOf(whole, start + 1);
  }
  return { start: start + prefix.length, end: start + prefix.length + quote.length };
}

/** Models write the marks of the keyboard for those of the printer. Each stands for one unit, so that places stay. */
function withPlainMarks(words: string): string {
  return words
    .replace(/[‘’‚‛′ʼ]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s/g, ' ');
}

/** Words that are everywhere say nothing, and following each of them would take too long. */
const MOST_PLACES = 2000;

function placesOf(wanted: string, plain: string, text: string): Range[] {
  if (wanted === '' || !wanted.isWellFormed()) return [];
  const found: Range[] = [];
  for (let start = plain.indexOf(wanted); start !== -1; start = plain.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (isWhole(text, start, end)) found.push({ start, end });
    if (found.length > MOST_PLACES) return [];
  }
  return found;
}

/** Words that stand in several places mean those in the same paragraph or beside it, or nobody knows which. */
function nearest(found: readonly Range[], near: Range, text: string): Range | null {
  const best = found.reduce((one, other) => (distance(other, near) < distance(one, near) ? other : one));
  const between = text.slice(Math.min(best.end, near.end), Math.max(best.start, near.start));
  return (between.match(/\n\s*/g) ?? []).length <= 1 ? best : null;
}

function distance(one: Range, other: Range): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}

/** How much of the shorter one the two have in common, from 0 to 1. */
export function overlapOf(one: readonly Range[], other: readonly Range[]): number {
  const shared = one.reduce((sum, a) => sum + other.reduce((own, b) => own + common(a, b), 0), 0);
  return shared / Math.max(1, Math.min(lengthOf(one), lengthOf(other)));
}

/** Whether both are mostly the same words: "Ann Lee" and "Mayor Ann Lee", but not "Oxford" and "Oxford Council". */
export function isSameName(one: Range, other: Range): boolean {
  return common(one, other) > Math.max(lengthOf([one]), lengthOf([other])) / 2;
}

function common(one: Range, other: Range): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
