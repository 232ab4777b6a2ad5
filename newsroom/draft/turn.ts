/** Turns: what somebody says where no verb says so: the answers of an interview, the lines of a transcript, posts. */
import { findBylines } from './byline.ts';
import type { FoundName } from './name/find.ts';
import { findParagraphs, type Range } from './sentence.ts';
import type { Speech } from './speech.ts';

/** The speech of a text with its turns and posts, in its order. Whatever else is found within one is part of it. */
export function withTurns(speech: readonly Speech[], text: string, names: readonly FoundName[]): Speech[] {
  const turns = [...findTurns(text, names), ...findPosts(text)];
  if (turns.length === 0) return [...speech];
  const lines = new Set(turns.flatMap(({ content }) => content.map(({ start }) => text.lastIndexOf('\n', start))));
  const others = speech.filter(({ content }) => !content.some(({ start }) => lines.has(text.lastIndexOf('\n', start))));
  return [...others, ...turns].sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ content }: Speech): number {
  return content[0]?.start ?? 0;
}

/** A paragraph that begins with who speaks. */
interface Turn {
  /** The words that name the speaker: null for whoever asks. */
  readonly source: Range | null;
  readonly content: Range[];
  readonly label: string;
}

/** The turns of an interview or a transcript: of people whom the text names before a colon, or of "A" after "Q". */
function findTurns(text: string, names: readonly FoundName[]): Speech[] {
  const paragraphs = findParagraphs(text);
  const labels = paragraphs.map(({ start, end }) =>
    LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL))),
  );
  const first = labels.findIndex((label) => label !== null && /^q/i.test(label[1] ?? ''));
  const answers = first === -1 ? null : interviewee(text, names, paragraphs[first]?.start ?? 0);
  const people = namesByEnd(names);
  const turns: Turn[] = [];
  // A few paragraphs without a label belong to the turn before if another turn follows; more are the article's own.
  let waiting: Range[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const [whole = '', label = ''] = labels[index] ?? [];
    const source = sourceOf(label, { start: paragraph.start, end: paragraph.start + label.length }, people, answers);
    if (source === undefined) {
      waiting.push(paragraph);
      continue;
    }
    if (waiting.length <= MOST_CONTINUING) turns.at(-1)?.content.push(...waiting);
    waiting = [];
    turns.push({ source, label, content: [{ start: paragraph.start + whole.length, end: paragraph.end }] });
  }
  // A list such as "Lee: the quay" has each name once.
  const speakers = new Set(turns.map(({ label }) => label.split(' ').at(-1)));
  if (turns.length === speakers.size) return [];
  return turns.flatMap(({ source, content }) => (source === null ? [] : [speechOf(content, source, 'turn')]));
}

const MOST_CONTINUING = 3;
const LONGEST_LABEL = 80;
const LABEL = /^(Q(?:uestion)?|A(?:nswer)?|\p{Lu}[\p{L}\p{M}.’' -]{1,40}?)(?: \([^()]{1,30}\))?(?::|(?<=^[QA])\.) /u;

/** The words that name who speaks; null for whoever asks, undefined if the label names nobody. */
function sourceOf(
  label: string,
  range: Range,
  people: ReadonlyMap<number, number>,
  answers: Range | null,
): Range | null | undefined {
  if (answers !== null && /^q/i.test(label)) return null;
  if (answers !== null && /^a(?:nswer)?$/i.test(label)) return answers;
  return label !== '' && (people.get(range.end) ?? -1) >= range.start ? range : undefined;
}

/** The start of each mention of a person, by its end. */
function namesByEnd(names: readonly FoundName[]): Map<number, number> {
  const people = names.filter(({ type }) => type === 'Person');
  return new Map(people.flatMap(({ mentions }) => mentions.map(({ start, end }) => [end, start] as const)));
}

/** The only person, apart from the authors, whom the text names before its first question. */
function interviewee(text: string, names: readonly FoundName[], before: number): Range | null {
  const authors = findBylines(text).map(({ words }) => words);
  const people = names.flatMap(({ type, mentions }) => {
    const own = mentions.filter(({ start }) => !authors.some((words) => start >= words.start && start < words.end));
    const last = own.findLast(({ end }) => end <= before);
    return type !== 'Person' || last === undefined ? [] : [last];
  });
  return people.length === 1 ? (people[0] ?? null) : null;
}

/** Posts as they are quoted from a network: their words, then "— Ann Lee (@annlee) March 3, 2026". */
function findPosts(text: string): Speech[] {
  const paragraphs = findParagraphs(text);
  return paragraphs.flatMap((paragraph, index) => {
    const line = text.slice(paragraph.start, paragraph.end);
    const found = SIGNATURE.exec(line.slice(-LONGEST_SIGNATURE));
    if (found === null) return [];
    const at = paragraph.start + Math.max(0, line.length - LONGEST_SIGNATURE) + found.index;
    const start = at + found[0].indexOf(found[1] ?? '');
    const before = at > paragraph.start ? { start: paragraph.start, end: at } : paragraphs[index - 1];
    // The headline is not a post.
    if (before === undefined || (index === 1 && before.start !== paragraph.start)) return [];
    return [speechOf([withoutMarks(text, before)], { start, end: start + (found[1] ?? '').length }, 'post')];
  });
}

const LONGEST_SIGNATURE = 160;
const SIGNATURE = /(?:^|(?<=\s))(?:--|[—–-]) ?(\p{Lu}[^()@\n]{1,50}) \(@\w{1,30}\)[^@\n]{0,40}$/u;

/** The words without space and quotation marks around them. */
function withoutMarks(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const [opening = ''] = /^["“”«]?\s*/.exec(words) ?? [];
  const [closing = ''] = /\s*["“”»]?\s*$/.exec(words.slice(-5)) ?? [];
  return { start: start + opening.length, end: end - closing.length };
}

function speechOf(content: readonly Range[], source: Range, rule: string): Speech {
  return { content, cue: null, sources: [source], addressee: null, kind: 'DIRECT_QUOTE', rule };
}
