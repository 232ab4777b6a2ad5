/** The file of a text of an article, from its records: front matter, then the text. */
import type { RecordOf } from '../export/record.ts';
import { type Fields, filled, type Plain, printYaml } from '../print-yaml.ts';
import { dateOrNone } from './date.ts';
import type { Desk, Text } from './text-of.ts';

/** The content of the file: of an earlier text with what differs from the present one. */
export function printText(article: RecordOf<'Article'>, text: Text): string {
  const { revision } = text;
  const differs = text.isPresent ? frontMatterOf(article, text.desk) : ownOf(article, text);
  const front = printYaml({ ...differs, revised: revision === null ? undefined : printRevised(revision, text.desk) });
  return `---\n${front}---\n\n${text.text}\n`;
}

function frontMatterOf(article: RecordOf<'Article'>, desk: Desk): Fields {
  const { language, publisher, agency, published, originalUrl, entered } = article;
  return {
    language,
    bylines: filled(bylinesOf(article, desk)),
    publisher: publisher ?? undefined,
    agency: agency === null ? undefined : { organization: agency.organization, words: desk.quote(agency.evidence) },
    published: dateOrNone(published, desk),
    url: originalUrl ?? undefined,
    entered: entered ?? undefined,
  };
}

function bylinesOf({ bylines }: RecordOf<'Article'>, desk: Desk) {
  return bylines.map(({ person, evidence }) => ({ words: desk.quote(evidence), person: person ?? undefined }));
}

/** What an earlier text does not have from the present one. */
function ownOf(article: RecordOf<'Article'>, { revision, desk, has }: Text): Fields {
  const isFirst = revision?.number === 1;
  const isSameDay = revision?.date?.edtf === article.published?.edtf && revision?.date?.evidence == null;
  return {
    bylines: bylinesOf(article, desk).every(({ words }) => has(words)) ? undefined : [],
    published: isFirst && !isSameDay ? dateOrNone(revision.date, desk.through(only(revision))) : undefined,
  };
}

/** Nothing for the first text, which replaced none. */
function printRevised(revision: RecordOf<'Revision'>, desk: Desk): Plain {
  const { number, date, reason, correction } = revision;
  if (number === 1) return undefined;
  return {
    on: date?.edtf ?? desk.fail(`Revision ${number} has no date.`),
    reason: reason ?? undefined,
    correction: correction === null ? undefined : desk.through(only(revision)).quote(correction),
  };
}

function only({ number }: RecordOf<'Revision'>) {
  return { firstRevision: number, lastRevision: number };
}
