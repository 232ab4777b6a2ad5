/** Sheets: everything that the rules read in one text, for the parts of its draft. */

import type { Anchor, AuthoredDate } from '../../data/compile/index.ts';
import { quoteNear } from '../quote-span.ts';
import { type Cast, otherNames } from './cast.ts';
import { type FoundDate, type FoundTime, findDates, findTimes } from './date/find.ts';
import { findOpening, findPublished, type Opening } from './dateline.ts';
import { type FoundName, findNames, type KnownEntity } from './name/find.ts';
import type { Range } from './sentence.ts';
import { findSpeech, type Speech } from './speech.ts';
import { readSentences, type Sentence } from './token.ts';
import { withTurns } from './turn.ts';

export interface Sheet {
  readonly text: string;
  readonly language: string;
  /** Whether the rules read its language: English of any country. */
  readonly isRead: boolean;
  readonly cast: Cast;
  readonly sentences: readonly Sentence[];
  readonly names: readonly FoundName[];
  readonly speech: readonly Speech[];
  readonly dates: readonly FoundDate[];
  readonly times: readonly FoundTime[];
  /** The date that a line of the text gives for the article; null if there is none. */
  readonly dateline: FoundDate | null;
  /** What stands before the first sentence: "BAKU, Nov. 3 (Reuters) —". */
  readonly opening: Opening | null;
  /** The date of publication as EDTF, which the editor or the text gives; null if neither does. */
  readonly published: string | null;
  /** The slug of the named thing, from the corpus or new. */
  readonly slugOf: (name: FoundName) => string;
  /** Throws if the words cannot be distinguished from the same words elsewhere; call it within `proposing`. */
  readonly anchor: (range: Range) => Anchor;
}

class Unquotable extends Error {}

/** The result of `make` in a list, or an empty list if its words cannot be quoted because the text repeats itself. */
export function proposing<T>(make: () => T): T[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof Unquotable) return [];
    throw error;
  }
}

/** Reads the text. In languages other than English it reads only names that the corpus knows. */
export function readSheet(text: string, language: string, published: string | null, cast: Cast): Sheet {
  const isRead = isEnglish(language);
  const found = isRead ? findDates(text, published) : [];
  const opening = findOpening(text, found);
  const dateline = findPublished(text, found);
  const day = published ?? (dateline ?? opening?.date)?.edtf ?? null;
  const own = [dateline?.start, opening?.date?.start];
  const sentences = readSentences(text);
  const names = findNames(text, withoutStates(cast)).filter(({ slug }) => isRead || slug !== null);
  const slugs = new Map<FoundName, string>();
  const slugOf = (name: FoundName) => {
    const slug = slugs.get(name) ?? name.slug ?? introduce(name, text, cast);
    slugs.set(name, slug);
    return slug;
  };
  return {
    text,
    language,
    isRead,
    cast,
    sentences,
    names,
    speech: isRead ? withTurns(findSpeech(text, sentences), text, names) : [],
    dates: (day === published ? found : findDates(text, day)).filter(({ start }) => !own.includes(start)),
    times: isRead ? findTimes(text) : [],
    dateline,
    opening: isRead ? opening : null,
    published: day,
    slugOf,
    anchor({ start, end }) {
      const anchor = quoteNear(text, start, end);
      if (anchor === null) throw new Unquotable();
      return anchor;
    },
  };
}

/** The date of publication that the text gives, in a line of its own or before its first sentence. */
export function findDateline(text: string, language: string): FoundDate | null {
  const dates = isEnglish(language) ? findDates(text, null) : [];
  return findPublished(text, dates) ?? findOpening(text, dates)?.date ?? null;
}

/** Whether the rules read the language. */
export function isEnglish(language: string): boolean {
  return new Intl.Locale(language).language === 'en';
}

/** The known entities without organizations that share a name with a place: such a name means the place, not its state. */
function withoutStates({ known }: Cast): KnownEntity[] {
  const places = new Set(known.flatMap(({ type, names }) => (type === 'Place' ? names : [])));
  return known.filter(({ type, names }) => type !== 'Organization' || !names.some((name) => places.has(name)));
}

function introduce(name: FoundName, text: string, cast: Cast): string {
  const others = otherNames(name, text);
  return cast.introduce(name.type, name.name, name.rule, {
    ...(others.length > 0 && { otherNames: others }),
    ...(name.placeKind !== null && { kind: name.placeKind }),
  });
}

/** The date as an editor would write it. */
export function authorDate({ edtf, inferred, start, end }: FoundDate, sheet: Sheet): AuthoredDate {
  return {
    edtf,
    words: sheet.anchor({ start, end }),
    ...(inferred.length > 0 && {
      inferred: inferred.map(({ part, basis, evidence }) => ({
        part,
        basis,
        ...(evidence !== null && { evidence: sheet.anchor(evidence) }),
      })),
    }),
  };
}

/** The sentence around a place in the text. */
export function sentenceAt({ sentences }: Sheet, at: number): Sentence | null {
  return sentences.find(({ start, end }) => start <= at && at < end) ?? null;
}

export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && one.end > other.start;
}

export function within(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
