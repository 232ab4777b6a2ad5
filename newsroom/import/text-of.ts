/** The texts of an article, with the records of each, and quoting words so that they are found in every text that has them. */
import {
  type Anchor,
  type Anchors,
  type AnchorText,
  anchor,
  digestOf,
  earlierRevision,
  openText,
  placesOfWords,
  textName,
} from '../../data/compile/index.ts';
import type { ExportRecord, RecordOf, Words } from '../export/record.ts';
import { quoteSpan } from '../quote-span.ts';
import { openPlaces, type Places } from './places.ts';

export type Fail = (says: string) => never;

/** A text of an article, and what the file of its annotation has. */
export interface Text {
  /** As its file is called: `mill`, or `mill@1`. */
  readonly name: string;
  readonly isPresent: boolean;
  readonly text: string;
  readonly digest: string;
  /** Null if the article has had only this text. */
  readonly revision: RecordOf<'Revision'> | null;
  /** What stands in it and in no later one; of mentions, those of this text. */
  readonly said: readonly ExportRecord[];
  readonly desk: Desk;
  /** Whether it has the words once. */
  readonly has: (words: Anchor) => boolean;
}

/** Quotes the words of one article. */
export interface Desk {
  readonly quote: (words: Words) => Anchor;
  readonly quotes: (words: readonly Words[]) => Anchors;
  /** The names to write for a thing, without those that the newer texts imply. */
  readonly names: (slug: string, words: readonly Words[]) => readonly Anchor[];
  /** The same, for something that stands in several texts. */
  readonly through: (standing: Standing) => Desk;
  readonly fail: Fail;
}

type Standing = Pick<RecordOf<'Quote'>, 'firstRevision' | 'lastRevision'>;

/** The present text, then the earlier ones, the newest first. */
export function textsOf(article: RecordOf<'Article'>, said: readonly ExportRecord[], fail: Fail): Text[] {
  const { slug } = article;
  const revisions = said.filter((record) => record.type === 'Revision').sort((a, b) => b.number - a.number);
  const earlier = revisions.slice(1).map((revision) => ({
    name: textName(slug, revision.number),
    isPresent: false,
    text: revision.text ?? fail(`Revision ${revision.number} of "${slug}" has no text.`),
    digest: revision.digest,
    revision,
  }));
  const texts = [
    { name: slug, isPresent: true, text: article.text, digest: article.digest, revision: revisions[0] ?? null },
    ...earlier,
  ];
  for (const { name, text, digest } of texts) {
    if (digestOf(text) !== digest) fail(`The text of "${name}" does not match its digest.`);
  }
  const pages = texts.map(({ name, text, revision }) => openPage(name, text, revision?.number ?? 1));
  const desk = openDesk(slug, pages, pages, fail);
  return texts.map((text) => ({
    ...text,
    said: said.filter((record) => isIn(record, text.name)),
    desk,
    has: (words) => pages.some(({ name, anchoring }) => name === text.name && isThere(words, anchoring)),
  }));
}

function isIn(record: ExportRecord, name: string): boolean {
  if (record.type === 'Mention') return record.evidence.source === name;
  return 'lastRevision' in record && record.lastRevision === earlierRevision(name);
}

/** A text that words are quoted from. */
interface Page {
  readonly name: string;
  readonly number: number;
  readonly text: string;
  readonly places: Places;
  readonly anchoring: AnchorText;
  /** The names that it has by what is written for it and for newer texts, by the slug of the thing. */
  readonly named: Map<string, Set<string>>;
}

function openPage(name: string, text: string, number: number): Page {
  const file = { path: name, text };
  return { name, number, text, places: openPlaces(text), anchoring: openText(name, text, file, 0), named: new Map() };
}

/** @param through the texts in which each quoted place must be found. */
function openDesk(slug: string, pages: readonly Page[], through: readonly Page[], fail: Fail): Desk {
  const placeOf = ({ source, start: from, end: to, exact }: Words): Place => {
    const page = pages.find(({ name }) => name === source);
    if (page === undefined) {
      return fail(`A record of "${slug}" quotes "${source}": a record says what one article says.`);
    }
    const [start, end] = [page.places.utf16(from), page.places.utf16(to)];
    if (start === null || end === null || page.text.slice(start, end) !== exact) {
      return fail(`The text of "${source}" does not have “${exact}” from ${from} to ${to}.`);
    }
    return { page, start, end };
  };
  const quote = (words: Words): Anchor => quoteThrough(placeOf(words), through);
  return {
    quote,
    quotes(words) {
      const [only, ...more] = words.map(quote);
      if (only === undefined) return fail(`A record of "${slug}" has no evidence.`);
      return more.length === 0 ? only : [only, ...more];
    },
    names: (of, words) => namesOf(of, words.map(placeOf), pages),
    through: ({ firstRevision, lastRevision }) => {
      const [first, last] = [firstRevision ?? 1, lastRevision ?? Infinity];
      return openDesk(
        slug,
        pages,
        pages.filter(({ number }) => number >= first && number <= last),
        fail,
      );
    },
    fail,
  };
}

/** UTF-16 positions in a text. */
interface Place {
  readonly page: Page;
  readonly start: number;
  readonly end: number;
}

/** The shortest quote that each of the texts has once; if there is none, that of the text with the words. */
function quoteThrough(place: Place, through: readonly Page[]): Anchor {
  const { page, start, end } = place;
  const shortest = quoteSpan(page.text, start, end);
  if (through.length < 2) return shortest;
  const candidates = [shortest, ...SIDES.flatMap((side) => CONTEXTS.map((length) => inContext(place, side, length)))];
  return candidates.find((one) => through.every(({ anchoring }) => isThere(one, anchoring))) ?? shortest;
}

const SIDES = ['prefix', 'suffix', 'both'] as const;
/** How many UTF-16 units of the text around the words are tried. */
const CONTEXTS = [1, 2, 4, 8, 16, 32, 64, 128];

function inContext({ page, start, end }: Place, side: (typeof SIDES)[number], length: number): Anchor {
  const before = side === 'suffix' ? '' : page.text.slice(Math.max(0, start - length), start);
  const after = side === 'prefix' ? '' : page.text.slice(end, end + length);
  return {
    quote: page.text.slice(start, end),
    ...(before !== '' && { prefix: before }),
    ...(after !== '' && { suffix: after }),
  };
}

const NOWHERE = { file: { path: '', text: '' }, start: 0, end: 0 };

/** Whether the compiler finds the words in one place. */
function isThere(words: Anchor, text: AnchorText): boolean {
  return anchor(words, text, NOWHERE, () => {}) !== null;
}

/**
 * The names of a thing in one text. A name that is written for a text also names the thing in all earlier ones, so that
 * an article with several texts gets whole names where these name nothing else, and each text only what it adds.
 */
function namesOf(slug: string, places: readonly Place[], pages: readonly Page[]): Anchor[] {
  const [page] = places.map((place) => place.page);
  if (page === undefined) return [];
  const isOnly = pages.length === 1;
  const written: Anchor[] = [];
  for (const { start, end } of places) {
    if (page.named.get(slug)?.has(`${start} ${end}`)) continue;
    const name = page.text.slice(start, end);
    const isName = !isOnly && startsOf(name, page).every((at) => places.some((one) => covers(one, at, name.length)));
    const words = isName && startsOf(name, page).length > 0 ? name : quoteSpan(page.text, start, end);
    written.push(words);
    for (const older of pages.slice(pages.indexOf(page))) {
      const known = older.named.get(slug) ?? new Set();
      for (const at of startsOf(words, older)) known.add(`${at} ${at + name.length}`);
      older.named.set(slug, known);
    }
  }
  return written;
}

function covers({ start, end }: Place, at: number, length: number): boolean {
  return start <= at && at + length <= end;
}

/** Where the compiler finds a name. */
function startsOf(words: Anchor, { anchoring }: Page): number[] {
  return placesOfWords(words, anchoring).map(({ utf16Start }) => utf16Start);
}
