/** One fact about a person, from an item of `facts`. */
import { daysOf } from '../fuzzy-date.ts';
import type {
  Asserted,
  FuzzyDate,
  Kinship,
  KinshipKind,
  LifeDate,
  LifeDateKind,
  Position,
  Slug,
  Tenure,
} from '../model.ts';
import { cut } from '../text.ts';
import { type Desk, readAsserted, readDate, readReference } from './attribution.ts';
import type { AuthoredFact } from './authored.ts';
import type { Item } from './authored-annotation.ts';
import type { AuthoredDate } from './authored-part.ts';
import { ORGANIZATION, PERSON } from './link.ts';
import type { Path } from './yaml.ts';

export type Fact = Position | Kinship | LifeDate;

/** The records of all facts of one article, which was published at that date; a kinship gives two. */
export function readFacts(items: readonly Item<AuthoredFact>[], published: FuzzyDate | null, desk: Desk): Fact[] {
  const read = items.map((item) => ({ item, facts: readFact(item, published, desk) }));
  const dates = read.flatMap(({ item, facts }) =>
    facts.flatMap((fact) => (fact.type === 'LifeDate' ? [{ fact, path: item.path }] : [])),
  );
  reportDeathBeforeBirth(dates, desk);
  return read.flatMap(({ facts }) => facts);
}

function readFact({ value, path }: Item<AuthoredFact>, published: FuzzyDate | null, desk: Desk): Fact[] {
  const person = readReference(value.person, PERSON, [...path, 'person'], desk);
  const asserted = readAsserted(value, path, desk);
  reportUnlessOne(value, path, desk);
  const { position, kinship, birth, death } = value;
  return [
    ...(position === undefined ? [] : readPosition(position, person, asserted, published, [...path, 'position'], desk)),
    ...(kinship === undefined ? [] : readKinship(kinship, value.person, person, asserted, [...path, 'kinship'], desk)),
    ...(birth === undefined ? [] : readLifeDate('BIRTH', birth, person, asserted, [...path, 'birth'], desk)),
    ...(death === undefined ? [] : readLifeDate('DEATH', death, person, asserted, [...path, 'death'], desk)),
  ];
}

const FACTS = ['position', 'kinship', 'birth', 'death'] as const;

function reportUnlessOne(value: AuthoredFact, path: Path, desk: Desk): void {
  const [first, second] = FACTS.filter((field) => value[field] !== undefined);
  if (first !== undefined && second === undefined) return;
  desk.report({
    code: 'exactly-one',
    at: desk.yaml.at(second === undefined ? path : [...path, second], 'key'),
    says: second === undefined ? 'The fact is empty.' : `Both "${first}" and "${second}" are given.`,
    expected: `exactly one of ${FACTS.join(', ')}.`,
    fix: second === undefined ? 'Add one of them.' : 'Split it into two facts.',
  });
}

function readPosition(
  authored: NonNullable<AuthoredFact['position']>,
  person: Slug | null,
  asserted: Asserted | null,
  published: FuzzyDate | null,
  path: Path,
  desk: Desk,
): Position[] {
  const { title } = authored;
  const organization = readReference(authored.organization, ORGANIZATION, [...path, 'organization'], desk);
  const since = readDate(authored.since, [...path, 'since'], desk);
  const until = readDate(authored.until, [...path, 'until'], desk);
  if (since?.earliest != null && until?.latest != null && until.latest < since.earliest) {
    reportBackwards(
      [...path, 'until', 'edtf'],
      `The position ends by ${until.latest}, before it begins (${since.edtf}).`,
      desk,
    );
  }
  if (asserted === null) return [];
  if (!asserted.evidence.some((span) => cut(desk.text.text, span).includes(title))) reportTitle(path, desk);
  const tenure = tenureOf(since, until, published);
  return person === null ? [] : [{ type: 'Position', person, title, organization, since, until, tenure, ...asserted }];
}

/** FORMER if the position may have ended by the publication: to show it as current would claim that it is held. */
function tenureOf(since: FuzzyDate | null, until: FuzzyDate | null, published: FuzzyDate | null): Tenure {
  if (published === null) return until === null ? 'CURRENT' : 'FORMER';
  const day = daysOf(published);
  if (until !== null && daysOf(until).from <= day.to) return 'FORMER';
  return since !== null && daysOf(since).from > day.to ? 'FUTURE' : 'CURRENT';
}

function readKinship(
  { kind, relative: named }: NonNullable<AuthoredFact['kinship']>,
  of: Slug,
  person: Slug | null,
  asserted: Asserted | null,
  path: Path,
  desk: Desk,
): Kinship[] {
  const relative = readReference(named, PERSON, [...path, 'relative'], desk);
  if (named === of) reportOwnRelative([...path, 'relative'], desk);
  if (person === null || relative === null || asserted === null) return [];
  return [
    { type: 'Kinship', person, kind, relative, ...asserted },
    { type: 'Kinship', person: relative, kind: INVERSE[kind], relative: person, ...asserted },
  ];
}

const INVERSE: Record<KinshipKind, KinshipKind> = {
  PARENT: 'CHILD',
  CHILD: 'PARENT',
  SIBLING: 'SIBLING',
  SPOUSE: 'SPOUSE',
  OTHER: 'OTHER',
};

function readLifeDate(
  kind: LifeDateKind,
  authored: AuthoredDate,
  person: Slug | null,
  asserted: Asserted | null,
  path: Path,
  desk: Desk,
): LifeDate[] {
  const date = readDate(authored, path, desk);
  return date === null || person === null || asserted === null
    ? []
    : [{ type: 'LifeDate', person, kind, date, ...asserted }];
}

// Within one article only: two articles may well contradict each other.
function reportDeathBeforeBirth(dates: readonly { readonly fact: LifeDate; readonly path: Path }[], desk: Desk): void {
  const affirmed = dates.filter(({ fact }) => fact.polarity === 'AFFIRMED');
  for (const death of affirmed.filter(({ fact }) => fact.kind === 'DEATH')) {
    const birth = affirmed.find(({ fact }) => {
      const isOfSame = fact.kind === 'BIRTH' && fact.person === death.fact.person;
      return isOfSame && (death.fact.date.latest ?? '~') < (fact.date.earliest ?? '');
    });
    if (birth === undefined) continue;
    const says = `The death (${death.fact.date.edtf}) comes before the birth (${birth.fact.date.edtf}).`;
    reportBackwards([...death.path, 'death', 'edtf'], says, desk);
  }
}

function reportBackwards(path: Path, says: string, { yaml, report }: Desk): void {
  report({
    code: 'end-before-start',
    at: yaml.at(path),
    says,
    expected: 'an end that is not before its start.',
    fix: 'Correct one of the dates.',
  });
}

function reportTitle(path: Path, { yaml, report }: Desk): void {
  report({
    code: 'title-not-in-evidence',
    at: yaml.at([...path, 'title']),
    says: 'The evidence does not contain this title.',
    expected: 'the title exactly as written in its evidence.',
    fix: 'Copy the title from the evidence, or quote evidence that contains it.',
  });
}

function reportOwnRelative(path: Path, { yaml, report }: Desk): void {
  report({
    code: 'refers-to-itself',
    at: yaml.at(path),
    says: 'The person would be their own relative.',
    expected: 'the slug of another person.',
    fix: 'Correct the slug.',
  });
}
