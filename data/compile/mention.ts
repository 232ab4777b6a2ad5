/** Mentions: the places where the texts name an agent or a place. */
import type { Evidence, Slug } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { compareSpans, distinctSpans, spansMeet } from './span.ts';

/** The mentions of each thing, in the order of the articles given and of their texts. */
export function gatherMentions(articles: readonly AssertedArticle[]): Map<Slug, Evidence[]> {
  const mentions = new Map<Slug, Evidence[]>();
  for (const article of articles) {
    for (const [slug, spans] of mentionsIn(article)) {
      const known = mentions.get(slug);
      if (known === undefined) mentions.set(slug, [...spans]);
      else for (const span of spans) known.push(span);
    }
  }
  return mentions;
}

/**
 * The mentions in one article. Naming a thing once is one mention: a name within a longer one does not count ("Putin"
 * in "Vladimir Putin"), and the words of a speaker, addressee, participant or credited agency count only if they contain no name.
 */
export function mentionsIn({ article, names, statements, events }: AssertedArticle): Map<Slug, Evidence[]> {
  const authored = Map.groupBy(
    names.flatMap(({ slug, evidence }) => evidence.map((span) => ({ slug, span }))),
    ({ slug }) => slug,
  );
  const { agency } = article;
  const implied = Map.groupBy(
    [
      ...(agency === null ? [] : [{ slug: agency.organization, span: agency.evidence }]),
      ...statements
        .flatMap(({ quote }) => [...quote.speakers, ...quote.addressees])
        .map(({ agent, evidence }) => {
          return { slug: agent, span: evidence };
        }),
      ...events.flatMap(({ report }) =>
        report.participants
          .filter(({ evidence }) => evidence !== report.evidence)
          .flatMap(({ agent, evidence }) => evidence.map((span) => ({ slug: agent, span }))),
      ),
    ],
    ({ slug }) => slug,
  );

  const mentions = new Map<Slug, Evidence[]>();
  for (const slug of new Set([...authored.keys(), ...implied.keys()])) {
    const named = outermost((authored.get(slug) ?? []).map(({ span }) => span));
    const other = distinctSpans((implied.get(slug) ?? []).map(({ span }) => span));
    const unnamed = apartFrom(named, other);
    mentions.set(slug, [...named, ...unnamed].sort(compareSpans));
  }
  return mentions;
}

/** The spans that meet none of the names. Both are in the order of the text, and no name lies within another. */
function apartFrom(names: readonly Evidence[], spans: readonly Evidence[]): Evidence[] {
  let next = 0;
  return spans.filter((span) => {
    for (let name = names[next]; name !== undefined && name.end <= span.start; name = names[++next]);
    const name = names[next];
    return name === undefined || !spansMeet(name, span);
  });
}

function outermost(spans: readonly Evidence[]): Evidence[] {
  let end = 0;
  return distinctSpans(spans).filter((span) => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}
