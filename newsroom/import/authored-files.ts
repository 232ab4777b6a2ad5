/** From the records of an export back to authored files, from which the compiler makes the same corpus. */

import { createHash } from 'node:crypto';
import { type Anchor, type Anchors, polarityOfKind, RELATION_FIELDS } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS, RETIRED_FILE } from '../corpus-path.ts';
import type { ExportRecord, RecordDate, RecordOf, Words } from '../export/record.ts';
import { type Plain, printYaml, printYamlList } from '../print-yaml.ts';
import { quoteSpan } from '../quote-span.ts';
import { mentionsToWrite } from './mention.ts';
import { openPlaces, type Places } from './places.ts';

type Fail = (says: string) => never;

/** The content of each file, by its path in the corpus. */
export function authoredFiles(records: readonly ExportRecord[], fail: Fail): Map<string, string> {
  const files = new Map<string, string>();
  const shelf: Shelf = {
    said: Map.groupBy(
      records.filter((record) => 'number' in record),
      ({ article }) => article,
    ),
    events: new Map(allOf(records, 'Event').map((event) => [event.slug, event])),
    statements: new Map(allOf(records, 'Statement').map((statement) => [statement.slug, statement])),
  };
  for (const article of allOf(records, 'Article')) {
    const desk = openDesk(article, fail);
    files.set(`articles/${article.slug}.md`, printText(article, desk));
    files.set(`articles/${article.slug}.yaml`, printAnnotation(article, shelf, desk));
  }
  for (const record of records) {
    if (isNamed(record)) files.set(`${ENTITY_FOLDERS[record.type]}/${record.slug}.yaml`, printEntity(record));
  }
  const retired = allOf(records, 'Retired').map((record) => ({
    slug: record.slug,
    type: record.formerType ?? undefined,
    on: record.on ?? undefined,
    // The things that it was split into may all be gone since.
    how: record.how === 'SPLIT' && record.splitInto.length === 0 ? 'REMOVED' : record.how,
    reason: record.reason,
    replacedBy: record.replacedBy ?? undefined,
    splitInto: filled(record.splitInto),
  }));
  if (retired.length > 0) files.set(RETIRED_FILE, printYamlList(retired));
  return files;
}

/** The records, grouped for looking them up by article or slug. */
interface Shelf {
  readonly said: ReadonlyMap<string, readonly ExportRecord[]>;
  readonly events: ReadonlyMap<string, RecordOf<'Event'>>;
  readonly statements: ReadonlyMap<string, RecordOf<'Statement'>>;
}

type Named = RecordOf<'Person' | 'Organization' | 'Group' | 'Place'>;

function isNamed(record: ExportRecord): record is Named {
  return Object.hasOwn(ENTITY_FOLDERS, record.type);
}

function allOf<T extends ExportRecord['type']>(records: readonly ExportRecord[], type: T): RecordOf<T>[] {
  return records.filter((record): record is RecordOf<T> & ExportRecord => record.type === type);
}

function printEntity(record: Named): string {
  const { name, otherNames, sameAs } = record;
  const place = record.type === 'Place' ? { kind: record.kind, containedIn: record.containedIn ?? undefined } : {};
  return printYaml({ name, otherNames: filled(otherNames), sameAs: filled(sameAs), ...place });
}

/** Quotes the words of one article. */
interface Desk {
  readonly quote: (words: Words) => Anchor;
  readonly quotes: (words: readonly Words[]) => Anchors;
}

function openDesk(article: RecordOf<'Article'>, fail: Fail): Desk {
  const places: Places = openPlaces(article.text);
  const quote = (words: Words): Anchor => {
    const [start, end] = [places.utf16(words.start), places.utf16(words.end)];
    if (words.source !== article.slug) {
      return fail(`A record of "${article.slug}" quotes "${words.source}": a record says what one article says.`);
    }
    if (start === null || end === null || article.text.slice(start, end) !== words.exact) {
      return fail(`The text of "${article.slug}" does not have “${words.exact}” from ${words.start} to ${words.end}.`);
    }
    return quoteSpan(article.text, start, end);
  };
  const quotes = (words: readonly Words[]): Anchors => {
    const [only, ...more] = words.map(quote);
    if (only === undefined) return fail(`A record of "${article.slug}" has no evidence.`);
    return more.length === 0 ? only : [only, ...more];
  };
  if (sha256(article.text) !== article.digest) fail(`The text of "${article.slug}" does not match its digest.`);
  return { quote, quotes };
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function printText(
  { language, bylines, publisher, agency, published, originalUrl, text }: RecordOf<'Article'>,
  desk: Desk,
): string {
  const front = printYaml({
    language,
    bylines: filled(
      bylines.map(({ person, evidence }) => ({ words: desk.quote(evidence), person: person ?? undefined })),
    ),
    publisher: publisher ?? undefined,
    agency: agency === null ? undefined : { organization: agency.organization, words: desk.quote(agency.evidence) },
    published: published === null ? undefined : printDate(published, desk),
    url: originalUrl ?? undefined,
  });
  return `---\n${front}---\n\n${text}\n`;
}

function printDate({ edtf, inferred, evidence }: RecordDate, desk: Desk): { readonly [field: string]: Plain } {
  return {
    edtf,
    words: evidence === null ? undefined : desk.quote(evidence),
    inferred: filled(
      inferred.map(({ part, basis, evidence: from }) => ({
        part,
        basis,
        evidence: from === null ? undefined : desk.quote(from),
      })),
    ),
  };
}

function dateOrNone(date: RecordDate | null, desk: Desk): Plain {
  return date === null ? undefined : printDate(date, desk);
}

function printAnnotation(article: RecordOf<'Article'>, shelf: Shelf, desk: Desk): string {
  const { events, statements } = shelf;
  const said = shelf.said.get(article.slug) ?? [];
  const facts = said.flatMap((record): Plain[] => {
    if (record.type === 'Position') return [printPosition(record, desk)];
    if (record.type === 'Kinship') return [printKinship(record, desk)];
    return record.type === 'LifeDate' ? [printLifeDate(record, desk)] : [];
  });
  return printYaml({
    digest: article.digest,
    statements: filled(
      allOf(said, 'Quote').map((quote, index, quotes) => {
        const isFirstHere = quotes.findIndex(({ statement }) => statement === quote.statement) === index;
        return printStatement(quote, statements.get(quote.statement), isFirstHere, desk);
      }),
    ),
    events: filled(allOf(said, 'EventReport').map((report) => printEvent(report, events.get(report.event), desk))),
    facts: filled(facts),
    mentions: printMentions(said, desk),
  });
}

type Asserted = Pick<RecordOf<'EventReport'>, 'voice' | 'attributedTo' | 'certainty' | 'polarity'>;

/** The fields that differ from the compiler's defaults. */
function printProvenance(
  said: Asserted,
  defaults: { readonly [F in 'certainty' | 'polarity']: Asserted[F] | null } = DEFAULTS,
) {
  return {
    attributedTo: said.attributedTo ?? undefined,
    voice: said.voice === 'CARRIED_OVER' ? said.voice : undefined,
    certainty: said.certainty === defaults.certainty ? undefined : said.certainty,
    polarity: said.polarity === defaults.polarity ? undefined : said.polarity,
  };
}

const DEFAULTS = { certainty: 'UNSPECIFIED', polarity: 'AFFIRMED' } as const;

function printEvent(report: RecordOf<'EventReport'>, event: RecordOf<'Event'> | undefined, desk: Desk): Plain {
  const introduction =
    report.introduces && event !== undefined
      ? { event: event.slug, name: event.name, kind: event.kind, partOf: event.partOf ?? undefined }
      : { of: report.event };
  return {
    ...introduction,
    evidence: desk.quotes(report.evidence),
    ...printProvenance(report),
    date: dateOrNone(report.date, desk),
    time:
      report.time === null
        ? undefined
        : {
            words: desk.quote(report.time.evidence),
            clock: report.time.clock ?? undefined,
            approximate: report.time.approximate || undefined,
          },
    places: filled(report.places),
    participants: filled(report.participants.map((participant) => printParticipant(participant, report, desk))),
    figures: filled(report.figures.map((figure) => printFigure(figure, desk))),
  };
}

function printParticipant(
  participant: RecordOf<'EventReport'>['participants'][number],
  report: RecordOf<'EventReport'>,
  desk: Desk,
): Plain {
  const isInherited = JSON.stringify(participant.evidence) === JSON.stringify(report.evidence);
  return {
    agent: participant.agent,
    role: participant.role,
    evidence: isInherited ? undefined : desk.quotes(participant.evidence),
    ...printProvenance(participant, report),
  };
}

function printFigure(
  { kind, minValue, maxValue, approximate, evidence }: RecordOf<'EventReport'>['figures'][number],
  desk: Desk,
): Plain {
  const value =
    minValue !== null && minValue === maxValue
      ? { value: minValue }
      : { min: minValue ?? undefined, max: maxValue ?? undefined };
  return { kind, ...value, approximate: approximate || undefined, words: desk.quote(evidence) };
}

/** The first quote of a statement in an article carries the relations that this article tells of. */
function printStatement(
  quote: RecordOf<'Quote'>,
  statement: RecordOf<'Statement'> | undefined,
  carriesRelations: boolean,
  desk: Desk,
): Plain {
  const isFirst = quote.introduces && statement !== undefined;
  const voiced = (all: RecordOf<'Quote'>['speakers']) =>
    all.map(({ agent, evidence }) => ({ agent, evidence: desk.quote(evidence) }));
  return {
    ...(isFirst ? { statement: quote.statement } : { of: quote.statement }),
    kind: quote.kind,
    content: desk.quotes(quote.content),
    cue: quote.cue === null ? undefined : desk.quote(quote.cue),
    speakers: voiced(quote.speakers),
    addressees: filled(voiced(quote.addressees)),
    date: dateOrNone(quote.date, desk),
    about: isFirst ? filled(statement.about) : undefined,
    ...(carriesRelations ? printRelations(statement?.relations ?? [], quote.article, desk) : {}),
    // The polarity of a denial is always written.
    ...printProvenance(quote, { ...DEFAULTS, polarity: polarityOfKind(quote.kind) }),
  };
}

function printRelations(relations: RecordOf<'Statement'>['relations'], article: string, desk: Desk) {
  const own = Map.groupBy(
    relations.filter((relation) => relation.article === article),
    ({ kind }) => RELATION_FIELDS[kind].to,
  );
  const fields = [...own].map(([field, all]): [string, Plain] => [
    field,
    all.map(({ to, evidence }) => (evidence.length === 0 ? to : { statement: to, evidence: desk.quotes(evidence) })),
  ]);
  return Object.fromEntries(fields);
}

function printPosition(fact: RecordOf<'Position'>, desk: Desk): Plain {
  const { person, title, organization, since, until } = fact;
  const dates = { since: dateOrNone(since, desk), until: dateOrNone(until, desk) };
  return {
    person,
    position: { title, organization: organization ?? undefined, ...dates },
    evidence: desk.quotes(fact.evidence),
    ...printProvenance(fact),
  };
}

function printKinship(fact: RecordOf<'Kinship'>, desk: Desk): Plain {
  const { person, kind, relative } = fact;
  return { person, kinship: { kind, relative }, evidence: desk.quotes(fact.evidence), ...printProvenance(fact) };
}

function printLifeDate(fact: RecordOf<'LifeDate'>, desk: Desk): Plain {
  const { person, kind, date } = fact;
  return {
    person,
    [kind === 'BIRTH' ? 'birth' : 'death']: dateOrNone(date, desk),
    evidence: desk.quotes(fact.evidence),
    ...printProvenance(fact),
  };
}

function printMentions(said: readonly ExportRecord[], desk: Desk): { readonly [slug: string]: Plain } | undefined {
  const mentions = mentionsToWrite(said);
  const names = [...mentions].map(([slug, words]) => [slug, desk.quotes(words)]);
  return names.length === 0 ? undefined : Object.fromEntries(names);
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
