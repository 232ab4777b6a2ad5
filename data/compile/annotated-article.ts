/** Reads an annotation: everything that one article says, as records with their evidence and attribution. */
import {
  type AgencyCredit,
  type Article,
  type ArticleText,
  type Byline,
  type Evidence,
  isOutright,
  type Position,
  type Slug,
} from '../model.ts';
import { cut } from '../text.ts';
import { type AnchorText, anchorName, listAnchors, openText } from './anchor.ts';
import { type Desk, readDate, readReference, readWords } from './attribution.ts';
import type { AuthoredArticle } from './check.ts';
import { type AssertedReport, readReport } from './event-report.ts';
import { type Fact, readFacts } from './fact.ts';
import { NAMED, ORGANIZATION, PERSON, refer, type Slugs } from './link.ts';
import type { Report } from './problem.ts';
import { type AssertedQuote, readQuote } from './quote.ts';
import { type QuoteWithoutText, textsOf } from './quote-text.ts';
import { countWords } from './word-count.ts';

/** Everything that one article says. */
export interface AssertedArticle {
  readonly article: Article;
  readonly text: Omit<ArticleText, 'marks'>;
  readonly events: readonly AssertedReport[];
  readonly statements: readonly AssertedQuote[];
  readonly facts: readonly Fact[];
  /** Where the text names an agent or a place, from `mentions`. */
  readonly names: readonly { readonly slug: Slug; readonly evidence: readonly Evidence[] }[];
}

/** Anchors and links the annotation of an article. Reports what is wrong and leaves it out. */
export function assertArticle(authored: AuthoredArticle, slugs: Slugs, report: Report): AssertedArticle {
  const { slug, text, annotation } = authored;
  const anchored = openText(slug, text.text, text.file, text.from);
  const desk: Desk = { text: anchored, yaml: annotation.yaml, slugs, statements: annotation.quoted, report };
  const article = readArticle(authored, { ...desk, yaml: text.yaml });
  const events = annotation.events.flatMap((item) => readReport(item, desk) ?? []);
  const statements = annotation.statements.flatMap((item) => readQuote(item, desk) ?? []);
  const facts = readFacts(annotation.facts, article.published, desk);
  return {
    article,
    text: { article: slug, text: text.text, paragraphs: anchored.paragraphs },
    events,
    statements: complete(statements, facts, anchored),
    facts,
    names: readNames(annotation.mentions, desk),
  };
}

/** Completes the statements with what needs the whole article: their texts, and the positions of their speakers. */
function complete(
  asserted: readonly AssertedQuote<QuoteWithoutText>[],
  facts: readonly Fact[],
  text: AnchorText,
): AssertedQuote[] {
  const positions = Map.groupBy(facts.filter(isHeld), ({ person }) => person);
  const texts = textsOf(
    asserted.map(({ quote }) => quote),
    text,
  );
  return asserted.map((one, index) => {
    const speakers = one.quote.speakers.map((speaker) => {
      return { ...speaker, positions: positions.get(speaker.agent) ?? [] };
    });
    return { ...one, quote: { ...one.quote, speakers, text: texts[index] ?? '' } };
  });
}

/** Whether the article itself says so, as of its publication: not what only a speaker gives somebody, or what is over. */
function isHeld(fact: Fact): fact is Position {
  return fact.type === 'Position' && isOutright(fact) && fact.polarity === 'AFFIRMED' && fact.tenure === 'CURRENT';
}

function readArticle({ slug, text }: AuthoredArticle, desk: Desk): Article {
  const { frontMatter } = text;
  const [headline] = desk.text.paragraphs;
  return {
    type: 'Article',
    slug,
    headline: headline === undefined ? '' : cut(text.text, headline),
    bylines: readBylines(frontMatter.bylines ?? [], desk),
    publisher: readReference(frontMatter.publisher, ORGANIZATION, ['publisher'], desk),
    agency: readAgency(frontMatter.agency, desk),
    published: readDate(frontMatter.published, ['published'], desk),
    language: frontMatter.language,
    originalUrl: frontMatter.url ?? null,
    digest: text.digest,
    wordCount: countWords(text.text, frontMatter.language),
  };
}

function readAgency(credit: AuthoredArticle['text']['frontMatter']['agency'], desk: Desk): AgencyCredit | null {
  if (credit === undefined) return null;
  const evidence = readWords(credit.words, ['agency', 'words'], desk);
  const organization = readReference(credit.organization, ORGANIZATION, ['agency', 'organization'], desk);
  return evidence === null || organization === null ? null : { organization, evidence };
}

function readBylines(bylines: NonNullable<AuthoredArticle['text']['frontMatter']['bylines']>, desk: Desk): Byline[] {
  return bylines.flatMap(({ words, person }, index) => {
    const evidence = readWords(words, ['bylines', index, 'words'], desk);
    const slug = readReference(person, PERSON, ['bylines', index, 'person'], desk);
    return evidence === null ? [] : [{ words: cut(desk.text.text, evidence), person: slug, evidence }];
  });
}

function readNames(mentions: AuthoredArticle['annotation']['mentions'], desk: Desk): AssertedArticle['names'] {
  const { text, yaml, slugs, report } = desk;
  return mentions.map(({ slug, names, path: way }) => {
    refer(slug, NAMED, slugs, yaml.at(['mentions', slug], 'key'), report);
    const evidence = listAnchors(names).flatMap(({ anchor, path }) =>
      anchorName(anchor, text, yaml.at([...way, ...path]), report),
    );
    return { slug, evidence };
  });
}
