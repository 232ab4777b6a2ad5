/** Attribution: the words that an assertion rests on, and who says them. Shared by reports and facts. */
import type { Asserted, Evidence, FuzzyDate, Slug } from '../model.ts';
import { cut } from '../text.ts';
import { type AnchorText, anchor, listAnchors } from './anchor.ts';
import type { Anchor, Anchors, AuthoredDate, Inferred } from './authored-part.ts';
import { readEdtf } from './date.ts';
import { refer, type Slugs, STATEMENT, type Wanted } from './link.ts';
import type { Report } from './problem.ts';
import { standingOf } from './revision.ts';
import { distinctSpans } from './span.ts';
import type { Path, YamlSource } from './yaml.ts';

/** Where an assertion is read: in one article's annotation, about one text. */
export interface Desk {
  readonly article: Slug;
  readonly text: AnchorText;
  readonly yaml: YamlSource;
  readonly slugs: Slugs;
  /** The statements that this article quotes. */
  readonly statements: ReadonlySet<Slug>;
  readonly report: Report;
}

type AuthoredAsserted = {
  readonly [F in 'attributedTo' | 'voice' | 'certainty' | 'polarity']?: Asserted[F] | undefined;
} & { readonly evidence?: Anchors | undefined; readonly since?: number | undefined };

/** The assertion's evidence and provenance; what it omits comes from the report around it. Null without evidence. */
export function readAsserted(
  authored: AuthoredAsserted,
  path: Path,
  desk: Desk,
  inherited: Asserted | null = null,
): Asserted | null {
  const evidence =
    authored.evidence === undefined
      ? (inherited?.evidence ?? missingEvidence(path, desk))
      : readEvidence(authored.evidence, [...path, 'evidence'], desk);
  const provenance = readProvenance(authored, path, desk, inherited);
  return evidence.length === 0 ? null : { article: desk.article, evidence, ...provenance };
}

/** Everything but the evidence. */
export function readProvenance(
  authored: AuthoredAsserted,
  path: Path,
  desk: Desk,
  inherited: Asserted | null = null,
): Omit<Asserted, 'article' | 'evidence'> {
  const { attributedTo = inherited?.attributedTo ?? null, certainty, polarity } = authored;
  if (authored.attributedTo != null) checkAttribution(authored.attributedTo, path, desk);
  if (authored.voice !== undefined && attributedTo === null) reportVoice(path, desk);
  // An attribution of its own brings its own voice; otherwise both come from the report around it.
  const outer = authored.attributedTo === undefined ? inherited?.voice : undefined;
  return {
    standing: inherited?.standing ?? standingOf(authored.since, path),
    voice: attributedTo === null ? 'ARTICLE' : (authored.voice ?? outer ?? 'SPEAKER'),
    attributedTo,
    certainty: certainty ?? inherited?.certainty ?? 'UNSPECIFIED',
    polarity: polarity ?? inherited?.polarity ?? 'AFFIRMED',
  };
}

/** The evidence of one quote or several, in the order of the text, without those that cannot be found. */
export function readEvidence(anchors: Anchors, path: Path, desk: Desk): Evidence[] {
  return distinctSpans(
    listAnchors(anchors).flatMap(({ anchor: one, path: rest }) => readWords(one, [...path, ...rest], desk) ?? []),
  );
}

/** The evidence of one quote. */
export function readWords(words: Anchor, path: Path, { text, yaml, report }: Desk): Evidence | null {
  return anchor(words, text, yaml.at(path), report);
}

/** A date with the words that give it; null if there is none or it is wrong. */
export function readDate(
  authored: (Omit<AuthoredDate, 'words'> & { readonly words?: Anchor | undefined }) | undefined,
  path: Path,
  desk: Desk,
): FuzzyDate | null {
  if (authored === undefined) return null;
  const evidence = authored.words === undefined ? null : readWords(authored.words, [...path, 'words'], desk);
  const inferred = readInferred(authored.inferred ?? [], [...path, 'inferred'], desk);
  const date = readEdtf(authored.edtf);
  if ('code' in date) {
    desk.report({ ...date, at: desk.yaml.at([...path, 'edtf']) });
    return null;
  }
  return { ...date, inferred, words: evidence === null ? null : cut(desk.text.text, evidence), evidence };
}

/** The slug if it names a thing of that type; null if there is none, or, with a problem reported, if it does not. */
export function readReference(slug: Slug | undefined, wanted: Wanted, path: Path, desk: Desk): Slug | null {
  if (slug === undefined) return null;
  return refer(slug, wanted, desk.slugs, desk.yaml.at(path), desk.report) === null ? null : slug;
}

function readInferred(inferred: Inferred, path: Path, desk: Desk) {
  return inferred.map(({ part, basis, evidence }, index) => ({
    part,
    basis,
    evidence: evidence === undefined ? null : readWords(evidence, [...path, index, 'evidence'], desk),
  }));
}

function missingEvidence(path: Path, { yaml, report }: Desk): Evidence[] {
  report({
    code: 'missing-evidence',
    at: yaml.at(path),
    says: 'This quotes no words of the text as its evidence.',
    expected: 'evidence for each event, statement and fact.',
    fix: 'Quote the words that say so: "evidence: …".',
  });
  return [];
}

function checkAttribution(slug: Slug, path: Path, desk: Desk): void {
  const { yaml, slugs, statements, article, report } = desk;
  const at = yaml.at([...path, 'attributedTo']);
  if (refer(slug, STATEMENT, slugs, at, report) === null || statements.has(slug)) return;
  report({
    code: 'attributed-elsewhere',
    at,
    says: `The article "${article}" does not report the statement "${slug}".`,
    expected: 'a statement that this article reports: only its own words can attribute what it says.',
    fix: `Report the statement here too ("of: ${slug}"), or attribute this to another.`,
  });
}

function reportVoice(path: Path, { yaml, report }: Desk): void {
  report({
    code: 'voice-without-attribution',
    at: yaml.at([...path, 'voice']),
    says: '"voice" is given without the statement that it belongs to.',
    expected: '"attributedTo" with "voice"; without both, the article itself speaks.',
    fix: 'Add "attributedTo", or remove "voice".',
  });
}
