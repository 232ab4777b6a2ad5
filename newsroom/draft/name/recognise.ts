/** Recognition: people of the corpus whom a text names in another form: "M. K. Olsen" for "Marta Olsen". */
import type { Candidate } from './candidate.ts';
import { foldedWords } from './entity.ts';
import type { KnownEntity } from './find.ts';
import { type KnownMatch, personWords } from './known.ts';
import { fitsPerson, surnameOf } from './person-name.ts';
import type { Reading } from './reading.ts';

interface KnownPerson {
  readonly entity: KnownEntity;
  readonly names: readonly string[][];
}

/** The candidates that are known people, and the rest. A name that fits two people, or a person whom two names fit, is new. */
export function recognise(
  reading: Reading,
  candidates: readonly Candidate[],
  known: readonly KnownEntity[],
): { readonly again: readonly KnownMatch[]; readonly others: readonly Candidate[] } {
  const bySurname = Map.groupBy(
    known
      .filter(({ type }) => type === 'Person')
      .map((entity) => ({ entity, names: entity.names.map(personWords).filter((name) => name.length > 1) }))
      .flatMap((person) => [...new Set(person.names.map(surnameOf))].map((surname) => ({ surname, person }))),
    ({ surname }) => surname,
  );
  const names = new Map<KnownEntity, string[][]>();
  const found = candidates.map((candidate) => {
    const name = candidate.type === 'Person' ? foldedWords(reading, candidate) : [];
    const person = onlyFitting(name, bySurname.get(surnameOf(name))?.map(({ person }) => person) ?? []);
    if (person !== null) names.set(person.entity, [...(names.get(person.entity) ?? []), name]);
    return { candidate, person };
  });
  const isOne = ({ entity }: KnownPerson) => {
    const own = names.get(entity) ?? [];
    return own.every((name) => fitsPerson(name, own[0] ?? []));
  };
  return {
    again: found.flatMap(({ candidate: { from, to, title }, person }) =>
      person !== null && isOne(person) ? [{ ...person, from, to, title, key: null, placeKind: null }] : [],
    ),
    others: found.filter(({ person }) => person === null || !isOne(person)).map(({ candidate }) => candidate),
  };
}

function onlyFitting(name: readonly string[], people: readonly KnownPerson[]): KnownPerson | null {
  const fitting = people.filter(({ names }) => names.some((one) => fitsPerson(one, name)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
