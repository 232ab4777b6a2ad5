/** `dead-relation`: somebody does, says or becomes something after their death. */

import type { Examination, FuzzyDate, ParticipantRole, Path, Slug } from '../../../data/compile/index.ts';
import { placeInAnnotation, type Reading, readArticles } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds positions that begin or end, statements made or received, and participation in events after the last day on which
 * the person can have died.
 *
 * A person has died if a fact affirms it, or if the person is the victim of an event of kind DEATH with a date; if these
 * differ, the latest counts. The rule ignores dates that are not certainly later, roles that the dead can have (VICTIM,
 * AFFECTED), anything denied, and kinship, which has no date and outlasts people.
 */
export const deadRelation: Rule = {
  name: 'dead-relation',
  about: 'a position, statement or participation dated after the person died',
  look,
};

function look(examined: Examination): Warning[] {
  const readings = readArticles(examined);
  const people = new Set(examined.authored.entities.flatMap(({ type, slug }) => (type === 'Person' ? [slug] : [])));
  const deaths = gatherDeaths(readings, people);
  return deaths.size === 0 ? [] : readings.flatMap((reading) => lookAt(reading, deaths));
}

type Deaths = ReadonlyMap<Slug, string>;

/** The last day on which each person can have died. */
function gatherDeaths(readings: readonly Reading[], people: ReadonlySet<Slug>): Deaths {
  const deaths = new Map<Slug, string>();
  const add = (person: Slug, date: FuzzyDate | null) => {
    const latest = date === null ? null : (date.latest ?? NEVER);
    if (latest !== null && people.has(person) && latest > (deaths.get(person) ?? '')) deaths.set(person, latest);
  };
  for (const { facts, events } of readings) {
    for (const fact of facts.flatMap(({ read }) => read)) {
      if (fact.type === 'LifeDate' && fact.kind === 'DEATH' && fact.polarity === 'AFFIRMED')
        add(fact.person, fact.date);
    }
    for (const { value, read } of events) {
      if (value.kind !== 'DEATH' || read.report.polarity === 'DENIED') continue;
      for (const { agent, role } of read.report.participants) if (role === 'VICTIM') add(agent, read.report.date);
    }
  }
  return deaths;
}

const NEVER = '9999-12-31';

interface Relation {
  readonly person: Slug;
  readonly date: FuzzyDate | null;
  readonly path: Path;
  readonly what: string;
}

function lookAt(reading: Reading, deaths: Deaths): Warning[] {
  return relationsOf(reading).flatMap(({ person, date, path, what }) => {
    const death = deaths.get(person);
    if (death === undefined || date?.earliest == null || date.earliest <= death) return [];
    return [
      {
        at: placeInAnnotation(reading, path),
        says: `"${person}" ${what} on ${date.edtf}, but was dead by ${death}.`,
        expected: 'a date no later than the death.',
        fix: 'Correct the date or the slug; two people may share a name.',
      },
    ];
  });
}

/** While a corpus is watched, most readings stay the same. */
const RELATIONS = new WeakMap<Reading, readonly Relation[]>();

function relationsOf(reading: Reading): readonly Relation[] {
  const known = RELATIONS.get(reading) ?? listRelations(reading);
  RELATIONS.set(reading, known);
  return known;
}

function listRelations({ statements, events, facts }: Reading): Relation[] {
  return [
    ...statements.flatMap(({ read: { quote }, path }) => [
      ...quote.speakers.map(({ agent }, index) => {
        return { person: agent, date: quote.date, path: [...path, 'speakers', index], what: 'says something' };
      }),
      ...quote.addressees.map(({ agent }, index) => {
        return { person: agent, date: quote.date, path: [...path, 'addressees', index], what: 'is addressed' };
      }),
    ]),
    ...events.flatMap(({ read: { report }, path }) =>
      report.participants.flatMap(({ agent, role, polarity }, index) =>
        LIVING.has(role) && polarity === 'AFFIRMED'
          ? [
              {
                person: agent,
                date: report.date,
                path: [...path, 'participants', index],
                what: 'takes part in an event',
              },
            ]
          : [],
      ),
    ),
    ...facts.flatMap(({ read, path }) =>
      read.flatMap((fact): Relation[] => {
        if (fact.type !== 'Position' || fact.polarity === 'DENIED') return [];
        const { person, since, until } = fact;
        return [
          { person, date: since, path: [...path, 'position', 'since'], what: 'takes up a position' },
          { person, date: until, path: [...path, 'position', 'until'], what: 'leaves a position' },
        ];
      }),
    ),
  ];
}

const LIVING: ReadonlySet<ParticipantRole> = new Set([
  'ACTOR',
  'PARTICIPANT',
  'ORGANIZER',
  'DETAINEE',
  'SUSPECT',
  'WITNESS',
]);
