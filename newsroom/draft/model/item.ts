/** Items of an answer, as an editor would write them: with the words of the text, and the slugs of the corpus. */
import {
  type Anchors,
  type AuthoredEvent,
  type AuthoredFact,
  type AuthoredStatement,
  anchorDefinition,
  anchors,
  event,
  fact,
  printable,
  readEdtf,
  statement,
} from '../../../data/compile/index.ts';
import { quoteNear } from '../../quote-span.ts';
import type { Range } from '../sentence.ts';
import { authorDate, overlaps, proposing, type Sheet } from '../sheet.ts';
import { modelEvent, modelFact, modelStatement, SLUG_FIELDS } from './definition.ts';
import type { Drop, Reason } from './dropped.ts';
import type { Named } from './entity.ts';
import type { Places } from './place.ts';

/** Everything that reading an item needs. */
export interface Desk {
  readonly sheet: Sheet;
  readonly places: Places;
  readonly entityOf: Named['entityOf'];
  /** The slug in the corpus of a statement that the answer calls by this one; null if it was dropped. */
  readonly statementOf: (slug: string) => string | null;
  readonly mark: string;
  readonly drop: Drop;
}

/** An authored item, the slug that it has in the answer, and its words. */
export interface Read<T> {
  readonly authored: T;
  readonly own: string;
  readonly ranges: readonly Range[];
}

type Fields = Readonly<Record<string, unknown>>;

class Dropped extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

export function readStatement(item: unknown, desk: Desk): Read<AuthoredStatement> | null {
  return reading(desk, () => {
    const { statement: own, content, ...rest } = fitting(modelStatement.safeParse(item).data);
    const ranges = placeAll(content, null, desk).map((range) => trimMarks(desk.sheet.text, range));
    const outside = ranges;
    const cue = rest.cue === undefined ? null : desk.places.find(rest.cue, firstOf(ranges), outside);
    const fields = resolveFields(rest, { desk, near: cue ?? firstOf(ranges), outside });
    const authored = {
      ...fields,
      kind: kindOf(rest.kind, ranges, desk.sheet),
      content: quoteAll(ranges, desk),
      draft: desk.mark,
    };
    return { authored: fitting(statement.safeParse(authored).data), own, ranges };
  });
}

export function readEvent(item: unknown, desk: Desk): Read<AuthoredEvent> | null {
  return reading(desk, () => {
    const { event: own, evidence, ...rest } = fitting(modelEvent.safeParse(item).data);
    const ranges = placeAll(evidence, null, desk);
    const fields = resolveFields(rest, { desk, near: firstOf(ranges), outside: [] });
    const authored = { ...fields, evidence: quoteAll(ranges, desk), draft: desk.mark };
    return { authored: fitting(event.safeParse(authored).data), own, ranges };
  });
}

export function readFact(item: unknown, desk: Desk): Read<AuthoredFact> | null {
  return reading(desk, () => {
    const { evidence, ...rest } = fitting(modelFact.safeParse(item).data);
    const ranges = placeAll(evidence, null, desk);
    const fields = resolveFields(rest, { desk, near: firstOf(ranges), outside: [] });
    const authored = { ...fields, evidence: quoteAll(ranges, desk), draft: desk.mark };
    return { authored: fitting(fact.safeParse(authored).data), own: '', ranges };
  });
}

function reading<T>(desk: Desk, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Dropped)) throw error;
    desk.drop(error.reason);
    return null;
  }
}

function fitting<T>(value: T | undefined): T {
  if (value === undefined) throw new Dropped('refused');
  return value;
}

function firstOf([first]: readonly Range[]): Range {
  if (first === undefined) throw new Dropped('missing');
  return first;
}

/** The places of the anchors; each after the first may be the nearest of several. */
function placeAll(given: Anchors, near: Range | null, { places }: Desk): Range[] {
  const found: Range[] = [];
  for (const anchor of Array.isArray(given) ? given : [given]) {
    const range = places.find(anchor, found[0] ?? near);
    if (range === null) throw new Dropped('missing');
    if (!found.some((other) => overlaps(other, range))) found.push(range);
  }
  return found.sort((a, b) => a.start - b.start);
}

function quoteAll(ranges: readonly Range[], { sheet }: Desk): Anchors {
  const quotes = ranges.map(({ start, end }) => {
    const quote = start < end ? quoteNear(sheet.text, start, end) : null;
    if (quote === null) throw new Dropped('missing');
    return quote;
  });
  const [only] = quotes;
  return only !== undefined && quotes.length === 1 ? only : quotes;
}

/** Without the quotation marks around it, and without the comma that joins it to its cue. */
function trimMarks(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const isQuoted = /^[“"„«‘'「『»][^“”"„«»]*[”"“»’'」』«][\s,;:]*$/.test(words);
  const [before = ''] = (isQuoted ? /^.[\s,;:]*/ : /^[\s,;:]*/).exec(words) ?? [];
  const [after = ''] = (isQuoted ? /[\s,;:]*[^\s,;:][\s,;:]*$/ : /[\s,;:]*$/).exec(words) ?? [];
  return { start: start + before.length, end: end - after.length };
}

const QUOTES: ReadonlySet<string> = new Set(['DIRECT_QUOTE', 'MIXED_QUOTE', 'INDIRECT']);

/** The quotation marks of the text decide whether it is a quote; whether it is a denial or the like, the model. */
function kindOf(
  kind: AuthoredStatement['kind'],
  ranges: readonly Range[],
  { sentences }: Sheet,
): AuthoredStatement['kind'] {
  if (!QUOTES.has(kind)) return kind;
  const quoted = sentences.flatMap(({ tokens }) => tokens.flatMap(({ quotation }) => quotation?.outer ?? []));
  const isQuoted = (range: Range) => quoted.some(({ start, end }) => start < range.start && range.end < end);
  if (ranges.every(isQuoted)) return 'DIRECT_QUOTE';
  return ranges.some((range) => quoted.some((other) => overlaps(other, range))) ? 'MIXED_QUOTE' : 'INDIRECT';
}

/** The part of the text in which the words of a field should be. */
interface Surroundings {
  readonly desk: Desk;
  readonly near: Range;
  readonly outside: readonly Range[];
}

/** Fields that an item can do without: dropped alone, or the item of its list alone. */
const OPTIONAL: ReadonlySet<string> = new Set([
  ...['cue', 'date', 'time', 'organization', 'since', 'until'],
  ...['addressees', 'about', 'places', 'participants', 'figures', 'inferred'],
]);

function resolveFields(fields: Fields, around: Surroundings): Fields {
  const resolved = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!OPTIONAL.has(name)) return [[name, resolveField(name, value, around)] as const];
    const kept = (Array.isArray(value) ? value : [value]).flatMap((one) => {
      return reading(around.desk, () => [resolveField(name, one, around)]) ?? [];
    });
    if (kept.length === 0) return [];
    return [[name, Array.isArray(value) ? kept : kept[0]] as const];
  });
  return Object.fromEntries(resolved);
}

function resolveField(name: string, value: unknown, around: Surroundings): unknown {
  const { desk, near, outside } = around;
  if (name === 'cue' || name === 'words' || name === 'evidence') return resolveWords(value, around);
  if (Array.isArray(value)) return value.map((one) => resolveField(name, one, around));
  if (typeof value === 'object' && value !== null) {
    return 'edtf' in value ? resolveDate({ ...value }, around) : resolveFields({ ...value }, around);
  }
  if (typeof value !== 'string') return value;
  if (name === 'attributedTo') return desk.statementOf(value) ?? fitting(undefined);
  if (SLUG_FIELDS.has(name)) return slugOf(value, name, desk);
  if (name === 'title') {
    const range = desk.places.find(value, near, outside);
    if (range === null) throw new Dropped('missing');
    return desk.sheet.text.slice(range.start, range.end);
  }
  // The only words that may not be those of the text: the name of an event, and the basis of a date.
  if (value.length > LONGEST || printable(value) !== value) throw new Dropped('refused');
  return value;
}

/** No name of an event is longer. */
const LONGEST = 200;

function slugOf(own: string, field: string, { entityOf, sheet }: Desk): string {
  const entity = fitting(entityOf(own) ?? undefined);
  // A place cannot speak: "South Korea says" means its state.
  return field === 'agent' && entity.type === 'Place' ? sheet.cast.stateOf(entity.name) : entity.slug();
}

function resolveWords(value: unknown, { desk, near, outside }: Surroundings): Anchors {
  const ranges = [fitting(anchors.safeParse(value).data)].flat().map((anchor) => {
    const range = desk.places.find(anchor, near, outside);
    if (range === null) throw new Dropped('missing');
    return range;
  });
  return quoteAll(ranges, desk);
}

/** The rules' reading of the date, if they have read one there: they know the calendar, and what they inferred. */
function resolveDate(fields: Fields, around: Surroundings): unknown {
  const { sheet, places } = around.desk;
  const words = fitting(anchorDefinition.safeParse(fields.words).data);
  const range = places.find(words, around.near, around.outside);
  if (range === null) throw new Dropped('missing');
  const read = sheet.dates.find((date) => overlaps(date, range));
  if (read !== undefined) return proposing(() => authorDate(read, sheet))[0] ?? fitting(undefined);
  if ('says' in readEdtf(String(fields.edtf))) throw new Dropped('refused');
  return resolveFields(fields, around);
}
