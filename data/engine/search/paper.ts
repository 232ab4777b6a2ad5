/**
 * Paper: reusable arrays for tallies. Arrays with an entry for every document take longer to make than most searches,
 * so they are made once and reused. Between two uses they are blank: entries are cleared when they are read.
 */
import { documentCount, type Top } from './top.ts';

/** The documents that are hits, each once, unordered, and the score of each. */
export interface Scores {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

export interface Paper {
  /** How often each field (an article, a statement, a name) has a match, weighted by quality. */
  readonly frequencies: Float32Array;
  /** The number of words of each recorded field. */
  readonly lengths: Uint32Array;
  /** The recorded fields, each once. */
  readonly fields: Uint32Array;
  fieldCount: number;
  /** For each name a bit for each of its first 32 words: whether it was typed exactly. */
  readonly typedWords: Uint32Array;
  /** The score of each document. */
  readonly scores: Float64Array;
  /** The recorded documents, each once. */
  readonly documents: Uint32Array;
  documentCount: number;
}

const papers = new WeakMap<Top, Paper>();

/** The paper for this corpus. It must be blank again before the search asks its source for anything. */
export function paperFor(top: Top): Paper {
  const known = papers.get(top);
  if (known !== undefined) return known;
  const fields = Math.max(documentCount(top), top.nameCount);
  const paper: Paper = {
    frequencies: new Float32Array(fields),
    lengths: new Uint32Array(fields),
    fields: new Uint32Array(fields),
    fieldCount: 0,
    typedWords: new Uint32Array(top.nameCount),
    scores: new Float64Array(documentCount(top)),
    documents: new Uint32Array(documentCount(top)),
    documentCount: 0,
  };
  papers.set(top, paper);
  return paper;
}

/** Records an occurrence in a field of this many words. */
export function addFrequency(paper: Paper, field: number, quality: number, length: number): void {
  const before = paper.frequencies[field] ?? 0;
  paper.frequencies[field] = before + quality;
  if (before > 0) return;
  paper.fields[paper.fieldCount++] = field;
  paper.lengths[field] = length;
}

/** Passes on each field and how often it has the match. */
export function takeFrequencies(paper: Paper, take: (field: number, frequency: number, length: number) => void): void {
  for (let index = 0; index < paper.fieldCount; index++) {
    const field = paper.fields[index] ?? 0;
    const frequency = paper.frequencies[field] ?? 0;
    paper.frequencies[field] = 0;
    take(field, frequency, paper.lengths[field] ?? 0);
  }
  paper.fieldCount = 0;
}

/** Records a score. If a document has several, for its several names, the best counts. */
export function addScore(paper: Paper, document: number, score: number): void {
  const before = paper.scores[document] ?? 0;
  if (before === 0) paper.documents[paper.documentCount++] = document;
  if (score > before) paper.scores[document] = score;
}

export function takeScores(paper: Paper): Scores {
  const documents = paper.documents.slice(0, paper.documentCount);
  const scores = new Float64Array(documents.length);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    scores[index] = paper.scores[document] ?? 0;
    paper.scores[document] = 0;
  }
  paper.documentCount = 0;
  return { documents, scores };
}

export const NO_SCORES: Scores = { documents: new Uint32Array(0), scores: new Float64Array(0) };

/** The documents of both, which have none in common. */
export function joinScores(a: Scores, b: Scores): Scores {
  if (b.documents.length === 0) return a;
  if (a.documents.length === 0) return b;
  const documents = new Uint32Array(a.documents.length + b.documents.length);
  documents.set(a.documents);
  documents.set(b.documents, a.documents.length);
  const scores = new Float64Array(documents.length);
  scores.set(a.scores);
  scores.set(b.scores, a.scores.length);
  return { documents, scores };
}

/** The documents that have both scores, with their sums. */
export function addUp(a: Scores, b: Scores, paper: Paper): Scores {
  for (let index = 0; index < b.documents.length; index++) {
    paper.scores[b.documents[index] ?? 0] = b.scores[index] ?? 0;
  }
  for (let index = 0; index < a.documents.length; index++) {
    const document = a.documents[index] ?? 0;
    const more = paper.scores[document] ?? 0;
    if (more === 0) continue;
    paper.documents[paper.documentCount++] = document;
    paper.scores[document] = (a.scores[index] ?? 0) + more;
  }
  const sums = takeScores(paper);
  for (const document of b.documents) paper.scores[document] = 0;
  return sums;
}
