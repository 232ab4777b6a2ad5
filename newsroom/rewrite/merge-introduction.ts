/** Merging two events or two statements: the report that introduces one becomes a report of the other. */
import { Refusal, type Slug } from '../../data/compile/index.ts';
import { fieldsOf, valueAt } from '../review/reference.ts';
import { removeAt, renameAt, setAt, type Way } from '../review/splice.ts';
import type { Rewrite } from './rewrite.ts';
import { placesOf } from './slug-place.ts';

/** The fields that only an introduction of an event has. */
export const INTRODUCING_FIELDS = ['name', 'kind', 'partOf'] as const;

/** The item that introduces the slug: its file, its way, and its value. */
export interface IntroducingItem {
  readonly file: string;
  readonly way: Way;
  readonly value: Readonly<Record<string | number, unknown>>;
}

function findIntroduction(rewrite: Rewrite, slug: Slug): IntroducingItem | null {
  for (const file of rewrite.filesWith(slug)) {
    const value = rewrite.readValue(file);
    const place = placesOf(slug, file, value).find(({ role }) => role === 'introduction');
    const way = place?.way.slice(0, -1);
    if (way !== undefined) return { file, way, value: fieldsOf(valueAt(value, way)) };
  }
  return null;
}

/**
 * Makes the introduction of the first a report of the second. Returns what was dropped with it.
 *
 * @throws Refusal if the two are part of different larger events, or one of the other.
 */
export function mergeIntroductions(rewrite: Rewrite, field: 'event' | 'statement', from: Slug, into: Slug): string[] {
  const left = findIntroduction(rewrite, from);
  const kept = findIntroduction(rewrite, into);
  if (left === null || kept === null) {
    throw new Refusal(`"${left === null ? from : into}" is introduced in a file that cannot be read. Mend it first.`);
  }
  const { partOf } = left.value;
  if (field === 'event' && typeof partOf === 'string') {
    if (partOf === into) {
      throw new Refusal(
        `"${from}" is part of "${into}", so it is not the same. If it is, remove "partOf" first, in ${left.file}.`,
      );
    }
    const other = kept.value.partOf;
    if (other !== undefined && other !== partOf) {
      throw new Refusal(
        `"${from}" is part of "${partOf}", and "${into}" of "${other}". One event is part of one larger event: correct "partOf" first, in ${left.file} or ${kept.file}.`,
      );
    }
    if (other === undefined) {
      rewrite.edit(kept.file, (yaml) => setAt(yaml, [...kept.way, 'partOf'], partOf));
      rewrite.note(kept.file, `"${into}" is part of "${partOf}"`);
    }
  }
  makeReport(rewrite, left, field);
  if (field === 'statement') return [];
  const { name, kind } = left.value;
  const { name: shown, kind: other } = kept.value;
  const dropped = [name === shown ? null : `name “${name}”`, kind === other ? null : `kind ${kind}`].filter(
    (one) => one !== null,
  );
  return dropped.length === 0
    ? []
    : [`"${into}" keeps its own: dropped the ${dropped.join(' and the ')} of "${from}".`];
}

/** Makes an introduction a report of the same slug, which another item has to introduce. */
export function makeReport(rewrite: Rewrite, { file, way }: IntroducingItem, field: 'event' | 'statement'): void {
  rewrite.edit(file, (yaml) => {
    const again = renameAt(yaml, [...way, field], 'of');
    const needless = field === 'event' ? INTRODUCING_FIELDS : [];
    return needless.reduce((text, name) => removeAt(text, [...way, name]), again);
  });
}
