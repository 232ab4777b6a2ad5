/** Names that a caller may have meant by one that does not exist. */

const MOST = 5;
/** No name of the schema is as long; the rest of the given name is ignored. */
const READ_LENGTH = 60;
/** The lowest share of common letter pairs at which a name counts as near. */
const NEAR = 0.45;

/** At most five, the nearest first, by the letter pairs that both have (Dice's coefficient), ignoring case. */
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

/** Start and end count as letters, so that a name of one letter also has pairs. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = `^${name.toLowerCase()}$`;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
