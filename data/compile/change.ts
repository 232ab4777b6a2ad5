/** Changes: when each thing came into the corpus, changed or went, from what the articles and the retired list say. */

import { compareChanges } from '../change-key.ts';
import {
  type Article,
  type Asserted,
  CHANGE_OF_RETIREMENT,
  type Change,
  type Corpus,
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type Event,
  type Evidence,
  type FuzzyDate,
  type Slug,
  type Statement,
} from '../model.ts';
import { articleOf, earlierRevision, revisionsOf } from '../revision.ts';

/** A day of a change, and the article that brought it. */
interface Coming {
  readonly on: string;
  readonly article: Slug;
}

/**
 * All changes that have a day, the oldest first. The day is that of an article or revision, or is written in the retired
 * list; nothing is taken from a clock. A vague day counts as its last one.
 */
export function deriveChanges(corpus: Omit<Corpus, 'summary' | 'changes'>): Change[] {
  const days = openDays(corpus.entities.Article);
  return [
    ...added(corpus, days),
    ...revised(corpus.entities.Article),
    ...removed(corpus, days),
    ...retired(corpus),
  ].sort(compareChanges);
}

/** The day on which a revision of an article came; null if it is unknown. */
type Days = (article: Slug, revision: number | null) => string | null;

function openDays(articles: readonly Article[]): Days {
  const days = new Map(
    articles.map((article) => {
      const { slug } = article;
      const first = firstDay(article);
      const numbered = revisionsOf(article).map(
        ({ number, date }) => [number, number === 1 ? first : notBefore(first, lastDay(date))] as const,
      );
      return [slug, { present: numbered[0]?.[0] ?? 1, byNumber: new Map(numbered) }];
    }),
  );
  return (slug, revision) => {
    const own = days.get(slug);
    return own?.byNumber.get(revision ?? own.present) ?? null;
  };
}

function firstDay({ entered, published }: Article): string | null {
  return entered ?? lastDay(published);
}

/** A text that changed before the corpus got the article came with it. */
function notBefore(first: string | null, on: string | null): string | null {
  return on !== null && first !== null && on < first ? first : on;
}

function lastDay(date: FuzzyDate | null): string | null {
  return date?.latest ?? null;
}

/** For each thing, the earliest day on which a text that tells of it came. */
function* added(corpus: Omit<Corpus, 'summary' | 'changes'>, days: Days): Generator<Change> {
  const comings = new Map<Slug, Coming>();
  const come = (slug: Slug, article: Slug, on: string | null) => {
    const known = comings.get(slug);
    if (on !== null && (known === undefined || on < known.on)) comings.set(slug, { on, article });
  };
  const say = (slug: Slug, { article, standing }: Asserted) => come(slug, article, days(article, standing?.since ?? 1));
  const name = (slug: Slug, { source }: Evidence) =>
    come(slug, articleOf(source), days(articleOf(source), earlierRevision(source)));

  for (const article of corpus.entities.Article) {
    const { slug, publisher, bylines } = article;
    const on = days(slug, 1);
    for (const one of [slug, publisher, ...bylines.map(({ person }) => person)]) if (one !== null) come(one, slug, on);
  }
  for (const { slug, reports } of [...corpus.entities.Event, ...corpus.removed.Event]) {
    for (const report of reports) {
      for (const one of [slug, ...report.places]) say(one, report);
      for (const participation of report.participants) say(participation.agent, participation);
    }
  }
  for (const { slug, quotes, about } of [...corpus.entities.Statement, ...corpus.removed.Statement]) {
    for (const quote of quotes) {
      const named = [...quote.speakers, ...quote.addressees].map(({ agent }) => agent);
      for (const one of [slug, ...named, ...about.map((subject) => subject.slug)]) say(one, quote);
    }
  }
  for (const { of, mentions, positions, relatives, lifeDates } of corpus.dossiers) {
    for (const mention of mentions) name(of, mention);
    for (const fact of [...positions, ...relatives, ...lifeDates]) say(of, fact);
    for (const { organization, ...position } of positions) if (organization !== null) say(organization, position);
  }
  for (const { of, mentions, assertions } of corpus.histories) {
    for (const mention of mentions) name(of, mention);
    for (const assertion of assertions) say(of, assertion);
  }
  spreadToContainers(corpus, comings);

  const lists: readonly (readonly Entity[])[] = [
    ...ENTITY_TYPES.map((type) => corpus.entities[type]),
    ...listsOf(corpus.removed),
  ];
  for (const { type, slug } of lists.flat()) {
    const coming = comings.get(slug);
    if (coming !== undefined) yield change('ADDED', type, slug, coming.on, { article: coming.article });
  }
}

function listsOf(removed: Corpus['removed']): readonly (readonly (Event | Statement)[])[] {
  return [removed.Event, removed.Statement];
}

/** A place comes with the first place in it. */
function spreadToContainers({ entities }: Pick<Corpus, 'entities'>, comings: Map<Slug, Coming>): void {
  const containers = new Map(entities.Place.map(({ slug, containedIn }) => [slug, containedIn]));
  for (const { slug } of entities.Place) {
    const coming = comings.get(slug);
    if (coming === undefined) continue;
    for (let at = containers.get(slug) ?? null; at !== null; at = containers.get(at) ?? null) {
      const known = comings.get(at);
      if (known === undefined || coming.on < known.on) comings.set(at, coming);
    }
  }
}

function* revised(articles: readonly Article[]): Generator<Change> {
  for (const article of articles) {
    const { slug } = article;
    for (const { number, date, reason, correction } of article.revisions) {
      const on = notBefore(firstDay(article), lastDay(date));
      if (number === 1 || on === null) continue;
      const kind = correction === null ? 'REVISED' : 'CORRECTED';
      yield change(kind, 'Article', slug, on, { article: slug, revision: number, reason });
    }
  }
}

/** The events and statements that no present text reports, by the revision that took the last of them away. */
function* removed({ removed: gone, entities }: Omit<Corpus, 'summary' | 'changes'>, days: Days): Generator<Change> {
  const articles = new Map(entities.Article.map((article) => [article.slug, article]));
  for (const entity of listsOf(gone).flat()) {
    const reports: readonly Asserted[] = entity.type === 'Event' ? entity.reports : entity.quotes;
    const ends = reports.map(({ article, standing }) => {
      const revision = (standing?.until ?? 0) + 1;
      return { article, revision, on: days(article, revision) };
    });
    // If one of the days is unknown, so is the last.
    const last = ends.reduce((latest, end) =>
      end.on === null || (latest.on !== null && latest.on >= end.on) ? latest : end,
    );
    if (last.on === null || ends.some(({ on }) => on === null)) continue;
    const reason = articles.get(last.article)?.revisions.find(({ number }) => number === last.revision)?.reason ?? null;
    yield change('REMOVED', entity.type, entity.slug, last.on, {
      article: last.article,
      revision: last.revision,
      reason,
    });
  }
}

function* retired({ retired: records }: Pick<Corpus, 'retired'>): Generator<Change> {
  for (const { slug, type, on, how, reason } of records) {
    if (on !== null) yield change(CHANGE_OF_RETIREMENT[how], type, slug, on, { reason });
  }
}

function change(
  kind: Change['kind'],
  type: EntityType | null,
  slug: Slug,
  on: string,
  { article = null, revision = null, reason = null }: Partial<Pick<Change, 'article' | 'revision' | 'reason'>>,
): Change {
  return { on, kind, type, slug, article, revision, reason };
}
