/** A quotation in context: the sentence around it, as the article prints it, with the quoted words marked. */
import { Marked, type Range } from '../marked.tsx';

/** One rendering of a statement, as the operations of pages ask for it. */
export interface Quote {
  readonly article: { readonly headline: string; readonly url: string; readonly language: string };
  readonly content: readonly (Range & {
    readonly paragraph: { readonly text: string; readonly utf16Start: number };
  })[];
  readonly cue: Range | null;
  readonly speakers: readonly {
    readonly agent: { readonly name: string; readonly url: string };
    readonly positions: readonly { readonly title: string }[];
    readonly evidence: Range;
  }[];
}

/**
 * `machine/markdown.ts` reads the classes of its caption.
 *
 * @param url the address of the statement; null on its own page.
 */
export function Quotation({ quote, url }: { readonly quote: Quote; readonly url: string | null }) {
  const { article, speakers } = quote;
  const { text, ranges } = inSentence(quote);
  return (
    <figure class="quotation">
      <blockquote lang={article.language} dir="auto">
        <p>
          <Marked text={text} ranges={ranges} />
        </p>
      </blockquote>
      <figcaption>
        {speakers.map(({ agent, positions }) => (
          <span class="speaker">
            <a href={agent.url}>
              <bdi>{agent.name}</bdi>
            </a>
            {positions[0] && <>, {positions[0].title}</>}
          </span>
        ))}
        <span class="source">
          in{' '}
          <cite lang={article.language}>
            <a href={article.url}>
              <bdi>{article.headline}</bdi>
            </a>
          </cite>
          {url !== null && (
            <>
              {' '}
              · <a href={url}>the statement</a>
            </>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

/** The sentences of the first paragraph that a quotation, its cue or its speakers are in, and where its words are. */
export function inSentence({ content, cue, speakers }: Pick<Quote, 'content' | 'cue' | 'speakers'>) {
  const { text, utf16Start: offset } = content[0]?.paragraph ?? { text: '', utf16Start: 0 };
  const inParagraph = (range: Range | null): Range[] => {
    if (range === null || range.utf16Start < offset || range.utf16End > offset + text.length) return [];
    return [{ utf16Start: range.utf16Start - offset, utf16End: range.utf16End - offset }];
  };
  const marked = content.flatMap(inParagraph);
  const around = [...marked, ...inParagraph(cue), ...speakers.flatMap(({ evidence }) => inParagraph(evidence))];
  const sentence = sentencesAround(text, around);
  return {
    text: text.slice(sentence.utf16Start, sentence.utf16End).trimEnd(),
    ranges: marked.map(({ utf16Start, utf16End }) => ({
      utf16Start: utf16Start - sentence.utf16Start,
      utf16End: utf16End - sentence.utf16Start,
    })),
  };
}

/** The whole sentences that the ranges touch, with everything in between. */
function sentencesAround(text: string, ranges: readonly Range[]): Range {
  const from = Math.min(...ranges.map(({ utf16Start }) => utf16Start));
  const to = Math.max(...ranges.map(({ utf16End }) => utf16End));
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const sentences = [...segmenter.segment(text)];
  const touched = sentences.filter(({ index, segment }) => index < to && index + segment.length > from);
  const [first, last] = [touched.at(0), touched.at(-1)];
  if (!first || !last) return { utf16Start: 0, utf16End: text.length };
  return { utf16Start: first.index, utf16End: last.index + last.segment.length };
}

/** Made when first needed: it takes a third of a millisecond. */
let segmenter: Intl.Segmenter | null = null;
