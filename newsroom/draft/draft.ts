/** Drafting: from a plain text to the files of a corpus, with a proposal for everything that the rules find. */
import { join } from 'node:path';
import { type AuthoredDate, digestOf } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS } from '../corpus-path.ts';
import { type Plain, printYaml } from '../print-yaml.ts';
import { schemaComment, schemaKindOf } from '../schemas/kind.ts';
import { draftFrontMatter, type Particulars } from './article.ts';
import type { Cast, NewEntity } from './cast.ts';
import { draftEvents } from './event.ts';
import { draftFacts } from './fact.ts';
import { draftMentions } from './mention.ts';
import type { Answer } from './model/answer.ts';
import type { Outcome } from './model/dropped.ts';
import { mergeAnswer } from './model/merge.ts';
import { findParagraphs } from './sentence.ts';
import { proposing, readSheet, type Sheet } from './sheet.ts';
import { speakersIn } from './speaker.ts';
import { draftStatements, type ProposedAnnotation } from './statement.ts';

/** An article to draft, as the editor gives it. */
export interface Assignment extends Particulars {
  readonly text: string;
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
}

/** The files of a draft, new agents and places first, and the counts of their contents. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  /** A line about each thing given that the files cannot hold. */
  readonly left: readonly string[];
  /** What became of the answer of a model; null if there is none. */
  readonly outcome: Outcome | null;
  readonly counts: Readonly<Record<'statements' | 'events' | 'facts' | 'mentions' | 'entities', number>>;
}

/** Drafts the article for the folder of a corpus, without writing anything. A model may have answered about it too. */
export function draftArticle(assignment: Assignment, cast: Cast, folder: string, answer: Answer | null = null): Draft {
  const { text, slug, language, published } = assignment;
  const sheet = readSheet(text, language, published, cast);
  const speakers = speakersIn(sheet);
  const statements = draftStatements(sheet, speakers);
  const facts = sheet.isRead ? draftFacts(sheet, statements) : [];
  const events = !sheet.isRead
    ? []
    : draftEvents(
        sheet,
        statements,
        speakers,
        usedDates(sheet, [...statements.map(({ authored }) => authored.date), ...facts.map(({ birth }) => birth)]),
      );
  const mentions = draftMentions(sheet);
  const { fields, left } = draftFrontMatter(sheet, assignment);
  const own: ProposedAnnotation = {
    digest: digestOf(text),
    ...(statements.length > 0 && { statements: statements.map(({ authored }) => authored) }),
    ...(events.length > 0 && { events }),
    ...(facts.length > 0 && { facts }),
    ...(Object.keys(mentions).length > 0 && { mentions }),
  };
  const { annotation, entities, outcome } =
    answer === null ? { annotation: own, entities: cast.takeNew(), outcome: null } : mergeAnswer(own, answer, sheet);
  const articles = join(folder, 'articles');
  const file = join(articles, `${slug}.yaml`);
  return {
    files: new Map([
      ...entities.map((entity) => entityFile(entity, folder)),
      [join(articles, `${slug}.md`), `---\n${printYaml(plain(fields))}---\n\n${text}\n`],
      [file, `${schemaComment('annotation', file)}\n${printYaml(plain(annotation))}`],
    ]),
    left,
    outcome,
    counts: {
      statements: annotation.statements?.length ?? 0,
      events: annotation.events?.length ?? 0,
      facts: annotation.facts?.length ?? 0,
      mentions: Object.keys(annotation.mentions ?? {}).length,
      entities: entities.length,
    },
  };
}

/** The places of the dates of statements and births, which are not dates of events. */
function usedDates(sheet: Sheet, used: readonly (AuthoredDate | undefined)[]): ReadonlySet<number> {
  const words = new Set(used.flatMap((date) => (date === undefined ? [] : JSON.stringify(date.words))));
  return new Set(
    sheet.dates
      .filter((date) => proposing(() => sheet.anchor(date)).some((anchor) => words.has(JSON.stringify(anchor))))
      .map(({ start }) => start),
  );
}

function entityFile({ type, slug, file }: NewEntity, folder: string): [string, string] {
  const path = join(folder, ENTITY_FOLDERS[type], `${slug}.yaml`);
  const kind = schemaKindOf(path);
  return [path, `${kind === null ? '' : `${schemaComment(kind, path)}\n`}${printYaml(plain(file))}`];
}

/** The authored item as plain data. */
function plain(fields: object): { readonly [field: string]: Plain } {
  return JSON.parse(JSON.stringify(fields));
}

/** The headline, from which the article's slug is made. */
export function headlineOf(text: string): string {
  const [first] = findParagraphs(text);
  return first === undefined ? '' : text.slice(first.start, first.end);
}
