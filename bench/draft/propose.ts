/** Proposing: what `draft` finds in a text, in a form that can be compared with the marks of people. */
import { readEdtf } from '../../data/compile/date.ts';
import { openCast } from '../../newsroom/draft/cast.ts';
import { findDates } from '../../newsroom/draft/date/find.ts';
import { findPublished } from '../../newsroom/draft/dateline.ts';
import { findEvents } from '../../newsroom/draft/event.ts';
import { findNames } from '../../newsroom/draft/name/find.ts';
import { openScene } from '../../newsroom/draft/referent.ts';
import type { Range } from '../../newsroom/draft/sentence.ts';
import { overlaps, readSheet } from '../../newsroom/draft/sheet.ts';
import { openSpeakers, type Reference, speakersIn as speakersOf } from '../../newsroom/draft/speaker.ts';
import { findSpeech, type Speech } from '../../newsroom/draft/speech.ts';
import { draftStatements } from '../../newsroom/draft/statement.ts';
import { readSentences } from '../../newsroom/draft/token.ts';
import type { MarkedText, Span } from './gold.ts';
import { type ProposedSpeaker, type ReferentScore, scoreReferents } from './referent.ts';
import { type ProposedSpeech, type SpeechScore, scoreMarks, scoreSpeech, type Tally } from './score.ts';

/** The scores of a text, by kind. */
export interface Scores extends SpeechScore, ReferentScore {
  readonly dates: Tally;
  /** The same, but a range also counts for each of its ends, which people mark separately. */
  readonly dateEnds: Tally;
  readonly people: Tally;
  readonly organizations: Tally;
  readonly places: Tally;
  readonly events: Tally;
}

/** What is proposed for a text. */
export interface Proposals {
  readonly speech: readonly ProposedSpeech[];
  /** Who is behind each of the speech. */
  readonly speakers: readonly (readonly ProposedSpeaker[])[];
  readonly dates: readonly (Range & { readonly edtf: string })[];
  readonly names: readonly { readonly type: string; readonly mentions: readonly Range[] }[];
}

/** Reads the text as `draft` does, without a corpus. */
export function proposeByRules({ text, date }: MarkedText): Proposals {
  const names = findNames(text, []);
  const sentences = readSentences(text);
  const speech = findSpeech(text, sentences);
  const speakerOf = openSpeakers(openScene(text, sentences, names), speech);
  return {
    speech: speech.map(proposed),
    speakers: speech.map(({ sources }) => sources.flatMap((source) => speakersIn(speakerOf(source)))),
    dates: findDates(text, date ?? findPublished(text, findDates(text, null))?.edtf ?? null),
    names,
  };
}

/** Compares what is proposed with the marks of people. */
export function scoreText(
  marked: MarkedText,
  { speech, speakers, dates: found, names } = proposeByRules(marked),
): Scores {
  const { dates, entities } = marked;
  const ofType = (type: string, name: string) =>
    scoreMarks(
      entities.filter((entity) => entity.named && entity.type === type).map(({ span }) => ({ span, value: type })),
      names
        .filter((one) => one.type === name)
        .flatMap(({ mentions }) => mentions.map((mention) => ({ span: toSpan(mention), value: type }))),
    );
  return {
    ...scoreSpeech(marked, speech),
    ...scoreReferents(marked, speech, speakers),
    dates: scoreMarks(
      dates.flatMap(({ span, edtf }) => (edtf === null ? [] : [{ span, value: edtf }])),
      found.map(({ start, end, edtf }) => ({ span: [start, end] as const, value: edtf })),
      isSameDate,
    ),
    dateEnds: scoreMarks(
      dates.flatMap(({ span, edtf }) => (edtf === null ? [] : [{ span, value: edtf }])),
      found.map(({ start, end, edtf }) => ({ span: [start, end] as const, value: edtf })),
      (gold, proposed) => isSameDate(gold, proposed) || proposed.split('/').some((end) => isSameDate(gold, end)),
    ),
    people: ofType('person', 'Person'),
    organizations: ofType('organization', 'Organization'),
    places: ofType('place', 'Place'),
    events: scoreEvents(marked),
  };
}

/** An event is right if its words hold those of a mark with its kind; of several for one mark, one is. */
function scoreEvents({ text, date, events }: MarkedText): Tally {
  if (events === null) return { gold: 0, proposed: 0, right: 0, rightProposed: 0 };
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const sheet = readSheet(text, 'en', date, cast);
  const speakers = speakersOf(sheet);
  const found = findEvents(sheet, draftStatements(sheet, speakers), speakers);
  const right = events.filter(({ span: [start, end], kind }) =>
    found.some(
      (event) =>
        overlaps(event.words, { start, end }) && kind === (event.isDenied ? `${event.kind} denied` : event.kind),
    ),
  ).length;
  return { gold: events.length, proposed: found.length, right, rightProposed: right };
}

/** Dates are the same if they stand for the same days. */
function isSameDate(one: string, other: string): boolean {
  const [a, b] = [one, other].map((edtf) =>
    readEdtf(
      edtf
        .replace(/^[[{](.*)[\]}]$/, '$1')
        .replace('..', '/')
        .replace(/T.*$/, ''),
    ),
  );
  if (a === undefined || b === undefined || 'says' in a || 'says' in b) return one === other;
  return a.earliest === b.earliest && a.latest === b.latest;
}

const KINDS = { DIRECT_QUOTE: 'direct', MIXED_QUOTE: 'mixed', INDIRECT: 'indirect' } as const;

function proposed({ content, sources, kind }: Speech): ProposedSpeech {
  return { content, source: sources, kind: KINDS[kind] };
}

function speakersIn({ referents }: Reference): ProposedSpeaker[] {
  return referents.length === 0
    ? [null]
    : referents.map((referent) =>
        'name' in referent ? { named: referent.name.mentions.map(toSpan) } : { unnamed: toSpan(referent.unnamed) },
      );
}

export function toSpan({ start, end }: Range): Span {
  return [start, end];
}
