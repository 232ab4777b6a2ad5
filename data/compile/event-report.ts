/** One report of an event, from an item of `events`. */
import type { Event, EventReport, Figure, Participation, Slug, TimeOfDay } from '../model.ts';
import { cut } from '../text.ts';
import { type Desk, readAsserted, readDate, readReference, readWords } from './attribution.ts';
import type { AuthoredEvent, AuthoredFigure, AuthoredParticipant } from './authored.ts';
import type { Item } from './authored-annotation.ts';
import { introducedSlug, reportNeedless } from './introduce.ts';
import { AGENT, EVENT, type Link, PLACE } from './link.ts';
import type { Path } from './yaml.ts';

export interface AssertedReport {
  readonly slug: Slug;
  /** The event as introduced here; null if another report introduces it. */
  readonly introduces: Pick<Event, 'name' | 'kind' | 'partOf'> | null;
  readonly report: EventReport;
  readonly links: readonly Link[];
}

/** The report. Null, with a problem reported, if it names no event or has no evidence. */
export function readReport({ value, path }: Item<AuthoredEvent>, desk: Desk): AssertedReport | null {
  const slug = introducedSlug(value.event, value.of, 'event', EVENT, path, desk);
  const introduces = value.event === undefined ? null : readIntroduction(value, path, desk);
  if (value.event === undefined && value.of !== undefined)
    reportNeedless(value, ['name', 'kind', 'partOf'], path, desk);

  const asserted = readAsserted(value, path, desk);
  const date = readDate(value.date, [...path, 'date'], desk);
  const time = readTime(value.time, [...path, 'time'], desk);
  const places = readPlaces(value.places ?? [], [...path, 'places'], desk);
  const figures = readFigures(value.figures ?? [], [...path, 'figures'], desk);
  const participants = (value.participants ?? []).flatMap((participant, index) => {
    return readParticipant(participant, [...path, 'participants', index], slug, asserted, desk) ?? [];
  });
  if (slug === null || asserted === null) return null;

  const at = desk.yaml.at([...path, 'partOf']);
  const links: Link[] = value.partOf === undefined ? [] : [{ kind: 'PART_OF', from: slug, to: value.partOf, at }];
  const report: EventReport = {
    type: 'EventReport',
    event: slug,
    ...asserted,
    date,
    time,
    places,
    participants,
    figures,
  };
  return { slug, introduces, report, links };
}

function readIntroduction({ name, kind, partOf }: AuthoredEvent, path: Path, desk: Desk): AssertedReport['introduces'] {
  for (const [field, value] of Object.entries({ name, kind })) {
    if (value !== undefined) continue;
    desk.report({
      code: 'missing-field',
      at: desk.yaml.at([...path, 'event']),
      says: `The field "${field}" is missing.`,
      expected: 'a name and a kind for each event that is introduced.',
      fix: `Add "${field}: …"; to report an event that is introduced elsewhere, write "of" instead of "event".`,
    });
  }
  const whole = readReference(partOf, EVENT, [...path, 'partOf'], desk);
  return name === undefined || kind === undefined ? null : { name, kind, partOf: whole };
}

function readTime(authored: AuthoredEvent['time'], path: Path, desk: Desk): TimeOfDay | null {
  const evidence = authored === undefined ? null : readWords(authored.words, [...path, 'words'], desk);
  if (authored === undefined || evidence === null) return null;
  const { clock = null, approximate = false } = authored;
  return { words: cut(desk.text.text, evidence), clock, approximate, evidence };
}

function readPlaces(places: readonly Slug[], path: Path, desk: Desk): Slug[] {
  return [...new Set(places.flatMap((place, index) => readReference(place, PLACE, [...path, index], desk) ?? []))];
}

function readParticipant(
  authored: AuthoredParticipant,
  path: Path,
  event: Slug | null,
  inherited: ReturnType<typeof readAsserted>,
  desk: Desk,
): Participation | null {
  const agent = readReference(authored.agent, AGENT, [...path, 'agent'], desk);
  // Without a report to inherit from, the report's own problem has already been reported.
  if (inherited === null && authored.evidence === undefined) return null;
  const asserted = readAsserted(authored, path, desk, inherited);
  if (agent === null || event === null || asserted === null) return null;
  return { type: 'Participation', event, agent, role: authored.role, ...asserted };
}

function readFigures(figures: readonly AuthoredFigure[], path: Path, desk: Desk): Figure[] {
  return figures.flatMap((figure, index) => {
    const { kind, value, min = value, max = value, approximate = false, words } = figure;
    const fault = faultOf(figure);
    if (fault !== null) desk.report({ code: 'bad-figure', at: desk.yaml.at([...path, index]), ...fault });
    const evidence = readWords(words, [...path, index, 'words'], desk);
    return evidence === null ? [] : [{ kind, minValue: min ?? null, maxValue: max ?? null, approximate, evidence }];
  });
}

function faultOf({ value, min, max }: AuthoredFigure) {
  const expected = '"value" alone, or "min", "max" or both.';
  if (value === undefined && min === undefined && max === undefined) {
    return { says: 'The figure has no number.', expected, fix: 'Add the number.' };
  }
  if (value !== undefined && (min !== undefined || max !== undefined)) {
    return { says: 'The figure has both a number and a range.', expected, fix: 'Keep one of them.' };
  }
  if (min !== undefined && max !== undefined && min > max) {
    return {
      says: `"min" is ${min}, which is more than "max", ${max}.`,
      expected: 'a "min" that is not above "max".',
      fix: 'Swap them.',
    };
  }
  return null;
}
