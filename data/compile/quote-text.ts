/**
 * The text of a quote: what may be printed as "speaker: text" and be true. The bare words of a denial are what is denied,
 * those of a refusal to comment are no words of anybody, and words inside another statement are only said to be said: so
 * such words are printed with those that say so.
 */

import { type Evidence, isHedged, type Polarity, type Quote, type Slug, type StatementKind } from '../model.ts';
import { printed } from '../printed.ts';
import { cutAtMarks, isQuoted, meeting } from '../quotation.ts';
import type { Range } from '../text.ts';
import { type AnchorText, evidenceAt } from './anchor.ts';
import { outermostSpans } from './span.ts';

/** A quote that has no text yet. */
export type Untold = Omit<Quote, 'text'>;

/** Spans of content without the quotation marks in them: each is wholly quoted or not. */
export function cutContent(content: readonly Evidence[], text: AnchorText): Evidence[] {
  return content.flatMap((span) => {
    const whole = rangeOf(span);
    const [first, ...others] = meeting(text.quotations, whole);
    if (first === undefined || (others.length === 0 && liesIn(whole, first.inner))) return [span];
    const parts = cutAtMarks(text.text, whole, text.quotations).map((part) => trim(text.text, part));
    return parts.length === 0 ? [span] : parts.map(({ start, end }) => evidenceAt(text, start, end));
  });
}

function rangeOf({ utf16Start, utf16End }: Evidence): Range {
  return { start: utf16Start, end: utf16End };
}

function liesIn(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function trim(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Whether the speaker says that the content is so, where the editor says nothing of it. */
export function impliedPolarity(kind: StatementKind, content: readonly Evidence[], text: AnchorText): Polarity {
  return polarityOfKind(kind) ?? (isOwnSentence(content, text) ? 'AFFIRMED' : 'DENIED');
}

/** What the kind alone says of it; null for a denial, of which the quotation marks decide. */
export function polarityOfKind(kind: StatementKind): Polarity | null {
  if (kind === 'DENIAL') return null;
  return kind === 'NO_COMMENT' ? 'UNSPECIFIED' : 'AFFIRMED';
}

/**
 * Whether the speaker is quoted with a whole sentence, as in "“I never did,” he denied": then the words deny. Those of
 * "denied “any wrongdoing”" are what is denied. A script without capitals does not tell the two apart.
 */
function isOwnSentence(content: readonly Evidence[], { text, quotations }: AnchorText): boolean {
  return content.every((span) => isQuoted(text, span, quotations)) && /^\P{L}*\p{Lu}/u.test(content[0]?.exact ?? '');
}

/** The texts of the quotes of one article, in their order. */
export function textsOf(quotes: readonly Untold[], text: AnchorText): string[] {
  const byStatement = Map.groupBy(quotes, ({ statement }) => statement);
  return quotes.map((quote) => textOf(quote, byStatement, text));
}

type ByStatement = ReadonlyMap<Slug, readonly Untold[]>;

function textOf(quote: Untold, byStatement: ByStatement, text: AnchorText): string {
  const { content, cue } = quote;
  const cues = [...content, ...(cue === null ? [] : [cue])];
  if (quote.attributedTo !== null) {
    const spans = [...cues, ...voicesOf(quote), ...outerWords(quote, byStatement, new Set([quote]))];
    return printed(text.text, outermostSpans(spans), text.quotations);
  }
  if (isPlain(quote)) return printContent(quote, text);
  return printed(text.text, outermostSpans(cues), text.quotations);
}

/** Whether the bare words of the content are what the speaker says is so. */
function isPlain({ kind, certainty, polarity }: Untold): boolean {
  return kind !== 'DENIAL' && kind !== 'NO_COMMENT' && !isHedged({ certainty }) && polarity === 'AFFIRMED';
}

function voicesOf({ speakers }: Untold): Evidence[] {
  return speakers.map(({ evidence }) => evidence);
}

/** The words that say who says the statement around it, and that of the one around that, outwards. */
function outerWords(quote: Untold, byStatement: ByStatement, seen: Set<Untold>): Evidence[] {
  const outer = around(quote, byStatement.get(quote.attributedTo ?? '') ?? []);
  // A circle of attributions is refused later, with all of them in view.
  if (outer === undefined || seen.has(outer)) return [];
  const { cue } = outer;
  return [...(cue === null ? [] : [cue]), ...voicesOf(outer), ...outerWords(outer, byStatement, seen.add(outer))];
}

/** Of several quotes of the outer statement in one article: the last that begins before it. */
function around({ content }: Untold, quotes: readonly Untold[]): Untold | undefined {
  const start = content[0]?.start ?? 0;
  return quotes.findLast(({ evidence }) => (evidence[0]?.start ?? 0) <= start) ?? quotes[0];
}

/** The content alone; a space stands for the words that break it ("she said"), and " … " for words of it left out. */
function printContent(quote: Untold, { text, quotations }: AnchorText): string {
  const { content } = quote;
  const isSpanQuoted = (span: Evidence | undefined) => span !== undefined && isQuoted(text, span, quotations);
  return printed(text, content, quotations, (gap) => {
    const left = withoutVoices(gap, quote).flatMap((part) => cutAtMarks(text, part, quotations));
    // What stands between two quotations and is not quoted itself is of the article.
    const isOfQuotation =
      isSpanQuoted(content.find(({ utf16End }) => utf16End === gap.start)) &&
      isSpanQuoted(content.find(({ utf16Start }) => utf16Start === gap.end));
    return left.some(({ quotation }) => quotation !== null || !isOfQuotation) ? ' … ' : ' ';
  });
}

/** What is left of a stretch without the words that say who says it to whom. */
function withoutVoices({ start, end }: Range, { cue, speakers, addressees }: Untold): Range[] {
  const said = [...(cue === null ? [] : [cue]), ...[...speakers, ...addressees].map(({ evidence }) => evidence)];
  const rest: Range[] = [];
  let at = start;
  for (const { utf16Start, utf16End } of outermostSpans(said)) {
    if (utf16Start < start || utf16End > end) continue;
    rest.push({ start: at, end: utf16Start });
    at = utf16End;
  }
  return [...rest, { start: at, end }];
}
