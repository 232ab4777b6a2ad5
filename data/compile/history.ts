/** History: what earlier texts of the articles say, and the things that only they report. */
import type { Assertion, Evidence, History, Slug } from '../model.ts';
import { earlierRevision } from '../revision.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { differencesOf } from './difference.ts';
import { gatherMentions } from './mention.ts';
import { compareSlugs } from './span.ts';

/** The history of each thing in an earlier text, ordered by slug. `marksOf` gives the marks of a text. */
export function gatherHistories(
  articles: readonly AssertedArticle[],
  marksOf: (text: AssertedArticle) => History['texts'][number]['marks'],
): History[] {
  const revised = articles.filter(({ earlier }) => earlier.length > 0);
  const texts = revised.flatMap(({ earlier }) => earlier);
  const own = new Map(revised.map((article) => [article.article.slug, textsOf(article, marksOf)]));
  const assertions = Map.groupBy(texts.flatMap(assertionsOf), ({ of }) => of);
  const mentions = gatherMentions(texts);
  const slugs = new Set([...own.keys(), ...assertions.keys(), ...mentions.keys()]);
  return [...slugs].sort(compareSlugs).map((of) => ({
    of,
    ...(own.get(of) ?? NO_TEXTS),
    assertions: (assertions.get(of) ?? []).map(({ assertion }) => assertion),
    mentions: mentions.get(of) ?? NO_MENTIONS,
  }));
}

const NO_TEXTS = { texts: [], differences: [] } as const;
const NO_MENTIONS: readonly Evidence[] = [];

function textsOf(
  { text, article, earlier }: AssertedArticle,
  marksOf: Parameters<typeof gatherHistories>[1],
): Pick<History, 'texts' | 'differences'> {
  const [present] = article.revisions;
  const numbered = [
    { number: present?.number ?? 1, text: text.text },
    ...earlier.map((one) => ({ number: earlierRevision(one.text.of) ?? 1, text: one.text.text })),
  ];
  return {
    texts: earlier.map((one) => ({ ...one.text, marks: marksOf(one) })),
    differences: differencesOf(numbered),
  };
}

function assertionsOf({
  events,
  statements,
  facts,
}: AssertedArticle): { readonly of: Slug; readonly assertion: Assertion }[] {
  return [
    ...events.map(({ slug, report }) => ({ of: slug, assertion: report })),
    ...statements.map(({ slug, quote }) => ({ of: slug, assertion: quote })),
    ...facts.map((fact) => ({ of: fact.person, assertion: fact })),
  ];
}

/**
 * What each article said last of the events and statements that no present text reports any more: as if the newest text
 * that reports such a thing were the present one.
 */
export function lastReports(articles: readonly AssertedArticle[]): AssertedArticle[] {
  const present = new Set(articles.flatMap(reportedIn));
  return articles.flatMap((article) => {
    const found = new Set<Slug>();
    return article.earlier.flatMap((text) => {
      const isLast = ({ slug }: { readonly slug: Slug }) => !present.has(slug) && !found.has(slug);
      const last = { ...text, events: text.events.filter(isLast), statements: text.statements.filter(isLast) };
      for (const slug of reportedIn(last)) found.add(slug);
      return last.events.length + last.statements.length === 0 ? [] : [last];
    });
  });
}

function reportedIn({ events, statements }: AssertedArticle): Slug[] {
  return [...events, ...statements].map(({ slug }) => slug);
}
