/** The names of mentions that the new text does not have any more. */
import { type Anchors, type AnchorText, listAnchors, type Slug } from '../../data/compile/index.ts';
import type { Plain } from '../print-yaml.ts';
import { namesOf } from '../review/proposal.ts';
import { fieldsOf } from '../review/reference.ts';
import type { Way } from '../review/splice.ts';
import { quoteOf } from './anchor-way.ts';
import { placesIn } from './standing.ts';

/** Of one thing: the lost names, and what has to be removed from the annotation. */
export interface LostNames {
  readonly slug: Slug;
  readonly names: readonly Plain[];
  readonly words: readonly string[];
  readonly ways: readonly Way[];
  /** Whether no name of it is left. */
  readonly isGone: boolean;
}

export function findLostNames(annotation: unknown, now: AnchorText): LostNames[] {
  return Object.entries(fieldsOf(fieldsOf(annotation).mentions)).flatMap(([slug, mention]): LostNames[] => {
    const all = listAnchors(namesOf(mention) as Anchors);
    const lost = all.filter(({ anchor }) => placesIn(anchor, now).length === 0);
    if (lost.length === 0) return [];
    const isGone = lost.length === all.length;
    const way: Way = ['mentions', slug, ...(fieldsOf(mention).names === undefined ? [] : ['names'])];
    return [
      {
        slug,
        names: lost.map(({ anchor }) => anchor),
        words: lost.map(({ anchor }) => quoteOf(anchor)),
        ways: isGone ? [['mentions', slug]] : lost.map(({ path }) => [...way, ...path]),
        isGone,
      },
    ];
  });
}
