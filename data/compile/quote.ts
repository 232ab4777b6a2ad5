/** One rendering of a statement, from an item of `statements`. */
import { isHedged, type Polarity, type Quote, type Ref, type Slug, type Voiced } from '../model.ts';
import { type Desk, readDate, readEvidence, readProvenance, readReference, readWords } from './attribution.ts';
import type { AuthoredStatement } from './authored.ts';
import type { Item } from './authored-annotation.ts';
import { introducedSlug } from './introduce.ts';
import { AGENT, type Link, refer, STATEMENT, SUBJECT } from './link.ts';
import { cutContent, impliedPolarity, type QuoteWithoutText } from './quote-text.ts';
import { type AssertedRelation, readRelations } from './relation.ts';
import { outermostSpans } from './span.ts';
import type { Path } from './yaml.ts';

/** One rendering of a statement, and what it says about the statement itself. Its text is known once all are read. */
export interface AssertedQuote<Read = Quote> {
  readonly slug: Slug;
  readonly introduces: boolean;
  readonly about: readonly Ref[];
  readonly relations: readonly AssertedRelation[];
  readonly quote: Read;
  readonly links: readonly Link[];
}

/** The quote. Null, with a problem reported, if it names no statement or its content is not in the text. */
export function readQuote(
  { value, path }: Item<AuthoredStatement>,
  desk: Desk,
): AssertedQuote<QuoteWithoutText> | null {
  const slug = introducedSlug(value.statement, value.of, 'statement', STATEMENT, path, desk);
  const content = cutContent(outermostSpans(readEvidence(value.content, [...path, 'content'], desk)), desk.text);
  const cue = value.cue === undefined ? null : readWords(value.cue, [...path, 'cue'], desk);
  const speakers = readVoiced(value.speakers, [...path, 'speakers'], desk);
  const addressees = readVoiced(value.addressees ?? [], [...path, 'addressees'], desk);
  const provenance = readProvenance(value, path, desk);
  const date = readDate(value.date, [...path, 'date'], desk);
  const about = readAbout(value.about ?? [], [...path, 'about'], desk);
  const { relations, links: related } = readRelations(value, slug, path, desk);
  const polarity = value.polarity ?? impliedPolarity(value.kind, content, desk.text);
  if (value.cue === undefined && (polarity === 'DENIED' || isHedged(provenance))) reportNoCue(polarity, path, desk);
  if (slug === null || content.length === 0) return null;

  const voiced = [...speakers, ...addressees].map(({ evidence }) => evidence);
  const quote: QuoteWithoutText = {
    type: 'Quote',
    statement: slug,
    article: desk.article,
    evidence: outermostSpans([...content, ...(cue === null ? [] : [cue]), ...voiced]),
    ...provenance,
    polarity,
    kind: value.kind,
    content,
    cue,
    // The positions come from the article's facts, which are read after its statements.
    speakers: speakers.map((speaker) => ({ ...speaker, positions: [] })),
    addressees,
    date,
  };
  const { attributedTo } = value;
  const at = desk.yaml.at([...path, 'attributedTo']);
  const inside: Link[] =
    attributedTo === undefined ? [] : [{ kind: 'ATTRIBUTED_TO', from: slug, to: attributedTo, at }];
  return { slug, introduces: value.statement !== undefined, about, relations, quote, links: [...inside, ...related] };
}

function readVoiced(voiced: AuthoredStatement['speakers'], path: Path, desk: Desk): Voiced[] {
  return voiced.flatMap(({ agent, evidence: words }, index) => {
    const slug = readReference(agent, AGENT, [...path, index, 'agent'], desk);
    const evidence = readWords(words, [...path, index, 'evidence'], desk);
    return slug === null || evidence === null ? [] : [{ agent: slug, evidence }];
  });
}

function readAbout(slugs: readonly Slug[], path: Path, desk: Desk): Ref[] {
  return slugs.flatMap((slug, index) => {
    const type = refer(slug, SUBJECT, desk.slugs, desk.yaml.at([...path, index]), desk.report);
    return type === null ? [] : [{ type, slug }];
  });
}

// Printed alone, the content of a denial would say the opposite of what its speaker says.
function reportNoCue(polarity: Polarity, path: Path, desk: Desk): void {
  const isDenied = polarity === 'DENIED';
  desk.report({
    code: 'missing-field',
    at: desk.yaml.at([...path, 'content'], 'key'),
    says: isDenied
      ? 'The content is denied, but no cue quotes the words that deny it.'
      : 'The content is only probable or possible, but no cue quotes the words that say so.',
    expected: 'a cue, because the content alone would read as what the speaker says is so.',
    fix: isDenied
      ? 'Quote the words that deny it: "cue: denied that". If the content itself is the denial, write "polarity: AFFIRMED".'
      : 'Quote the words that say so: "cue: said that perhaps". If the content itself says so, remove "certainty".',
  });
}
