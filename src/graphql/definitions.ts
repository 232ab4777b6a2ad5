/**
 * Measures every definition of a document as it is written, including those that are not executed, because all of them
 * are validated. `measure.ts` measures the operation to execute, with its fragments expanded.
 */
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { COMPARISON, FREE_COMPARISONS, FREE_TOKENS, TOKEN } from './price.ts';

/** The measures of the definitions of a document. */
export interface WrittenMeasures {
  /** The depth of the deepest definition. Fragments that it spreads count separately. */
  readonly depth: number;
  /** The number in the definition with the most. */
  readonly aliases: number;
  readonly directives: number;
  /** Fields repeated in a selection, in all definitions together, because fragments are compared with each other. */
  readonly repeats: number;
  /** The length of the longest field name or alias, in UTF-16 units. */
  readonly nameLength: number;
  /** The cost of reading the document, in points. */
  readonly reading: number;
}

/** Measures a document. The measures are the same for each of its requests, so they are cached. */
export function measureDefinitions(document: DocumentNode): WrittenMeasures {
  const known = KNOWN.get(document);
  if (known) return known;
  const definitions = document.definitions.filter(isExecutable);
  const all = definitions.map(measureDefinition);
  const measures = {
    depth: greatest(all, 'depth'),
    aliases: greatest(all, 'aliases'),
    directives: greatest(all, 'directives'),
    nameLength: greatest(all, 'nameLength'),
    repeats: all.reduce((sum, { repeats }) => sum + repeats, 0),
    reading: priceReading(document.tokenCount ?? 0, countComparisons(definitions)),
  };
  KNOWN.set(document, measures);
  return measures;
}

const KNOWN = new WeakMap<DocumentNode, WrittenMeasures>();

function priceReading(tokens: number, comparisons: number): number {
  const price = TOKEN * Math.max(0, tokens - FREE_TOKENS) + COMPARISON * Math.max(0, comparisons - FREE_COMPARISONS);
  return Math.ceil(price);
}

function isExecutable(definition: DefinitionNode): definition is Executable {
  return definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;
}

type Counts = { -readonly [Name in Exclude<keyof WrittenMeasures, 'reading'>]: number };

function greatest(all: readonly Counts[], name: keyof Counts): number {
  return all.reduce((most, counts) => Math.max(most, counts[name]), 0);
}

function measureDefinition({ directives = [], variableDefinitions = [], selectionSet }: Executable): Counts {
  const ofVariables = variableDefinitions.reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
  const counts = { depth: 0, aliases: 0, directives: directives.length + ofVariables, repeats: 0, nameLength: 0 };
  look(selectionSet, 1, new Set(), counts);
  return counts;
}

/** @param seen the response names in this selection so far, including those in inline fragments. */
function look({ selections }: SelectionSetNode, depth: number, seen: Set<string>, counts: Counts): void {
  for (const selection of selections) {
    counts.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet, depth, seen, counts);
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    counts.depth = Math.max(counts.depth, depth);
    counts.aliases += selection.alias ? 1 : 0;
    counts.repeats += seen.has(name) ? 1 : 0;
    counts.nameLength = Math.max(counts.nameLength, name.length);
    seen.add(name);
    if (selection.selectionSet) look(selection.selectionSet, depth + 1, new Set(), counts);
  }
}

/** A definition that can be executed or spread. */
export type Executable = OperationDefinitionNode | FragmentDefinitionNode;

/** The fields with one name in one selection: how many, and how many fields including those selected in them. */
interface Namesakes {
  count: number;
  fields: number;
}

/**
 * About how many pairs of fields validation compares: in each selection, with the fragments that it spreads, any two
 * fields with the same name, and the fields selected in both. Each fragment is visited once per selection.
 */
export function countComparisons(definitions: readonly Executable[]): number {
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const sizes = new Map<SelectionSetNode, number>();
  let comparisons = 0;

  function gather({ selections }: SelectionSetNode, names: Map<string, Namesakes>, spread: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const { count, fields } = names.get(name) ?? { count: 0, fields: 0 };
        names.set(name, { count: count + 1, fields: fields + 1 + sizeOf(selection.selectionSet) });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) gather(selection.selectionSet, names, spread);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        gather(fragment.selectionSet, names, spread);
      }
    }
  }

  /** The number of fields in a selection, at all depths. A spread counts as one. */
  function sizeOf(set: SelectionSetNode | undefined): number {
    if (set === undefined) return 0;
    const known = sizes.get(set);
    if (known !== undefined) return known;
    let size = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) size += 1;
      else size += sizeOf(selection.selectionSet) + (selection.kind === Kind.FIELD ? 1 : 0);
    }
    sizes.set(set, size);
    return size;
  }

  /** @param spread the fragment that has this selection: it is not compared with itself. */
  function compareIn(set: SelectionSetNode, spread: readonly string[] = []): void {
    const names = new Map<string, Namesakes>();
    gather(set, names, new Set(spread));
    for (const { count, fields } of names.values()) comparisons += ((count - 1) * fields) / 2;
    compareInside(set);
  }

  function compareInside({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) compareInside(selection.selectionSet);
      else if (selection.kind === Kind.FIELD && selection.selectionSet) compareIn(selection.selectionSet);
    }
  }

  for (const { kind, name, selectionSet } of definitions) {
    compareIn(selectionSet, kind === Kind.FRAGMENT_DEFINITION && name ? [name.value] : []);
  }
  return comparisons;
}
