/**
 * Agreeing: finds the plain value of several accounts, and the versions on which they contradict each other. A value is
 * plain only if an article says it outright (in its own voice, without a hedge) and affirms it, and no account contradicts
 * it, not even an attributed or hedged one.
 */

import { fold } from '../fold.ts';
import { narrowestDate, overlaps, within } from '../fuzzy-date.ts';
import {
  type Disagreement,
  type DisagreementProperty,
  type DisagreementValues,
  type EventReport,
  FIGURE_KINDS,
  type Figure,
  type FuzzyDate,
  isOutright,
  type LifeDate,
  type Participation,
  type Quote,
  type Slug,
  type TimeOfDay,
} from '../model.ts';

/** What accounts agree on, and the disagreements that keep the rest out. */
interface Agreement<T> {
  readonly agreed: T;
  readonly disagreements: readonly Disagreement[];
}

/** Whether it happened: some reports affirm it and others deny it. */
export function disagreeOnOccurrence(reports: readonly EventReport[]): Disagreement[] {
  const versions = (['AFFIRMED', 'DENIED'] as const).map((side) => ({
    polarity: side,
    reports: numbersOf(reports, ({ polarity }) => polarity === side),
  }));
  return versions.every((version) => version.reports.length > 0) ? [{ property: 'OCCURRENCE', versions }] : [];
}

/**
 * The most precise date that articles give outright and that lies within all other such dates; null if there is none. If
 * any two reports have no day in common, null and a version for each date.
 */
export function agreeOnDate(reports: readonly EventReport[]): Agreement<FuzzyDate | null> {
  const dated = gather(reports, ({ date }) => (date === null ? [] : [date]));
  if (!haveCommonDays(dated.map(({ value }) => value))) {
    return {
      agreed: null,
      disagreements: disagree(
        'DATE',
        dated,
        ({ edtf }) => edtf,
        ([date]) => ({ date }),
      ),
    };
  }
  return { agreed: narrowestDate(ownValues(dated)), disagreements: NONE };
}

/** The same for when a statement was said. Denials, refusals to comment and hedged statements count, since they were said. */
export function agreeOnSaying(quotes: readonly Quote[]): FuzzyDate | null {
  return plainDate(quotes.flatMap(({ date, voice }) => (date === null ? [] : [{ date, isOwn: voice === 'ARTICLE' }])));
}

/** The same for a birth or a death; also null if somebody denies that it was then. */
export function agreeOnLifeDate(facts: readonly LifeDate[]): FuzzyDate | null {
  const affirmed = facts.filter(({ polarity }) => polarity === 'AFFIRMED');
  const agreed = plainDate(affirmed.map((fact) => ({ date: fact.date, isOwn: isOutright(fact) })));
  const isDenied = facts.some(({ polarity, date }) => polarity === 'DENIED' && agreed !== null && within(agreed, date));
  return isDenied ? null : agreed;
}

function plainDate(given: readonly { readonly date: FuzzyDate; readonly isOwn: boolean }[]): FuzzyDate | null {
  if (!haveCommonDays(given.map(({ date }) => date))) return null;
  return narrowestDate(given.flatMap(({ date, isOwn }) => (isOwn ? [date] : [])));
}

function haveCommonDays(dates: readonly FuzzyDate[]): boolean {
  return dates.every((one) => dates.every((other) => overlaps(one, other)));
}

/**
 * The most exact clock time that articles give outright, if every time given has one and none contradict each other; or
 * the wording, if all are worded alike. "The morning" cannot be compared with "the evening" or with 09:00: then nothing
 * is agreed, and it is unknown whether there is a contradiction. Also null if two clock times contradict each other.
 */
export function agreeOnTime(reports: readonly EventReport[]): Agreement<TimeOfDay | null> {
  const timed = gather(reports, ({ time }) => (time === null ? [] : [time]));
  const times = timed.map(({ value }) => value);
  const clocked = timed.filter(({ value }) => value.clock !== null);
  if (clocked.some((one) => clocked.some((other) => clocksContradict(one.value, other.value)))) {
    return {
      agreed: null,
      disagreements: disagree(
        'TIME',
        clocked,
        ({ clock }) => clock ?? '',
        ([time]) => ({ time }),
      ),
    };
  }
  const isComparable = clocked.length === times.length || new Set(times.map(({ words }) => fold(words))).size === 1;
  const agreed = isComparable
    ? best(ownValues(timed), ({ clock, approximate }) => (clock === null ? 0 : approximate ? 1 : 2))
    : null;
  return { agreed, disagreements: NONE };
}

const APPROXIMATE_MINUTES = 60;
const DAY_MINUTES = 24 * 60;

function clocksContradict(a: TimeOfDay, b: TimeOfDay): boolean {
  if (a.clock === null || b.clock === null || a.clock === b.clock) return false;
  const apart = Math.abs(minutesOf(a.clock) - minutesOf(b.clock));
  // 23:50 and 00:10 are twenty minutes apart.
  return !(a.approximate || b.approximate) || Math.min(apart, DAY_MINUTES - apart) > APPROXIMATE_MINUTES;
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Whether a place lies in another one, directly or not, or is that one. */
export type LiesIn = (place: Slug, container: Slug) => boolean;

/**
 * All places that articles give outright, without those that contain another one. Two reports contradict each other if
 * no place of one lies in, or contains, a place of the other: then the places of both stay out.
 */
export function agreeOnPlaces(reports: readonly EventReport[], liesIn: LiesIn): Agreement<Slug[]> {
  const placed = gather(reports, ({ places }) => (places.length === 0 ? [] : [places]));
  const isCompatible = (one: readonly Slug[], other: readonly Slug[]) =>
    one.some((place) => other.some((container) => liesIn(place, container) || liesIn(container, place)));
  const disputed = placed.filter(({ value }) => placed.some((other) => !isCompatible(value, other.value)));
  const all = new Set(ownValues(placed.filter((entry) => !disputed.includes(entry))).flat());
  const agreed = [...all].filter((place) => ![...all].some((other) => other !== place && liesIn(other, place)));
  const key = (places: readonly Slug[]) => [...places].sort().join(' ');
  return { agreed, disagreements: disagree('PLACES', disputed, key, ([places]) => ({ places })) };
}

/**
 * Who took part in which role, as the first article that says so outright words it; left out if somebody affirms it and
 * somebody denies it.
 */
export function agreeOnParticipants(reports: readonly EventReport[]): Agreement<Participation[]> {
  const agreed: Participation[] = [];
  const disagreements: Disagreement[] = [];
  const all = gather(reports, ({ participants }) => participants);
  for (const group of Map.groupBy(all, ({ value }) => `${value.agent} ${value.role}`).values()) {
    const sides = Map.groupBy(group, ({ value }) => value.polarity);
    const affirmed = sides.get('AFFIRMED') ?? [];
    const denied = sides.get('DENIED') ?? [];
    const own = affirmed.find(({ value }) => isOutright(value));
    if (affirmed.length > 0 && denied.length > 0) {
      disagreements.push(
        ...disagree(
          'PARTICIPANTS',
          group.filter(({ value }) => value.polarity !== 'UNSPECIFIED'),
          ({ polarity }) => polarity,
          (participants) => ({ participants }),
        ),
      );
    } else if (own !== undefined) {
      agreed.push(own.value);
    }
  }
  return { agreed, disagreements };
}

/**
 * For each kind of figure, the range that articles give outright and that lies within all other such ranges. It is left
 * out if there is none, or if two reports give ranges without a common number, which is a contradiction. Several figures
 * of one kind in a single report count different things, and so do those of kind OTHER: all of these stay.
 */
export function agreeOnFigures(reports: readonly EventReport[]): Agreement<Figure[]> {
  const agreed: Figure[] = [];
  const disagreements: Disagreement[] = [];
  const byKind = Map.groupBy(
    gather(reports, ({ figures }) => figures),
    ({ value }) => value.kind,
  );
  for (const kind of FIGURE_KINDS) {
    const all = byKind.get(kind) ?? [];
    const figures = all.map(({ value }) => value);
    const own = ownValues(all);
    if (kind === 'OTHER' || new Set(all.map(({ report }) => report)).size < all.length) {
      agreed.push(...own);
    } else if (figures.some((one) => figures.some((other) => areDisjoint(one, other)))) {
      disagreements.push(...disagree('FIGURES', all, rangeOf, ([figure]) => ({ figures: [figure] })));
    } else {
      const inner = own.filter((figure) => own.every((other) => liesWithin(figure, other)));
      const exact = best(inner, ({ approximate }) => (approximate ? 0 : 1));
      if (exact !== null) agreed.push(exact);
    }
  }
  return { agreed, disagreements };
}

function rangeOf({ minValue, maxValue }: Figure): string {
  return `${minValue ?? ''}-${maxValue ?? ''}`;
}

/** "About 12" and "about 13" do not contradict each other: an approximate number may be a tenth more or less. */
const APPROXIMATION = 0.1;

function areDisjoint(a: Figure, b: Figure): boolean {
  return greatest(a) < least(b) || greatest(b) < least(a);
}

function least({ minValue, approximate }: Figure): number {
  return (minValue ?? 0) * (approximate ? 1 - APPROXIMATION : 1);
}

function greatest({ maxValue, approximate }: Figure): number {
  return (maxValue ?? Infinity) * (approximate ? 1 + APPROXIMATION : 1);
}

function liesWithin(inner: Figure, outer: Figure): boolean {
  return (inner.minValue ?? 0) >= least(outer) && (inner.maxValue ?? Infinity) <= greatest(outer);
}

interface Given<T> {
  readonly value: T;
  /** Position of the report that gives it. */
  readonly report: number;
  /** Whether the article gives it outright. */
  readonly isOwn: boolean;
}

// A report that does not affirm the event says nothing about when, where and with whom it was.
function gather<T>(reports: readonly EventReport[], read: (report: EventReport) => readonly T[]): Given<T>[] {
  return reports.flatMap((report, number) =>
    report.polarity === 'AFFIRMED'
      ? read(report).map((value) => ({ value, report: number, isOwn: isOutright(report) }))
      : [],
  );
}

function ownValues<T>(given: readonly Given<T>[]): T[] {
  return given.flatMap(({ value, isOwn }) => (isOwn ? [value] : []));
}

const NONE: readonly Disagreement[] = [];

/** A disagreement with a version for each key, in the order of the reports; none if there is nothing to group. */
function disagree<P extends DisagreementProperty, T>(
  property: P,
  given: readonly Given<T>[],
  keyOf: (value: T) => string,
  say: (values: readonly [T, ...T[]]) => DisagreementValues[P],
): Disagreement[] {
  if (given.length === 0) return [];
  const versions = [...Map.groupBy(given, ({ value }) => keyOf(value)).values()].map((group) => ({
    // No group is empty.
    ...say(group.map(({ value }) => value) as [T, ...T[]]),
    reports: [...new Set(group.map(({ report }) => report))],
  }));
  // The type checker cannot see that the property and its versions belong together.
  return [{ property, versions } as unknown as Disagreement];
}

/** The first of those with the highest rank. */
function best<T>(values: readonly T[], rank: (value: T) => number): T | null {
  return values.reduce<T | null>((top, value) => (top === null || rank(value) > rank(top) ? value : top), null);
}

function numbersOf(reports: readonly EventReport[], holds: (report: EventReport) => boolean): number[] {
  return reports.flatMap((report, number) => (holds(report) ? [number] : []));
}
