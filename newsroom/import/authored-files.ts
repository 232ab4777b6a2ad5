/** From the records of an export back to authored files, from which the compiler makes the same corpus. */

import { polarityOfKind, RELATION_FIELDS } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS, RETIRED_FILE } from '../corpus-path.ts';
import type { ExportRecord, RecordOf } from '../export/record.ts';
import { type Fields, filled, type Plain, printYaml, printYamlList } from '../print-yaml.ts';
import { dateOrNone } from './date.ts';
import { mentionsToWrite } from './mention.ts';
import { printText } from './text-file.ts';
import { type Desk, type Fail, type Text, textsOf } from './text-of.ts';

/** The content of each file, by its path in the corpus. */
export function authoredFiles(records: readonly ExportRecord[], fail: Fail): Map<string, string> {
  const files = new Map<string, string>();
  const lookup: Lookup = {
    said: Map.groupBy(
      records.filter((record) => 'number' in record),
      ({ article }) => article,
    ),
    events: new Map(allOf(records, 'Event').map((event) => [event.slug, event])),
    statements: new Map(allOf(records, 'Statement').map((statement) => [statement.slug, statement])),
  };
  for (const article of allOf(records, 'Article')) {
    const related = new Set<string>();
    for (const text of textsOf(article, lookup.said.get(article.slug) ?? [], fail)) {
      const path = `articles/${text.name}`;
      files.set(`${path}.md`, printText(article, text));
      files.set(`${path}.yaml`, printAnnotation(text, lookup, related));
    }
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
interface Lookup {
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

/** @param related the statements of the article whose relations are written already, in the file of a newer text. */
function printAnnotation(text: Text, lookup: Lookup, related: Set<string>): string {
  const { events, statements } = lookup;
  const { digest, said, desk } = text;
  const facts = said.flatMap((record): Plain[] => {
    if (record.type === 'Position') return [printPosition(record, desk.through(record))];
    if (record.type === 'Kinship') return [printKinship(record, desk.through(record))];
    return record.type === 'LifeDate' ? [printLifeDate(record, desk.through(record))] : [];
  });
  return printYaml({
    digest,
    statements: filled(
      allOf(said, 'Quote').map((quote) => {
        const isFirst = !related.has(quote.statement);
        related.add(quote.statement);
        return printStatement(quote, statements.get(quote.statement), isFirst, desk.through(quote));
      }),
    ),
    events: filled(
      allOf(said, 'EventReport').map((report) => printEvent(report, events.get(report.event), desk.through(report))),
    ),
    facts: filled(facts),
    mentions: printMentions(text),
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
    since: report.firstRevision ?? undefined,
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
    since: quote.firstRevision ?? undefined,
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
    since: fact.firstRevision ?? undefined,
  };
}

function printKinship(fact: RecordOf<'Kinship'>, desk: Desk): Plain {
  const { person, kind, relative } = fact;
  return {
    person,
    kinship: { kind, relative },
    evidence: desk.quotes(fact.evidence),
    ...printProvenance(fact),
    since: fact.firstRevision ?? undefined,
  };
}

function printLifeDate(fact: RecordOf<'LifeDate'>, desk: Desk): Plain {
  const { person, kind, date } = fact;
  return {
    person,
    [kind === 'BIRTH' ? 'birth' : 'death']: dateOrNone(date, desk),
    evidence: desk.quotes(fact.evidence),
    ...printProvenance(fact),
    since: fact.firstRevision ?? undefined,
  };
}

function printMentions({ said, desk }: Text): Fields | undefined {
  const names = [...mentionsToWrite(said)].flatMap(([slug, words]) => {
    const anchors = desk.names(slug, words);
    return anchors.length === 0 ? [] : [[slug, anchors.length === 1 ? anchors[0] : anchors] as const];
  });
  return names.length === 0 ? undefined : Object.fromEntries(names);
}
