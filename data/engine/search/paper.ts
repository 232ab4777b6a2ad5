/**
 * Paper to tally on. Arrays with a place for every document take longer to make than most searches, so that they are
 * made once and used again. Between two uses they are blank: what was written is wiped as it is taken.
 */
import { documentCount, type Top } from './top.ts';

/** The documents that are hits, each once, in no order, and the score of each. */
export interface Scores {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

export interface Paper {
  /** How often each field (an article, a statement, a name) has a match, by what each occurrence counts. */
  readonly frequencies: Float32Array;
  /** How many words each of the fields has that were written down. */
  readonly lengths: Uint32Array;
  /** The fields that were written down, each once. */
  readonly fields: Uint32Array;
  fieldCount: number;
  /** The score of each document. */
  readonly scores: Float64Array;
  /** The documents that were written down, each once. */
  readonly documents: Uint32Array;
  documentCount: number;
}

const papers = new WeakMap<Top, Paper>();

/** The paper for this corpus. It must be blank again before the search goes on to ask its source for anything. */
export function paperFor(top: Top): Paper {
  const known = papers.get(top);
  if (known !== undefined) return known;
  const fields = Math.max(documentCount(top), top.nameCount);
  const paper: Paper = {
    frequencies: new Float32Array(fields),
    lengths: new Uint32Array(fields),
    fields: new Uint32Array(fields),
    fieldCount: 0,
    scores: new Float64Array(documentCount(top)),
    documents: new Uint32Array(documentCount(top)),
    documentCount: 0,
  };
  papers.set(top, paper);
  return paper;
}

/** Writes down an occurrence in a field of so many words. */
export function addFrequency(paper: Paper, field: number, quality: number, length: number): void {
  const before = paper.frequencies[field] ?? 0;
  paper.frequencies[field] = before + quality;
  if (before > 0) return;
  paper.fields[paper.fieldCount++] = field;
  paper.lengths[field] = length;
}

/** Hands on each field with how often it has the match. */
export function takeFrequencies(paper: Paper, take: (field: number, frequency: number, length: number) => void): void {
  for (let index = 0; index < paper.fieldCount; index++) {
    const field = paper.fields[index] ?? 0;
    const frequency = paper.frequencies[field] ?? 0;
    paper.frequencies[field] = 0;
    take(field, frequency, paper.lengths[field] ?? 0);
  }
  paper.fieldCount = 0;
}

/** Writes down a score. Of several of a document, for its several names, the best counts. */
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

/** The documents that have both scores, with the sums of them. */
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
