/** Speakers: the agents to whom articles attribute statements and events. */

import { type AssertedArticle, type AuthoredEntity, compareSlugs, type Slug } from '../../data/compile/index.ts';

export interface Speaker {
  readonly slug: Slug;
  readonly name: string;
  readonly type: 'Person' | 'Organization' | 'Group';
  /** The number of the speaker's statements; one in several articles counts once. */
  readonly statements: number;
  /** The number of events attributed to these statements. */
  readonly events: number;
  /** The number of other events that only follow such a statement without a new cue. */
  readonly carriedOver: number;
  /** The number of articles with these statements. */
  readonly articles: number;
}

/** Every agent with a statement, sorted by the number of statements, then of events, then by slug. */
export function listSpeakers(
  articles: readonly AssertedArticle[],
  entities: readonly AuthoredEntity[],
): readonly Speaker[] {
  const tallies = new Map<Slug, Tally>();
  for (const article of articles) countArticle(article, tallies);
  return entities
    .flatMap(({ slug, type, value: { name } }): Speaker[] => {
      const tally = tallies.get(slug);
      return tally === undefined || type === 'Place' ? [] : [{ slug, name, type, ...sizesOf(tally) }];
    })
    .sort((a, b) => b.statements - a.statements || b.events - a.events || compareSlugs(a.slug, b.slug));
}

interface Tally {
  readonly statements: Set<Slug>;
  readonly events: Set<Slug>;
  readonly carriedOver: Set<Slug>;
  readonly articles: Set<Slug>;
}

function countArticle({ article, statements, events }: AssertedArticle, tallies: Map<Slug, Tally>): void {
  const speakers = new Map<Slug, Slug[]>();
  for (const { slug, quote } of statements) {
    const agents = quote.speakers.map(({ agent }) => agent);
    speakers.set(slug, [...(speakers.get(slug) ?? []), ...agents]);
    for (const agent of agents) {
      const tally = tallyOf(agent, tallies);
      tally.statements.add(slug);
      tally.articles.add(article.slug);
    }
  }
  for (const { slug, report } of events) {
    // An event is always attributed to a statement of the same article.
    for (const agent of speakers.get(report.attributedTo ?? '') ?? []) {
      const tally = tallyOf(agent, tallies);
      (report.voice === 'CARRIED_OVER' ? tally.carriedOver : tally.events).add(slug);
    }
  }
}

function tallyOf(agent: Slug, tallies: Map<Slug, Tally>): Tally {
  const known = tallies.get(agent);
  if (known !== undefined) return known;
  const tally = {
    statements: new Set<Slug>(),
    events: new Set<Slug>(),
    carriedOver: new Set<Slug>(),
    articles: new Set<Slug>(),
  };
  tallies.set(agent, tally);
  return tally;
}

function sizesOf({ statements, events, carriedOver, articles }: Tally) {
  return {
    statements: statements.size,
    events: events.size,
    carriedOver: [...carriedOver].filter((slug) => !events.has(slug)).length,
    articles: articles.size,
  };
}
