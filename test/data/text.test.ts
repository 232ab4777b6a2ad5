import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleText, LAYERS, type Layer, type Mark, type Span } from '../../data/model.ts';
import {
  context,
  countCodePoints,
  cut,
  paragraphs,
  segments,
  segmentsOfParagraph,
  spanBetween,
} from '../../data/text.ts';

/** Texts of letters, wide and combined ones, astral characters and line breaks. */
const texts = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', 'ə', '🎈', '漢', '𝒳', ' ', '\n', '“'),
  maxLength: 60,
});

/** A text and spans of it that begin and end between characters. */
const spansOfTexts = texts.chain((text) => {
  const length = [...text].length;
  const span = fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => spanOf(text, Math.min(a, b), Math.max(a, b)));
  return fc.record({ text: fc.constant(text), spans: fc.array(span, { maxLength: 12 }) });
});

function spanOf(text: string, start: number, end: number): Span {
  const characters = [...text];
  const utf16 = (count: number) => characters.slice(0, count).join('').length;
  return { start, end, utf16Start: utf16(start), utf16End: utf16(end) };
}

function articleOf(text: string, marks: readonly Mark[]): ArticleText {
  return { of: 'x', text, paragraphs: paragraphs(text), marks };
}

describe('a span', () => {
  it('cuts the same words in both units', () => {
    fc.assert(
      fc.property(spansOfTexts, ({ text, spans }) => {
        const counts = countCodePoints(text);
        for (const span of spans) {
          expect(spanBetween(counts, span.utf16Start, span.utf16End)).toEqual(span);
          expect(cut(text, span)).toBe([...text].slice(span.start, span.end).join(''));
        }
      }),
    );
  });

  it('stands between its prefix and its suffix, which break no character', () => {
    fc.assert(
      fc.property(spansOfTexts, fc.nat(8), ({ text, spans }, length) => {
        for (const span of spans) {
          const { prefix, suffix } = context(text, span, length);
          expect(text.slice(0, span.utf16Start).endsWith(prefix) && text.slice(span.utf16End).startsWith(suffix)).toBe(
            true,
          );
          expect([...prefix].length).toBe(Math.min(length, span.start));
          expect([...suffix].length).toBe(Math.min(length, [...text].length - span.end));
          expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('paragraphs', () => {
  it('are the lines that are not blank', () => {
    const text = 'Head 🎈\n\n \nBody\u2028still body\n';
    expect(paragraphs(text).map((span) => [span.start, span.utf16Start, cut(text, span)])).toEqual([
      [0, 0, 'Head 🎈'],
      [10, 11, 'Body\u2028still body'],
    ]);
  });
});

describe('segments', () => {
  const layersOf = fc.subarray([...LAYERS]);
  const marksOf = (spans: readonly Span[], layer: (index: number) => Layer): Mark[] =>
    spans
      .filter(({ start, end }) => start < end)
      .map((span, index): Mark => ({ ...span, layer: layer(index), target: { type: 'Event', slug: `e${index}` } }))
      .sort((a, b) => a.start - b.start || b.end - a.end);

  it('of a paragraph are those of the text that lie in it', () => {
    fc.assert(
      fc.property(spansOfTexts, layersOf, ({ text, spans }, layers) => {
        const article = articleOf(
          text,
          marksOf(spans, (index) => LAYERS[index % LAYERS.length]!),
        );
        const all = segments(article, layers);
        for (const [index, { start, end }] of article.paragraphs.entries()) {
          expect(segmentsOfParagraph(article, index, layers)).toEqual(
            all.filter((segment) => segment.start >= start && segment.end <= end),
          );
        }
      }),
    );
  });

  it('joined are the text, and each has exactly the asked marks that cover it', () => {
    fc.assert(
      fc.property(spansOfTexts, layersOf, ({ text, spans }, layers) => {
        const marks = marksOf(spans, (index) => LAYERS[index % LAYERS.length]!);
        const article = articleOf(text, marks);
        const asked = marks.filter((mark) => layers.includes(mark.layer));
        const all = segments(article, layers);

        expect(all.map((segment) => segment.text).join('')).toBe(text);
        for (const [index, segment] of all.entries()) {
          expect(segment.start).toBe(all[index - 1]?.end ?? 0);
          expect(segment.text).toBe(cut(text, segment));
          expect(segment.text).not.toBe('');
          expect(segment.marks).toEqual(asked.filter((mark) => mark.start <= segment.start && mark.end >= segment.end));
          const touching = asked.filter((mark) => mark.start < segment.end && mark.end > segment.start);
          expect(touching).toEqual(segment.marks);
        }
      }),
    );
  });

  it('give line breaks a segment of their own, in the paragraph before', () => {
    const text = 'Head\n\nBody';
    const marks = marksOf([spanOf(text, 2, 8)], () => 'EVENT');
    const shown = segments(articleOf(text, marks), ['EVENT']).map(({ text: words, paragraph, marks: on }) => [
      words,
      paragraph,
      on.length,
    ]);
    expect(shown).toEqual([
      ['He', 0, 0],
      ['ad', 0, 1],
      ['\n\n', 0, 1],
      ['Bo', 1, 1],
      ['dy', 1, 0],
    ]);
  });
});
