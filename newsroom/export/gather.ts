/** From a compiled corpus to the records of an export. */
import { type Corpus, type Kinship, propositionOf, type Quote, type Slug } from '../../data/compile/index.ts';
import { type ExportRecord, isRecordType, RECORDS, type RecordType } from './record.ts';

/** Every record: articles, entities, retired slugs, then what each article says, in the order of the articles. */
export function gatherRecords(corpus: Corpus): ExportRecord[] {
  const { entities, texts, retired } = corpus;
  const bodies = new Map(texts.map(({ of, text }) => [of, text]));
  const whole: object[] = [
    ...entities.Article.map((article) => ({ ...article, text: bodies.get(article.slug) })),
    ...entities.Person,
    ...entities.Organization,
    ...entities.Group,
    ...entities.Place,
    ...entities.Event,
    ...entities.Statement.map((statement) => ({
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
  return [...whole, ...gatherSaid(corpus)].map(toRecord);
}

/** The text of a quote, ready to print, and its bare proposition. */
function wordsOf(quote: Quote | undefined) {
  return quote === undefined ? {} : { text: quote.text, proposition: propositionOf(quote) };
}

interface Said {
  readonly type: RecordType;
  readonly article: Slug;
}

/** The records of what the articles say, numbered within each article. */
function gatherSaid({ entities, dossiers }: Corpus): object[] {
  const reports = [
    ...entities.Event.flatMap(({ reports }) => introduced('EventReport', reports)),
    ...entities.Statement.flatMap(({ quotes }) =>
      introduced(
        'Quote',
        quotes.map((quote) => ({ ...quote, ...wordsOf(quote) })),
      ),
    ),
  ];
  const facts: Said[] = [
    ...dossiers.flatMap(({ positions, lifeDates }) => [...positions, ...lifeDates]),
    ...gatherKinships(dossiers.map(({ relatives }) => relatives)),
  ];
  const mentions = dossiers.flatMap(({ of, mentions }) =>
    mentions.map((evidence) => ({ type: 'Mention', article: evidence.source, of, evidence }) as const),
  );
  const byArticle = Map.groupBy<Slug, Said>([...reports, ...facts, ...mentions], ({ article }) => article);
  return entities.Article.flatMap(({ slug }) =>
    (byArticle.get(slug) ?? []).map((said, number) => ({ ...said, number })),
  );
}

/** Marks the first of several reports as the one that introduces the thing. */
function introduced<T extends { readonly article: Slug }>(type: RecordType, reports: readonly T[]) {
  return reports.map((report, index) => ({ ...report, type, introduces: index === 0 }));
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
