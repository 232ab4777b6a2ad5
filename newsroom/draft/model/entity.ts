/** Entities of an answer: each is a name that the rules have read too, or a new one made of words of the text. */
import type { NamedType } from '../../../data/compile/index.ts';
import type { FoundName } from '../name/find.ts';
import type { Range } from '../sentence.ts';
import type { Sheet } from '../sheet.ts';
import { type ModelEntity, modelEntity } from './definition.ts';
import type { Drop } from './dropped.ts';
import { isSameName, type Places } from './place.ts';

/** An agent of the rules' statements, and the words that stand for it there. */
export interface Voiced {
  readonly agent: string;
  readonly range: Range;
}

/** A thing that an answer may refer to. */
export interface Resolved {
  readonly type: NamedType;
  /** Its name, from words of the text. */
  readonly name: string;
  /** Its slug in the corpus; it is introduced when it is first asked for. */
  readonly slug: () => string;
}

/** The things of an answer. */
export interface Named {
  /** The names of the text, by the rules and the model. */
  readonly names: readonly FoundName[];
  /** Null if the answer has no such entity, or the text has none of its names. */
  readonly entityOf: (slug: string) => Resolved | null;
}

export interface NamingOptions {
  readonly sheet: Sheet;
  readonly places: Places;
  readonly voiced: readonly Voiced[];
  readonly mark: string;
  readonly drop: Drop;
}

/** Reads the entities. Where the rules read the same words as a thing of another type, the rules are believed. */
export function nameEntities(items: readonly unknown[], { sheet, places, voiced, mark, drop }: NamingOptions): Named {
  const register = openRegister(sheet);
  const entities = new Map<string, Resolved>();
  for (const item of items) {
    const { data: entity } = modelEntity.safeParse(item);
    if (entity === undefined || entities.has(entity.slug)) {
      drop('refused');
      continue;
    }
    const ranges = entity.names.flatMap((name) => rangesOf(name, places)).filter((range) => !isPronoun(sheet, range));
    if (ranges.length === 0) {
      drop('missing');
      continue;
    }
    const found = readEntity(entity, ranges, register, voiced, mark);
    if (found === null) drop('refused');
    else entities.set(entity.slug, found);
  }
  return { names: register.names, entityOf: (slug) => entities.get(slug) ?? null };
}

function rangesOf(name: ModelEntity['names'][number], places: Places): readonly Range[] {
  if (typeof name === 'string') return places.all(name);
  const range = places.find(name, null);
  return range === null ? [] : [range];
}

/** A pronoun names nobody by itself, and stands for somebody else in the next sentence. */
function isPronoun({ text }: Sheet, { start, end }: Range): boolean {
  return end - start < 8 && /^(he|she|it|they|we|i|you|who|him|her|them|us|me)$/i.test(text.slice(start, end));
}

function readEntity(
  { type, kind }: ModelEntity,
  ranges: readonly Range[],
  register: Register,
  voiced: readonly Voiced[],
  mark: string,
): Resolved | null {
  const { sheet, names } = register;
  const index = register.indexOf(ranges);
  const known = names[index];
  if (known !== undefined) {
    const slug = sheet.slugOf(known);
    register.put(
      index,
      known.type === type ? extended({ ...known, slug }, ranges, register, mark) : { ...known, slug },
    );
    return { type: known.type, name: known.name, slug: () => slug };
  }
  const unnamed = voiced.find(({ range }) => ranges.slice(0, MOST_COMPARED).some((one) => isSameName(one, range)));
  const [first = { start: 0, end: 0 }] = ranges;
  const words = sheet.text.slice(first.start, first.end);
  if (unnamed !== undefined) return { type: 'Group', name: words, slug: () => unnamed.agent };
  const mentions = ranges.filter((range) => isName(sheet.text, range) && !register.isWithin(range));
  const isNamed = type !== 'Group' && ranges.some((range) => isName(sheet.text, range));
  if (!isNamed && type === 'Place') return null;
  const name: FoundName = {
    // "The mayor" names nobody: it stands for somebody.
    type: isNamed ? type : 'Group',
    slug: sheet.cast.known.find((one) => one.type === type && one.names.includes(words))?.slug ?? null,
    name: asName(words),
    mentions: isNamed ? inOrder(mentions) : [],
    titles: [],
    gender: null,
    placeKind: type === 'Place' ? (kind ?? 'OTHER') : null,
    rule: mark,
  };
  register.put(names.length, name);
  return { type: name.type, name: name.name, slug: () => sheet.slugOf(name) };
}

const MOST_COMPARED = 50;

function asName(words: string): string {
  const bare = words.replace(/^(the|a|an|some) (?=\S)/i, '').replace(/\s+/g, ' ');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** The rules' name with the places that only the model has read. */
function extended(name: FoundName, ranges: readonly Range[], register: Register, mark: string): FoundName {
  const { text } = register.sheet;
  const more = name.type === 'Group' ? [] : ranges.filter((range) => isName(text, range) && register.isFree(range));
  const rule = name.rule.includes(mark) ? name.rule : `${name.rule}, ${mark}`;
  return { ...name, rule, mentions: inOrder([...name.mentions, ...more]) };
}

/** Whether the words may be a name: one of them has a capital letter, or the script has none. */
function isName(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end);
  return /[\p{Lu}\p{Lt}\p{Lo}]/u.test(words) && !/^[Tt]he \p{Ll}[^\p{Lu}]*$/u.test(words);
}

function inOrder(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((range, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= range.start);
}

/** The names of a text, while those of an answer are added. */
interface Register {
  readonly sheet: Sheet;
  readonly names: readonly FoundName[];
  /** The index of the name that has one of these ranges; -1 if there is none. */
  readonly indexOf: (ranges: readonly Range[]) => number;
  readonly put: (index: number, name: FoundName) => void;
  /** Whether no name has either end of the range. */
  readonly isFree: (range: Range) => boolean;
  /** Whether names have both ends of it: it is part of a longer name. */
  readonly isWithin: (range: Range) => boolean;
}

function openRegister(sheet: Sheet): Register {
  const names: FoundName[] = [];
  const taken = new Uint8Array(sheet.text.length);
  /** By the first and the last unit of each mention: comparing each with each would take too long. */
  const edges = new Map<number, { readonly index: number; readonly range: Range }>();
  const put = (index: number, name: FoundName) => {
    names[index] = name;
    for (const range of name.mentions) {
      taken.fill(1, range.start, range.end);
      for (const edge of [range.start, range.end - 1]) edges.set(edge, { index, range });
    }
  };
  for (const [index, name] of sheet.names.entries()) put(index, name);
  const indexAt = (range: Range) =>
    [range.start, range.end - 1].flatMap((edge) => {
      const found = edges.get(edge);
      return found !== undefined && isSameName(found.range, range) ? found.index : [];
    })[0];
  return {
    sheet,
    names,
    put,
    indexOf: (ranges) => ranges.map(indexAt).find((index) => index !== undefined) ?? -1,
    isFree: ({ start, end }) => taken[start] === 0 && taken[end - 1] === 0,
    isWithin: ({ start, end }) => taken[start] === 1 && taken[end - 1] === 1,
  };
}
