/** Neighbours: the events and statements that may change when another one does, in any text of the articles. */
import type { Slug } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';

/** For each event and statement its neighbours, itself not among them. */
export function gatherNeighbours(
  texts: readonly AssertedArticle[],
  echoesOf: ReadonlyMap<Slug, readonly Slug[]>,
): ReadonlyMap<Slug, ReadonlySet<Slug>> {
  const neighbours = new Map<Slug, Set<Slug>>();
  const join = (one: Slug, other: Slug | null) => {
    if (other === null || one === other) return;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    }
  };
  for (const { events, statements } of texts) {
    for (const { slug, introduces, report } of events) {
      join(slug, introduces?.partOf ?? null);
      join(slug, report.attributedTo);
    }
    for (const { slug, about, relations, quote } of statements) {
      join(slug, quote.attributedTo);
      for (const subject of about) if (subject.type === 'Event') join(slug, subject.slug);
      for (const { to } of relations) join(slug, to);
    }
  }
  for (const [slug, echoes] of echoesOf) for (const echo of echoes) join(slug, echo);
  return neighbours;
}
