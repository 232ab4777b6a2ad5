/** From a compiled corpus to the records of an export. */
import {
  type Assertion,
  articleOf,
  type Corpus,
  type Evidence,
  isFormer,
  type Kinship,
  propositionOf,
  type Quote,
  type Slug,
} from '../../data/compile/index.ts';
import { type ExportRecord, isRecordType, RECORDS, type RecordType } from './record.ts';

/** Every record: articles, entities, retired slugs, then what each article says, in the order of the articles. */
export function gatherRecords(corpus: Corpus): ExportRecord[] {
  const { entities, texts, removed, retired } = corpus;
  const bodies = new Map(texts.map(({ of, text }) => [of, text]));
  const whole: object[] = [
    ...entities.Article.map((article) => ({ ...article, text: bodies.get(article.slug) })),
    ...entities.Person,
    ...entities.Organization,
    ...entities.Group,
    ...entities.Place,
    ...entities.Event,
    ...removed.Event,
    ...[...entities.Statement, ...removed.Statement].map((statement) => ({
      ...statement,
      ...wordsOf(statement.quotes[0]),
      about: statement.about.map(({ slug }) => slug),
      relations: statement.relations.filter(({ from, isDerived }) => from === statement.slug && !isDerived),
    })),
    ...retired.map((one) => ({
      ...one,
      type: 'Retired',
      formerType: one.type,
      replacedBy: one.replacedBy?.slug ?? null,
      splitInto: one.splitInto.map(({ slug }) => slug),
    })),
  ];
  return [...whole, ...gatherRevisions(corpus), ...gatherSaid(corpus)].map(toRecord);
}

/** The texts of the articles that have had several, each article's newest first. */
function gatherRevisions({ entities, histories }: Corpus): object[] {
  const texts = new Map(histories.flatMap((history) => history.texts).map(({ of, text }) => [of, text]));
  return entities.Article.flatMap(({ slug, revisions }) =>
    revisions.map((revision) => ({
      ...revision,
      type: 'Revision',
      article: slug,
      text: texts.get(`${slug}@${revision.number}`) ?? null,
    })),
  );
}

/** The text of a quote, ready to print, and its bare proposition. */
function wordsOf(quote: Quote | undefined) {
  return quote === undefined ? {} : { text: quote.text, proposition: propositionOf(quote) };
}

interface Said {
  readonly type: RecordType | Assertion['type'];
  readonly article: Slug;
}

/** The records of what the articles say, numbered within each article. */
function gatherSaid({ entities, removed, dossiers, histories }: Corpus): object[] {
  const reports = [
    ...entities.Event.flatMap(({ reports }) => introduced('EventReport', reports)),
    ...entities.Statement.flatMap(({ quotes }) => introduced('Quote', quotes)),
  ];
  const facts: Said[] = [
    ...dossiers.flatMap(({ positions, lifeDates }) => [...positions, ...lifeDates]),
    ...gatherKinships(dossiers.map(({ relatives }) => relatives)),
  ].map(standingOf);
  const introductions = new Set<Assertion | undefined>([
    ...removed.Event.map(({ reports }) => reports[0]),
    ...removed.Statement.map(({ quotes }) => quotes[0]),
  ]);
  const former = histories.map(({ assertions }) => assertions.filter(isFormer));
  const formerly = [
    ...former.flat().filter(({ type }) => type !== 'Kinship'),
    ...gatherKinships(former.map((all) => all.filter((one) => one.type === 'Kinship'))),
  ].map((assertion) => ({ ...saidOf(assertion), introduces: introductions.has(assertion) }));
  const mentions = [...dossiers, ...histories].flatMap(({ of, mentions }) =>
    mentions.map((evidence) => mentionOf(of, evidence)),
  );
  const said: Said[] = [...reports, ...facts, ...formerly, ...mentions];
  const byArticle = Map.groupBy<Slug, Said>(said, ({ article }) => article);
  return entities.Article.flatMap(({ slug }) =>
    (byArticle.get(slug) ?? []).map((said, number) => ({ ...said, number })),
  );
}

function mentionOf(of: Slug, evidence: Evidence) {
  return { type: 'Mention', article: articleOf(evidence.source), of, evidence } as const;
}

/** Marks the first of several reports as the one that introduces the thing. */
function introduced(type: RecordType, reports: readonly Assertion[]) {
  return reports.map((report, index) => ({ ...saidOf(report), type, introduces: index === 0 }));
}

function saidOf(assertion: Assertion) {
  return assertion.type === 'Quote' ? { ...standingOf(assertion), ...wordsOf(assertion) } : standingOf(assertion);
}

function standingOf<T extends Assertion>(assertion: T) {
  const { since = 1, until = null } = assertion.standing ?? {};
  return { ...assertion, firstRevision: since === 1 ? null : since, lastRevision: until } as T;
}

/** Each kinship once, although both relatives have it, in an order that agrees with every person's own list. */
function gatherKinships(lists: readonly (readonly Kinship[])[]): Kinship[] {
  const queues = new Map(lists.flatMap((list) => (list[0] === undefined ? [] : [[list[0].person, [...list]]])));
  const gathered: Kinship[] = [];
  let open = true;
  while (open) {
    open = false;
    for (const queue of queues.values()) {
      const [next] = queue;
      const other = queues.get(next?.relative ?? '');
      if (next === undefined || other?.[0] === undefined || !isSame(next, other[0])) continue;
      queue.shift();
      other.shift();
      gathered.push(next);
      open = true;
    }
  }
  return gathered;
}

/** Whether two records are one kinship, seen from its two sides. */
function isSame(one: Kinship, other: Kinship): boolean {
  return one.person === other.relative && one.article === other.article && placesOf(one) === placesOf(other);
}

/** By value: in an article that was read before and stored, the two sides have lists of their own. */
function placesOf({ evidence }: Kinship): string {
  return evidence.map(({ source, start, end }) => `${source} ${start} ${end}`).join(', ');
}

/** Keeps only the fields of an export: the definition of the record drops the others. */
function toRecord(value: object): ExportRecord {
  const { type } = value as { readonly type: unknown };
  if (!isRecordType(type)) throw new Error(`"${String(type)}" is not a type of record.`);
  return RECORDS[type].parse(value);
}
