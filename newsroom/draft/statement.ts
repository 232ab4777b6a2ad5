/** Statements of a draft: the speech of a text, as an editor would write it. */
import { type Annotation, type AuthoredStatement, readEdtf } from '../../data/compile/index.ts';
import type { CastType } from './cast.ts';
import { isNoun, isSubordinator, isVerb } from './grammar.ts';
import type { FoundName } from './name/find.ts';
import { surnameOf } from './name/person-name.ts';
import { isTitleAlone } from './name/title-word.ts';
import { fold } from './name/word.ts';
import { headOf, kindOfNoun } from './noun.ts';
import { meantBy, type Referent, type Scene, tokensIn } from './referent.ts';
import type { Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, sentenceAt, within } from './sheet.ts';
import type { Reference, Speakers } from './speaker.ts';
import type { Speech } from './speech.ts';
import type { Sentence, Token } from './token.ts';

/** A statement as an editor would write it; without an agent where the editor has to say who speaks. */
export type ProposedStatement = Omit<AuthoredStatement, 'speakers'> & {
  readonly speakers: readonly ProposedSpeaker[];
};
type ProposedSpeaker = Omit<AuthoredStatement['speakers'][number], 'agent'> & { readonly agent?: string };

/** The annotation of a draft. */
export type ProposedAnnotation = Omit<Annotation, 'statements'> & {
  readonly statements?: readonly ProposedStatement[];
};

/** A statement of the draft, and the places of its words. */
export interface DraftStatement {
  readonly authored: ProposedStatement & { readonly statement: string };
  readonly speech: Speech;
}

/** The statements of the text, in its order. */
export function draftStatements(sheet: Sheet, { scene, speakerOf }: Speakers): DraftStatement[] {
  const agentOf = openAgents(sheet, scene);
  return sheet.speech.flatMap((found) => {
    const content = found.content.map((range) => trimMarks(sheet.text, range)).filter(({ start, end }) => start < end);
    if (content.length === 0) return [];
    return proposing(() => draftStatement({ ...found, content }, found.sources.map(speakerOf), sheet, scene, agentOf));
  });
}

type AgentOf = (referent: Referent) => string;

function draftStatement(
  speech: Speech,
  references: readonly Reference[],
  sheet: Sheet,
  scene: Scene,
  agentOf: AgentOf,
): DraftStatement {
  const evidence = speech.sources.map((source) => sheet.anchor(trimMarks(sheet.text, source)));
  const speakers = references.flatMap(({ referents }, index): ProposedSpeaker[] => {
    const own = { evidence: evidence[index] ?? '' };
    return referents.length === 0 ? [own] : referents.map((referent) => ({ agent: agentOf(referent), ...own }));
  });
  const content = speech.content.map(sheet.anchor);
  const [first] = content;
  const [name = ''] = references.flatMap(({ referents }) => referents.map((one) => nameOf(one, sheet.text)));
  const authored = {
    statement: sheet.cast.takeSlug(`${surname(name)} ${firstWords(speech, sheet.text)}`),
    kind: kindOf(speech, sheet.text),
    content: first !== undefined && content.length === 1 ? first : content,
    ...(speech.cue !== null && { cue: sheet.anchor(speech.cue) }),
    speakers,
    ...addressed(speech, sheet, scene, agentOf),
    ...dated(speech, sheet),
    ...about(speech, sheet, speakers),
    draft: [speech.rule, ...new Set(references.flatMap((one) => ruleOf(one, sheet.text)))].join(', '),
  };
  return { authored, speech };
}

/** How the speaker was found, if not by a name: for a pronoun, with the words that it stands for. */
function ruleOf({ rule, antecedent }: Reference, text: string): string[] {
  if (rule === 'named') return [];
  return [antecedent === null ? rule : `${rule} for “${text.slice(antecedent.start, antecedent.end)}”`];
}

/** The range without the comma that joins a quotation to its cue. */
function trimMarks(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (to > from && /[\s,;:]/.test(text[to - 1] ?? '')) to--;
  while (from < to && /[\s,;:]/.test(text[from] ?? '')) from++;
  return { start: from, end: to };
}

/** Gives the slug of whoever is meant; the same words for unnamed people are the same group. */
function openAgents(sheet: Sheet, scene: Scene): AgentOf {
  const unnamed = new Map<number, string>();
  return (referent) => {
    if ('name' in referent) {
      const { name } = referent;
      // A place cannot speak: "South Korea says" means its state.
      return name.type === 'Place' ? sheet.cast.stateOf(name.name) : sheet.slugOf(name);
    }
    const { start, end } = referent.unnamed;
    const slug =
      unnamed.get(start) ?? introduce(sheet.text.slice(start, end), tokensIn(referent.unnamed, scene), sheet);
    unnamed.set(start, slug);
    return slug;
  };
}

function introduce(words: string, tokens: readonly Token[], { cast, text }: Sheet): string {
  const head = headOf(tokens);
  // "Residents of Larkford" is no name, though each of its words has a capital.
  const isOrdinary = head !== null && kindOfNoun({ ...head, tag: 'NOUN' }) !== null;
  const [type, name] = [isOrdinary ? 'Group' : typeOf(words, text), asName(words)];
  if (type === 'Group' && isGeneral(tokens)) return cast.peopleCalled(name);
  return cast.introduce(type, name, 'speaks-or-listens');
}

/** "Police", "Residents of Larkford": not "the residents", "three residents" or "a resident", who are this article's. */
function isGeneral(tokens: readonly Token[]): boolean {
  const head = headOf(tokens);
  return (
    head !== null && kindOfNoun(head) === 'people' && tokens.every(({ tag }) => !/^(DET|PRON|NUM|VERB)$/.test(tag))
  );
}

/** The type of a speaker that is not a known name: capitalized words are a person, or a body if long or after "the". */
function typeOf(words: string, text: string): CastType {
  // A single word may have its capital only because it begins a sentence.
  const isName = NAME.test(words) && (words.includes(' ') || new RegExp(`[\\p{Ll},] ${words}\\b`, 'u').test(text));
  if (!isName || isTitleAlone(words)) return 'Group';
  return /^the /i.test(words) || words.split(' ').length > 3 ? 'Organization' : 'Person';
}

const NAME = /^(?:[Tt]he )?\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:of |for |and |the |de |al-)*\p{Lu}[\p{L}\p{M}'’.-]*)*$/u;

/** The words as a name: "the experts" becomes "Experts". */
function asName(words: string): string {
  const bare = words
    .replace(/^(the|a|an|some|several|many)\s+(?=\S)/i, '')
    // "critics who say": the evidence has the pronoun, the name does not.
    .replace(/,?\s+(who|which|that)$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function nameOf(referent: Referent, text: string): string {
  return 'name' in referent ? referent.name.name : asName(text.slice(referent.unnamed.start, referent.unnamed.end));
}

function surname(name: string): string {
  return surnameOf(name.split(/\s+/).map((word) => fold(word).replace(/[.,]/g, '')));
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
  scene: Scene,
  agentOf: AgentOf,
): Pick<AuthoredStatement, 'addressees'> {
  const referent = addressee === null ? null : meantBy(addressee, scene).referent;
  if (addressee === null || referent === null) return {};
  return { addressees: [{ agent: agentOf(referent), evidence: sheet.anchor(addressee) }] };
}

/** The date of the statement: one that says when it was said, which is not after the article was published. */
function dated(speech: Speech, sheet: Sheet): Pick<AuthoredStatement, 'date'> {
  const sentence = sentenceAt(sheet, speech.sources[0].start);
  if (sentence === null) return {};
  const date = sheet.dates.find(
    (one) =>
      within(one, sentence) &&
      !speech.content.some((range) => overlaps(one, range)) &&
      tellsWhen(one, speech, sentence) &&
      !isAfter(one.edtf, sheet.published),
  );
  return date === undefined ? {} : { date: authorDate(date, sheet) };
}

/** Whether the date belongs to the verb of saying: not to a clause, an apposition or a noun, "mayor since 2019". */
function tellsWhen(date: Range, { sources, cue, addressee }: Speech, { tokens }: Sentence): boolean {
  const parts = [...sources, ...(cue === null ? [] : [cue]), ...(addressee === null ? [] : [addressee])];
  const before = parts.filter(({ end }) => end <= date.start).map(({ end }) => end);
  const between = (start: number, end: number) => tokens.filter((one) => one.start >= start && one.end <= end);
  if (before.length > 0) {
    const words = between(Math.max(...before), date.start);
    return !words.some((one) => isVerb(one) || isSubordinator(one) || one.text === ',' || BINDING.test(one.lower));
  }
  // "On Monday, Lee said", and not "Born in 1956, Lee said".
  const comma = tokens.findLast(({ text, end }) => text === ',' && end <= date.start)?.end ?? 0;
  const after = between(date.end, Math.min(...parts.map(({ start }) => start)));
  return (
    !between(comma, date.start).some((one) => isVerb(one) || isNoun(one) || BINDING.test(one.lower)) &&
    !after.some((one) => isVerb(one) || isSubordinator(one))
  );
}

/** Words between a verb of saying and a date that bind the date to something else. */
const BINDING = /^(since|until|till|from|by|of|for|about|over|before|between|through|as)$/;

function isAfter(edtf: string, published: string | null): boolean {
  const [said, printed] = [readEdtf(edtf), readEdtf(published ?? '')];
  return !('says' in said) && !('says' in printed) && (said.earliest ?? '') > (printed.latest ?? '9999');
}

const MOST_SUBJECTS = 12;

/** The agents and places that the content names. */
function about(
  { content }: Speech,
  sheet: Sheet,
  speakers: readonly ProposedSpeaker[],
): Pick<AuthoredStatement, 'about'> {
  const named = sheet.names.filter(({ mentions }: FoundName) =>
    mentions.some((mention) => content.some((range) => within(mention, range))),
  );
  const slugs = named.map(sheet.slugOf).filter((slug) => !speakers.some(({ agent }) => agent === slug));
  return slugs.length === 0 ? {} : { about: slugs.slice(0, MOST_SUBJECTS) };
}
