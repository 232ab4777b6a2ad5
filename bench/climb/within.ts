/** Within: reduces an attempt until it is within every limit, because a request refused at once costs little. */
import { type FieldNode, Kind, visit } from 'graphql';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import type { Attempt } from '../attempt.ts';
import { checkAttempt, NARROW } from '../refusal.ts';
import { withArgument } from './mutate-argument.ts';
import { nameOf, nodesOf, replaceIn, selectIn } from './place.ts';
import type { World } from './world.ts';

const OF_LISTS: readonly string[] = ['LIST_TOO_LONG', 'FILTER_TOO_DEEP', 'FILTER_TOO_LARGE'];
const MOST_STEPS = 60;

/** The attempt within the limits; null if that would take too many steps. */
export function within(attempt: Attempt, { schema }: World, random: FuzzRandom): Attempt | null {
  let fitting = attempt;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { codes } = checkAttempt(fitting, schema, NARROW);
    if (codes.length === 0) return fitting;
    fitting = smaller(fitting, codes, random);
  }
  return null;
}

/** Reduces one part, mostly the one that it is refused for. */
function smaller(attempt: Attempt, codes: readonly string[], random: FuzzRandom): Attempt {
  const listed = codes.some((code) => OF_LISTS.includes(code)) ? shortenList(attempt, random) : null;
  const named = codes.includes('NAME_TOO_LONG') ? shortenNames(attempt) : null;
  const isDear = codes.join() === 'QUERY_TOO_EXPENSIVE';
  const paged = isDear && random.chance(0.7) ? shrinkPage(attempt, random) : null;
  return listed ?? named ?? paged ?? removeSome(attempt, random) ?? shortenList(attempt, random) ?? attempt;
}

/** Shortens names to the limit. Different names stay different, because they differ at their start. */
function shortenNames(attempt: Attempt): Attempt {
  const shorten = (node: FieldNode) =>
    node.alias ? { ...node, alias: nameOf(node.alias.value.slice(0, NARROW.nameLength)) } : undefined;
  return { ...attempt, document: visit(attempt.document, { Field: shorten }) };
}

function shrinkPage(attempt: Attempt, random: FuzzRandom): Attempt | null {
  const pages = nodesOf(attempt.document, Kind.FIELD).flatMap((field) => {
    const page = field.arguments?.find(({ name, value }) => SIZES.includes(name.value) && value.kind === Kind.INT);
    const size = page?.value.kind === Kind.INT ? Number(page.value.value) : 0;
    return page && size > 1 ? [{ field, name: page.name.value, size }] : [];
  });
  const unsized = nodesOf(attempt.document, Kind.FIELD).filter(isUnsized);
  if (pages.length === 0 && unsized.length === 0) return null;
  if (pages.length === 0) return replaceIn(attempt, ...sized(random.pick(unsized), 'first', 20));
  const { field, name, size } = random.pick(pages);
  return replaceIn(attempt, ...sized(field, name, Math.floor(size * random.pick([0.5, 0.8, 0.95]))));
}

const SIZES = ['first', 'last'];

/** Whether it is a list with the default page size. */
function isUnsized({ arguments: given = [], selectionSet }: FieldNode): boolean {
  const hasNodes = selectionSet?.selections.some(
    (node) => node.kind === Kind.FIELD && ['nodes', 'edges'].includes(node.name.value),
  );
  return hasNodes === true && !given.some(({ name }) => SIZES.includes(name.value));
}

function sized(field: FieldNode, name: string, size: number): readonly [FieldNode, FieldNode] {
  return [field, withArgument(field, name, { kind: Kind.INT, value: `${size}` })];
}

/** Removes neighbouring selections: one, or a tenth of a large selection set. */
function removeSome(attempt: Attempt, random: FuzzRandom): Attempt | null {
  const sets = nodesOf(attempt.document, Kind.SELECTION_SET).filter(({ selections }) => selections.length > 1);
  if (sets.length === 0) return null;
  // Mostly from the largest set, which a mutation repeated.
  const longest = sets.reduce((most, set) => (set.selections.length > most.selections.length ? set : most));
  const set = random.chance(0.6) ? longest : random.pick(sets);
  const count = Math.ceil(set.selections.length / 10);
  const from = random.between(0, set.selections.length - count);
  return selectIn(
    attempt,
    set,
    set.selections.filter((_, at) => at < from || at >= from + count),
  );
}

function shortenList(attempt: Attempt, random: FuzzRandom): Attempt | null {
  const lists = nodesOf(attempt.document, Kind.LIST).filter(({ values }) => values.length > 1);
  if (lists.length === 0) return null;
  const longest = lists.reduce((most, list) => (list.values.length > most.values.length ? list : most));
  const list = random.chance(0.7) ? longest : random.pick(lists);
  return replaceIn(attempt, list, { ...list, values: list.values.slice(0, Math.ceil(list.values.length * 0.8 - 0.2)) });
}
