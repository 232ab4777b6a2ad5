/**
 * The text of a quote: words that are true when printed as "speaker: text". The bare words of a denial are what is
 * denied, those of a refusal to comment are nobody's words, and those inside another statement are only attributed to
 * their speaker: so such words are printed with the words that say so.
 */

import { type Evidence, isHedged, type Polarity, type Quote, type Slug, type StatementKind } from '../model.ts';
import { printed } from '../printed.ts';
import { cutAtMarks, isQuoted, meeting } from '../quotation.ts';
import type { Range } from '../text.ts';
import { type AnchorText, evidenceAt } from './anchor.ts';
import { outermostSpans } from './span.ts';

/** A quote whose text is not yet known. */
export type QuoteWithoutText = Omit<Quote, 'text'>;

/** Cuts spans of content at the quotation marks in them, so that each is wholly quoted or not at all. */
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

/** The polarity of a quote for which the editor gives none: whether the speaker says that the content is so. */
export function impliedPolarity(kind: StatementKind, content: readonly Evidence[], text: AnchorText): Polarity {
  return polarityOfKind(kind) ?? (isOwnSentence(content, text) ? 'AFFIRMED' : 'DENIED');
}

/** The polarity that the kind alone implies; null for a denial, where the quotation marks decide. */
export function polarityOfKind(kind: StatementKind): Polarity | null {
  if (kind === 'DENIAL') return null;
  return kind === 'NO_COMMENT' ? 'UNSPECIFIED' : 'AFFIRMED';
}

/**
 * Whether the speaker is quoted with a whole sentence, as in "“I never did,” he denied": then the words deny. In
 * "denied “any wrongdoing”" they are what is denied. A script without capitals does not distinguish the two.
 */
function isOwnSentence(content: readonly Evidence[], { text, quotations }: AnchorText): boolean {
  return content.every((span) => isQuoted(text, span, quotations)) && /^\P{L}*\p{Lu}/u.test(content[0]?.exact ?? '');
}

/** The texts of one article's quotes, in their order. */
export function textsOf(quotes: readonly QuoteWithoutText[], text: AnchorText): string[] {
  const byStatement = Map.groupBy(quotes, ({ statement }) => statement);
  return quotes.map((quote) => textOf(quote, byStatement, text));
}

type ByStatement = ReadonlyMap<Slug, readonly QuoteWithoutText[]>;

function textOf(quote: QuoteWithoutText, byStatement: ByStatement, text: AnchorText): string {
  const { content, cue } = quote;
  const cues = [...content, ...(cue === null ? [] : [cue])];
  if (quote.attributedTo !== null) {
    const spans = [...cues, ...voicesOf(quote), ...outerWords(quote, byStatement, new Set([quote]))];
    return printed(text.text, outermostSpans(spans), text.quotations);
  }
  if (isPlain(quote)) return printContent(quote, text);
  return printed(text.text, outermostSpans(cues), text.quotations);
}

/** Whether the speaker plainly asserts the content. */
function isPlain({ kind, certainty, polarity }: QuoteWithoutText): boolean {
  return kind !== 'DENIAL' && kind !== 'NO_COMMENT' && !isHedged({ certainty }) && polarity === 'AFFIRMED';
}

function voicesOf({ speakers }: QuoteWithoutText): Evidence[] {
  return speakers.map(({ evidence }) => evidence);
}

/** The words that attribute the statement around the quote, then the one around that, and so on outwards. */
function outerWords(quote: QuoteWithoutText, byStatement: ByStatement, seen: Set<QuoteWithoutText>): Evidence[] {
  const outer = around(quote, byStatement.get(quote.attributedTo ?? '') ?? []);
  // A circle of attributions is reported later, when all of them are known.
  if (outer === undefined || seen.has(outer)) return [];
  const { cue } = outer;
  return [...(cue === null ? [] : [cue]), ...voicesOf(outer), ...outerWords(outer, byStatement, seen.add(outer))];
}

/** The quote of the outer statement: if the article has several, the last that begins before this one. */
function around({ content }: QuoteWithoutText, quotes: readonly QuoteWithoutText[]): QuoteWithoutText | undefined {
  const start = content[0]?.start ?? 0;
  return quotes.findLast(({ evidence }) => (evidence[0]?.start ?? 0) <= start) ?? quotes[0];
}

/** The content alone, with a space for words that interrupt it ("she said") and " … " for words of it left out. */
function printContent(quote: QuoteWithoutText, { text, quotations }: AnchorText): string {
  const { content } = quote;
  const isSpanQuoted = (span: Evidence | undefined) => span !== undefined && isQuoted(text, span, quotations);
  return printed(text, content, quotations, (gap) => {
    const left = withoutVoices(gap, quote).flatMap((part) => cutAtMarks(text, part, quotations));
    // Unquoted words between two quotations are the article's own.
    const isOfQuotation =
      isSpanQuoted(content.find(({ utf16End }) => utf16End === gap.start)) &&
      isSpanQuoted(content.find(({ utf16Start }) => utf16Start === gap.end));
    return left.some(({ quotation }) => quotation !== null || !isOfQuotation) ? ' … ' : ' ';
  });
}

/** The parts of a range without the words that say who says it to whom. */
function withoutVoices({ start, end }: Range, { cue, speakers, addressees }: QuoteWithoutText): Range[] {
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
