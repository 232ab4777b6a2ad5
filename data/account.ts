/** Accounts: an event's reports side by side, gathered by who says so. */
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
 * What one side says of an event in one article: that it happened, or that it did not. Where somebody says both, there
 * are two accounts. What its own reports give differently is null, or has each where it is a list.
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
 * One account for each article's own voice and, in each article, for each statement that reports are attributed to, apart
 * from what is only carried over from it, and apart from what it denies. The articles' own voice first, then in the order
 * of first reports.
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

/** The account that the reports of one side make. */
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

/** The first of the values if all have one key; null where they differ, and where there are none. */
function onlyOne<T>(values: readonly T[], keyOf: (value: T) => string): T | null {
  return new Set(values.map(keyOf)).size === 1 ? (values[0] ?? null) : null;
}

/** Each span of one text once, by start; of two that start together, the longer first. */
function inTextOrder(spans: readonly Evidence[]): Evidence[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
