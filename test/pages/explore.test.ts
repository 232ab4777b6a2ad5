// Timeline, search and connections: what they show is what the graph answers, and their addresses keep what was asked.
import { describe, expect, test } from 'vitest';
import { addressOf, ask, send } from '../harness.ts';
import { openWorker } from '../worker.ts';
import { expectPage, linksOf, open, textOf } from './browse.ts';

const HOSTILE = `"><script>alert(1)</script>'&<b>`;

const openGazette = (path: string) => open(addressOf(path, 'gazette'), { 'Accept-Language': 'en-GB' });
const parametersOf = (link: string) => new URL(link, 'https://dateline.example').searchParams;

describe.each([
  '/timeline',
  '/timeline?from=2025-03&to=2025-03',
  '/timeline?place=larkbridge',
  '/timeline?involves=hugo-cask&from=2025',
  '/search',
  '/search?q=mill',
  '/search?speaker=hugo-cask',
  '/paths',
  '/paths?from=hugo-cask&to=maren-oakes',
])('%s', (path) => {
  const address = path.split('?')[0]!;

  test('is a page in its section, with one address for search engines, the same over D1', async () => {
    const { status, headers, html } = await openGazette(path);
    expect(status).toBe(200);
    expectPage(headers, html);
    expect(html).toContain(`<a class="section" href="${address}" aria-current="true">`);
    expect(html).toContain(`<link rel="canonical" href="${addressOf(address, 'gazette')}"/>`);
    const stored = await open(addressOf(path, 'gazette', 'd1'), { 'Accept-Language': 'en-GB' });
    const plain = (page: string) => page.replaceAll(/http(:|%3A)(\/\/|%2F%2F)[\w.]+(:|%3A)\d+/g, '');
    expect(plain(stored.html)).toBe(plain(html));
  });

  test('links to its query in GraphiQL, which has the same answer as its JSON, at a fair price', async () => {
    const links = linksOf((await openGazette(path)).html);
    const { query, variables } = Object.fromEntries(parametersOf(links.find((link) => link.startsWith('/graphql?'))!));
    const response = await send(
      '/graphql',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, variables: JSON.parse(variables!), extensions: { cost: true } }),
      },
      'gazette',
    );
    // biome-ignore lint/suspicious/noExplicitAny: the query says what it is
    const { data, extensions } = (await response.json()) as any;
    expect(Math.max(extensions.cost.estimate, extensions.cost.spent)).toBeLessThan(7_000);
    const json = await send(links.find((link) => link.startsWith('/api/'))!, {}, 'gazette');
    expect(((await json.json()) as { data: object }).data).toEqual(data);
  });
});

describe('the timeline', () => {
  test.each([
    ['/timeline', 'MONTH', null],
    ['/timeline?granularity=YEAR', 'YEAR', null],
    ['/timeline?from=2025-03&to=2025-03', 'DAY', '2025-03'],
    ['/timeline?from=2025&to=2025', 'MONTH', '2025'],
  ])(
    '%s has a bar for each period with something in it, which leads into the period',
    async (path, granularity, range) => {
      const { html } = await openGazette(path);
      const { timeline } = await ask(
        `query ($granularity: Granularity, $range: DateRange) {
         timeline(granularity: $granularity, filter: { date: { within: $range } }, first: 100) {
           nodes { period eventCount statementCount } } }`,
        { granularity, range },
        'gazette',
      );
      const bars = [...html.matchAll(/<li><a href="([^"]*)" title="[^"]*: (\d+) events?, (\d+) statements?">/g)];
      expect(
        bars.map(([, link, events, statements]) => [
          parametersOf(link!.replaceAll('&amp;', '&')).get('from'),
          Number(events),
          Number(statements),
        ]),
      ).toEqual(
        timeline.nodes.map(({ period, eventCount, statementCount }: Bucket) => [period, eventCount, statementCount]),
      );
      const most = Math.max(
        ...timeline.nodes.map(({ eventCount, statementCount }: Bucket) => eventCount + statementCount),
      );
      const heights = [...html.matchAll(/<rect class="(?:events|statements)"[^>]* height="([\d.]+)"/g)].map(
        ([, height]) => Number(height),
      );
      expect(heights).toEqual(
        timeline.nodes.flatMap(({ eventCount, statementCount }: Bucket) =>
          [eventCount, statementCount].map((count) => Math.round((10_000 * count) / most) / 100),
        ),
      );
    },
  );

  test('lists every event of its time, draws the same, and tells points, spans and hearsay apart', async () => {
    const { html } = await openGazette('/timeline?from=2025-03&to=2025-03');
    const { events } = await ask(
      '{ events(filter: { date: { overlaps: "2025-03" } }, first: 100) { nodes { url } } }',
      {},
      'gazette',
    );
    const [, list = ''] = /<ol class="entries">(.*?)<\/ol>/s.exec(html) ?? [];
    const [drawing = ''] = /<svg class="drawing".*?<\/svg>/s.exec(html) ?? [];
    const listed = linksOf(list).filter((link) => link.startsWith('/events/'));
    expect([...listed].sort()).toEqual(events.nodes.map(({ url }: { url: string }) => url).sort());
    expect([...linksOf(drawing)].sort()).toEqual([...listed].sort());
    expect(drawing).toContain('aria-hidden="true"');
    expect(drawing.split('tabindex="-1"')).toHaveLength(drawing.split('<a ').length);

    expect(markIn(drawing, '/events/harrow-mill-fire')).toEqual(['event', '<circle']);
    // "2025-21": some time in spring.
    expect(markIn(drawing, '/events/death-of-agnes-tallow')).toEqual(['event', '<rect']);
    // Only Rasmus Teal gives the day.
    expect(markIn(drawing, '/events/teal-cask-telephone-conversation')).toEqual(['event told', '<circle']);
    // "2019/.." goes on beyond both ends.
    expect(drawn(drawing, '/events/closure-of-the-tern-footbridge')).toContain('fill="url(#fade-both)"');
    for (const words of ['since 2019', 'spring 2025', '3 March 2025', 'date given by']) {
      expect(textOf(html)).toContain(words);
    }
  });

  test.each([
    ['place=larkbridge', 'places: ["larkbridge"]', 'places: ["larkbridge"]', 'Larkbridge', '/places/larkbridge'],
    [
      'involves=hugo-cask',
      'participant: { agents: ["hugo-cask"] }',
      'involves: ["hugo-cask"]',
      'Hugo Cask',
      '/people/hugo-cask',
    ],
  ])(
    '?%s has what is of that alone, says so, and stays in its links',
    async (subject, events, statements, name, url) => {
      const { html } = await openGazette(`/timeline?${subject}`);
      const answer = await ask(
        `{ events(filter: { date: { overlaps: "0000/.." }, ${events} }, first: 40) { totalCount nodes { url } }
         statements(filter: { ${statements} }) { totalCount } everything: events { totalCount } }`,
        {},
        'gazette',
      );
      expect(answer.events.totalCount).toBeGreaterThan(0);
      expect(answer.events.totalCount).toBeLessThan(answer.everything.totalCount);
      expect(answer.statements.totalCount).toBeGreaterThan(0);
      const [, list = ''] = /<ol class="entries">(.*?)<\/ol>/s.exec(html) ?? [];
      expect(
        linksOf(list)
          .filter((link) => link.startsWith('/events/'))
          .sort(),
      ).toEqual(answer.events.nodes.map((event: { url: string }) => event.url).sort());
      const counts = new RegExp(`${answer.events.totalCount} events?, ${answer.statements.totalCount} statements?`);
      expect(textOf(html)).toMatch(counts);
      expect(html).toContain(`<title>Timeline: ${name}`);
      expect(html).toContain(`<h1><a class="headline" href="${url}"><bdi>${name}</bdi></a></h1>`);
      const others = linksOf(html).filter(
        (link) => link.startsWith('/timeline?') && link !== '/timeline?granularity=MONTH',
      );
      expect(others.length).toBeGreaterThan(3);
      for (const link of others) expect(link).toMatch(new RegExp(`^/timeline\\?${subject}&`));
      const [field, value] = subject.split('=');
      expect(html).toContain(`<input type="hidden" name="${field}" value="${value}"/>`);
    },
  );

  test('of a slug that names nothing is empty, and shows the slug', async () => {
    const { status, html } = await openGazette('/timeline?place=nowhere-at-all&from=2025&to=2025');
    expect(status).toBe(200);
    expect(textOf(/<h1.*?<\/h1>/s.exec(html)![0])).toBe('nowhere-at-all: 2025');
    expect(textOf(html)).toContain('The articles date nothing of that to this time.');
  });

  test('leads to what is wider, earlier and later, and says when there is nothing', async () => {
    const march = linksOf((await openGazette('/timeline?from=2025-03&to=2025-03')).html);
    for (const link of ['from=2025-02&to=2025-02', 'from=2025&to=2025', 'from=2025-04&to=2025-04']) {
      expect(
        march.some((known) => known.startsWith(`/timeline?${link}&`)),
        link,
      ).toBe(true);
    }
    const { html } = await openGazette('/timeline?from=2020-02&to=2020-02');
    expect(textOf(html)).toContain('since 2019');
    const empty = await openGazette('/timeline?from=1501&to=1502');
    expect([empty.status, textOf(empty.html).includes('The articles date nothing to this time.')]).toEqual([200, true]);
    expect(linksOf(empty.html)).toContain('/timeline?granularity=MONTH');
  });

  test.each([
    ['from=yesterday', '"from" is "yesterday", which is not a date'],
    ['to=2025-02-29', '"to" is "2025-02-29", which is not a date'],
    ['from=2026&to=2025', 'Give the earlier date first'],
    ['granularity=WEEK', 'Give one of DAY, MONTH, YEAR'],
    ['place=Lark+Bridge', '"place" is "Lark Bridge", which is not a slug'],
    [`from=${encodeURIComponent(HOSTILE)}`, `"from" is "${HOSTILE.slice(0, 40)}`],
  ])('?%s is refused, and why', async (search, reason) => {
    await expectRefused(`/timeline?${search}`, reason);
  });
});

describe('the search', () => {
  test('has the hits of the graph, in order, each with its type, and its words marked', async () => {
    const { html } = await openGazette('/search?q=mill');
    const { search } = await ask(
      '{ search(query: "mill", first: 20) { totalCount nodes { node { __typename url } } } }',
      {},
      'gazette',
    );
    expect(textOf(html)).toContain(`${search.totalCount} results`);
    const hits = [...html.matchAll(/<li><p class="kicker">(\w+).*?<h2><a [^>]*href="([^"]*)"/gs)];
    expect(hits.map(([, type, link]) => [type, link])).toEqual(
      search.nodes.map(({ node }: { node: { __typename: string; url: string } }) => [node.__typename, node.url]),
    );
    expect(html).toMatch(/<mark>mill<\/mark>/i);
  });

  test('what is ticked narrows the results and stays ticked; everything else stays to be ticked', async () => {
    const all = await openGazette('/search?q=mill');
    const some = await openGazette('/search?q=mill&type=STATEMENT&type=EVENT&speaker=hugo-cask');
    const { search } = await ask(
      '{ search(query: "mill", types: [STATEMENT, EVENT], filter: { speakers: ["hugo-cask"] }) { totalCount } }',
      {},
      'gazette',
    );
    expect(search.totalCount).toBeGreaterThan(0);
    expect(textOf(some.html)).toContain(`${search.totalCount} results`);
    expect(ticksIn(all.html).filter(({ isTicked }) => isTicked)).toEqual([]);
    expect(
      ticksIn(some.html)
        .flatMap(({ name, value, isTicked }) => (isTicked ? [`${name}=${value}`] : []))
        .sort(),
    ).toEqual(['speaker=hugo-cask', 'type=EVENT', 'type=STATEMENT']);
    const types = (html: string) => ticksIn(html).filter(({ name }) => name === 'type');
    expect(types(some.html).length).toBeGreaterThan(2);
    for (const { name, count } of ticksIn(some.html)) if (name === 'type') expect(count).toBeGreaterThan(0);
  });

  test('one time can be chosen, and its months then', async () => {
    const years = await openGazette('/search?q=mill');
    expect(years.html).toContain('<input form="search" type="radio" name="date" value="" checked=""/>');
    expect(years.html).not.toContain('value="2025-03"');
    const months = await openGazette('/search?q=mill&date=2025');
    expect(months.html).toContain('<input form="search" type="radio" name="date" value="2025" checked=""/>');
    expect(months.html).toContain('name="date" value="2025-03"');
    const { search } = await ask(
      '{ search(query: "mill", filter: { date: { within: "2025" } }) { totalCount } }',
      {},
      'gazette',
    );
    expect(textOf(months.html)).toContain(`${search.totalCount} results`);
  });

  test('a value that is ticked and found nowhere can be unticked', async () => {
    const { html } = await openGazette('/search?q=mill&speaker=nobody-at-all&kind=DENIAL');
    expect(textOf(html)).toContain('Nothing has all these words');
    expect(ticksIn(html).find(({ value }) => value === 'nobody-at-all')).toMatchObject({
      name: 'speaker',
      isTicked: true,
    });
  });

  test('goes on page after page, until everything was shown once', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/search?q=mill&type=ARTICLE';
    while (next !== undefined) {
      const { html } = await openGazette(next);
      seen.push(...[...html.matchAll(/<h2><a [^>]*href="([^"]*)"/g)].map(([, link = '']) => link));
      next = linksOf(html).find((link) => link.includes('after=') && link !== next);
    }
    const { search } = await ask(
      '{ search(query: "mill", types: [ARTICLE], first: 100) { nodes { node { url } } } }',
      {},
      'gazette',
    );
    expect(seen).toEqual(search.nodes.map(({ node }: { node: { url: string } }) => node.url));
    expect(seen.length).toBeGreaterThan(20);
  });

  test.each([
    ['speaker=hugo-cask', 'speakers: ["hugo-cask"]', 'Statements of Hugo Cask'],
    ['place=larkbridge', 'places: ["larkbridge"]', 'Statements about Larkbridge'],
    ['about=harrow-mill-fire', 'about: ["harrow-mill-fire"]', 'Statements about Fire at Harrow Mill'],
    ['kind=DENIAL', 'kinds: [DENIAL]', 'Statements'],
  ])('without words, ?%s lists statements', async (search, filter, heading) => {
    const { html } = await openGazette(`/search?${search}`);
    const { statements } = await ask(
      `{ statements(filter: { ${filter} }, orderBy: { field: PUBLISHED, direction: DESC }, first: 20) { totalCount nodes { url } } }`,
      {},
      'gazette',
    );
    const text = textOf(html);
    expect(text).toContain(`${statements.totalCount} statements`);
    expect(textOf(/<h1.*?<\/h1>/s.exec(html)![0])).toBe(heading);
    const [, list = ''] = /<ul class="lines">(.*?)<\/ul>/s.exec(html) ?? [];
    expect(linksOf(list).filter((link) => link.startsWith('/statements/'))).toEqual(
      statements.nodes.map(({ url }: { url: string }) => url),
    );
    const csv = linksOf(html).find((link) => link.startsWith('/api/statements.csv'))!;
    const rows = await (await send(csv, {}, 'gazette')).text();
    expect(rows.trimEnd().split('\r\n').length).toBeGreaterThan(Math.min(statements.totalCount, 50));
  });

  test('without anything, it is the form alone', async () => {
    const { html } = await openGazette('/search');
    expect(html).toContain('<input id="query" name="q" type="search" value=""');
    expect(html).not.toContain('<fieldset');
  });

  test('has its results without their counts, if those cost too much', async () => {
    // The search costs less than this without its facets, and more with them.
    const worker = openWorker('gazette', { MAX_COST: '4000' });
    const { origin } = (await worker.listen()).url;
    const { status, html } = await open(`${origin}/search?q=mill`);
    await worker.close();
    expect(status).toBe(200);
    expect(textOf(html)).toContain('There are too many results to count. Use more words.');
    expect(html).not.toContain('<fieldset');
    const hits = (page: string) => [...page.matchAll(/<h2><a [^>]*href="([^"]*)"/g)].map(([, link]) => link);
    expect(hits(html)).toEqual(hits((await openGazette('/search?q=mill')).html));
    expect(hits(html)).toHaveLength(20);
  });

  test('who is ticked without being among the most frequent has a name all the same', async () => {
    const { statements } = await ask(
      '{ statements { facets(by: [SPEAKER], first: 100) { values { value node { ... on Named { name } } } } } }',
      {},
      'gazette',
    );
    const { value, node } = statements.facets[0].values.at(-1);
    const { html } = await openGazette(`/search?speaker=${value}`);
    expect(html).toContain(`name="speaker" value="${value}" checked=""/><span><bdi>${node.name}</bdi>`);
  });

  test('shows what was typed as text', async () => {
    const { status, headers, html } = await openGazette(
      `/search?q=${encodeURIComponent(HOSTILE)}&language=${encodeURIComponent(HOSTILE)}`,
    );
    expect(status).toBe(200);
    expectPage(headers, html);
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain(HOSTILE);
    expect(html).toContain(`href="/search/feed.atom?${new URLSearchParams({ q: HOSTILE })}"`);
  });

  test.each([
    ['q=mill&type=PERSONS', 'Parameter "type" is "PERSONS", which is not a type. Give some of ARTICLE, EVENT'],
    ['q=mill&kind=LIE', 'Parameter "kind" is "LIE", which is not a kind'],
    ['q=mill&speaker=Hugo+Cask', 'Parameter "speaker" is "Hugo Cask", which is not a slug'],
    ['q=mill&date=March', 'Parameter "date" is "March", which is not a date'],
  ])('?%s is refused, and why', async (search, reason) => {
    await expectRefused(`/search?${search}`, reason);
  });
});

describe('connections', () => {
  const CHAIN = '/paths?from=hugo-cask&to=maren-oakes';

  test.each([
    ['', '[ARTICLE]'],
    ['&voice=ARTICLE&voice=SPEAKER&voice=CARRIED_OVER', '[ARTICLE, SPEAKER, CARRIED_OVER]'],
  ])('%s are those of the graph, with the words', async (search, voices) => {
    const { html } = await openGazette(CHAIN + search);
    const { paths } = await ask(
      `{ paths(from: "hugo-cask", to: "maren-oakes", voices: ${voices}) { nodes { hops { to { url } voice evidence { exact } } } } }`,
      {},
      'gazette',
    );
    const chains = [...html.matchAll(/<ol class="chain">(.*?)<\/ol>/gs)].map(([, chain = '']) => chain);
    expect(chains.length).toBeGreaterThan(1);
    expect(
      chains.map((chain) => [...chain.matchAll(/<li class="end"><a href="([^"]*)"/g)].map(([, link]) => link)),
    ).toEqual(paths.nodes.map(({ hops }: { hops: Hop[] }) => ['/people/hugo-cask', ...hops.map(({ to }) => to.url)]));
    for (const [at, { hops }] of paths.nodes.entries()) {
      const words = [...chains[at]!.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([mark]) => textOf(mark));
      expect(words).toEqual(
        hops.flatMap(({ evidence }: Hop) => evidence.map(({ exact }) => exact.replaceAll(/\s+/g, ' '))),
      );
    }
    const ticked = [...html.matchAll(/name="voice" value="(\w+)" checked=""/g)].map(([, voice]) => voice);
    expect(`[${ticked.join(', ')}]`).toBe(voices);
  });

  test.each([
    ['/paths?from=Hugo+Cask&to=maren-oakes', CHAIN],
    ['/paths?from=hugo+cask&to=MAREN+OAKES&voice=SPEAKER', `${CHAIN}&voice=SPEAKER`],
  ])('%s: a name that is nobody else’s is found', async (path, location) => {
    const { status, headers } = await openGazette(path);
    expect([status, headers.get('Location')]).toEqual([302, location]);
  });

  test('a name that may be of several is asked back, and one of nobody is said to be', async () => {
    const { status, html } = await openGazette(`/paths?from=cask&to=${encodeURIComponent(HOSTILE)}`);
    expect(status).toBe(200);
    const offered = linksOf(html).filter((link) => link.startsWith('/paths?from='));
    expect(offered.map((link) => parametersOf(link).get('from'))).toEqual(
      expect.arrayContaining(['hugo-cask', 'bettina-cask']),
    );
    for (const link of offered) expect(parametersOf(link).get('to')).toBe(HOSTILE);
    expect(textOf(html)).toContain(`The articles name nobody “${HOSTILE}”`);
    expect(html).not.toContain('<script>alert');
  });

  test('the same at both ends, and nobody in between', async () => {
    expect(textOf((await openGazette('/paths?from=hugo-cask&to=hugo-cask')).html)).toContain('Both are the same.');
    const { agents } = await ask('{ agents(first: 100) { nodes { slug } } }', {}, 'gazette');
    let lonely: string | null = null;
    for (const { slug } of agents.nodes) {
      const { paths } = await ask(
        'query ($to: Slug!) { paths(from: "hugo-cask", to: $to, first: 1) { nodes { length } } }',
        { to: slug },
        'gazette',
      );
      if (paths.nodes.length === 0 && slug !== 'hugo-cask') lonely ??= slug;
    }
    const { html } = await openGazette(`/paths?from=hugo-cask&to=${lonely}`);
    expect(textOf(html)).toContain('Nothing that you ticked connects them in four steps or fewer');
    expect(linksOf(html)).toContain(
      `/paths?from=hugo-cask&to=${lonely}&voice=ARTICLE&voice=SPEAKER&voice=CARRIED_OVER`,
    );
  });

  test('an unknown voice is refused', async () => {
    await expectRefused(`${CHAIN}&voice=RUMOUR`, 'Give some of ARTICLE, SPEAKER, CARRIED_OVER');
  });
});

interface Bucket {
  readonly period: string;
  readonly eventCount: number;
  readonly statementCount: number;
}

interface Hop {
  readonly to: { readonly url: string };
  readonly evidence: readonly { readonly exact: string }[];
}

/** Expects a page for people and an error for programs, both with status 400 and its code. */
async function expectRefused(path: string, reason: string): Promise<void> {
  const { status, headers, html } = await openGazette(path);
  expect([status, headers.get('Cache-Control')]).toEqual([400, 'no-store']);
  expectPage(headers, html);
  expect(textOf(html)).toContain(reason);
  const response = await send(path, { headers: { Accept: 'application/json' } }, 'gazette');
  const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
  expect([response.status, errors]).toEqual([
    400,
    [{ message: expect.stringContaining(reason), extensions: { code: 'BAD_REQUEST' } }],
  ]);
}

/** The class and the shape of what is drawn for a thing. */
function markIn(drawing: string, url: string): readonly (string | undefined)[] {
  const mark = drawn(drawing, url);
  return [/ class="([^"]*)">/.exec(mark)?.[1], /<circle|<rect/.exec(mark)?.[0]];
}

/** What is drawn for a thing, from `<a` to `</a>`. */
function drawn(drawing: string, url: string): string {
  return new RegExp(`<a href="${url}".*?</a>`, 's').exec(drawing)?.[0] ?? '';
}

function ticksIn(html: string) {
  return [
    ...html.matchAll(
      /<input form="search" type="checkbox" name="(\w+)" value="([^"]*)"( checked="")?\/><span><bdi>.*?<\/bdi>(.*?)<\/span><\/label>/gs,
    ),
  ].map(([, name, value, checked, count = '']) => ({
    name,
    value,
    isTicked: checked !== undefined,
    count: Number(textOf(count)),
  }));
}
