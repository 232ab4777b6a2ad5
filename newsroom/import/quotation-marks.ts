/** Quotation marks: in the corpus the words of a quotation stand between them, while others annotate the marks too. */
import type { FoundSpan } from './found.ts';

/**
 * The words between the marks. If the span begins with a double mark, these are all quoted parts of it, so that
 * `"It is dry," she said, "and safe."` has two. A span without marks at its ends stays as it is.
 */
export function withoutMarks(span: FoundSpan, text: string): readonly FoundSpan[] {
  const words = text.slice(span.start, span.end);
  const found = /^\s*["“„«]/.test(words)
    ? [...words.matchAll(QUOTED)]
    : [SINGLE.exec(words) ?? CLOSED.exec(words)].filter((match) => match !== null);
  const parts = found.flatMap(({ 0: whole, 1: inner = '', index }) => {
    const start = span.start + index + whole.indexOf(inner) + (inner.length - inner.trimStart().length);
    return inner.trim() === '' ? [] : [{ start, end: start + inner.trim().length }];
  });
  return parts.length > 0 ? parts : [span];
}

const QUOTED = /["“„«]([^"“”„«»]+)(?:["”“»]|$)/g;
/** A single mark is also an apostrophe, so there must be one at each end. */
const SINGLE = /^\s*['‘‚]([^"“”„«»]+)['’‘]\p{P}?\s*$/u;
const CLOSED = /^([^"“”„«»]+)["”»]\p{P}?\s*$/u;

export function quotationKind(spans: readonly FoundSpan[], text: string): 'DIRECT_QUOTE' | 'MIXED_QUOTE' | 'INDIRECT' {
  const start = spans[0]?.start ?? 0;
  // With a space between, a straight mark closes what stands before.
  if (/(?:["“„‚‘]|«\s*|(?<![\p{L}\p{M}\p{N}])')$/u.test(text.slice(Math.max(0, start - 4), start)))
    return 'DIRECT_QUOTE';
  return spans.some((span) => /["“„«]/.test(text.slice(span.start, span.end))) ? 'MIXED_QUOTE' : 'INDIRECT';
}
