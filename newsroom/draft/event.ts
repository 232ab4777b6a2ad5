/** Events of a draft: candidates for what an editor would call an event, never more sure than the sentence. */

import type { AuthoredEvent, EventKind } from '../../data/compile/index.ts';
import type { FoundDate } from './date/find.ts';
import { kindOfEvent } from './event-kind.ts';
import type { FoundName } from './name/find.ts';
import type { Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, within } from './sheet.ts';
import type { DraftStatement } from './statement.ts';
import type { Sentence } from './token.ts';

/** The candidates of the text, in its order; `dated` are the dates that say when something else was. */
export function draftEvents(
  sheet: Sheet,
  statements: readonly DraftStatement[],
  dated: ReadonlySet<number>,
): AuthoredEvent[] {
  return sheet.sentences.flatMap((sentence, index) => {
    if (sentence.paragraph === 0 || (sheet.dateline !== null && overlaps(sentence, sheet.dateline))) return [];
    const dates = sheet.dates.filter((date) => within(date, sentence) && !dated.has(date.start));
    const kind = kindOfEvent(withoutQuotations(sentence));
    const named = sheet.names.filter(({ mentions }) => mentions.some((mention) => within(mention, sentence)));
    if (isNoReport(sheet.text.slice(sentence.start, sentence.end))) return [];
    if (kind === null && dates.length === 0) return [];
    if (dates.length === 0 && named.length === 0) return [];
    const whens = dates.length === 0 ? [null] : dates;
    return whens.flatMap((date, number) => {
      const ground = groundOf(sheet, sentence, index, date, statements);
      return ground === null ? [] : proposing(() => draftEvent(sheet, number === 0 ? kind : null, date, ground));
    });
  });
}

/**
 * A question, what was not, what would be, and what a colon or "per" gives to somebody: none of it tells in the article's
 * own voice of something that happened.
 */
function isNoReport(sentence: string): boolean {
  return (
    /[?]["”’]?$/.test(sentence) ||
    /\b(no one|nobody|none|never|neither)\b|\bif\b|\bunless\b|\bwould\b|\bin the (film|novel|play|book|series)\b|, per /i.test(
      sentence,
    ) ||
    /^[^:.“"]{1,60}: /.test(sentence)
  );
}

/** What an event rests on: the words, and whose they are. */
interface Ground extends Pick<AuthoredEvent, 'attributedTo' | 'voice'> {
  readonly words: Range;
  readonly telling: DraftStatement['authored'] | null;
}

/**
 * The sentence, or what a statement says in it. Behind a sentence that gives its words to somebody, one without a new cue
 * may still be theirs.
 */
function groundOf(
  sheet: Sheet,
  sentence: Sentence,
  index: number,
  date: FoundDate | null,
  statements: readonly DraftStatement[],
): Ground | null {
  const inside = statements.filter(({ speech }) => speech.content.some((range) => overlaps(range, sentence)));
  const telling =
    date === null ? inside[0] : inside.find(({ speech }) => speech.content.some((range) => within(date, range)));
  const content = telling?.speech.content.find((range) =>
    date === null ? overlaps(range, sentence) : within(date, range),
  );
  if (telling !== undefined && content !== undefined) {
    if (telling.speech.kind === 'DIRECT_QUOTE' && date === null) return null;
    const words = within(content, sentence)
      ? content
      : { start: Math.max(content.start, sentence.start), end: Math.min(content.end, sentence.end) };
    return { words, telling: telling.authored, attributedTo: telling.authored.statement };
  }
  // A cue without words of an event in them: the sentence tells no more than that something was said.
  if (inside.length > 0 && date === null) return null;
  const last = inside.length > 0 ? null : lastBefore(sheet, index, statements);
  const isCarried = last !== null && last.authored.kind !== 'DIRECT_QUOTE';
  return isCarried
    ? { words: sentence, telling: last.authored, attributedTo: last.authored.statement, voice: 'CARRIED_OVER' }
    : { words: sentence, telling: null };
}

/** The statement that was made last in the paragraph of a sentence, before it. */
function lastBefore({ sentences }: Sheet, index: number, statements: readonly DraftStatement[]): DraftStatement | null {
  const sentence = sentences[index];
  const first = sentences.find(({ paragraph }) => paragraph === sentence?.paragraph);
  if (sentence === undefined || first === undefined) return null;
  return (
    statements.findLast(({ speech: { source } }) => source.start >= first.start && source.end <= sentence.start) ?? null
  );
}

function draftEvent(
  sheet: Sheet,
  kind: EventKind | null,
  date: FoundDate | null,
  { words, telling, ...attribution }: Ground,
): AuthoredEvent {
  const named = sheet.names.filter(({ mentions }) => mentions.some((mention) => within(mention, words)));
  const places = named.filter(
    ({ type, mentions }) =>
      type === 'Place' && mentions.some((mention) => within(mention, words) && isLocated(sheet.text, mention)),
  );
  const agents = named
    .filter(
      ({ type, mentions }) =>
        type === 'Person' && mentions.some((one) => within(one, words) && isActor(sheet.text, one)),
    )
    .slice(0, MOST_PARTICIPANTS);
  const isHedged = /\b(alleged(ly)?|reported(ly)?|suspected|claimed|purported(ly)?)\b/i.test(
    sheet.text.slice(words.start, words.end),
  );
  const name = nameOf(kind, agents, places, sheet, words);
  const shown = isHedged || (telling !== null && telling.kind !== 'ANNOUNCEMENT') ? `Alleged: ${name}` : name;
  const time = sheet.times.find((one) => within(one, words));
  return {
    event: sheet.cast.takeSlug(name),
    name: shown,
    kind: kind ?? 'OTHER',
    ...(date !== null && { date: authorDate(date, sheet) }),
    ...(time !== undefined && {
      time: {
        words: sheet.anchor(time),
        ...(time.clock !== null && { clock: time.clock }),
        ...(time.approximate && { approximate: true }),
      },
    }),
    ...(places.length > 0 && { places: places.map(sheet.slugOf) }),
    ...(agents.length > 0 && { participants: agents.map((agent) => participant(agent, words, sheet)) }),
    evidence: sheet.anchor(words),
    ...attribution,
    ...(isHedged && { certainty: 'POSSIBLE' as const }),
    draft: kind === null ? 'dated-sentence' : 'event-word',
  };
}

const MOST_PARTICIPANTS = 6;

function participant(agent: FoundName, words: Range, sheet: Sheet) {
  const mention = agent.mentions.find((one) => within(one, words)) ?? words;
  return { agent: sheet.slugOf(agent), role: 'PARTICIPANT' as const, evidence: sheet.anchor(mention) };
}

/** Not "the wife of Max Stone" nor "Ann Lee's statement": there it is somebody or something else. */
function isActor(text: string, { start, end }: Range): boolean {
  return !/\bof $/.test(text.slice(Math.max(0, start - 4), start)) && !/^['’]s?\b/.test(text.slice(end, end + 3));
}

/** "in Baku", "to Yekaterinburg": not "Azerbaijan's Ministry". */
function isLocated(text: string, { start, end }: Range): boolean {
  return (
    /\b(in|at|near|to|from|outside|across|inside|of)\s+(the\s+)?$/i.test(text.slice(Math.max(0, start - 16), start)) &&
    !/^['’]s\b/.test(text.slice(end, end + 3))
  );
}

function withoutQuotations({ tokens }: Sentence): string[] {
  return tokens.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
}

const LONGEST_NAME = 90;

/** A neutral name out of what is certain: kind, people and place; else the first words of the sentence. */
function nameOf(
  kind: EventKind | null,
  agents: readonly FoundName[],
  places: readonly FoundName[],
  sheet: Sheet,
  words: Range,
): string {
  const noun = kind === null ? undefined : NOUNS[kind];
  const who = agents
    .slice(0, 2)
    .map(({ name }) => name)
    .join(' and ');
  const where = places[0] === undefined ? '' : ` in ${places[0].name}`;
  if (noun === undefined || (who === '' && where === '')) return shorten(sheet.text.slice(words.start, words.end));
  return `${noun}${who === '' ? '' : `: ${who}`}${where}`;
}

function shorten(words: string): string {
  // Enough for a name: a paragraph may be one sentence, and have an event for each of its dates.
  const line = words
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]$/, '');
  if (line.length <= LONGEST_NAME) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST_NAME)).toWellFormed()} …`;
}

const NOUNS: Partial<Record<EventKind, string>> = {
  ACCIDENT: 'Accident',
  CANCELLATION: 'Cancellation',
  CONVERSATION: 'Conversation',
  CRIME: 'Crime',
  CULTURAL: 'Cultural event',
  DEATH: 'Death',
  DECISION: 'Decision',
  DETENTION: 'Detention',
  DISASTER: 'Disaster',
  ELECTION: 'Election',
  EXAMINATION: 'Examination',
  FIRE: 'Fire',
  INTERVIEW: 'Interview',
  MEETING: 'Meeting',
  OPERATION: 'Operation',
  PROTEST: 'Protest',
  TRANSPORT: 'Transport',
  VIOLENCE: 'Violence',
};
