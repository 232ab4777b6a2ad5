/**
 * The door: everything of the endpoint that the newsroom may use, and the only file of it that the newsroom imports.
 * Anything not exported here can change without regard to the newsroom.
 */

// Compiling: turns a folder of authored files into the corpus, or lists everything that is wrong with them.

export { type AuthoredArticle, INTRODUCING } from './authored-article.ts';
export { type Cache, openCache } from './cache.ts';
export { type Authored, type AuthoredEntity, checkFiles, type Introduction } from './check.ts';
export { compile, type Examination, examine, examineFiles } from './compile.ts';
export { openProgress, readWithProgress } from './progress.ts';
export { type CorpusFile, type FiledType, readCorpus } from './read.ts';
export type { RetiredSlug } from './retired.ts';
export { allTexts, yamlsOf } from './revision.ts';

// The definition of each kind of authored file, as the compiler checks it.

export { checkText, digestOf } from './article-text.ts';
export {
  type Annotation,
  type AuthoredEvent,
  type AuthoredFact,
  type AuthoredStatement,
  annotation,
  event,
  fact,
  related,
  statement,
} from './authored.ts';
export {
  type AgentFile,
  agentFile,
  earlierFrontMatter,
  type FrontMatter,
  frontMatter,
  type PlaceFile,
  placeFile,
  retiredFile,
} from './authored-file.ts';
export { type Anchor, type Anchors, type AuthoredDate, anchor as anchorDefinition, anchors } from './authored-part.ts';
export { readEdtf } from './date.ts';
export { type Path, readYaml, type YamlSource } from './yaml.ts';

// The assertions of an article, and the places of their words in its text.

export { type AnchorText, anchor, anchorName, listAnchors, MOST_NAMED, openText, placesOfWords } from './anchor.ts';
export { type AssertedArticle, assertArticle } from './annotated-article.ts';
export { compareTexts } from './difference.ts';
export type { AssertedReport } from './event-report.ts';
export type { Fact } from './fact.ts';
export type { AssertedQuote } from './quote.ts';
export { polarityOfKind } from './quote-text.ts';
export { compareSlugs, distinctSpans } from './span.ts';
export { coveredLength, evidenceOf } from './summary.ts';
export { isWhole, SPACED, UNSPACED } from './whole-word.ts';

// Slugs and what they name; unconfirmed drafts.

export { isSlug, MAX_SLUG_LENGTH, SLUG, SLUG_FORM } from '../slug.ts';
export { printLeftOut } from './leave-out.ts';
export { a, gatherSlugs, PLACE, refer, type Slugs } from './link.ts';
export { nearest } from './nearest.ts';
export { reviewCommand, shellWord } from './review-command.ts';
export { listDrafts } from './unconfirmed.ts';

// Problems, and their places in a file.

export { columnAt, lineAt } from './line.ts';
export {
  counted,
  listed,
  type Place,
  type Problem,
  printFound,
  printProblems,
  quoted,
  type SourceFile,
} from './problem.ts';
export { displayWidth } from './source-line.ts';

// Commands: running them, refusing, and writing to the terminal and to files.

export { type Commands, ENDPOINT_COMMANDS, runCommands, runProcess } from './command-line.ts';
export { besideOf, replaceFile, UNFINISHED_CHANGE } from './file.ts';
export { Refusal } from './refusal.ts';
export { escaped, harmless, isFolder, printable, say, sayLines, usesColours, warn, warnLines } from './terminal.ts';

// The model of the corpus: closed sets of values, their meanings, and the types of compiled records.

export { boundsOfDate } from '../fuzzy-date.ts';
export {
  CERTAINTY_MEANINGS,
  DATE_PART_MEANINGS,
  ENTITY_TYPE_MEANINGS,
  EVENT_KIND_MEANINGS,
  FIGURE_KIND_MEANINGS,
  KINSHIP_KIND_MEANINGS,
  type Meanings,
  PARTICIPANT_ROLE_MEANINGS,
  PLACE_KIND_MEANINGS,
  POLARITY_MEANINGS,
  RETIREMENT_MEANINGS,
  STATEMENT_KIND_MEANINGS,
  VOICE_MEANINGS,
} from '../meaning.ts';
export {
  type Assertion,
  CERTAINTIES,
  type Corpus,
  DATE_PARTS,
  type DatePart,
  ENTITY_TYPES,
  type EntityType,
  EVENT_KINDS,
  type EventKind,
  type Evidence,
  FIGURE_KINDS,
  type FuzzyDate,
  KINSHIP_KINDS,
  type Kinship,
  LIFE_DATE_KINDS,
  NAMED_TYPES,
  type NamedType,
  PARTICIPANT_ROLES,
  type ParticipantRole,
  PLACE_KINDS,
  type PlaceKind,
  POLARITIES,
  propositionOf,
  type Quote,
  RETIREMENTS,
  type Slug,
  STATEMENT_KINDS,
  STATEMENT_RELATION_KINDS,
  type StatementKind,
  VOICES,
  type Voice,
} from '../model.ts';

export { RELATION_FIELDS } from '../relation.ts';

// Texts: their names, what only earlier ones say, and the quotations in them.

export { findQuotations, type Quotation } from '../quotation.ts';
export { articleOf, earlierRevision, isFormer, textName } from '../revision.ts';

// For exports: the bundle, CSV cells, and words as search compares them.

export { packBundle } from '../bundled/pack.ts';
export { guardFormulas, quoteCell, unguardFormulas } from '../csv.ts';
export { indexCorpus } from '../engine/build.ts';
export { fold, words } from '../fold.ts';
