/** Names of people: whether two forms of a name fit one person: with or without initials, middle names, suffixes. */
import { PARTICLES } from './stop-word.ts';

/** Suffixes for a generation, which tell a father from a son, and for an honour. */
export const GENERATION = /^(jr|sr|ii|iii|iv)$/;
export const HONOUR = /^(qc|kc|sc|sj|mp|mep|msp|td|phd|md|rn|obe|cbe|mbe)$/;

/** The last word that is not a suffix: "reed" of "martin reed jr". */
export function surnameOf(name: readonly string[]): string {
  return name.findLast((word) => !GENERATION.test(word) && !HONOUR.test(word)) ?? '';
}

/** The surname alone, and with the particles before it: "bruyne", "de bruyne". */
export function surnamesOf(name: readonly string[]): string[] {
  const particle = name.findIndex((part, index) => index > 0 && PARTICLES.has(part));
  return particle > 0 ? [surnameOf(name), name.slice(particle).join(' ')] : [surnameOf(name)];
}

/**
 * Whether two folded names may be of one person: "marta k olsen", "marta olsen" and "m k olsen", but not "marta l olsen".
 * A name without a given name fits nobody, since others have the surname too.
 */
export function fitsPerson(one: readonly string[], other: readonly string[]): boolean {
  if (surnameOf(one) !== surnameOf(other)) return false;
  const [suffix, otherSuffix] = [one, other].map((name) => name.find((word) => GENERATION.test(word)));
  if (suffix !== undefined && otherSuffix !== undefined && suffix !== otherSuffix) return false;
  const [given, otherGiven] = [givenNames(one), givenNames(other)];
  const shorter = Math.min(given.length, otherGiven.length);
  if (shorter === 0) return false;
  return given.slice(0, shorter).every((name, at) => fitsGiven(name, otherGiven[at] ?? ''));
}

function givenNames(name: readonly string[]): string[] {
  return name
    .slice(0, name.lastIndexOf(surnameOf(name)))
    .filter((word) => !PARTICLES.has(word))
    .flatMap((word) => (/^\p{L}(\.\p{L})+$/u.test(word) ? word.split('.') : [word]));
}

function fitsGiven(one: string, other: string): boolean {
  return one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0]);
}
