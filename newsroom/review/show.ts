/** Showing a proposal: its words in their sentences, and its fields. */
import { styleText } from 'node:util';
import { counted, listed, NAMED_TYPES, type Problem, printable, quoted } from '../../data/compile/index.ts';
import { pronounOf } from '../draft/pronoun.ts';
import { findParagraphs, findSentences, type Range } from '../draft/sentence.ts';
import { listOf, type MarkRole, type Proposal, type ProposalKind } from './proposal.ts';
import { fieldsOf } from './reference.ts';

export const KIND_NAMES: Readonly<Record<ProposalKind, readonly [one: string, several: string]>> = {
  Person: ['Person', 'people'],
  Organization: ['Organization', 'organizations'],
  Group: ['Group', 'groups'],
  Place: ['Place', 'places'],
  Mention: ['Mention', 'mentions'],
  Statement: ['Statement', 'statements'],
  Event: ['Event', 'events'],
  Fact: ['Fact', 'facts'],
  Byline: ['Byline', 'bylines'],
  Published: ['Date of publication', 'dates of publication'],
  Article: ['Article', 'articles'],
};

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'magenta' | 'blue';
export type Paint = (style: Style, text: string) => string;

/** A function that colours text, or leaves it as it is if there are no colours. */
export function painter(colours: boolean): Paint {
  return (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
}

const COLOURS: Readonly<Record<MarkRole, Style>> = {
  words: 'green',
  cue: 'yellow',
  speaker: 'cyan',
  addressee: 'magenta',
  date: 'blue',
};

/** The proposal as text, from its number to its fields. */
export function showProposal(
  proposal: Proposal,
  place: { readonly number: number; readonly total: number; readonly width: number },
  describe: (slug: string) => string,
  colours: boolean,
): string {
  const paint = painter(colours);
  const title = `${place.number} of ${place.total}  ${titleOf(proposal)}`;
  return [
    '',
    paint('bold', title),
    paint(
      'dim',
      `  proposed by the rule "${printable(inWords(proposal.rule))}", in ${printable(proposal.parts[0].file)}`,
    ),
    '',
    ...showContext(proposal, place.width, paint),
    ...showSentences(proposal, place.width, colours),
    ...showFields(proposal, describe, place.width, paint),
    '',
  ].join('\n');
}

/** The rule's name without its hyphens; words of the text that it quotes keep theirs. */
function inWords(rule: string): string {
  return rule.replace(/“.*?”|-/g, (found) => (found === '-' ? ' ' : found));
}

function titleOf({ kind, value, slug, marks }: Proposal): string {
  const [name] = KIND_NAMES[kind];
  const mentions = counted(marks.length, 'mention');
  if (NAMED_TYPES.some((type) => type === kind)) {
    return `${name}: ${printable(String(fieldsOf(value).name))}, ${mentions}`;
  }
  return kind === 'Mention' ? `${name} of ${printable(String(slug))}, ${counted(marks.length, 'place')}` : name;
}

/** The most sentences shown for one proposal. */
const SENTENCES_SHOWN = 3;

function showSentences({ text, marks }: Proposal, width: number, colours: boolean): string[] {
  if (text === null || marks.length === 0) return [];
  const sentences = findParagraphs(text.text)
    .flatMap((paragraph) => findSentences(text.text, paragraph))
    .filter(({ start, end }) => marks.some((mark) => mark.start < end && mark.end > start));
  const shown = sentences.slice(0, SENTENCES_SHOWN).map((sentence) => {
    return wrap(markSentence(text.text, sentence, marks, colours), width, '  ');
  });
  const more = sentences.length - shown.length;
  return [...shown, ...(more > 0 ? [`  … and ${counted(more, 'sentence')} more`] : []), ''];
}

/** The sentences right before words that name no speaker, such as "she", since they tell who is meant. */
function showContext({ text, marks, kind, value }: Proposal, width: number, paint: Paint): string[] {
  const first = marks.find(({ role }) => role === 'speaker');
  const speakers = kind === 'Statement' ? listOf(fieldsOf(value).speakers).map(fieldsOf) : [];
  if (text === null || first === undefined) return [];
  if (!speakers.some(({ agent, evidence }) => agent === undefined || isStandIn(plainWords(evidence)))) return [];
  const before = findParagraphs(text.text)
    .flatMap((paragraph) => findSentences(text.text, paragraph))
    .filter(({ end }) => end <= Math.min(first.start, ...marks.map(({ start }) => start)));
  return before
    .slice(-SENTENCES_BEFORE)
    .map(({ start, end }) => paint('dim', wrap(printable(text.text.slice(start, end)), width, '  ')));
}

const SENTENCES_BEFORE = 2;

/** Whether the words stand for a name: "she", "the mayor". */
function isStandIn(words: string): boolean {
  return pronounOf(words) !== null || /^([Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir) \P{Lu}+$/u.test(words);
}

/** The sentence with its marks; if marks overlap, the shortest is shown. */
function markSentence(text: string, { start, end }: Range, marks: Proposal['marks'], colours: boolean): string {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [start, end, ...inside.flatMap((mark) => [mark.start, mark.end])];
  const edges = [...new Set(cuts.filter((at) => at >= start && at <= end))].sort((a, b) => a - b);
  return edges
    .slice(0, -1)
    .map((from, index) => {
      const to = edges[index + 1] ?? end;
      const covering = inside.filter((mark) => mark.start <= from && mark.end >= to);
      const [shortest] = covering.sort((a, b) => a.end - a.start - (b.end - b.start));
      const words = printable(text.slice(from, to));
      if (shortest === undefined) return words;
      return colours
        ? eachWord(words, (word) => painter(true)(COLOURS[shortest.role], word))
        : words.replace(/\S(.*\S)?/, (inside) => `[${inside}]`);
    })
    .join('');
}

/** Paints each word separately, so that a line may break between two of them. */
function eachWord(words: string, paint: (word: string) => string): string {
  return words.replace(/\S+/g, paint);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a colour begins and ends.
const COLOUR = /\u001b\[\d+m/g;

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.replace(COLOUR, '').length + indent.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => indent + one).join(`\n`);
}

function showFields(proposal: Proposal, describe: (slug: string) => string, width: number, paint: Paint): string[] {
  const fields = fieldLines(proposal, describe);
  const longest = Math.max(0, ...fields.map(([name]) => name.length));
  return fields.map(([name, value, role]) => {
    const label = name.padEnd(longest);
    const indent = ' '.repeat(longest + 4);
    const shown = wrap(value, width, indent).trimStart();
    return `  ${paint(role === undefined ? 'dim' : COLOURS[role], label)}  ${shown}`;
  });
}

type FieldLine = readonly [name: string, value: string, role?: MarkRole | undefined];

function fieldLines({ value, names, slug, kind }: Proposal, describe: (slug: string) => string): FieldLine[] {
  const lines: FieldLine[] = [];
  if (slug !== null && kind !== 'Fact') lines.push(['slug', printable(slug)]);
  for (const [name, inner] of Object.entries(fieldsOf(value))) {
    if (!HIDDEN.has(name)) lines.push(...linesOf(name, inner, describe));
  }
  if (names !== null) lines.push(['names', (Array.isArray(names) ? names : [names]).map(words).join(', '), 'words']);
  return lines;
}

/** Fields that are shown elsewhere, as the slug or the names, or not at all. */
const HIDDEN: ReadonlySet<string> = new Set(['draft', 'statement', 'event', 'names']);

function linesOf(name: string, value: unknown, describe: (slug: string) => string): FieldLine[] {
  const role = ROLE_OF[name];
  if (Array.isArray(value) && PLURALS[name] !== undefined) {
    const one = PLURALS[name];
    return value.map((item): FieldLine => {
      const { agent, role: part, evidence, statement } = fieldsOf(item);
      if (statement !== undefined) return [one, `${describe(String(statement))} ${words(evidence)}`];
      if (one === 'speaker' && agent === undefined)
        return [one, `Who is ${words(evidence)}? "e" asks for the slug.`, one];
      if (agent === undefined) return [one, typeof item === 'string' ? describe(item) : words(item)];
      const said = evidence === undefined ? '' : ` ${words(evidence)}`;
      return [
        one,
        `${part === undefined ? '' : `${printable(String(part))}: `}${describe(String(agent))}${said}`,
        ROLE_OF[one],
      ];
    });
  }
  if (SLUGS.has(name) && typeof value === 'string') return [[name, describe(value)]];
  if (fieldsOf(value).edtf !== undefined) return dateLines(name, fieldsOf(value));
  if (QUOTES.has(name)) return [[name, words(value), role]];
  if (name === 'inferred') return dateLines('', { inferred: value }).slice(1);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([inner, one]) => linesOf(inner, one, describe));
  }
  return [
    [name, Array.isArray(value) ? value.map((one) => printable(scalar(one))).join(', ') : printable(scalar(value))],
  ];
}

const PLURALS: Readonly<Record<string, string>> = {
  speakers: 'speaker',
  addressees: 'addressee',
  participants: 'participant',
  places: 'place',
  about: 'about',
  denies: 'denies',
  repeats: 'repeats',
  corrects: 'corrects',
  retracts: 'retracts',
  answers: 'answers',
};
const ROLE_OF: Readonly<Record<string, MarkRole>> = {
  content: 'words',
  evidence: 'words',
  words: 'words',
  cue: 'cue',
  speaker: 'speaker',
  addressee: 'addressee',
};
const SLUGS: ReadonlySet<string> = new Set(['person', 'organization', 'publisher', 'relative', 'containedIn', 'of']);
const QUOTES: ReadonlySet<string> = new Set(['content', 'evidence', 'words', 'cue']);

function dateLines(name: string, { edtf, words: said, inferred }: Record<string | number, unknown>): FieldLine[] {
  const basis = (Array.isArray(inferred) ? inferred : []).map((one): FieldLine => {
    const { part, basis: why } = fieldsOf(one);
    return ['', `${printable(String(part).toLowerCase())} inferred: ${printable(String(why))}`];
  });
  return [[name, `${printable(String(edtf))}${said === undefined ? '' : ` ${words(said)}`}`, 'date'], ...basis];
}

function words(value: unknown): string {
  return Array.isArray(value) ? value.map(words).join(' … ') : quoted(plainWords(value), 300);
}

function plainWords(anchor: unknown): string {
  return String(fieldsOf(anchor).quote ?? anchor);
}

function scalar(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The problems in a few lines each, without their places: the proposal is on the screen. */
export function showProblems(problems: readonly Problem[], paint: Paint): string {
  const shown = problems.map(({ says, expected, fix }) =>
    [
      `  ${paint('red', listed(says).join('\n'))}`,
      ...(expected === null ? [] : [`  Expected: ${printable(expected)}`]),
      `  Fix: ${printable(fix)}`,
    ].join('\n'),
  );
  return [...new Set(shown)].join('\n');
}
