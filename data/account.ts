/** Accounts: an event's reports side by side, gathered by who asserts them. */
import type {
  Certainty,
  Event,
  EventReport,
  Evidence,
  Figure,
  FuzzyDate,
  Participation,
  Slug,
  TimeOfDay,
  Voice,
} from './model.ts';

/**
 * What one asserter says of an event in one article. What its own reports give differently is null, or has each where it
 * is a list. Where some of them affirm the event and some deny it, certainty to figures are those of the affirming ones.
 */
export interface Account {
  readonly voice: Voice;
  readonly article: Slug;
  /** The statement it is attributed to; null exactly where `voice` is `ARTICLE`. */
  readonly statement: Slug | null;
  /** True where it says that the event happened, or may have; false where it denies that; null where it says both. */
  readonly occurred: boolean | null;
  readonly certainty: Certainty | null;
  readonly date: FuzzyDate | null;
  readonly time: TimeOfDay | null;
  readonly places: readonly Slug[];
  readonly participants: readonly Participation[];
  readonly figures: readonly Figure[];
  /** Each span once, in the order of the text. */
  readonly evidence: readonly Evidence[];
  /** In the order of the event's. Never empty. */
  readonly reports: readonly EventReport[];
}

/**
 * One account for each article's own voice and, in each article, for each statement that reports are attributed to, apart
 * from what is only carried over from it. The articles' own voice first, then in the order of first reports. Denials are
 * accounts too.
 */
export function accountsOf({ reports }: Event): readonly Account[] {
  const groups = Map.groupBy(reports, ({ voice, article, attributedTo }) => `${voice} ${article} ${attributedTo}`);
  const accounts = [...groups.values()].flatMap(account);
  return [...accounts.filter(isOwnVoice), ...accounts.filter((one) => !isOwnVoice(one))];
}

function isOwnVoice({ voice }: Account): boolean {
  return voice === 'ARTICLE';
}

/** The account that reports of one asserter make. */
function account(reports: readonly EventReport[]): Account[] {
  const [first] = reports;
  if (first === undefined) return [];
  const affirming = reports.filter(({ polarity }) => polarity === 'AFFIRMED');
  // Where somebody both affirms and denies, a place in the denial is none of the event; one who only denies says what it
  // is that did not happen.
  const telling = affirming.length > 0 ? affirming : reports;
  return [
    {
      voice: first.voice,
      article: first.article,
      statement: first.attributedTo,
      occurred: affirming.length === reports.length ? true : affirming.length === 0 ? false : null,
      certainty: onlyOne(telling, ({ certainty }) => certainty)?.certainty ?? null,
      date: onlyOne(
        telling.flatMap(({ date }) => date ?? []),
        ({ edtf }) => edtf,
      ),
      time: onlyOne(
        telling.flatMap(({ time }) => time ?? []),
        ({ clock, approximate, text }) => (clock === null ? text : `${clock} ${approximate}`),
      ),
      places: [...new Set(telling.flatMap(({ places }) => places))],
      participants: telling.flatMap(({ participants }) => participants),
      figures: telling.flatMap(({ figures }) => figures),
      evidence: inTextOrder(reports.flatMap(({ evidence }) => evidence)),
      reports,
    },
  ];
}

/** The first of the values if all have one key; null where they differ, and where there are none. */
function onlyOne<T>(values: readonly T[], keyOf: (value: T) => string): T | null {
  return new Set(values.map(keyOf)).size === 1 ? (values[0] ?? null) : null;
}

/** Each span of one text once, by start; of two that start together, the longer first. */
function inTextOrder(spans: readonly Evidence[]): Evidence[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
