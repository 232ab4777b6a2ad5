/** Merging the files of two people, organizations, groups or places. */
import { type NamedType, Refusal, type Slug } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS } from '../corpus-path.ts';
import { listOf } from '../review/proposal.ts';
import { fieldsOf } from '../review/reference.ts';
import { appendAt, setAt } from '../review/splice.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * Moves what the first file has into the second, and deletes the first. Returns what an editor has to look at.
 *
 * @throws Refusal if the second cannot hold what the first says.
 */
export function mergeFiles(rewrite: Rewrite, type: NamedType, from: Slug, into: Slug): string[] {
  const folder = ENTITY_FOLDERS[type];
  const [left, kept] = [`${folder}/${from}.yaml`, `${folder}/${into}.yaml`];
  const moved = fieldsOf(rewrite.readValue(left));
  const there = fieldsOf(rewrite.readValue(kept));
  refuseDifferent(moved, there, left, kept, from, into);

  const names = listOf(there.otherNames);
  const newNames = [moved.name, ...listOf(moved.otherNames)].filter(
    (name) => name !== there.name && !names.includes(name),
  );
  const addresses = listOf(there.sameAs);
  const newAddresses = listOf(moved.sameAs).filter((address) => !addresses.includes(address));
  extend(rewrite, kept, 'otherNames', names, newNames);
  extend(rewrite, kept, 'sameAs', addresses, newAddresses);
  if (there.containedIn === undefined && typeof moved.containedIn === 'string') {
    const { containedIn } = moved;
    rewrite.edit(kept, (yaml) => setAt(yaml, ['containedIn'], containedIn));
    rewrite.note(kept, `containedIn ${containedIn}`);
  }
  const comments = (rewrite.read(left) ?? '')
    .split('\n')
    .filter((line) => /(^|\s)#(?! yaml-language-server)/.test(line));
  rewrite.write(left, null);
  return comments.map((line) => `A comment went with ${left}: ${line.trim()}`);
}

function extend(
  rewrite: Rewrite,
  file: string,
  field: string,
  there: readonly unknown[],
  added: readonly unknown[],
): void {
  const words = [...new Set(added.map(String))];
  if (words.length === 0) return;
  rewrite.edit(file, (yaml) => (there.length > 0 ? appendAt(yaml, [field], words) : setAt(yaml, [field], words)));
  rewrite.note(file, `${field} ${words.map((one) => `“${one}”`).join(', ')}`);
}

function refuseDifferent(
  moved: ReturnType<typeof fieldsOf>,
  there: ReturnType<typeof fieldsOf>,
  left: string,
  kept: string,
  from: Slug,
  into: Slug,
): void {
  if (moved.kind !== there.kind) {
    throw new Refusal(
      `"${from}" is a place of kind ${moved.kind}, "${into}" of kind ${there.kind}. Make the kinds the same first, in ${left} or ${kept}.`,
    );
  }
  const outer = moved.containedIn;
  if (outer === undefined || outer === there.containedIn || (there.containedIn === undefined && outer !== into)) return;
  const other = outer === into ? 'which is where it would go' : `"${into}" in "${there.containedIn}"`;
  throw new Refusal(
    `"${from}" lies in "${outer}", ${other}. One place lies in one larger place: correct "containedIn" first, in ${left} or ${kept}.`,
  );
}
