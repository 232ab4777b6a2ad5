/** Reads an annotation: everything that one article says, as records with their evidence and attribution. */
import {
  type AgencyCredit,
  type Article,
  type ArticleText,
  type Byline,
  type Evidence,
  isOutright,
  type Position,
  type Revision,
  type Slug,
} from '../model.ts';
import { earlierRevision, textName } from '../revision.ts';
import { cut } from '../text.ts';
import { type AnchorText, anchorName, listAnchors, openText } from './anchor.ts';
import { type Desk, readDate, readReference, readWords } from './attribution.ts';
import type { AuthoredArticle } from './authored-article.ts';
import { type AssertedReport, readReport } from './event-report.ts';
import { type Fact, readFacts } from './fact.ts';
import { NAMED, ORGANIZATION, PERSON, refer, type Slugs } from './link.ts';
import type { Report } from './problem.ts';
import { type AssertedQuote, readQuote } from './quote.ts';
import { type QuoteWithoutText, textsOf } from './quote-text.ts';
import { annotationOf, articleAt, fileOf, numberOf, reportEach } from './revision.ts';
import { countWords } from './word-count.ts';

/** Everything that one article says. */
export interface AssertedArticle {
  readonly article: Article;
  /** What its earlier texts say, the newest first. */
  readonly earlier: readonly AssertedArticle[];
  readonly text: Omit<ArticleText, 'marks'>;
  readonly events: readonly AssertedReport[];
  readonly statements: readonly AssertedQuote[];
  readonly facts: readonly Fact[];
  /** Where the text names an agent or a place, from `mentions`. */
  readonly names: readonly { readonly slug: Slug; readonly evidence: readonly Evidence[] }[];
}

/** Anchors and links the annotation of an article and of its earlier texts. Reports what is wrong and leaves it out. */
export function assertArticle(authored: AuthoredArticle, slugs: Slugs, report: Report): AssertedArticle {
  if (authored.earlier.length === 0) return assertText(authored, null, slugs, report);
  const { report: reportOnce, reportEarlier } = reportEach(report);
  const annotation = annotationOf(authored, numberOf(authored));
  const texts = [
    assertText({ ...authored, annotation }, null, slugs, reportOnce),
    ...authored.earlier.map((text) =>
      assertText(articleAt(authored, text), text.number, slugs, reportEarlier(text.number)),
    ),
  ];
  const revisions = texts.flatMap(({ article }) => article.revisions);
  const [present, ...earlier] = texts.map((text, index) => {
    const known = revisions.slice(index);
    return { ...text, article: { ...text.article, revisions: known.length === 1 ? [] : known } };
  });
  if (present === undefined) throw new Error('An article has a present text.');
  return { ...present, earlier };
}

/** What one text of an article says. */
function assertText(authored: AuthoredArticle, revision: number | null, slugs: Slugs, report: Report): AssertedArticle {
  const { slug, text, annotation } = authored;
  const anchored = openText(textName(slug, revision), text.text, text.file, text.from);
  const desk: Desk = {
    article: slug,
    text: anchored,
    yaml: annotation.yaml,
    slugs,
    statements: annotation.quoted,
    report,
  };
  const article = readArticle(authored, revision, { ...desk, yaml: text.yaml });
  const events = annotation.events.flatMap((item) => readReport(item, desk) ?? []);
  const statements = annotation.statements.flatMap((item) => readQuote(item, desk) ?? []);
  const facts = readFacts(annotation.facts, article.published, desk);
  return {
    article,
    earlier: [],
    text: { of: anchored.name, text: text.text, paragraphs: anchored.paragraphs },
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

function readArticle(authored: AuthoredArticle, revision: number | null, desk: Desk): Article {
  const { slug, text } = authored;
  const { frontMatter } = text;
  const [headline] = desk.text.paragraphs;
  const article: Article = {
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
    entered: frontMatter.entered ?? null,
    revisions: [],
  };
  reportTooEarly(article, frontMatter, desk);
  if (authored.earlier.length === 0) return article;
  return { ...article, revisions: [readRevision(article, revision ?? numberOf(authored), frontMatter.revised, desk)] };
}

/** Nothing can become of an article before the first day on which it may have been published. */
function reportTooEarly(
  { published }: Article,
  { entered, revised, withdrawn }: AuthoredArticle['text']['frontMatter'],
  { yaml, report }: Desk,
): void {
  const first = published?.earliest ?? null;
  if (first === null) return;
  for (const [day, path] of [
    [entered, ['entered']],
    [revised?.on, ['revised', 'on']],
    [withdrawn?.on, ['withdrawn', 'on']],
  ] as const) {
    if (day === undefined || day >= first) continue;
    report({
      code: 'end-before-start',
      at: yaml.at(path),
      says: `This day is ${day}, and the article was not published before ${first}.`,
      expected: 'a day on or after its publication.',
      fix: 'Correct one of the dates.',
    });
  }
}

function readRevision(
  { published, digest, wordCount }: Article,
  number: number,
  revised: AuthoredArticle['text']['frontMatter']['revised'],
  desk: Desk,
): Revision {
  const correction =
    revised?.correction === undefined ? null : readWords(revised.correction, ['revised', 'correction'], desk);
  const date = revised === undefined ? published : readDate({ edtf: revised.on }, ['revised', 'on'], desk);
  return { number, date, digest, wordCount, reason: revised?.reason ?? null, correction };
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
    refer(slug, NAMED, slugs, yaml.at(way.slice(0, fileOf(way) === null ? 2 : 3), 'key'), report);
    // A name that came with a later text, or went with an earlier one, is just not in this one.
    const isOwn = fileOf(way) === earlierRevision(text.name);
    const evidence = listAnchors(names).flatMap(({ anchor, path }) =>
      anchorName(anchor, text, yaml.at([...way, ...path]), isOwn ? report : () => {}),
    );
    return { slug, evidence };
  });
}
