// The pages for readers: what they show is what the graph answers, over both stores.
import { describe, expect, test } from 'vitest';
import { addressOf, ask, askEvery, send } from '../harness.ts';
import { expectPage, linksOf, open, textOf } from './browse.ts';

const FOLDERS = ['articles', 'statements', 'events', 'people', 'organizations', 'groups', 'places'] as const;

describe('an article', () => {
  const PATH = '/articles/guard-tells-the-court-who-gave-the-order';

  test('has its whole text, in order', async () => {
    const { html } = await open(addressOf(PATH, 'gazette'));
    const { article } = await ask(
      '{ article(slug: "guard-tells-the-court-who-gave-the-order") { headline paragraphs { text } } }',
      {},
      'gazette',
    );
    const [title, ...paragraphs] = article.paragraphs.map(({ text }: { text: string }) => text);
    expect(shownIn(/<h1.*?<\/h1>/s, html)).toEqual([title]);
    expect(shownIn(/<div class="paragraph"><p.*?<\/p>/gs, html)).toEqual(paragraphs);
  });

  test('marks the words of each statement and each report of an event, and numbers its note', async () => {
    const { html } = await open(addressOf(PATH, 'gazette'));
    const { article } = await ask(
      `query ($slug: Slug!) { article(slug: $slug) {
         statements { nodes { url quotes(articles: [$slug]) { nodes { content { exact } } } } }
         events { nodes { url reports(articles: [$slug]) { nodes { voice evidence { exact } } } } } } }`,
      { slug: 'guard-tells-the-court-who-gave-the-order' },
      'gazette',
    );
    const notes = notesIn(html);
    for (const { url, quotes } of article.statements.nodes) {
      const [{ content }] = quotes.nodes;
      // What stands to it, such as a denial, is linked after it.
      const own = notes.filter(({ links }) => !links.some((link) => link.startsWith('/events/')));
      const note = own.find(({ links }) => links.find((link) => link.startsWith('/statements/')) === url);
      expect(wordsOf(note!.number, html)).toBe(content.map(({ exact }: Exact) => exact).join(''));
    }
    for (const { url, reports } of article.events.nodes) {
      const own = notes.filter(({ links }) => links.includes(url));
      expect(own.map(({ line }) => line).sort()).toEqual(
        reports.nodes.map(({ voice }: { voice: keyof typeof LINES }) => LINES[voice]).sort(),
      );
      const words = reports.nodes.map(({ evidence }: { evidence: Exact[] }) =>
        evidence.map(({ exact }) => exact).join(''),
      );
      expect(own.map(({ number }) => wordsOf(number, html)).sort()).toEqual(words.sort());
    }
    expect(notes).toHaveLength(
      article.statements.nodes.length +
        article.events.nodes.flatMap(({ reports }: { reports: { nodes: object[] } }) => reports.nodes).length,
    );
  });

  test('tells the three voices apart, by words and by lines', async () => {
    const { html } = await open(addressOf('/articles/at-least-three-dead-as-mill-burns', 'gazette'));
    const lines = new Set(notesIn(html).map(({ line }) => line));
    expect([...lines].sort()).toEqual(['carried', 'given', 'own']);
    expect(textOf(html)).toContain('carried over, without a new attribution');
  });

  test('links numbers to notes and notes to words', async () => {
    const { html } = await open(addressOf(PATH, 'gazette'));
    const numbers = notesIn(html).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(10);
    for (const number of numbers) {
      expect(html.split(` id="w${number}"`)).toHaveLength(2);
      expect(html.split(` href="#n${number}"`)).toHaveLength(2);
      expect(html.split(` href="#w${number}"`)).toHaveLength(2);
    }
    const styles = await (await send('/lights.css')).text();
    expect(styles).toContain(`[data-n="${numbers.length}"]`);
  });
});

describe('a statement', () => {
  test('is shown in its sentence, with its speaker, position, addressee and article', async () => {
    const { html } = await open(addressOf('/statements/oakes-we-did-what-we-could', 'gazette'));
    const text = textOf(html);
    expect(text).toContain('“We did what we could,” she said, “and it was not enough.”');
    expect([...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, words]) => words)).toEqual([
      'We did what we could,',
      'and it was not enough',
      'We did what we could, and it was not enough',
    ]);
    for (const said of [
      'Maren Oakes',
      'chief of the Tern Valley Fire Service',
      'Reporters at the gate',
      'Also quoted in',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('names who denies it', async () => {
    const [denied] = await ask(
      '{ statements(filter: { isDenied: true }, first: 1) { nodes { url deniedBy { url } } } }',
      {},
      'gazette',
    ).then(({ statements }) => statements.nodes);
    const { html } = await open(addressOf(denied.url, 'gazette'));
    expect(textOf(html)).toContain('Denied by');
    for (const { url } of denied.deniedBy) expect(linksOf(html)).toContain(url);
  });
});

describe('an event', () => {
  test('has every account beside the others, and what they disagree about', async () => {
    const { html } = await open(addressOf('/events/harrow-mill-fire', 'gazette'));
    const { event } = await ask(
      '{ event(slug: "harrow-mill-fire") { accounts { evidence { exact } } disagreements { property versions { reports { article { publisher { name } } } } } } }',
      {},
      'gazette',
    );
    expect(html.split('<section class="account">')).toHaveLength(event.accounts.length + 1);
    const text = textOf(html);
    for (const { exact } of event.accounts.flatMap(({ evidence }: { evidence: Exact[] }) => evidence)) {
      expect(text).toContain(exact.replaceAll(/\s+/g, ' '));
    }
    expect(event.disagreements.length).toBeGreaterThan(0);
    for (const said of ['at 9.20 p.m.', 'at 10.05 p.m.', '2 deaths', 'at least 3 deaths']) expect(text).toContain(said);
  });

  test('says nothing of a date that the accounts disagree about', async () => {
    const { html } = await open(addressOf('/events/harrow-mill-fire', 'gazette'));
    const [, facts = ''] = /<dl class="facts">(.*?)<\/dl>/s.exec(html) ?? [];
    expect(textOf(facts)).not.toMatch(/Time|deaths/);
  });
});

test('a person has what was said, taken part in and asserted, with the asserter of each fact', async () => {
  const { html } = await open(addressOf('/people/hugo-cask', 'gazette'));
  const text = textOf(html);
  for (const said of ['Positions', 'Relatives', 'Said', 'Took part in', 'Named in', 'the article’s own words']) {
    expect(text).toContain(said);
  }
  const { person } = await ask('{ person(slug: "hugo-cask") { statements { totalCount } } }', {}, 'gazette');
  expect(text).toContain(`Said ${person.statements.totalCount}`);
});

describe.each(FOLDERS)('/%s', (folder) => {
  test('each has a page with one heading, at its own address, the same over D1', async () => {
    const [thing] = await askEvery(folder, 'slug url', 'gazette');
    const { status, headers, html } = await open(addressOf(thing.url, 'gazette'));
    expect(status).toBe(200);
    expectPage(headers, html);
    expect(html).toContain(`<link rel="canonical" href="${addressOf(thing.url, 'gazette')}"/>`);
    const stored = await open(addressOf(thing.url, 'gazette', 'd1'));
    const plain = (page: string) => page.replaceAll(/http(:|%3A)(\/\/|%2F%2F)[\w.]+(:|%3A)\d+/g, '');
    expect(plain(stored.html)).toBe(plain(html));
  });

  test('links to its query in GraphiQL, which has the same answer as its JSON', async () => {
    const [thing] = await askEvery(folder, 'url', 'gazette');
    const links = linksOf((await open(addressOf(thing.url, 'gazette'))).html);
    const graphiql = new URL(links.find((link) => link.startsWith('/graphql?query='))!, 'https://dateline.example');
    const { query, variables } = Object.fromEntries(graphiql.searchParams) as Record<string, string>;
    const answer = await ask(query!, JSON.parse(variables!), 'gazette');
    const json = await send(links.find((link) => link.startsWith('/api/'))!, {}, 'gazette');
    expect(((await json.json()) as { data: object }).data).toEqual(answer);
  });

  test('nothing is there for a slug that never was, and the nearest are named', async () => {
    const [thing] = await askEvery(folder, 'slug url', 'gazette');
    const { status, headers, html } = await open(addressOf(`${thing.url}x`, 'gazette'));
    expect([status, headers.get('Cache-Control'), headers.get('ETag')]).toEqual([404, 'no-store', null]);
    expect(linksOf(html)).toContain(thing.url);
  });
});

describe('addresses that changed', () => {
  test.each([
    ['/events/mill-fire', 301, '/events/harrow-mill-fire'],
    ['/events/harrow-street-blaze', 301, '/events/harrow-mill-fire'],
    ['/people/inspector-marsh', 301, '/people/lena-marsh'],
    ['/people/tern-valley-courier', 301, '/organizations/tern-valley-courier'],
    ['/events/harrow-mill-fire/?a=b', 301, '/events/harrow-mill-fire?a=b'],
  ])('%s: %i', async (path, status, location) => {
    const response = await send(path, {}, 'gazette');
    expect([response.status, response.headers.get('Location')]).toEqual([status, location]);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
  });

  test('what was withdrawn says why, to people and programs', async () => {
    const path = '/organizations/larkbridge-herald';
    const { status, headers, html } = await open(addressOf(path, 'gazette'));
    expect([status, headers.get('Cache-Control')]).toEqual([410, 'no-store']);
    expect(textOf(html)).toContain('A paper that was entered by mistake.');
    const response = await send(path, { headers: { Accept: 'application/json' } }, 'gazette');
    expect(response.status).toBe(410);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    const message = 'Removed: A paper that was entered by mistake.';
    expect(errors).toEqual([{ message, extensions: { code: 'GONE', how: 'REMOVED', on: null } }]);
  });

  test('what was split says when, and leads to its parts', async () => {
    const { status, html } = await open(addressOf('/organizations/tern-valley-papers', 'gazette'));
    expect(status).toBe(410);
    expect(textOf(html)).toContain('Split on 20 May 2025: The two papers had been entered as one.');
    expect(html).toContain('href="/organizations/larkbridge-gazette"');
    expect(html).toContain('href="/organizations/tern-valley-courier"');
  });

  test('old ends of a path are as good as the new ones', async () => {
    const { status, html } = await open(addressOf('/paths?from=h-cask&to=inspector-marsh', 'gazette'));
    expect(status).toBe(200);
    expect(html).toContain('href="/people/hugo-cask"');
    expect(html).toContain('href="/people/lena-marsh"');
  });
});

describe('languages', () => {
  test.each([
    ['de', '4. März 2025'],
    ['fr-CH, de;q=0.5', '4 mars 2025'],
    ['en-US', 'March 4, 2025'],
    ['xx, *', '4 March 2025'],
    ['', '4 March 2025'],
    [`${'a'.repeat(5_000)}, de`, '4 March 2025'],
  ])('dates are written for a reader of %.20s', async (language, day) => {
    const { headers, html } = await open(addressOf('/articles/two-die-at-harrow-mill', 'gazette'), {
      'Accept-Language': language,
    });
    expect(textOf(html)).toContain(day);
    expect(headers.get('Vary')).toBe('Accept, Accept-Language');
  });

  test('each language has a tag of its own', async () => {
    const path = addressOf('/articles/two-die-at-harrow-mill', 'gazette');
    const [german, english] = [await open(path, { 'Accept-Language': 'de' }), await open(path)];
    expect(german.headers.get('ETag')).not.toBe(english.headers.get('ETag'));
    const again = await open(path, { 'Accept-Language': 'de', 'If-None-Match': german.headers.get('ETag')! });
    expect([again.status, again.headers.get('Vary')]).toEqual([304, 'Accept, Accept-Language']);
  });
});

interface Exact {
  readonly exact: string;
}

const LINES = { ARTICLE: 'own', SPEAKER: 'given', CARRIED_OVER: 'carried' } as const;

/** The texts of the parts of a page that match, without the numbers of notes. */
function shownIn(part: RegExp, html: string): readonly string[] {
  const parts = part.global ? [...html.matchAll(part)].map(([found]) => found) : [part.exec(html)?.[0] ?? ''];
  return parts.map((found) => textOf(found.replaceAll(/<a class="ref".*?<\/a>/g, '')));
}

/** The notes beside an article: number, line, and links. */
function notesIn(html: string) {
  return [...html.matchAll(/<li id="n(\d+)" value="\d+" data-n="\d+" class="(\w+)">(.*?)<\/li>/gs)].map(
    ([, number, line, content = '']) => ({ number: Number(number), line, links: linksOf(content) }),
  );
}

/** The words that light up with a note. */
function wordsOf(number: number, html: string): string {
  let open = 0;
  let words = '';
  for (const token of html.matchAll(
    /<span class="(?:said|event) \w+" data-n="(\d+)"[^>]*>|<span[^>]*>|<\/span>|<a class="ref".*?<\/a>|<[^>]*>|[^<]+/gs,
  )) {
    const [found, own] = token;
    if (open > 0) {
      if (found.startsWith('<span')) open += 1;
      else if (found === '</span>') open -= 1;
      else if (!found.startsWith('<')) words += found;
    } else if (own !== undefined && Number(own) === number) open = 1;
  }
  return textOf(words);
}
