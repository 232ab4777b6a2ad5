/**
 * Merging: the proposals of the rules and those of a model as one annotation.
 *
 * What both propose is one proposal: that of the rules, which are the same on every run, with the model in its mark.
 * Where they name different speakers for the same words, the rules' proposal stays only if the words at the verb of
 * saying name its speaker. If the rules had to guess, the statement is left out: a name that two readers dispute must
 * not stand beside a quotation, and `check` shows the editor every quotation that no statement covers.
 */
import type { AuthoredEvent, AuthoredFact, AuthoredStatement, NamedType } from '../../../data/compile/index.ts';
import type { NewEntity } from '../cast.ts';
import { draftMentions } from '../mention.ts';
import type { Range } from '../sentence.ts';
import { type Sheet, within } from '../sheet.ts';
import type { ProposedAnnotation } from '../statement.ts';
import type { Answer } from './answer.ts';
import type { Drop, Outcome, Reason } from './dropped.ts';
import { nameEntities } from './entity.ts';
import { type Desk, type Read, readEvent, readFact, readStatement } from './item.ts';
import { accepted, slugsIn } from './judge.ts';
import { openPlaces, type Places } from './place.ts';
import { fateOf, isSameFact, isSameKind, isSameWords, type Own, openRules, type Rules, twinOf, worse } from './twin.ts';

/** The annotation of both, its new agents and places, and what became of the answer. */
export interface Merged {
  readonly annotation: ProposedAnnotation;
  readonly entities: readonly NewEntity[];
  readonly outcome: Outcome;
}

/** Merges the annotation that the rules made of the sheet with the answer of a model about the same text. */
export function mergeAnswer(annotation: ProposedAnnotation, answer: Answer, sheet: Sheet): Merged {
  const places = openPlaces(sheet.text);
  const dropped = new Map<Reason, number>(answer.unread > 0 ? [['unread', answer.unread]] : []);
  const drop = (reason: Reason) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  const rules = openRules(annotation, places);
  const { mark } = answer;
  const naming = { sheet, places, voiced: voicedIn(rules, places), mark, drop };
  const { names, entityOf } = nameEntities(answer.entities, naming);
  const slugs = new Map<string, string>();
  const desk: Desk = { sheet, places, entityOf, statementOf: (slug) => slugs.get(slug) ?? null, mark, drop };
  const table: Table = { rules, added: [], slugs, sheet, places, drop };
  // Statements come first, since events and facts are attributed to them.
  for (const item of answer.statements) addStatement(readStatement(item, desk), table);
  for (const item of answer.events) addEvent(readEvent(item, desk), table);
  for (const item of answer.facts) addFact(readFact(item, desk), table);
  const mentions = draftMentions({ ...sheet, names });
  const introduced = sheet.cast.takeNew();
  const put = (added: readonly Added[]) => putTogether(annotation.digest, rules, added, mentions, mark);
  const types = new Map(
    [...sheet.cast.known, ...introduced].map(({ slug, type }): [string, NamedType] => [slug, type]),
  );
  const kept = accepted(table.added, put, { text: sheet.text, language: sheet.language, types });
  for (let refused = table.added.length - kept.length; refused > 0; refused--) drop('refused');
  const merged = put(kept);
  const referred = slugsIn(merged);
  return {
    annotation: merged,
    // A person who only speaks in a statement that is left out gets no file.
    entities: introduced.filter(
      ({ slug, file }) => referred.has(slug) || sheet.names.some(({ name }) => name === file.name),
    ),
    outcome: { ...countFates(rules), added: kept.length, dropped },
  };
}

function voicedIn({ statements }: Rules, places: Places) {
  return statements.flatMap(({ authored: { speakers, addressees = [] } }) =>
    [...speakers, ...addressees].flatMap(({ agent, evidence }) => {
      return agent === undefined ? [] : places.exact(evidence).map((range) => ({ agent, range }));
    }),
  );
}

function countFates({ statements, events, facts }: Rules) {
  const all = [...statements, ...events, ...facts];
  const count = (fate: Own<unknown>['fate']) => all.filter((one) => one.fate === fate).length;
  return { agreed: count('agreed'), against: count('against'), disputed: count('disputed') };
}

/** An item that only the model proposes. */
type Added = { readonly ranges: readonly Range[] } & (
  | { readonly list: 'statements'; readonly authored: AuthoredStatement }
  | { readonly list: 'events'; readonly authored: AuthoredEvent }
  | { readonly list: 'facts'; readonly authored: AuthoredFact }
);

/** The proposals of both while the answer is read. */
interface Table {
  readonly rules: Rules;
  readonly added: Added[];
  /** The slug in the corpus of each statement of the answer. */
  readonly slugs: Map<string, string>;
  readonly sheet: Sheet;
  readonly places: Places;
  readonly drop: Drop;
}

function addStatement(read: Read<AuthoredStatement> | null, { rules, added, slugs, sheet, places, drop }: Table): void {
  if (read === null) return;
  const { authored, own, ranges } = read;
  const twin = twinOf(ranges, rules.statements);
  if (twin !== null) {
    const fate = fateOf(twin.authored, authored, sheet, places);
    if (fate === 'agreed' && twin.authored.statement !== undefined) slugs.set(own, twin.authored.statement);
    const isOpen = twin.authored.speakers.some(({ agent }) => agent === undefined);
    if (isOpen) twin.authored = { ...twin.authored, speakers: authored.speakers };
    twin.fate = worse(twin.fate, fate);
  } else if (added.some((one) => one.list === 'statements' && isSameWords(ranges, one.ranges))) {
    drop('repeated');
  } else {
    const statement = sheet.cast.takeSlug(wordsOfSlug(authored, ranges, sheet));
    slugs.set(own, statement);
    added.push({ list: 'statements', authored: { statement, ...authored }, ranges });
  }
}

function wordsOfSlug({ speakers: [first] }: AuthoredStatement, [range]: readonly Range[], { text }: Sheet): string {
  const words = text.slice(range?.start, range?.end).match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? [];
  return [first?.agent.split('-').at(-1), ...words.slice(0, 6)].join(' ');
}

function addEvent(read: Read<AuthoredEvent> | null, table: Table): void {
  if (read === null) return;
  const { ranges } = read;
  const authored = attributed(read.authored, ranges, table);
  if (authored === null) return;
  const isSame = (one: AuthoredEvent) => isSameKind(one, authored);
  const twin = twinOf(
    ranges,
    table.rules.events.filter((one) => one.fate === 'alone' && isSame(one.authored)),
  );
  if (twin !== null) {
    // The rules know no kind without a word for it, and name the event only by its sentence.
    const { name, kind } = twin.authored.kind === 'OTHER' ? authored : twin.authored;
    twin.authored = { ...twin.authored, ...alleged(twin.authored, name), kind };
    twin.fate = 'agreed';
  } else if (
    table.added.some((one) => one.list === 'events' && isSame(one.authored) && isSameWords(ranges, one.ranges))
  ) {
    table.drop('repeated');
  } else {
    const event = table.sheet.cast.takeSlug(authored.name ?? '');
    table.added.push({ list: 'events', authored: { event, ...authored, ...alleged(authored, authored.name) }, ranges });
  }
}

/** The name of an event says so if the article only attributes it to somebody. */
function alleged({ attributedTo }: AuthoredEvent, name = ''): { readonly name: string } {
  return { name: attributedTo === undefined || /\balleged/i.test(name) ? name : `Alleged: ${name}` };
}

function addFact(read: Read<AuthoredFact> | null, table: Table): void {
  if (read === null) return;
  const { ranges } = read;
  const authored = attributed(read.authored, ranges, table);
  if (authored === null) return;
  const twin = table.rules.facts.find((one) => isSameFact(one.authored, authored));
  if (twin !== undefined) twin.fate = 'agreed';
  else if (table.added.some((one) => one.list === 'facts' && isSameFact(one.authored, authored)))
    table.drop('repeated');
  else table.added.push({ list: 'facts', authored, ranges });
}

/**
 * The item, attributed to the statement whose words it rests on, whatever the model says: else the article would seem to
 * say itself what it only quotes. Null, and dropped, if nobody knows who says it.
 */
function attributed<T extends AuthoredEvent | AuthoredFact>(
  authored: T,
  ranges: readonly Range[],
  { rules, added, drop }: Table,
): T | null {
  const all = [...rules.statements, ...added.filter((one) => one.list === 'statements')];
  const source =
    all.find((one) => ranges.some((range) => one.ranges.some((content) => within(range, content)))) ??
    twinOf(ranges, all);
  if (source === null) return authored;
  if (('fate' in source && source.fate === 'disputed') || source.authored.statement === undefined) {
    drop('refused');
    return null;
  }
  return { ...authored, attributedTo: source.authored.statement };
}

function putTogether(
  digest: string,
  rules: Rules,
  added: readonly Added[],
  mentions: NonNullable<ProposedAnnotation['mentions']>,
  mark: string,
): ProposedAnnotation {
  const left = new Set(
    rules.statements.filter(({ fate }) => fate === 'disputed').map(({ authored }) => authored.statement),
  );
  const isLeft = ({ attributedTo }: { readonly attributedTo?: string | undefined }) =>
    attributedTo !== undefined && left.has(attributedTo);
  const statements = [
    ...rules.statements.filter(({ fate }) => fate !== 'disputed'),
    ...added.filter((one) => one.list === 'statements'),
  ];
  const events = [
    ...rules.events.filter(({ authored }) => !isLeft(authored)),
    ...added.filter((one) => one.list === 'events'),
  ];
  const facts = [
    ...rules.facts.filter(({ authored }) => !isLeft(authored)),
    ...added.filter((one) => one.list === 'facts'),
  ];
  return {
    digest,
    ...(statements.length > 0 && { statements: inOrder(statements).map((one) => marked(one, mark)) }),
    ...(events.length > 0 && { events: inOrder(events).map((one) => marked(one, mark)) }),
    ...(facts.length > 0 && { facts: facts.map((one) => marked(one, mark)) }),
    ...(Object.keys(mentions).length > 0 && { mentions }),
  };
}

function inOrder<T extends { readonly ranges: readonly Range[] }>(items: readonly T[]): T[] {
  return [...items].sort(({ ranges: [a] }, { ranges: [b] }) => (a?.start ?? 0) - (b?.start ?? 0));
}

/** The proposal with the model in its mark, if the model has said anything about it. */
function marked<T extends { readonly draft?: string | undefined }>(
  { authored, ...own }: { readonly authored: T; readonly fate?: Own<T>['fate'] },
  mark: string,
): T {
  const { fate = 'alone' } = own;
  if (fate !== 'agreed' && fate !== 'against') return authored;
  return { ...authored, draft: `${authored.draft}, ${fate === 'against' ? 'against ' : ''}${mark}` };
}
