/**
 * The past of a corpus: each thing as it stood on each day. The texts of the articles come and go in the order of their
 * days; on each day only what they speak of is derived again, and what depends on that.
 */
import { isDeepStrictEqual } from 'node:util';
import { openContainers } from '../engine/term-context.ts';
import { AFTER_ALL } from '../fuzzy-date.ts';
import { type Corpus, ENTITY_TYPES, type Entity, type Slug, type Version } from '../model.ts';
import { daysOfTexts } from '../past.ts';
import { revisionsOf } from '../revision.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type Constants, Moment } from './moment.ts';
import { gatherNeighbours } from './neighbours.ts';
import { allTexts } from './revision.ts';
import { compareSlugs } from './span.ts';

/**
 * The versions of all things, by type. `entities` are those of the present; the echoes are those of all statements, also
 * of what was removed.
 */
export function derivePast(
  articles: readonly AssertedArticle[],
  entities: Corpus['entities'],
  constants: Pick<Constants, 'authored' | 'echoesOf' | 'introductionOf' | 'liesIn' | 'marksOf'>,
): Corpus['past'] {
  const texts = articles.flatMap(allTexts);
  const neighbours = gatherNeighbours(texts, constants.echoesOf);
  const containersOf = openContainers(entities.Place);
  const moment = new Moment({ ...constants, neighbours, containersOf });
  const spoken = statementsBySpeaker(texts);
  const reported = new Set(texts.flatMap(({ events }) => events.map(({ slug }) => slug)));
  const versions = new Versions();

  for (const [day, changes] of changesByDay(articles)) {
    const said = changes.flatMap(({ article, text }) => moment.replace(article, text));
    const touched = said.flatMap(({ reports, quotes }) => [...reports.keys(), ...quotes.keys()]);
    const near = new Set([...touched, ...touched.flatMap((slug) => [...(neighbours.get(slug) ?? [])])]);
    const events = new Set([...near].filter((slug) => reported.has(slug)));
    const statements = new Set([...near].filter((slug) => !reported.has(slug)));
    const named = new Set(said.flatMap(({ named }) => [...named]).flatMap((slug) => [slug, ...containersOf(slug)]));

    for (const slug of events) for (const name of moment.renewEvent(slug)) named.add(name);
    // The terms of an article have the speakers of its statements.
    const own = new Set(changes.map(({ article }) => article));
    for (const slug of statements) {
      if (moment.renewStatement(slug)) for (const article of moment.quoting(slug)) own.add(article);
    }
    for (const slug of named) {
      if (!moment.renewNamed(slug)) continue;
      // The terms of what somebody does or says have the positions that they hold.
      for (const event of moment.eventsWith(slug)) events.add(event);
      for (const statement of spoken.get(slug) ?? []) statements.add(statement);
    }
    for (const slug of [...own, ...events, ...statements, ...named]) {
      versions.put(day, slug, moment.find(slug), moment.termsOf);
    }
  }
  return versions.finish();
}

function statementsBySpeaker(texts: readonly AssertedArticle[]): ReadonlyMap<Slug, ReadonlySet<Slug>> {
  const spoken = new Map<Slug, Set<Slug>>();
  for (const { slug, quote } of texts.flatMap(({ statements }) => statements)) {
    for (const { agent } of quote.speakers) spoken.set(agent, (spoken.get(agent) ?? new Set()).add(slug));
  }
  return spoken;
}

/** The texts that come on each day, in the order of the days. A text goes when the next one of its article comes. */
function changesByDay(
  articles: readonly AssertedArticle[],
): (readonly [day: number, changes: readonly { readonly article: Slug; readonly text: AssertedArticle }[]])[] {
  const changes = articles.flatMap((article) => {
    const days = daysOfTexts(article.article);
    const numbers = revisionsOf(article.article).map(({ number }) => number);
    return allTexts(article).flatMap((text, index) => {
      const own = days.get(numbers[index] ?? 0);
      return own === undefined ? [] : [{ day: own.from, article: text.article.slug, text }];
    });
  });
  return [...Map.groupBy(changes, ({ day }) => day)].sort(([a], [b]) => a - b);
}

/** The versions so far; the last one of each thing is still open. */
class Versions {
  readonly #done: Version[] = [];
  readonly #open = new Map<Slug, Omit<Version, 'until'>>();

  /** A version begins if the thing is not what it was before, or is found by other terms. */
  put(day: number, slug: Slug, entity: Entity | null, termsOf: Moment['termsOf']): void {
    const open = this.#open.get(slug);
    const terms = entity === null ? NO_TERMS : termsOf(entity.type, entity);
    if (open !== undefined && entity !== null && isDeepStrictEqual([open.entity, open.terms], [entity, terms])) return;
    if (open !== undefined) this.#done.push({ ...open, until: day });
    if (entity === null) this.#open.delete(slug);
    else this.#open.set(slug, { entity, from: day, terms });
  }

  finish(): Corpus['past'] {
    const all = [...this.#done, ...[...this.#open.values()].map((open) => ({ ...open, until: AFTER_ALL }))];
    // Whatever the order of the items in their files.
    all.sort((a, b) => compareSlugs(a.entity.slug, b.entity.slug) || a.from - b.from);
    const byType = Map.groupBy(all, ({ entity }) => entity.type);
    return Object.fromEntries(ENTITY_TYPES.map((type) => [type, byType.get(type) ?? []])) as unknown as Corpus['past'];
  }
}

const NO_TERMS: Version['terms'] = new Map();
