/** Gold: texts that people marked, from a file of JSON lines or from corpora that this repository holds. */
import { readFileSync } from 'node:fs';
import type { Evidence, FuzzyDate, StatementReport } from '../../../data/model.ts';
import type { AssertedArticle } from '../../../data/tools/compile/annotated-article.ts';
import { type Examination, examine } from '../../../data/tools/compile/index.ts';

/** A text and what people marked in it; positions are UTF-16 units. */
export interface MarkedText {
  readonly id: string;
  /** Of publication, as EDTF; null where nobody knows. */
  readonly date: string | null;
  readonly text: string;
  readonly quotes: readonly MarkedQuote[];
  readonly dates: readonly { readonly span: Span; readonly edtf: string | null }[];
  readonly entities: readonly { readonly span: Span; readonly type: string; readonly named: boolean }[];
}

export type Span = readonly [start: number, end: number];

export interface MarkedQuote {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Whether a verb of saying gives it; else it is no speech, and neither wanted nor wrong. */
  readonly speechCue: boolean;
}

/** Reads a file with a marked text a line. */
export function readMarked(file: string): MarkedText[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): MarkedText => JSON.parse(line));
}

/** The English articles of an authored corpus, as its editors annotated them. */
export function markedIn(folder: string): MarkedText[] {
  const examination = examine(folder);
  return examination.asserted
    .filter(({ article }) => article.language === 'en')
    .map((article) => markedArticle(article, examination));
}

function markedArticle(
  { article, text, statements, events, facts, names }: AssertedArticle,
  { authored }: Examination,
): MarkedText {
  const types = new Map(authored.entities.map(({ slug, type }) => [slug, type.toLowerCase()]));
  const reports = statements.map(({ report }) => report);
  const dates = [
    ...reports.map(({ date }) => date),
    ...events.map(({ report }) => report.date),
    ...facts.flatMap((fact) => (fact.type === 'LifeDate' ? [fact.date] : [])),
  ];
  return {
    id: article.slug,
    date: article.published?.edtf ?? null,
    text: text.text,
    quotes: reports.map(markedQuote),
    dates: distinct(dates.flatMap((date) => markedDate(date))),
    entities: names.flatMap(({ slug, evidence }) =>
      evidence.map((one) => ({ span: spanOf(one), type: types.get(slug) ?? '', named: types.get(slug) !== 'group' })),
    ),
  };
}

function markedQuote({ content, speakers, kind }: StatementReport): MarkedQuote {
  const quoted = kind === 'DIRECT_QUOTE' ? 'direct' : kind === 'MIXED_QUOTE' ? 'mixed' : 'indirect';
  return {
    content: content.map(spanOf),
    source: speakers.map(({ evidence }) => spanOf(evidence)),
    kind: quoted,
    speechCue: kind !== 'FINDING',
  };
}

function markedDate(date: FuzzyDate | null): MarkedText['dates'] {
  return date === null || date.evidence === null ? [] : [{ span: spanOf(date.evidence), edtf: date.edtf }];
}

function distinct(dates: MarkedText['dates']): MarkedText['dates'] {
  return [...new Map(dates.map((date) => [date.span.join(), date])).values()];
}

function spanOf({ utf16Start, utf16End }: Evidence): Span {
  return [utf16Start, utf16End];
}
