/** Paragraphs and marks of an article as bytes. */
import { ByteReader, ByteWriter } from '../bytes.ts';
import { type ArticleText, ENTITY_TYPES, type EntityType, LAYERS, type Mark, type Slug, type Span } from '../model.ts';

/** In a text without one, both counts of a span are equal. */
const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Paragraphs, then marks; each span is stored as its distance from the start of the one before. */
export function packMarks(
  { text, paragraphs, marks }: ArticleText,
  locations: ReadonlyMap<Slug, readonly [EntityType, number]>,
) {
  const isPlain = !SURROGATE_PAIR.test(text);
  const writer = new ByteWriter().varint(Number(isPlain));
  const writeSpan = ({ start, end, utf16Start, utf16End }: Span, last: number) => {
    writer.varint(start - last).varint(end - start);
    if (!isPlain) writer.varint(utf16Start - start).varint(utf16End - utf16Start - (end - start));
    return start;
  };
  writer.varint(paragraphs.length);
  let last = 0;
  for (const paragraph of paragraphs) last = writeSpan(paragraph, last);
  writer.varint(marks.length);
  last = 0;
  for (const mark of marks) {
    last = writeSpan(mark, last);
    const [type, number] = locations.get(mark.target.slug) ?? [mark.target.type, 0];
    writer.varint(LAYERS.indexOf(mark.layer)).varint(ENTITY_TYPES.indexOf(type)).varint(number);
  }
  return writer.finish();
}

export function unpackParagraphs(bytes: Uint8Array): readonly Span[] {
  return openSpans(bytes).paragraphs;
}

/** `slugOf` gives the slug of the thing with a type and number. */
export function unpackMarks(bytes: Uint8Array, slugOf: (type: EntityType, number: number) => Slug): readonly Mark[] {
  const { reader, readSpan } = openSpans(bytes);
  let last = 0;
  return Array.from({ length: reader.varint() }, (): Mark => {
    const span = readSpan(last);
    last = span.start;
    const layer = LAYERS[reader.varint()] ?? 'EVENT';
    const type = ENTITY_TYPES[reader.varint()] ?? 'Event';
    return { ...span, layer, target: { type, slug: slugOf(type, reader.varint()) } };
  });
}

/** The paragraphs, and the reader at their end. */
function openSpans(bytes: Uint8Array) {
  const reader = new ByteReader(bytes);
  const isPlain = reader.varint() === 1;
  const readSpan = (last: number): Span => {
    const start = last + reader.varint();
    const end = start + reader.varint();
    if (isPlain) return { start, end, utf16Start: start, utf16End: end };
    const utf16Start = start + reader.varint();
    return { start, end, utf16Start, utf16End: utf16Start + (end - start) + reader.varint() };
  };
  let last = 0;
  const paragraphs = Array.from({ length: reader.varint() }, () => {
    const span = readSpan(last);
    last = span.start;
    return span;
  });
  return { paragraphs, reader, readSpan };
}
