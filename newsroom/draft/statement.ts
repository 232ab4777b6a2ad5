/** Statements of a draft: the speech of a text, as an editor would write it. */
import type { AuthoredStatement } from '../../data/compile/index.ts';
import type { CastType } from './cast.ts';
import type { FoundName } from './name/find.ts';
import type { Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, sentenceAt, within } from './sheet.ts';
import { openSpeakers, type Reference, type Referent, resolve } from './speaker.ts';
import type { Speech } from './speech.ts';

/** A statement of the draft, and the places of its words. */
export interface DraftStatement {
  readonly authored: AuthoredStatement & { readonly statement: string };
  readonly speech: Speech;
}

/** The statements of the text, in its order. */
export function draftStatements(sheet: Sheet): DraftStatement[] {
  const speakerOf = openSpeakers(sheet.text, sheet.names);
  const unnamed = new Map<string, string>();
  return sheet.speech.flatMap((found) => {
    const content = found.content.map((range) => trimMarks(sheet.text, range)).filter(({ start, end }) => start < end);
    const references = found.sources.map(speakerOf);
    if (content.length === 0) return [];
    return proposing(() => draftStatement({ ...found, content }, references, sheet, unnamed));
  });
}

function draftStatement(
  speech: Speech,
  references: readonly Reference[],
  sheet: Sheet,
  unnamed: Map<string, string>,
): DraftStatement {
  const speakers = references.map(({ referent }, index) => ({
    agent: agentOf(referent, sheet, unnamed),
    evidence: sheet.anchor(trimMarks(sheet.text, speech.sources[index] ?? speech.sources[0])),
  }));
  const name = references.map(({ referent }) => nameOf(referent)).at(-1) ?? '';
  const content = speech.content.map(sheet.anchor);
  const [first] = content;
  const authored = {
    statement: sheet.cast.takeSlug(`${lastWord(name)} ${firstWords(speech, sheet.text)}`),
    kind: kindOf(speech, sheet.text),
    content: first !== undefined && content.length === 1 ? first : content,
    ...(speech.cue !== null && { cue: sheet.anchor(speech.cue) }),
    speakers,
    ...addressed(speech, sheet, unnamed),
    ...dated(speech, sheet),
    ...about(speech, sheet, speakers),
    draft: [speech.rule, ...new Set(references.map(({ rule }) => rule))].filter((rule) => rule !== 'named').join(', '),
  };
  return { authored, speech };
}

/** The range without the comma that joins a quotation to its cue. */
function trimMarks(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (to > from && /[\s,;:]/.test(text[to - 1] ?? '')) to--;
  while (from < to && /[\s,;:]/.test(text[from] ?? '')) from++;
  return { start: from, end: to };
}

function agentOf(referent: Referent, sheet: Sheet, unnamed: Map<string, string>): string {
  if ('name' in referent) {
    const { name } = referent;
    // A place cannot speak: "South Korea says" means its state.
    return name.type === 'Place' ? sheet.cast.stateOf(name.name) : sheet.slugOf(name);
  }
  const name = asName(referent.unnamed);
  const known = unnamed.get(name.toLowerCase());
  if (known !== undefined) return known;
  const slug = sheet.cast.introduce(typeOf(referent.unnamed, sheet.text), name, 'speaks-or-listens');
  unnamed.set(name.toLowerCase(), slug);
  return slug;
}

/** The type of a speaker that is not a known name: capitalized words are a person, or a body if long or after "the". */
function typeOf(words: string, text: string): CastType {
  // A single word may have its capital only because it begins a sentence.
  const isName = NAME.test(words) && (words.includes(' ') || new RegExp(`[\\p{Ll},] ${words}\\b`, 'u').test(text));
  if (!isName) return 'Group';
  return /^the /i.test(words) || words.split(' ').length > 3 ? 'Organization' : 'Person';
}

const NAME = /^(?:[Tt]he )?\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:of |for |and |the |de |al-)*\p{Lu}[\p{L}\p{M}'’.-]*)*$/u;

/** The words as a name: "the experts" becomes "Experts". */
function asName(words: string): string {
  const bare = words
    .replace(/^(the|a|an|some|several|many)\s+(?=\S)/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function nameOf(referent: Referent): string {
  return 'name' in referent ? referent.name.name : asName(referent.unnamed);
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

const WORDS_OF_SLUG = 6;

function firstWords({ content: [first] }: Speech, text: string): string {
  const words = (text.slice(first?.start, first?.end).match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).slice(0, WORDS_OF_SLUG);
  // A slug that ends in the middle of a phrase reads badly.
  while (
    words.length > 3 &&
    /^(a|an|the|in|on|at|of|to|for|and|or|that|is|are|was|were|by|with|from|as|his|her|their|its)$/i.test(
      words.at(-1) ?? '',
    )
  ) {
    words.pop();
  }
  return words.join(' ');
}

function kindOf({ kind, cue }: Speech, text: string): AuthoredStatement['kind'] {
  const words = cue === null ? '' : text.slice(cue.start, cue.end);
  if (kind !== 'INDIRECT') return kind;
  if (/\bannounc/i.test(words)) return 'ANNOUNCEMENT';
  return /\bden(y|ied|ies)/i.test(words) ? 'DENIAL' : 'INDIRECT';
}

function addressed(
  { addressee }: Speech,
  sheet: Sheet,
  unnamed: Map<string, string>,
): Pick<AuthoredStatement, 'addressees'> {
  if (addressee === null) return {};
  const words = sheet.text.slice(addressee.start, addressee.end);
  if (/^(him|her|them|us|me|you|it)$/i.test(words)) return {};
  const { referent } = resolve(sheet.text, sheet.names, addressee, null);
  return { addressees: [{ agent: agentOf(referent, sheet, unnamed), evidence: sheet.anchor(addressee) }] };
}

/** The date of the statement: a date in the sentence of the cue that is not part of the content. */
function dated({ sources: [source], content }: Speech, sheet: Sheet): Pick<AuthoredStatement, 'date'> {
  const sentence = sentenceAt(sheet, source.start);
  if (sentence === null) return {};
  const date = sheet.dates.find((one) => within(one, sentence) && !content.some((range) => overlaps(one, range)));
  return date === undefined ? {} : { date: authorDate(date, sheet) };
}

const MOST_SUBJECTS = 12;

/** The agents and places that the content names. */
function about(
  { content }: Speech,
  sheet: Sheet,
  speakers: AuthoredStatement['speakers'],
): Pick<AuthoredStatement, 'about'> {
  const named = sheet.names.filter(({ mentions }: FoundName) =>
    mentions.some((mention) => content.some((range) => within(mention, range))),
  );
  const slugs = named.map(sheet.slugOf).filter((slug) => !speakers.some(({ agent }) => agent === slug));
  return slugs.length === 0 ? {} : { about: slugs.slice(0, MOST_SUBJECTS) };
}
