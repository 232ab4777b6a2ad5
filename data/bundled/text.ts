/** The text of an article in a bundle: what is made of its bytes is made when it is asked for, and once. */
import type { ArticleText, EntityType, Mark, Slug, Span } from '../model.ts';
import { unpackMarks, unpackParagraphs } from './marks.ts';

/** `slugOf` names the thing of a type with a number, for the targets of the marks. */
export class BundledText implements ArticleText {
  readonly article: Slug;
  readonly #text: Uint8Array;
  readonly #marks: Uint8Array;
  readonly #slugOf: (type: EntityType, number: number) => Slug;
  #decoded: string | null = null;
  #paragraphs: readonly Span[] | null = null;
  #unpackedMarks: readonly Mark[] | null = null;

  constructor(article: Slug, text: Uint8Array, marks: Uint8Array, slugOf: (type: EntityType, number: number) => Slug) {
    this.article = article;
    this.#text = text;
    this.#marks = marks;
    this.#slugOf = slugOf;
  }

  get text(): string {
    this.#decoded ??= DECODER.decode(this.#text);
    return this.#decoded;
  }

  get paragraphs(): readonly Span[] {
    this.#paragraphs ??= unpackParagraphs(this.#marks);
    return this.#paragraphs;
  }

  /** Each names its target, and so reads a record: a snippet needs none of them. */
  get marks(): readonly Mark[] {
    this.#unpackedMarks ??= unpackMarks(this.#marks, this.#slugOf);
    return this.#unpackedMarks;
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
