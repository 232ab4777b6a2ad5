// What comes first.
import { describe, expect, test } from 'vitest';
import { article, openEngine } from './corpus.ts';

const FILLER = 'Something else was said of other things that day, at some length';

function names(query: string, engine: ReturnType<typeof openEngine>): string[] {
  return engine.find(query).hits.map(({ type, number }) => `${type} ${number}`);
}

describe('a name that was typed whole, beside other words,', () => {
  const named = openEngine({
    articles: [article('Gas director\n\nThe board met', [0, 'The board met'])],
    names: [
      { type: 'Organization', number: 0, name: 'Gas Board' },
      { type: 'Organization', number: 1, name: 'The Gas Company' },
      { type: 'Person', number: 0, name: 'Ada Gas' },
      { type: 'Place', number: 0, name: 'St Orla’s' },
    ],
  });

  test.each([
    ['the gas board', ['Organization 0', 'Article 0']],
    ['unheard gas board', ['Organization 0']],
    ['director ada gas', ['Person 0']],
    // Half a name could be anybody's.
    ['director ada', []],
    ['the "gas board"', []],
    ['unheard "gas director" ada gas', []],
    ['the st orla’s', ['Place 0']],
    ['unheard', []],
  ])('%s', (query, expected) => {
    expect(named.find(query).hits.map(({ type, number }) => `${type} ${number}`)).toEqual(expected);
  });

  test('a short word that is everywhere is asked of no name, unless it is all that was typed', () => {
    const often = openEngine({
      articles: [article('the '.repeat(30)), article('Gas and the board')],
      names: [
        { type: 'Organization', number: 0, name: 'Gas & Board Ltd' },
        { type: 'Organization', number: 1, name: 'The Gas Company' },
      ],
    });
    const found = (query: string) => often.find(query).hits.map(({ type, number }) => `${type} ${number}`);
    expect(found('the gas board')).toEqual(['Organization 0', 'Article 1']);
    expect(found('the board gas ltd')).toEqual(['Organization 0']);
    expect(found('the gas')).toEqual(['Organization 1', 'Organization 0', 'Article 1']);
    expect(found('the')).toEqual(['Organization 1', 'Article 0', 'Article 1']);
    expect(found('and gas board')).toEqual(['Article 1']);
  });

  test('comes after those that have all words', () => {
    const [first, second] = named.find('the gas').hits;
    expect(first).toMatchObject({ type: 'Organization', number: 1 });
    expect(second).toMatchObject({ type: 'Article' });
  });
});

describe('comes first', () => {
  test('the word itself, then words that begin with it', () => {
    const engine = openEngine({
      articles: [article(`A\n\n${FILLER} gasoline`), article(`A\n\n${FILLER} gas`)],
      names: [],
    });
    expect(names('gas', engine)).toEqual(['Article 1', 'Article 0']);
  });

  test('a name, then a headline, then a text', () => {
    const engine = openEngine({
      articles: [article(`Plain\n\n${FILLER} gas`), article(`Gas\n\n${FILLER} plain`)],
      names: [
        { type: 'Place', number: 0, name: 'Gas' },
        { type: 'Place', number: 1, name: 'Other' },
      ],
    });
    expect(names('gas', engine)).toEqual(['Place 0', 'Article 1', 'Article 0']);
  });

  test('the rarer word where each thing has one more of another', () => {
    const engine = openEngine({
      articles: [
        article('A\n\nrare common common'),
        article('A\n\nrare rare common'),
        article('A\n\ncommon common common'),
      ],
      names: [],
    });
    expect(names('rare common', engine)).toEqual(['Article 1', 'Article 0']);
  });

  test('of equally good hits the type in its order, then the number', () => {
    const engine = openEngine({
      articles: [],
      names: (['Place', 'Person', 'Event'] as const).flatMap((type) =>
        [1, 0].map((number) => ({ type, number, name: 'Gas' })),
      ),
    });
    expect(names('gas', engine)).toEqual(['Event 0', 'Event 1', 'Person 0', 'Person 1', 'Place 0', 'Place 1']);
  });

  test('a thing by its best name, as often as it has names', () => {
    const engine = openEngine({
      articles: [],
      names: [
        { type: 'Person', number: 0, name: 'Elnarə Qaraçaylı' },
        { type: 'Person', number: 0, name: 'Elnara' },
        { type: 'Person', number: 1, name: 'Elnara Someone' },
      ],
    });
    expect(names('elnara', engine)).toEqual(['Person 0', 'Person 1']);
    expect(names('elnara qaracayli', engine)).toEqual(['Person 0']);
  });
});

describe('one mistake', () => {
  const engine = openEngine({
    articles: [article('Talks about pipelines in Baku with Aliyev\n\nand gas')],
    names: [],
  });

  test.each(['piplines', 'pipelinnes', 'pipelimes', 'pipeilnes', 'ipelines', 'xpipelines', 'Bkau', 'Alieyv', 'Aliev'])(
    'is forgiven in %s',
    (query) => {
      expect(engine.find(query).total).toBe(1);
      expect(engine.snippets(query)[0]).toHaveLength(1);
    },
  );

  test.each(['gsa', 'pplns', 'pipilinas', '"piplines"', 'qipelin'])('or less is not what %s has', (query) => {
    expect(engine.find(query).total).toBe(0);
  });

  test('is not looked for where a word begins as typed', () => {
    const near = openEngine({ articles: [article('stale'), article('stalemate'), article('stall')], names: [] });
    expect(names('stale', near)).toEqual(['Article 0', 'Article 1']);
  });
});

describe('a statement', () => {
  const engine = openEngine({
    articles: [
      article(
        'Head\n\n“We begin,” he said, “with gas talks today.”',
        [0, 'We begin', 'with gas talks today'],
        [1, 'gas'],
      ),
      article('Head\n\nGas is dear', [0, 'is dear']),
    ],
    names: [],
  });

  test('has the words of all its spans, and none from between them', () => {
    expect(names('begin gas dear', engine)).toEqual(['Statement 0']);
    expect(engine.find('said', { types: ['Statement'] }).total).toBe(0);
  });

  test('has a rare word in one article and a frequent word in another, or in one of the names of a thing', () => {
    const often = 'gas '.repeat(50);
    const two = openEngine({
      articles: [
        article('Rare beginnings', [0, 'Rare'], [1, 'beginnings']),
        article(`Head\n\n${often}`, [0, 'gas gas'], [1, 'gas']),
        article('Rare gas'),
      ],
      names: [
        { type: 'Person', number: 0, name: 'Rare' },
        { type: 'Person', number: 0, name: 'Gas' },
        { type: 'Person', number: 1, name: 'Gas' },
      ],
    });
    // The other person's whole name was typed, if no phrase was that it has not.
    expect(names('rare gas', two)).toEqual(['Person 0', 'Article 2', 'Statement 0', 'Person 1']);
    expect(names('gas "rare"', two)).toEqual(['Person 0', 'Article 2', 'Statement 0']);
  });

  test('has a phrase only where it has all of it', () => {
    expect(engine.find('"gas talks"', { types: ['Statement'] }).hits).toMatchObject([{ number: 0 }]);
    expect(engine.find('"begin with"', { types: ['Statement'] }).total).toBe(0);
    expect(engine.find('gas', { types: ['Statement'] }).total).toBe(2);
  });

  test('shows each word once, in a passage of the article that has it', () => {
    const [hit] = engine.find('dear begin', { types: ['Statement'] }).hits;
    expect(engine.snippets('dear begin', [hit!])[0]).toMatchObject([
      { evidence: { source: '1', paragraph: 1 }, text: 'Gas is dear', matches: [{ start: 7, end: 11 }] },
      { evidence: { source: '0', paragraph: 1 }, matches: [{ start: 4, end: 9 }] },
    ]);
  });
});

test('a filter leaves only what it allows', () => {
  const engine = openEngine({
    articles: [article('gas'), article('gas')],
    names: [{ type: 'Event', number: 0, name: 'gas' }],
  });
  expect(engine.find('gas', { types: ['Article'] }).total).toBe(2);
  expect(engine.find('gas', { allowed: { Article: Uint32Array.of(1) } }).hits).toMatchObject([
    { type: 'Event', number: 0 },
    { type: 'Article', number: 1 },
  ]);
  expect(engine.find('gas', { allowed: { Article: Uint32Array.of() } }).total).toBe(1);
});
