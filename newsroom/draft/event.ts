/** Events of a draft: what a sentence of prose tells as having happened, with whom, where and when. */
import type { AuthoredEvent, EventKind } from '../../data/compile/index.ts';
import type { FoundDate } from './date/find.ts';
import { type Ground, groundOf } from './event-ground.ts';
import { alleged, nameEvent, partnersIn } from './event-name.ts';
import { readDeedNoun, readEventNoun } from './event-noun.ts';
import { headOf, type Trigger } from './event-phrase.ts';
import { pronounsIn, readWords, type Word } from './event-token.ts';
import { readEventVerb } from './event-verb.ts';
import { isWordOfEvent } from './event-word.ts';
import { findFigures } from './figure.ts';
import type { FoundName } from './name/find.ts';
import { type Phrase, rangeOf } from './phrase.ts';
import { isProse, isTold } from './prose.ts';
import type { Mention } from './referent.ts';
import { findParagraphs, type Range } from './sentence.ts';
import { authorDate, overlaps, proposing, type Sheet, within } from './sheet.ts';
import type { Speakers } from './speaker.ts';
import type { DraftStatement } from './statement.ts';
import type { Sentence } from './token.ts';

/** An event as the text tells it. */
export interface FoundEvent extends Ground {
  readonly kind: EventKind;
  readonly isDenied: boolean;
  readonly tokens: readonly Word[];
  readonly trigger: Trigger;
  readonly date: FoundDate | null;
  readonly places: readonly FoundName[];
  readonly names: readonly Mention[];
}

/** The proposals of the text, in its order; `dated` has the places of dates that belong to something else. */
export function draftEvents(
  sheet: Sheet,
  statements: readonly DraftStatement[],
  speakers: Speakers,
  dated: ReadonlySet<number>,
): AuthoredEvent[] {
  return findEvents(sheet, statements, speakers, dated).flatMap((found) => proposing(() => draftEvent(sheet, found)));
}

/** The events of the text, at most one a sentence; one that is told again adds nothing and is left out. */
export function findEvents(
  sheet: Sheet,
  statements: readonly DraftStatement[],
  speakers: Speakers,
  dated: ReadonlySet<number> = new Set(),
): FoundEvent[] {
  // A paragraph is read once, however many sentences it has. The headline is none.
  const told = new Set(
    findParagraphs(sheet.text).flatMap((range, number) => (number > 0 && isTold(sheet.text, range) ? [number] : [])),
  );
  const mentions = bySentence(
    sheet,
    sheet.names.flatMap((name) => name.mentions.map((mention): Mention => ({ ...mention, name }))),
  );
  const dates = bySentence(
    sheet,
    sheet.dates.filter(({ start }) => !dated.has(start)),
  );
  const all: FoundEvent[] = [];
  for (const [index, sentence] of sheet.sentences.entries()) {
    if (!told.has(sentence.paragraph) || !sentence.tokens.some(isEventWord)) continue;
    if (!isProse(sheet.text, sentence)) continue;
    const own = [...(mentions.get(sentence) ?? []), ...pronounsIn(sentence, speakers)];
    const candidates = eventsIn(sheet, index, statements, own, dates.get(sentence) ?? []);
    const [best] = candidates
      .filter(({ trigger: { agent } }) => !candidates.some(({ trigger }) => isIn(trigger.at, agent)))
      .sort((one, other) => weight(other) - weight(one));
    // Far apart, the same kind of event is hardly the same event; nor may the time grow with the square of the text.
    if (best !== undefined && !all.slice(-MOST_COMPARED).some((other) => tellsAgain(best, other))) all.push(best);
  }
  return all;
}

const MOST_COMPARED = 50;

/** "A landslide killed 51 people": the deaths are part of the landslide. */
function isIn(at: number, stretch: Phrase | null): boolean {
  return stretch !== null && at >= stretch.from && at < stretch.to;
}

function isEventWord({ lower }: { readonly lower: string }): boolean {
  return isWordOfEvent(lower);
}

/** The ranges by the sentence that holds them; both are read once. */
function bySentence<T extends Range>({ sentences }: Sheet, ranges: readonly T[]): Map<Sentence, T[]> {
  const found = new Map<Sentence, T[]>();
  let next = 0;
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    while ((sentences[next]?.end ?? Number.POSITIVE_INFINITY) < range.end) next++;
    const sentence = sentences[next];
    if (sentence === undefined || !within(range, sentence)) continue;
    const own = found.get(sentence);
    if (own === undefined) found.set(sentence, [range]);
    else own.push(range);
  }
  return found;
}

function eventsIn(
  sheet: Sheet,
  index: number,
  statements: readonly DraftStatement[],
  names: readonly Mention[],
  dates: readonly FoundDate[],
): FoundEvent[] {
  const sentence = sheet.sentences[index];
  if (sentence === undefined) return [];
  const tokens = readWords(sentence, names, dates);
  const triggers = [readEventVerb, readEventNoun, readDeedNoun].flatMap((read) =>
    tokens.flatMap((token, at) =>
      token.name === null && token.kind === 'word' && isEventWord(token) ? (read(tokens, at) ?? []) : [],
    ),
  );
  return triggers.flatMap((trigger): FoundEvent[] => {
    const ground = groundOf(sheet, index, trigger, statements);
    if (ground === null || (trigger.isNegated && (ground.statement === null || ground.isCarried))) return [];
    const clause = rangeOf(tokens, trigger.clause);
    const time = timeBefore(tokens, trigger.clause);
    const date = dateOf(
      sheet.text,
      tokens,
      trigger,
      dates.filter((one) => within(one, clause) || (time !== null && overlaps(one, time))),
    );
    const places = placesOf(sheet.text, tokens, trigger, names);
    const isOfPerson =
      /^(?:DEATH|CRIME|VIOLENCE|DETENTION)$/.test(trigger.kind) && peopleOf({ tokens, trigger }).length > 0;
    if (date === null && places.length === 0 && !isOfPerson) return [];
    const isDenial = ground.statement?.authored.kind === 'DENIAL' && !ground.isCarried;
    const isDenied = isDenial !== trigger.isNegated;
    return [{ ...ground, kind: trigger.kind, isDenied, tokens, trigger, date, places, names }];
  });
}

/** The words right before "when", which may be its time: "on Monday, when a roof collapsed"; null without "when". */
function timeBefore(tokens: readonly Word[], { from }: Phrase): Range | null {
  if (tokens[from - 1]?.lower !== 'when') return null;
  const to = tokens[from - 2]?.text === ',' ? from - 2 : from - 1;
  return to < 1 ? null : rangeOf(tokens, { from: to - 1, to });
}

/** The places where the clause has the event happen, or where those are whom it happened to. */
function placesOf(
  text: string,
  tokens: readonly Word[],
  { place, undergoer, agent }: Trigger,
  names: readonly Mention[],
): FoundName[] {
  const stretches = [place, undergoer, agent].filter((stretch) => stretch !== null);
  const found = names.filter(
    (one) =>
      one.name.type === 'Place' &&
      stretches.some((stretch) => within(one, rangeOf(tokens, stretch))) &&
      isLocated(text, one) &&
      ((place !== null && within(one, rangeOf(tokens, place))) ||
        !/\bof (?:the )?$/.test(text.slice(0, one.start).slice(-8))),
  );
  return [...new Set(found.map(({ name }) => name))];
}

/** How much the draft would say of the event. */
function weight(event: FoundEvent): number {
  const { date, kind, trigger } = event;
  // Injuries say less than their cause in the same sentence: "two people were injured in a crash".
  const isEffect = kind === 'OTHER' && trigger.noun?.startsWith('Injuries');
  return (
    (date === null ? 0 : 2) +
    (trigger.place === null ? 0 : 1) +
    (trigger.noun === null ? 0 : isEffect ? -1.5 : 0.5) +
    (peopleOf(event).length > 0 ? 1 : 0)
  );
}

/** The people to whom it happened. */
function peopleOf({ tokens, trigger: { undergoer } }: Pick<FoundEvent, 'tokens' | 'trigger'>): FoundName[] {
  const words = tokens.slice(undergoer.from, undergoer.to);
  return words.flatMap(({ name }) => (name?.type === 'Person' ? [name] : []));
}

/** The date nearest to the trigger, rather after it than before it, without the verb of another event between them. */
function dateOf(
  text: string,
  tokens: readonly Word[],
  { at, noun }: Trigger,
  dates: readonly FoundDate[],
): FoundDate | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const verbsBetween = ({ start, end }: FoundDate) =>
    tokens.filter(
      (one) =>
        one.tag === 'VERB' &&
        (start > token.end ? one.start > token.end && one.end < start : one.start > end && one.end < token.start),
    ).length;
  const own = dates.filter((one) => isDateOfEvent(text, one) && verbsBetween(one) <= (noun === null ? 1 : 0));
  return own.find(({ start }) => start > token.start) ?? own.at(-1) ?? null;
}

/** Not "since Monday", which only limits the time. */
function isDateOfEvent(text: string, { start }: Range): boolean {
  return !/\b(?:since|until|till|before|by|after|from|than)\s+(?:the\s+)?$/i.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** Whether an event before it has the same kind, and nobody and no date that is new. */
function tellsAgain(event: FoundEvent, other: FoundEvent): boolean {
  if (event.kind !== other.kind || event.isDenied !== other.isDenied) return false;
  if (event.date !== null && event.date.edtf !== other.date?.edtf) return false;
  const told = new Set(peopleOf(other));
  return peopleOf(event).every((name) => told.has(name));
}

function draftEvent(sheet: Sheet, found: FoundEvent): AuthoredEvent {
  const { kind, words, statement, tokens, trigger, date, places } = found;
  const clause = rangeOf(tokens, trigger.clause);
  const cue = statement?.speech.cue ?? null;
  const isHedged =
    HEDGE.test(sheet.text.slice(clause.start, clause.end)) ||
    (cue !== null && /\b(?:claim|alleg|accus)/i.test(sheet.text.slice(cue.start, cue.end)) && !found.isCarried);
  const named = nameEvent(sheet.text, found);
  const name = isHedged || found.isDenied ? alleged(named) : named;
  const participants = participantsOf(sheet, found);
  const time = sheet.times.find((one) => within(one, clause));
  const figures = findFigures(sheet.text, words, kind);
  return {
    event: sheet.cast.takeSlug(named),
    name,
    kind,
    ...(date !== null && { date: authorDate(date, sheet) }),
    ...(time !== undefined && {
      time: {
        words: sheet.anchor(time),
        ...(time.clock !== null && { clock: time.clock }),
        ...(time.approximate && { approximate: true }),
      },
    }),
    ...(places.length > 0 && { places: places.map(sheet.slugOf) }),
    ...(participants.length > 0 && { participants }),
    ...(figures.length > 0 && {
      figures: figures.map(({ start, end, ...figure }) => ({ ...figure, words: sheet.anchor({ start, end }) })),
    }),
    evidence: sheet.anchor(words),
    ...(statement !== null && { attributedTo: statement.authored.statement }),
    ...(found.isCarried && { voice: 'CARRIED_OVER' as const }),
    ...(isHedged && { certainty: 'POSSIBLE' as const }),
    ...(found.isDenied && { polarity: 'DENIED' as const }),
    draft: trigger.noun === null ? 'event-noun' : 'event-verb',
  };
}

const HEDGE = /\b(?:alleged(?:ly)?|reportedly|suspected|purported(?:ly)?)\b/i;

/** The people and bodies that are the undergoer and the agent, each with its part; not those in "the mother of". */
function participantsOf(sheet: Sheet, { kind, words, tokens, trigger, names }: FoundEvent) {
  const { undergoer, agent } = trigger;
  const roles = [
    ...namedIn(tokens, undergoer, names).map((one) => ({ one, role: ROLES[kind] ?? ('PARTICIPANT' as const) })),
    ...namedIn(tokens, agent, names).map((one) => ({ one, role: 'ACTOR' as const })),
    ...partnersIn(tokens, trigger, names).map((one) => ({ one, role: 'PARTICIPANT' as const })),
  ];
  return [...new Map(roles.reverse().map((role) => [role.one.name, role])).values()]
    .reverse()
    .filter(({ one }) => within(one, words))
    .map(({ one, role }) => ({ agent: sheet.slugOf(one.name), role, evidence: sheet.anchor(one) }));
}

function namedIn(tokens: readonly Word[], stretch: Phrase | null, names: readonly Mention[]): Mention[] {
  const head = stretch === null ? null : headOf(tokens, stretch);
  if (stretch === null || head === null) return [];
  // "a Larkford Police officer" is not the police; of "Ann Lee and Tom Holt", both are meant.
  const preposition = tokens.findIndex(({ tag }, at) => at > stretch.from && at < stretch.to && tag === 'ADP');
  const range = rangeOf(tokens, preposition === -1 ? stretch : { from: stretch.from, to: preposition });
  return names.filter(
    (one) => one.name.type !== 'Place' && within(one, range) && (one.name.type === 'Person' || overlaps(one, head)),
  );
}

const ROLES: Partial<Record<EventKind, 'VICTIM' | 'DETAINEE' | 'AFFECTED' | 'ACTOR'>> = {
  ACCIDENT: 'AFFECTED',
  CRIME: 'VICTIM',
  DEATH: 'VICTIM',
  DECISION: 'AFFECTED',
  DETENTION: 'DETAINEE',
  DISASTER: 'AFFECTED',
  VIOLENCE: 'VICTIM',
};

/** Whether the place is a location: "in Baku", "to Yekaterinburg", but not "Azerbaijan's Ministry". */
function isLocated(text: string, { start, end }: Range): boolean {
  return (
    /\b(in|at|near|to|from|outside|across|inside|of|through|on)\s+(the\s+)?$/i.test(
      text.slice(Math.max(0, start - 16), start),
    ) && !/^['’]s\b/.test(text.slice(end, end + 3))
  );
}
