/** Measuring: a corpus in numbers. Drafts count as if they were confirmed. */

import {
  type AssertedArticle,
  type AuthoredArticle,
  type AuthoredEntity,
  compareSlugs,
  type Examination,
  type Slug,
  type YamlSource,
  yamlsOf,
} from '../../data/compile/index.ts';
import { type Coverage, coverageOf, totalCoverage } from './coverage.ts';
import { listSpeakers, type Speaker } from './speaker.ts';
import { totalVoices, type Voices, voicesOf } from './voices.ts';

export interface ArticleStats {
  readonly slug: Slug;
  readonly headline: string;
  readonly coverage: Coverage;
  /** The numbers of statements, events and facts that the article reports. */
  readonly statements: number;
  readonly events: number;
  readonly facts: number;
  readonly voices: Voices;
  /** The number of unconfirmed proposals in the article's text file and annotation. */
  readonly drafts: number;
}

export interface FileDrafts {
  readonly file: string;
  readonly drafts: number;
}

/** The output of `--json`: names and meanings are stable, and fields may be added. */
export interface CorpusStats {
  readonly counts: {
    readonly articles: number;
    readonly events: number;
    readonly statements: number;
    readonly facts: number;
    readonly people: number;
    readonly organizations: number;
    readonly groups: number;
    readonly places: number;
  };
  readonly coverage: Coverage;
  readonly voices: Voices;
  /** The file with the most drafts first. */
  readonly drafts: readonly FileDrafts[];
  /** Those with the most drafts first, then the least covered. */
  readonly articles: readonly ArticleStats[];
  readonly speakers: readonly Speaker[];
}

/** Measures a corpus that has no problems except drafts. */
export function measure({ authored, asserted: all, withheld }: Examination): CorpusStats {
  const isShown = ({ slug }: { readonly slug: Slug }) => !withheld.slugs.has(slug);
  const asserted = all.filter(({ article }) => isShown(article));
  const entities = authored.entities.filter(isShown);
  const articles = all
    .flatMap((one, index) => {
      const source = authored.articles[index];
      return source === undefined || !isShown(source) ? [] : [measureArticle(one, source)];
    })
    .sort((a, b) => b.drafts - a.drafts || a.coverage.share - b.coverage.share || compareSlugs(a.slug, b.slug));
  return {
    counts: {
      articles: articles.length,
      events: distinct(asserted.flatMap(({ events }) => events)),
      statements: distinct(asserted.flatMap(({ statements }) => statements)),
      facts: articles.reduce((sum, { facts }) => sum + facts, 0),
      ...countEntities(entities),
    },
    coverage: totalCoverage(articles.map(({ coverage }) => coverage)),
    voices: totalVoices(articles.map(({ voices }) => voices)),
    drafts: listDrafts(authored),
    articles,
    speakers: listSpeakers(asserted, entities),
  };
}

function measureArticle(asserted: AssertedArticle, source: AuthoredArticle): ArticleStats {
  const { article, events, statements } = asserted;
  return {
    slug: article.slug,
    headline: article.headline,
    coverage: coverageOf(asserted),
    statements: distinct(statements),
    events: distinct(events),
    facts: source.annotation.facts.length,
    voices: voicesOf(asserted, source),
    drafts: countDrafts(source.text.yaml) + countDrafts(source.annotation.yaml),
  };
}

function distinct(items: readonly { readonly slug: Slug }[]): number {
  return new Set(items.map(({ slug }) => slug)).size;
}

function countEntities(entities: readonly AuthoredEntity[]) {
  const count = (wanted: AuthoredEntity['type']) => entities.filter(({ type }) => type === wanted).length;
  return {
    people: count('Person'),
    organizations: count('Organization'),
    groups: count('Group'),
    places: count('Place'),
  };
}

function listDrafts({ articles, entities }: Examination['authored']): FileDrafts[] {
  const sources = [...articles.flatMap(yamlsOf), ...entities.map(({ yaml }) => yaml)];
  return sources
    .map((yaml) => ({ file: yaml.file.path, drafts: countDrafts(yaml) }))
    .filter(({ drafts }) => drafts > 0)
    .sort((a, b) => b.drafts - a.drafts || compareSlugs(a.file, b.file));
}

function countDrafts(yaml: YamlSource): number {
  return yaml.drafts.length;
}
