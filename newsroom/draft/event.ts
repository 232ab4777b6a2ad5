/** Events of a draft: candidates for events, never more certain than their sentence. */

import type { AuthoredEvent, EventKind } from '../../data/compile/index.ts';
import type { FoundDate } from './date/find.ts';
import { kindOfEvent } from './event-kind.ts';
import type { FoundName } from './name/find.ts';
import type { Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, within } from './sheet.ts';
import type { DraftStatement } from './statement.ts';
import type { Sentence } from './token.ts';

/** The candidates of the text, in its order; `dated` has the places of dates that belong to something else. */
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
    if (isNotReport(sheet.text.slice(sentence.start, sentence.end))) return [];
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
 * Whether the sentence does not report something that happened in the article's own voice: a question, a negation, a
 * hypothesis, or words that a colon or "per" attributes to somebody.
 */
function isNotReport(sentence: string): boolean {
  return (
    /[?]["”’]?$/.test(sentence) ||
    /\b(no one|nobody|none|never|neither)\b|\bif\b|\bunless\b|\bwould\b|\bin the (film|novel|play|book|series)\b|, per /i.test(
      sentence,
    ) ||
    /^[^:.“"]{1,60}: /.test(sentence)
  );
}

/** The basis of an event: the words, and their source. */
interface Ground extends Pick<AuthoredEvent, 'attributedTo' | 'voice'> {
  readonly words: Range;
  readonly statement: DraftStatement['authored'] | null;
}

/**
 * The sentence, or the content of a statement in it. After a sentence attributed to somebody, one without a new cue may
 * still be attributed to them.
 */
function groundOf(
  sheet: Sheet,
  sentence: Sentence,
  index: number,
  date: FoundDate | null,
  statements: readonly DraftStatement[],
): Ground | null {
  const inside = statements.filter(({ speech }) => speech.content.some((range) => overlaps(range, sentence)));
  const statement =
    date === null ? inside[0] : inside.find(({ speech }) => speech.content.some((range) => within(date, range)));
  const content = statement?.speech.content.find((range) =>
    date === null ? overlaps(range, sentence) : within(date, range),
  );
  if (statement !== undefined && content !== undefined) {
    if (statement.speech.kind === 'DIRECT_QUOTE' && date === null) return null;
    const words = within(content, sentence)
      ? content
      : { start: Math.max(content.start, sentence.start), end: Math.min(content.end, sentence.end) };
    return { words, statement: statement.authored, attributedTo: statement.authored.statement };
  }
  // The sentence has a statement, but no date in it: it only reports that something was said.
  if (inside.length > 0 && date === null) return null;
  const last = inside.length > 0 ? null : lastBefore(sheet, index, statements);
  const isCarried = last !== null && last.authored.kind !== 'DIRECT_QUOTE';
  return isCarried
    ? { words: sentence, statement: last.authored, attributedTo: last.authored.statement, voice: 'CARRIED_OVER' }
    : { words: sentence, statement: null };
}

/** The last statement before the sentence in its paragraph. */
function lastBefore({ sentences }: Sheet, index: number, statements: readonly DraftStatement[]): DraftStatement | null {
  const sentence = sentences[index];
  const first = sentences.find(({ paragraph }) => paragraph === sentence?.paragraph);
  if (sentence === undefined || first === undefined) return null;
  return (
    statements.findLast(
      ({
        speech: {
          sources: [source],
        },
      }) => source.start >= first.start && source.end <= sentence.start,
    ) ?? null
  );
}

function draftEvent(
  sheet: Sheet,
  kind: EventKind | null,
  date: FoundDate | null,
  { words, statement, ...attribution }: Ground,
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
  const shown = isHedged || (statement !== null && statement.kind !== 'ANNOUNCEMENT') ? `Alleged: ${name}` : name;
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

/** Whether the name itself is meant: not in "the wife of Max Stone" or "Ann Lee's statement". */
function isActor(text: string, { start, end }: Range): boolean {
  return !/\bof $/.test(text.slice(Math.max(0, start - 4), start)) && !/^['’]s?\b/.test(text.slice(end, end + 3));
}

/** Whether the place is a location: "in Baku", "to Yekaterinburg", but not "Azerbaijan's Ministry". */
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

/** A neutral name made from kind, people and place, which are certain; otherwise the first words of the sentence. */
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
  // Only as much as a name needs: a paragraph may be one sentence with an event for each of its dates.
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
