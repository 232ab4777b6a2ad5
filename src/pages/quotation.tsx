/** A quotation in context: the sentence around it, as the article prints it, with the quoted words marked. */
import { Marked, type Range } from './marked.tsx';

/** One rendering of a statement, as the operation of the front page asks for it. */
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

interface Props {
  readonly quote: Quote;
  readonly url: string;
  /** Whether the addresses of things are served. */
  readonly isLinked: boolean;
}

export function Quotation({ quote: { article, content, cue, speakers }, url, isLinked }: Props) {
  const paragraph = content[0]?.paragraph;
  if (paragraph === undefined) return null;
  const { text, utf16Start: offset } = paragraph;
  const inParagraph = (range: Range | null): Range[] => {
    if (range === null || range.utf16Start < offset || range.utf16End > offset + text.length) return [];
    return [{ utf16Start: range.utf16Start - offset, utf16End: range.utf16End - offset }];
  };
  const marked = content.flatMap(inParagraph);
  const around = [...marked, ...inParagraph(cue), ...speakers.flatMap(({ evidence }) => inParagraph(evidence))];
  const sentence = sentencesAround(text, around);
  const ranges = marked.map(({ utf16Start, utf16End }) => ({
    utf16Start: utf16Start - sentence.utf16Start,
    utf16End: utf16End - sentence.utf16Start,
  }));
  return (
    <figure class="quotation">
      <blockquote lang={article.language}>
        <p>
          <Marked text={text.slice(sentence.utf16Start, sentence.utf16End).trimEnd()} ranges={ranges} />
        </p>
      </blockquote>
      <figcaption>
        {speakers.map(({ agent, positions }) => (
          <span class="speaker">
            {isLinked ? <a href={agent.url}>{agent.name}</a> : agent.name}
            {positions[0] && <>, {positions[0].title}</>}
          </span>
        ))}
        <span class="source">
          in{' '}
          <cite lang={article.language}>
            {isLinked ? <a href={article.url}>{article.headline}</a> : article.headline}
          </cite>
          {isLinked && (
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

/** The whole sentences that the ranges touch, with everything in between. */
function sentencesAround(text: string, ranges: readonly Range[]): Range {
  const from = Math.min(...ranges.map(({ utf16Start }) => utf16Start));
  const to = Math.max(...ranges.map(({ utf16End }) => utf16End));
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  const touched = sentences.filter(({ index, segment }) => index < to && index + segment.length > from);
  const [first, last] = [touched.at(0), touched.at(-1)];
  if (!first || !last) return { utf16Start: 0, utf16End: text.length };
  return { utf16Start: first.index, utf16End: last.index + last.segment.length };
}
