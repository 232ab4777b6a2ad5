/** Articles of a draft: their front matter, from what was given with the text, and from the lines at its head and tail. */
import type { FrontMatter } from '../../data/compile/index.ts';
import { isLater } from '../day.ts';
import { type FoundByline, findBylines } from './byline.ts';
import type { CastType } from './cast.ts';
import { type Given, NOTHING_GIVEN } from './front-matter.ts';
import type { Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, within } from './sheet.ts';

/** What an editor or the file says about a text. */
export interface Particulars {
  /** The date of publication as EDTF; null if only the text can give it. */
  readonly published: string | null;
  readonly given?: Given;
  /** The day on which the corpus gets it; null or left out to leave that open. */
  readonly entered?: string | null;
}

/** The fields, and a line about each thing given that they cannot hold. */
export interface DraftFrontMatter {
  readonly fields: FrontMatter;
  readonly left: readonly string[];
}

export function draftFrontMatter(
  sheet: Sheet,
  { published: day, given = NOTHING_GIVEN, entered = null }: Particulars,
): DraftFrontMatter {
  const bylines = findBylines(sheet.text, given.authors).flatMap((byline) =>
    proposing(() => draftByline(byline, sheet)),
  );
  const published = draftPublished(sheet, day, given.published);
  const agency = draftAgency(sheet, given.agency);
  const fields: FrontMatter = {
    language: sheet.language,
    ...(bylines.length > 0 && { bylines }),
    ...(given.publisher !== null && { publisher: slugFor('Organization', given.publisher, 'front-matter', sheet) }),
    ...(agency !== null && { agency }),
    ...(published !== null && { published }),
    ...(given.url !== null && { url: given.url }),
    ...(entered !== null && isLater(entered, published?.edtf ?? null) && { entered }),
    draft: 'plain-text',
  };
  const isLeft = given.agency !== null && agency === null;
  return { fields, left: isLeft ? [`an agency that the text does not name: ${given.agency}`] : [] };
}

type Byline = NonNullable<FrontMatter['bylines']>[number];

function draftByline({ words, name }: FoundByline, sheet: Sheet): Byline {
  const person = name === null ? null : personAt(name, sheet);
  return { words: sheet.anchor(words), ...(person !== null && { person }), draft: 'byline' };
}

/** The author: whom the text names there, or else a new person. */
function personAt(range: Range, sheet: Sheet): string | null {
  const there = sheet.names.find(
    ({ type, mentions }) => type === 'Person' && mentions.some((one) => within(one, range)),
  );
  if (there !== undefined) return sheet.slugOf(there);
  const name = sheet.text.slice(range.start, range.end);
  return slugFor('Person', name === name.toUpperCase() ? inLowerCase(name) : name, 'byline', sheet);
}

function inLowerCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The date of publication that an editor or the file gives, or the text itself. */
function draftPublished(sheet: Sheet, day: string | null, given: string | null): FrontMatter['published'] | null {
  if (day !== null) return { edtf: day, ...(day === given && { draft: 'front-matter' }) };
  const dateline = sheet.dateline ?? sheet.opening?.date ?? null;
  const [date] = dateline === null ? [] : proposing(() => authorDate(dateline, sheet));
  return date === undefined ? null : { ...date, draft: 'dateline' };
}

/** The agency of the dateline, or the given one, if the text names it. */
function draftAgency(sheet: Sheet, given: string | null): FrontMatter['agency'] | null {
  const at = given === null ? -1 : sheet.text.indexOf(given);
  const words = given === null ? (sheet.opening?.agency ?? null) : { start: at, end: at + given.length };
  if (words === null || words.start === -1) return null;
  const there = sheet.names.find(({ mentions }) => mentions.some((one) => overlaps(one, words)));
  // "LONDON (UK) —"
  if (given === null && there?.type === 'Place') return null;
  const name = sheet.text.slice(words.start, words.end);
  const [anchor] = proposing(() => sheet.anchor(words));
  if (anchor === undefined) return null;
  const isKnown = there?.type === 'Organization';
  return {
    organization: isKnown ? sheet.slugOf(there) : slugFor('Organization', name, 'dateline', sheet),
    words: anchor,
  };
}

/** The slug of the thing of this name in the corpus or this draft, or of a new one. */
function slugFor(type: CastType, name: string, rule: string, { cast }: Sheet): string {
  const folded = name.toLowerCase();
  const known = cast.known.find(
    (one) => one.type === type && one.names.some((other) => other.toLowerCase() === folded),
  );
  return known?.slug ?? cast.introduce(type, name, rule);
}
