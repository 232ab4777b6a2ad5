/** `place-outside`: a place that is outside its container or its larger event. */

import type { AuthoredEntity, Examination, PlaceKind, Slug } from '../../../data/compile/index.ts';
import { placeInAnnotation, type Reading, readArticles } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds places in a container of a kind that cannot contain them (a country in a city, a city in a building), and events
 * in one country, region or city whose larger event is in another.
 *
 * It ignores several places of one report, since a call has two ends and a transport goes somewhere; the parts of such an
 * event; a place whose country, region or city is not given; and different buildings of one city, since the wounded of a
 * fire are treated elsewhere.
 */
export const placeOutside: Rule = {
  name: 'place-outside',
  about: 'a place in a container that cannot hold it, or an event outside the place of its larger event',
  look,
};

type PlaceEntity = AuthoredEntity & { readonly type: 'Place' };

function look(examined: Examination): Warning[] {
  const places = new Map(
    examined.authored.entities.flatMap((entity) => (entity.type === 'Place' ? [[entity.slug, entity]] : [])),
  );
  const readings = readArticles(examined);
  return [
    ...[...places.values()].flatMap((place) => lookAtContainer(place, places)),
    ...lookAtEvents(readings, places),
  ];
}

/** The kinds of place that each kind cannot contain. */
const CANNOT_HOLD: { readonly [K in PlaceKind]: readonly PlaceKind[] } = {
  COUNTRY: [],
  REGION: [],
  CITY: ['COUNTRY', 'REGION'],
  // A district of a country contains towns; a district of a town is in the town.
  DISTRICT: ['COUNTRY', 'REGION'],
  SITE: ['COUNTRY', 'REGION', 'CITY'],
  BUILDING: ['COUNTRY', 'REGION', 'CITY', 'DISTRICT'],
  VEHICLE: ['COUNTRY', 'REGION', 'CITY', 'DISTRICT', 'SITE', 'BUILDING'],
  OTHER: [],
};

function lookAtContainer(place: PlaceEntity, places: ReadonlyMap<Slug, PlaceEntity>): Warning[] {
  const container = places.get(place.value.containedIn ?? '');
  if (container === undefined || !CANNOT_HOLD[container.value.kind].includes(place.value.kind)) return [];
  return [
    {
      at: place.yaml.at(['containedIn']),
      says: `The ${named(place)} is in the ${named(container)}.`,
      expected: 'a larger place.',
      fix: 'Correct "containedIn", or the kind of one of them.',
    },
  ];
}

function named({ slug, value: { kind } }: PlaceEntity): string {
  return `${kind === 'OTHER' ? 'place' : kind.toLowerCase()} "${slug}"`;
}

function lookAtEvents(readings: readonly Reading[], places: ReadonlyMap<Slug, PlaceEntity>): Warning[] {
  const placesOf = new Map<Slug, Set<Slug>>();
  for (const { read } of readings.flatMap(({ events }) => events)) {
    const known = placesOf.get(read.slug) ?? new Set();
    for (const place of read.report.places) known.add(place);
    placesOf.set(read.slug, known);
  }
  const wholes = new Map(
    readings
      .flatMap(({ events }) => events)
      .flatMap(({ read }) => {
        return read.introduces?.partOf == null ? [] : [[read.slug, read.introduces.partOf] as const];
      }),
  );
  return readings.flatMap((reading) =>
    reading.events.flatMap(({ path, read }): Warning[] => {
      const whole = wholes.get(read.slug);
      const larger = [...(placesOf.get(whole ?? '') ?? [])];
      if (whole === undefined || larger.length === 0) return [];
      return read.report.places.flatMap((place, index) => {
        if (!larger.every((one) => areApart(place, one, places))) return [];
        return [
          {
            at: placeInAnnotation(reading, [...path, 'places', index]),
            says: `"${read.slug}" is in "${place}", but the larger event "${whole}" is in ${larger.map((one) => `"${one}"`).join(', ')}.`,
            expected: 'a part of an event in the place of that event.',
            fix: 'Correct the place, the "containedIn" of one of the places, or "partOf".',
          },
        ];
      });
    }),
  );
}

/** Whether both places have a country, region or city, and these differ. */
function areApart(one: Slug, other: Slug, places: ReadonlyMap<Slug, PlaceEntity>): boolean {
  const [chain, otherChain] = [chainOf(one, places), chainOf(other, places)];
  if (chain.some(({ slug }) => slug === other) || otherChain.some(({ slug }) => slug === one)) return false;
  return (['COUNTRY', 'REGION', 'CITY'] as const).some((kind) => {
    const [its, others] = [chain, otherChain].map((all) => all.filter(({ value }) => value.kind === kind));
    if (its === undefined || others === undefined || its.length === 0 || others.length === 0) return false;
    return !its.some((place) => others.includes(place));
  });
}

const LONGEST_CHAIN = 20;

/** The place and all places that contain it. */
function chainOf(slug: Slug, places: ReadonlyMap<Slug, PlaceEntity>): PlaceEntity[] {
  const chain: PlaceEntity[] = [];
  let place = places.get(slug);
  // A cycle is a problem of its own, and must not cause an endless loop.
  while (place !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(place);
    place = places.get(place.value.containedIn ?? '');
  }
  return chain;
}
