/** Plain search by scanning: every word asked for begins a word of the thing. */
import { evidenceAt } from '../evidence.ts';
import type { Article, Corpus, Entity, EntityType, Evidence, Statement } from '../model.ts';
import { type Word, words } from '../search/fold.ts';

/** A field's words and how much a word found there counts. */
interface Field {
  readonly words: readonly Word[];
  readonly weight: number;
}

interface Document {
  readonly entity: Entity;
  readonly fields: readonly Field[];
}

const NAME_WEIGHT = 3;
const TEXT_WEIGHT = 1;
/** More places than this say nothing new to a reader. */
const MAX_SNIPPETS = 3;

/** A thing that was found, not yet with its snippets: they are cut for a page, not for every hit. */
export interface RankedEntity {
  readonly entity: Entity;
  readonly score: number;
}

export interface Search {
  /** Everything that has all the words, in no order; a query without a word finds nothing. */
  rank(text: string, types: readonly EntityType[]): readonly RankedEntity[];
  snippets(entity: Entity, text: string): readonly Evidence[];
}

/** A search over the corpus; the words of its texts are split up when it is first asked. */
export function openSearch(corpus: Corpus): Search {
  let documents: readonly Document[] | null = null;
  const articles = new Map(corpus.entities.Article.map((article) => [article.slug, article]));

  return {
    rank(text, types) {
      const wanted = wantedWords(text);
      if (wanted.length === 0) return [];
      documents ??= readDocuments(corpus);
      return documents
        .filter((document) => types.includes(document.entity.type))
        .map((document) => ({ entity: document.entity, score: score(document, wanted) }))
        .filter((hit) => hit.score > 0);
    },
    snippets: (entity, text) => cutSnippets(entity, wantedWords(text), articles),
  };
}

function wantedWords(text: string): readonly string[] {
  return [...new Set(words(text).map((word) => word.folded))];
}

function readDocuments({ entities }: Corpus): Document[] {
  const named = [...entities.Person, ...entities.Organization, ...entities.Group, ...entities.Place];
  return [
    ...entities.Article.map((entity) => document(entity, [entity.headline], entity.text)),
    ...entities.Event.map((entity) => document(entity, [entity.name])),
    ...entities.Statement.map((entity) => document(entity, [], entity.text)),
    ...named.map((entity) => document(entity, [entity.name, ...entity.otherNames])),
  ];
}

/** Each name is a field of its own: a person with three spellings is no worse a match than one with one. */
function document(entity: Entity, names: readonly string[], text = ''): Document {
  return {
    entity,
    fields: [
      ...names.map((name) => ({ words: words(name), weight: NAME_WEIGHT })),
      { words: words(text), weight: TEXT_WEIGHT },
    ],
  };
}

/** 0 where a word is missing; else more for names, whole words and short texts. */
function score(document: Document, wanted: readonly string[]): number {
  let total = 0;
  for (const start of wanted) {
    const best = Math.max(...document.fields.map((field) => scoreWord(field, start)));
    if (best === 0) return 0;
    total += best;
  }
  // Rounded, because the score is part of a cursor and must survive being written down.
  return Math.round(total * 1000) / 1000;
}

function scoreWord({ words: all, weight }: Field, start: string): number {
  let found = 0;
  for (const word of all) {
    if (word.folded === start) found += 1;
    else if (word.folded.startsWith(start)) found += 0.5;
  }
  return found === 0 ? 0 : weight * (found / (found + 1) + 1 / (1 + Math.log1p(all.length)));
}

function cutSnippets(entity: Entity, wanted: readonly string[], articles: ReadonlyMap<string, Article>): Evidence[] {
  if (entity.type === 'Article') return wordsIn(entity, 0, entity.text.length, wanted);
  if (entity.type === 'Statement') return statementSnippets(entity, wanted, articles);
  if (entity.type === 'Event') return entity.reports.flatMap((report) => report.evidence).slice(0, MAX_SNIPPETS);
  return entity.mentions.slice(0, MAX_SNIPPETS);
}

function statementSnippets(statement: Statement, wanted: readonly string[], articles: ReadonlyMap<string, Article>) {
  return statement.reports
    .flatMap((report) => report.content)
    .flatMap((span) => {
      const article = articles.get(span.article);
      return article === undefined ? [] : wordsIn(article, span.utf16Start, span.utf16End, wanted);
    })
    .slice(0, MAX_SNIPPETS);
}

/** The best places of the article between two UTF-16 positions: whole words first, then words that begin so. */
function wordsIn(article: Article, from: number, to: number, wanted: readonly string[]): Evidence[] {
  const found = words(article.text.slice(from, to)).filter((word) =>
    wanted.some((start) => word.folded.startsWith(start)),
  );
  const whole = found.filter((word) => wanted.includes(word.folded));
  return [...whole, ...found.filter((word) => !whole.includes(word))]
    .slice(0, MAX_SNIPPETS)
    .map((word) => evidenceAt(article, from + word.utf16Start, from + word.utf16End));
}
