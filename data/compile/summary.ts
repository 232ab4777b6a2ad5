/** The corpus in numbers, and its version. */
import { createHash } from 'node:crypto';
import {
  type Corpus,
  type CorpusSummary,
  ENTITY_TYPES,
  type EntityType,
  type Evidence,
  REPORTED_TYPES,
} from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { distinctSpans } from './span.ts';

/** Counts the entities and their evidence; the version is a digest of all records. */
export function summarize(corpus: Omit<Corpus, 'summary'>, articles: readonly AssertedArticle[]): CorpusSummary {
  let length = 0;
  let covered = 0;
  let evidenceCount = 0;
  for (const article of articles) {
    const evidence = distinctSpans(evidenceOf(article));
    length += [...article.text.text].length;
    covered += coveredLength(evidence);
    evidenceCount += evidence.length;
  }
  return {
    version: `sha256:${digest(corpus)}`,
    counts: countByType(corpus.entities),
    versionCounts: countByType(corpus.past),
    evidenceCount,
    coverage: length === 0 ? 0 : covered / length,
  };
}

/** Hashes record by record, since the JSON of a large corpus is longer than a string can be. */
function digest({ entities, texts, dossiers, removed, histories, retired }: Omit<Corpus, 'summary'>): string {
  const hash = createHash('sha256');
  const things = ENTITY_TYPES.flatMap((type): readonly object[] => entities[type]);
  const gone = REPORTED_TYPES.flatMap((type): readonly object[] => removed[type]);
  const records = [...things, ...texts, ...dossiers, ...gone, ...histories, ...retired];
  let text = '';
  for (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length < HASHED_AT_ONCE) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}

/** In characters. Records one by one take a third longer. */
const HASHED_AT_ONCE = 2 ** 16;

function countByType(lists: { readonly [T in EntityType]: readonly unknown[] }): CorpusSummary['counts'] {
  return Object.fromEntries(ENTITY_TYPES.map((type) => [type, lists[type].length])) as CorpusSummary['counts'];
}

/** The evidence of every event, participation, statement and fact of an article. */
export function evidenceOf({ events, statements, facts }: AssertedArticle): Evidence[] {
  const reports = events.map(({ report }) => report);
  const quotes = statements.map(({ quote }) => quote);
  const participants = reports.flatMap((report) => report.participants);
  return [...reports, ...quotes, ...participants, ...facts].flatMap((assertion) => assertion.evidence);
}

/** The code points that the spans cover, each counted once. The spans must be of one text, in its order. */
export function coveredLength(spans: readonly Evidence[]): number {
  let covered = 0;
  let reached = 0;
  for (const { start, end } of spans) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
