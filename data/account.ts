/** Accounts: an event's reports side by side, grouped by source. */
import type {
  Certainty,
  Event,
  EventReport,
  Evidence,
  Figure,
  FuzzyDate,
  Participation,
  Polarity,
  Slug,
  TimeOfDay,
  Voice,
} from './model.ts';

/**
 * What one side says about an event in one article: that it happened, or that it did not. If somebody says both, there
 * are two accounts. A value on which its own reports differ is null; a list has the values of all of them.
 */
export interface Account {
  readonly voice: Voice;
  readonly article: Slug;
  /** The statement it is attributed to; null exactly where `voice` is `ARTICLE`. */
  readonly attributedTo: Slug | null;
  readonly polarity: Polarity;
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
 * One account for each article's own voice and, in each article, for each statement that reports are attributed to.
 * Reports that are only carried over from a statement, and those that it denies, have accounts of their own. The
 * articles' own voice comes first, then the order of first reports.
 */
export function accountsOf({ reports }: Event): readonly Account[] {
  const groups = Map.groupBy(reports, ({ voice, article, attributedTo, polarity }) =>
    [voice, article, attributedTo, polarity].join(' '),
  );
  const accounts = [...groups.values()].flatMap(account);
  return [...accounts.filter(isOwnVoice), ...accounts.filter((one) => !isOwnVoice(one))];
}

function isOwnVoice({ voice }: Account): boolean {
  return voice === 'ARTICLE';
}

/** The account that consists of one side's reports. */
function account(reports: readonly EventReport[]): Account[] {
  const [first] = reports;
  if (first === undefined) return [];
  return [
    {
      voice: first.voice,
      article: first.article,
      attributedTo: first.attributedTo,
      polarity: first.polarity,
      certainty: onlyOne(reports, ({ certainty }) => certainty)?.certainty ?? null,
      date: onlyOne(
        reports.flatMap(({ date }) => date ?? []),
        ({ edtf }) => edtf,
      ),
      time: onlyOne(
        reports.flatMap(({ time }) => time ?? []),
        ({ clock, approximate, words }) => (clock === null ? words : `${clock} ${approximate}`),
      ),
      places: [...new Set(reports.flatMap(({ places }) => places))],
      participants: reports.flatMap(({ participants }) => participants),
      figures: reports.flatMap(({ figures }) => figures),
      evidence: inTextOrder(reports.flatMap(({ evidence }) => evidence)),
      reports,
    },
  ];
}

/** The first of the values if all have the same key; null if they differ or there are none. */
function onlyOne<T>(values: readonly T[], keyOf: (value: T) => string): T | null {
  return new Set(values.map(keyOf)).size === 1 ? (values[0] ?? null) : null;
}

/** Each span of one text once, by start; of two that start together, the longer one first. */
function inTextOrder(spans: readonly Evidence[]): Evidence[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
