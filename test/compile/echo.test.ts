// One quote in ten papers is seen as one, whoever printed it how.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEchoes, type Printed } from '../../data/compile/echo.ts';

/** Statements named for their place in the list, each in an article of its own. */
function printed(texts: readonly string[]): Printed[] {
  return texts.map((text, index) => ({ slug: nameOf(index), text, quotes: [{ article: nameOf(index) }] }));
}

const nameOf = (index: number) => `s${String(index).padStart(4, '0')}`;

const areEchoes = (one: string, other: string) => findEchoes(printed([one, other])).size === 2;

const QUOTE = 'The mill will probably stay shut until the end of summer';

describe('an echo of a quote', () => {
  it.each([
    ['the same words', QUOTE],
    ['in other letters, marks and punctuation', '“THE MILL will, probably, stáy shut – until the end of summer!”'],
    ['shortened at both ends', 'will probably stay shut until the end'],
    [
      'within a long one',
      `We heard it from her in person at the gate: ${QUOTE}, and then, so she told us, we shall see`,
    ],
    ['a word replaced', 'The mill will certainly stay shut until the end of summer'],
    ['in reported speech', 'that the mill would “probably stay shut” until the end of summer'],
    ['a word left out', 'The mill will stay shut until the end of summer'],
    ['a word put in', 'The mill will probably now stay shut until the end of summer'],
  ])('is one: %s', (_, text) => {
    expect(areEchoes(QUOTE, text)).toBe(true);
  });

  it.each([
    ['a part that is too short', 'stay shut until the end'],
    ['the same words in another order', 'Until the end of summer the shut mill probably will stay'],
    ['the half of it and a half of its own', 'The mill will probably stay open for all who want to see it'],
    ['no words', '“…”'],
  ])('is not one: %s', (_, text) => {
    expect(areEchoes(QUOTE, text)).toBe(false);
  });
});

it.each([
  ['no comment', false],
  ['it was terrible', false],
  ['it was not enough', true],
  ['', false],
])('the same words are an echo from four on: %j %s', (text, isEcho) => {
  expect(areEchoes(text, text.toUpperCase())).toBe(isEcho);
});

it('a statement is no echo of what it stands inside', () => {
  const quotes = [{ article: 'mill' }, { article: 'elsewhere' }];
  const statements = [
    { slug: 'outer', text: `She heard that ${QUOTE}`, quotes },
    { slug: 'inner', text: QUOTE, quotes },
    { slug: 'other', text: QUOTE, quotes: [{ article: 'elsewhere' }] },
  ];
  expect([...findEchoes(statements)]).toEqual([
    ['inner', ['other']],
    ['other', ['inner', 'outer']],
    ['outer', ['other']],
  ]);
});

it('a turn of phrase in more than 200 wordings makes no echo, the same words do', () => {
  const wordings = (count: number) =>
    Array.from({ length: count }, (_, number) => `The owner of the mill declined to comment on case ${number}`);
  expect(findEchoes(printed(wordings(200))).size).toBe(200);
  expect(findEchoes(printed(wordings(201))).size).toBe(0);
  expect([...findEchoes(printed([...wordings(201), 'THE OWNER of the mill declined to comment on case 7']))]).toEqual([
    ['s0007', ['s0201']],
    ['s0201', ['s0007']],
  ]);
});

it('of thousands with the same words each has 50 echoes', () => {
  const echoes = findEchoes(printed(Array.from({ length: 5100 }, () => QUOTE)));
  expect(new Set([...echoes.values()].map(({ length }) => length))).toEqual(new Set([50]));
  expect(echoes.size).toBe(5100);
});

describe('echoes of any statements', () => {
  const word = fc.constantFrom('mill', 'Mill', 'MÍLL', 'fire', 'door', 'was', 'shut');
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', ' “', '… ')), { maxLength: 16, size: 'max' })
    .map((parts) => parts.flat().join(''));
  /** Many of few texts, in few articles, and parts of them. */
  const statements = fc.array(text, { minLength: 1, maxLength: 6, size: 'max' }).chain((texts) =>
    fc
      .array(fc.tuple(fc.constantFrom(...texts), fc.nat(9), fc.nat(40), fc.nat(3)), { maxLength: 130, size: 'max' })
      .map((parts) =>
        parts.map(([whole, from, article, kept], index) => ({
          slug: `s${(index * 7919) % 1000}`,
          text: kept === 0 ? whole.split(' ').slice(from).join(' ') : whole,
          quotes: [{ article: `a${article}` }],
        })),
      ),
  );

  it('are those of the definition, and all of them but where one of the two has 50', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const echoes = new Map([...findEchoes(all)].map(([slug, list]) => [slug, new Set(list)]));
        const isListed = (one: Printed, other: Printed) => echoes.get(one.slug)?.has(other.slug) ?? false;
        const isFull = ({ slug }: Printed) => echoes.get(slug)?.size === 50;
        const compared = all.map((statement) => ({ statement, runs: runsOf(statement) }));
        const wrong = compared.flatMap((one) =>
          compared
            .filter((other) => {
              const listed = isListed(one.statement, other.statement);
              if (listed !== isListed(other.statement, one.statement)) return true;
              const excused = !listed && (isFull(one.statement) || isFull(other.statement));
              return !excused && listed !== isEcho(one, other);
            })
            .map((other) => [one.statement, other.statement]),
        );
        expect(wrong).toEqual([]);
        expect([...echoes.values()].filter(({ size }) => size > 50)).toEqual([]);
      }),
    );
  });

  it('do not depend on the order in which the statements come', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const sorted = (list: readonly Printed[]) => [...findEchoes(list)].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted([...all].reverse())).toEqual(sorted(all));
      }),
    );
  });

  interface Compared {
    readonly statement: Printed;
    readonly runs: ReadonlySet<string>;
  }

  /** The definition, pair by pair, for a corpus in which no run is a turn of phrase. */
  function isEcho(one: Compared, other: Compared): boolean {
    if (one.statement.quotes[0]?.article === other.statement.quotes[0]?.article) return false;
    if (foldedOf(one.statement) === foldedOf(other.statement)) return foldedOf(one.statement).split(' ').length >= 4;
    const [few, many] = one.runs.size < other.runs.size ? [one.runs, other.runs] : [other.runs, one.runs];
    const shared = [...few].filter((run) => many.has(run));
    return shared.length >= 4 && 2 * shared.length >= few.size;
  }

  function runsOf(statement: Printed): Set<string> {
    const folded = foldedOf(statement).split(' ');
    return new Set(folded.slice(2).map((third, index) => `${folded[index]} ${folded[index + 1]} ${third}`));
  }

  function foldedOf({ text }: Printed): string {
    return text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z ]/g, '')
      .replace(/ +/g, ' ')
      .trim();
  }
});
