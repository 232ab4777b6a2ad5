/** Decisions: the changes that answers make to the files. Nothing is written here. */
import type { Slug } from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { ENTITY_FOLDERS } from '../corpus-path.ts';
import type { Plain } from '../print-yaml.ts';
import { type Copy, editYaml } from './copy.ts';
import { listOf, namesOf, type Proposal, readValues } from './proposal.ts';
import { fieldsOf, findDependents, findReferences, removeAll, valueAt } from './reference.ts';
import { removeAt, renameAt, setAt, unwrapAt, type Way } from './splice.ts';

/** A change in the making. */
export interface Draft {
  readonly change: Map<string, string | null>;
  edit(file: string, splice: (yaml: string) => string): void;
}

/** Starts from the content of the files, or from an earlier change. */
export function openDraft(copy: Copy, from: FileChange = new Map()): Draft {
  const change = new Map(from);
  return {
    change,
    edit(file, splice) {
      const content = change.get(file) ?? copy.read(file);
      if (content !== null) change.set(file, editYaml(file, content, splice));
    },
  };
}

export function isEntity({ kind }: Proposal): boolean {
  return Object.hasOwn(ENTITY_FOLDERS, kind);
}

/** Removes the draft marks of the proposals. */
export function accept(proposals: readonly Proposal[], copy: Copy): FileChange {
  const draft = openDraft(copy);
  for (const { file, way } of proposals.flatMap(({ parts }) => [...parts])) {
    draft.edit(file, (yaml) => (isMention(way) ? unwrapAt(yaml, way, 'names') : removeAt(yaml, [...way, 'draft'])));
  }
  return draft.change;
}

function isMention(way: Way): boolean {
  return way.length === 2 && way[0] === 'mentions';
}

/** The parts of files that a rejection removes too, by file. */
export function dependentsOf(proposal: Proposal, values: ReadonlyMap<string, unknown>): Map<string, Way[]> {
  const introduced = isEntity(proposal) ? proposal.slug : introducedBy(proposal.value);
  if (introduced === null) return new Map();
  const found = findDependents(introduced, values);
  if (!isEntity(proposal)) return found;
  // Its mentions are useless without it.
  for (const [file, value] of values) {
    if (valueAt(value, ['mentions', introduced]) === undefined) continue;
    found.set(file, [...(found.get(file) ?? []), ['mentions', introduced]]);
  }
  return found;
}

function introducedBy(value: unknown): Slug | null {
  const { statement, event } = fieldsOf(value);
  return [statement, event].find((slug): slug is string => typeof slug === 'string') ?? null;
}

/** Removes the proposal, and everything that depends on it. */
export function reject(proposal: Proposal, dependents: ReadonlyMap<string, readonly Way[]>, copy: Copy): FileChange {
  const draft = openDraft(copy);
  const ways = new Map<string, Way[]>([...dependents].map(([file, all]) => [file, [...all]]));
  for (const { file, way } of proposal.parts) {
    if (way.length === 0) draft.change.set(file, null);
    else ways.set(file, [...(ways.get(file) ?? []).filter((one) => one.join() !== way.join()), way]);
  }
  for (const [file, all] of ways) if (draft.change.get(file) !== null) draft.edit(file, (yaml) => removeAll(yaml, all));
  return draft.change;
}

/** Redirects every reference to the other thing, and deletes the proposed one. */
export function merge(proposal: Proposal, into: Slug, values: ReadonlyMap<string, unknown>, copy: Copy): FileChange {
  const draft = openDraft(copy);
  rename(proposal.slug ?? '', into, values, draft);
  const [{ file }] = proposal.parts;
  draft.change.set(file, null);
  for (const { file: article } of proposal.parts.slice(1)) {
    // By merging the two, the editor has confirmed these names.
    draft.edit(article, (yaml) => unwrapAt(yaml, ['mentions', into], 'names'));
  }
  return draft.change;
}

/** Gives an entity another slug, which must be free. */
export function move(proposal: Proposal, to: Slug, values: ReadonlyMap<string, unknown>, copy: Copy): FileChange {
  const draft = openDraft(copy);
  rename(proposal.slug ?? '', to, values, draft);
  const [{ file }] = proposal.parts;
  draft.change.set(file.replace(/[^/]+$/, `${to}.yaml`), draft.change.get(file) ?? copy.read(file));
  draft.change.set(file, null);
  return draft.change;
}

/** Makes the names of a mention those of another thing. */
export function moveMention({ slug, parts: [{ file }] }: Proposal, to: Slug, copy: Copy): FileChange {
  const draft = openDraft(copy);
  const { mentions } = fieldsOf(readValues([file], copy).get(file));
  rename(slug ?? '', to, new Map([[file, { mentions }]]), draft);
  return draft.change;
}

/** Replaces every reference to one slug with one to the other, and joins their mentions. */
export function rename(from: Slug, to: Slug, values: ReadonlyMap<string, unknown>, draft: Draft): void {
  for (const { file, way } of findReferences(from, values)) draft.edit(file, (yaml) => setAt(yaml, way, to));
  for (const [file, value] of values) {
    const moved = valueAt(value, ['mentions', from]);
    const there = valueAt(value, ['mentions', to]);
    if (moved === undefined) continue;
    if (there === undefined) {
      draft.edit(file, (yaml) => renameAt(yaml, ['mentions', from], to));
      continue;
    }
    const target: Way = fieldsOf(there).names === undefined ? ['mentions', to] : ['mentions', to, 'names'];
    draft.edit(file, (yaml) => removeAt(setAt(yaml, target, joinNames(there, moved)), ['mentions', from]));
  }
}

function joinNames(there: unknown, moved: unknown): Plain {
  const all = [there, moved].flatMap((mention) => {
    const names = namesOf(mention);
    return Array.isArray(names) ? listOf(names) : [names];
  });
  const distinct = new Map(all.map((name) => [JSON.stringify(name), name as Plain]));
  return [...distinct.values()];
}
