/** Names that may have been meant by one that there is not. */

const MOST = 5;
/** No name of a schema is as long; the rest of what was given is not looked at. */
const READ_LENGTH = 60;
/** The share of letter pairs in common from which on a name is near. */
const NEAR = 0.45;

/** At most five, the nearest first: by the pairs of letters that both have (Dice's coefficient), whatever the case. */
export function nearestNames(given: string, names: readonly string[]): readonly string[] {
  const wanted = pairsOf(given.slice(0, READ_LENGTH));
  return names
    .map((name) => ({ name, likeness: likeness(wanted, pairsOf(name)) }))
    .filter((one) => one.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness || a.name.length - b.name.length)
    .slice(0, MOST)
    .map(({ name }) => name);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** With its beginning and its end, so that a name of one letter has pairs, too. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = `^${name.toLowerCase()}$`;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
