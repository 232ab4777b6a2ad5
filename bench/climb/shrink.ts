/** Shrink: reduces an attempt to the smallest one that is as bad, so that a reader sees why. */
import { type ASTNode, Kind } from 'graphql';
import { type Attempt, operationOf } from '../attempt.ts';
import { settled } from './mutate.ts';
import { nodesOf, replaceIn, selectIn } from './place.ts';

/** Makes an attempt without one part; null if the result is not a document. */
type Smaller = () => Attempt | null;

/** The attempt without every part that can be removed while it stays bad enough. */
export async function shrink(
  attempt: Attempt,
  isBad: (attempt: Attempt) => Promise<boolean>,
  isOver: (tries: number) => boolean,
): Promise<Attempt> {
  let least = attempt;
  let rest = smallerOnes(least);
  for (let tries = 0; rest.length > 0 && !isOver(tries); tries++) {
    const [first, ...others] = rest;
    const candidate = first?.() ?? null;
    const isKept = candidate !== null && (await isBad(candidate));
    if (isKept) least = candidate;
    rest = isKept ? smallerOnes(least) : others;
  }
  return least;
}

/** Attempts without one part each, the largest parts first. */
export function smallerOnes(attempt: Attempt): readonly Smaller[] {
  const { document } = attempt;
  const asked = operationOf(attempt);
  const others = document.definitions.filter((node) => node !== asked);
  const sets = nodesOf(document, Kind.SELECTION_SET).filter(({ selections }) => selections.length > 1);
  const lists = nodesOf(document, Kind.LIST).filter(({ values }) => values.length > 1);
  const removable: readonly ASTNode[] = [
    ...others,
    ...nodesOf(document, Kind.DIRECTIVE),
    ...nodesOf(document, Kind.ARGUMENT).filter(({ name }) => name.value !== 'if'),
  ];
  return [
    ...(attempt.before === '' ? [] : [() => ({ ...attempt, before: '' })]),
    ...(attempt.reportsCost ? [() => ({ ...attempt, reportsCost: false })] : []),
    ...sets.flatMap((set) => halves(set.selections).map((half) => () => selectIn(attempt, set, half))),
    ...lists.flatMap((list) =>
      halves(list.values).map((half) => () => replaceIn(attempt, list, { ...list, values: half })),
    ),
    ...removable.map((node) => () => replaceIn(attempt, node, null)),
  ].map((make) => () => settledOrNull(make()));
}

function settledOrNull(attempt: Attempt): Attempt | null {
  try {
    return settled(attempt);
  } catch {
    return null;
  }
}

/** Without its first half, and without its second. */
function halves<T>(list: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}
