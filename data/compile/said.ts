/** What one text says, thing by thing. */
import type { Evidence, Slug } from '../model.ts';
import { partitionPoint } from '../page.ts';
import type { AssertedArticle } from './annotated-article.ts';
import type { AssertedReport } from './event-report.ts';
import type { Fact } from './fact.ts';
import { mentionsIn } from './mention.ts';
import type { AssertedQuote } from './quote.ts';

export interface Said {
  readonly reports: ReadonlyMap<Slug, readonly AssertedReport[]>;
  readonly quotes: ReadonlyMap<Slug, readonly AssertedQuote[]>;
  readonly facts: ReadonlyMap<Slug, readonly Fact[]>;
  readonly mentions: ReadonlyMap<Slug, readonly Evidence[]>;
  /** The agents and places that anything in it refers to. */
  readonly named: ReadonlySet<Slug>;
}

export function saidIn(text: AssertedArticle): Said {
  const { events, statements, facts } = text;
  return {
    reports: Map.groupBy(events, ({ slug }) => slug),
    quotes: Map.groupBy(statements, ({ slug }) => slug),
    facts: Map.groupBy(facts, ({ person }) => person),
    mentions: mentionsIn(text),
    named: new Set(namedIn(text).filter((slug) => slug !== null)),
  };
}

function namedIn({ article, names, events, statements, facts }: AssertedArticle): (Slug | null)[] {
  return [
    article.publisher,
    article.agency?.organization ?? null,
    ...article.bylines.map(({ person }) => person),
    ...names.map(({ slug }) => slug),
    ...events.flatMap(({ report: { places, participants } }) => [...places, ...participants.map(({ agent }) => agent)]),
    ...statements.flatMap(({ about, quote: { speakers, addressees } }) => [
      ...about.flatMap(({ type, slug }) => (type === 'Event' ? [] : [slug])),
      ...[...speakers, ...addressees].map(({ agent }) => agent),
    ]),
    ...facts.flatMap((fact) => [
      fact.person,
      fact.type === 'Position' ? fact.organization : fact.type === 'Kinship' ? fact.relative : null,
    ]),
  ];
}

/** What all texts of a day say of each thing, by the article that says it. */
export class Shelf<T> {
  readonly #byThing = new Map<Slug, { readonly article: Slug; readonly items: readonly T[] }[]>();

  /** Takes what an article said before away, and puts what it says now. */
  replace(article: Slug, before: ReadonlyMap<Slug, readonly T[]>, now: ReadonlyMap<Slug, readonly T[]>): void {
    for (const slug of before.keys()) {
      const left = (this.#byThing.get(slug) ?? []).filter((one) => one.article !== article);
      if (left.length === 0) this.#byThing.delete(slug);
      else this.#byThing.set(slug, left);
    }
    for (const [slug, items] of now) {
      const own = this.#byThing.get(slug) ?? [];
      own.splice(
        partitionPoint(own, (one) => one.article < article),
        0,
        { article, items },
      );
      this.#byThing.set(slug, own);
    }
  }

  /** Ordered by article, and within one as written there. Null if no text says anything of it. */
  of(slug: Slug): T[] | null {
    return this.#byThing.get(slug)?.flatMap(({ items }) => items) ?? null;
  }

  has(slug: Slug): boolean {
    return this.#byThing.has(slug);
  }
}
