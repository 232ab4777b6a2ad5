/** Mutate: one to four changes to an attempt: its document, its variables, and the text before the document. */
import { BREAK, type DocumentNode, Kind, visit } from 'graphql';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import { type Attempt, attemptOf, textOf } from '../attempt.ts';
import { giveCursor, joinFilters, lengthenList, lengthenText, redrawArgument, resizePage } from './mutate-argument.ts';
import { addUnused, moveIntoFragment, spreadAgain, wrapInline } from './mutate-fragment.ts';
import {
  addDirectives,
  addNothing,
  addOperation,
  addValues,
  intoLiteral,
  intoVariable,
  toggleCost,
} from './mutate-request.ts';
import {
  addFields,
  addMistakes,
  copyUnderNames,
  lengthenName,
  nestSelection,
  removeSelections,
  repeatSelection,
} from './mutate-selection.ts';
import type { Mutation, World } from './world.ts';

export const MUTATIONS: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [10, addFields],
  [6, removeSelections],
  [3, repeatSelection],
  [6, copyUnderNames],
  [2, lengthenName],
  [1, addMistakes],
  [4, nestSelection],
  [3, moveIntoFragment],
  [3, spreadAgain],
  [2, addUnused],
  [2, wrapInline],
  [10, resizePage],
  [3, giveCursor],
  [8, redrawArgument],
  [6, joinFilters],
  [5, lengthenText],
  [4, lengthenList],
  [2, intoVariable],
  [1, intoLiteral],
  [1, addDirectives],
  [1, addOperation],
  [1, addNothing],
  [0.5, toggleCost],
  [0.5, addValues],
];

/** A new attempt with a document that can be parsed. Most are valid too. */
export function mutate(attempt: Attempt, world: World, random: FuzzRandom): Attempt {
  let mutated = attempt;
  for (let left = 1 + random.few(4); left > 0; left--) {
    const changed = random.weighted(MUTATIONS)(mutated, world, random);
    if (changed !== null && !isHuge(changed.document)) mutated = changed;
  }
  return settled(mutated);
}

/** Whether it is far larger than the limit of a document, because mutations multiply each other. */
function isHuge(document: DocumentNode): boolean {
  let size = 0;
  visit(document, {
    enter(node) {
      size += node.kind === Kind.NAME ? 1 + node.value.length / NAME_LENGTH : 1;
      return size > MOST_SIZE ? BREAK : undefined;
    },
  });
  return size > MOST_SIZE;
}

/** The most nodes; a thousand tokens have fewer. */
const MOST_SIZE = 6000;
const NAME_LENGTH = 20;

/** Parsed again from its text, so that no node is shared and each can be changed alone. */
export function settled(attempt: Attempt): Attempt {
  const { document } = attemptOf(textOf({ ...attempt, before: '' }));
  return { ...attempt, document };
}
