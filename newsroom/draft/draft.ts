/** Drafting: from a plain text to the files of a corpus, with a proposal for everything that the rules find. */
import { join } from 'node:path';
import { type Annotation, type AuthoredDate, digestOf, type FrontMatter } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS } from '../corpus-path.ts';
import { type Plain, printYaml } from '../print-yaml.ts';
import { schemaComment, schemaKindOf } from '../schemas/kind.ts';
import type { Cast, NewEntity } from './cast.ts';
import { draftEvents } from './event.ts';
import { draftFacts } from './fact.ts';
import { findByline } from './front.ts';
import { draftMentions } from './mention.ts';
import { findParagraphs } from './sentence.ts';
import { authorDate, proposing, readSheet, type Sheet, within } from './sheet.ts';
import { type DraftStatement, draftStatements } from './statement.ts';

/** An article to draft, as the editor gives it. */
export interface Assignment {
  readonly text: string;
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** The date of publication as EDTF; null if only the text can give it. */
  readonly published: string | null;
}

/** The files of a draft, new agents and places first, and the counts of their contents. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  readonly counts: Readonly<Record<'statements' | 'events' | 'facts' | 'mentions' | 'entities', number>>;
}

/** Drafts the article for the folder of a corpus, without writing anything. */
export function draftArticle({ text, slug, language, published }: Assignment, cast: Cast, folder: string): Draft {
  const sheet = readSheet(text, language, published, cast);
  const statements = draftStatements(sheet);
  const facts = sheet.isRead ? draftFacts(sheet, statements) : [];
  const events = !sheet.isRead
    ? []
    : draftEvents(
        sheet,
        statements,
        usedDates(sheet, [...statements.map(({ authored }) => authored.date), ...facts.map(({ birth }) => birth)]),
      );
  const mentions = draftMentions(sheet);
  const frontMatter = draftFront(sheet, published);
  const entities = cast.takeNew();
  const annotation: Omit<Annotation, 'statements'> & { statements?: DraftStatement['authored'][] } = {
    digest: digestOf(text),
    ...(statements.length > 0 && { statements: statements.map(({ authored }) => authored) }),
    ...(events.length > 0 && { events }),
    ...(facts.length > 0 && { facts }),
    ...(Object.keys(mentions).length > 0 && { mentions }),
  };
  const articles = join(folder, 'articles');
  const file = join(articles, `${slug}.yaml`);
  return {
    files: new Map([
      ...entities.map((entity) => entityFile(entity, folder)),
      [join(articles, `${slug}.md`), `---\n${printYaml(plain(frontMatter))}---\n\n${text}\n`],
      [file, `${schemaComment('annotation', file)}\n${printYaml(plain(annotation))}`],
    ]),
    counts: {
      statements: statements.length,
      events: events.length,
      facts: facts.length,
      mentions: Object.keys(mentions).length,
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

function draftFront(sheet: Sheet, published: string | null): FrontMatter {
  const bylines = proposing(() => draftByline(sheet)).flat();
  const { dateline } = sheet;
  const [printed] = dateline === null ? [] : proposing(() => authorDate(dateline, sheet));
  return {
    language: sheet.language,
    ...(bylines.length > 0 && { bylines }),
    ...(published !== null && { published: { edtf: published } }),
    ...(printed !== undefined && { published: { ...printed, draft: 'dateline' } }),
    draft: 'plain-text',
  };
}

function draftByline(sheet: Sheet): NonNullable<FrontMatter['bylines']> {
  const words = findByline(sheet.text);
  if (words === null) return [];
  const author = sheet.names.find(
    ({ type, mentions }) => type === 'Person' && mentions.some((one) => within(one, words)),
  );
  return [
    { words: sheet.anchor(words), ...(author !== undefined && { person: sheet.slugOf(author) }), draft: 'byline' },
  ];
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
