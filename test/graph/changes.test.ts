// What changed, for whoever keeps a copy.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { ask, request, send } from '../harness.ts';

const FIELDS = 'on kind type slug reason revision thing { slug } retired { how } article { slug } correction { exact }';

interface Change {
  readonly on: string;
  readonly kind: string;
  readonly type: string | null;
  readonly slug: string;
  readonly revision: number | null;
  readonly thing: { readonly slug: string } | null;
  readonly article: { readonly slug: string } | null;
  readonly correction: { readonly exact: string } | null;
}

async function all(args = '', size = 100): Promise<readonly Change[]> {
  const found: Change[] = [];
  let after: string | null = null;
  do {
    const { changes } = (await ask(
      `query ($after: String) { changes(first: ${size}, after: $after${args}) { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
      { after },
      'gazette',
    )) as { changes: { nodes: Change[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    found.push(...changes.nodes);
    after = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function changeOf(slug: string): Promise<readonly Change[]> {
  return (await all()).filter((change) => change.slug === slug);
}

describe('a thing', () => {
  test('is added on the day of the first article that tells of it', async () => {
    expect(await changeOf('two-die-at-harrow-mill')).toMatchObject([
      { on: '2025-03-04', kind: 'ADDED', type: 'ARTICLE', thing: { slug: 'two-die-at-harrow-mill' }, retired: null },
    ]);
    const [fire] = await changeOf('harrow-mill-fire');
    expect(fire).toMatchObject({
      on: '2025-03-04',
      kind: 'ADDED',
      type: 'EVENT',
      article: { slug: expect.any(String) },
    });
  });

  test.each([
    [
      'inspector-marsh',
      { on: '2025-04-02', kind: 'RENAMED', type: 'PERSON', thing: { slug: 'lena-marsh' }, retired: { how: 'RENAMED' } },
    ],
    ['h-cask', { on: '2025-04-02', kind: 'MERGED', type: 'PERSON', thing: { slug: 'hugo-cask' } }],
    ['harrow-street-blaze', { on: '2025-03-10', kind: 'RENAMED', type: 'EVENT', thing: { slug: 'harrow-mill-fire' } }],
    [
      'tern-valley-papers',
      { on: '2025-05-20', kind: 'SPLIT', type: 'ORGANIZATION', thing: null, retired: { how: 'SPLIT' } },
    ],
    [
      'witness-saw-a-man-with-a-lamp',
      { on: '2025-04-20', kind: 'WITHDRAWN', type: 'ARTICLE', thing: null, article: null },
    ],
    ['percival-dunlop', { on: '2025-04-20', kind: 'WITHDRAWN', type: 'PERSON', thing: null }],
  ])('that is gone: %s', async (slug, expected) => {
    expect(await changeOf(slug)).toMatchObject([expected]);
  });

  test('that is hidden, or was retired on an unknown day, is not there', async () => {
    const slugs = new Set((await all()).map(({ slug }) => slug));
    for (const slug of ['cask-to-appeal', 'theodora-merrow', 'pellworth-steps', 'mill-fire', 'larkbridge-herald']) {
      expect([slug, slugs.has(slug)]).toEqual([slug, false]);
    }
  });
});

test('a revision corrects an article or revises it, and may take something away', async () => {
  const changes = (await all()).filter(({ revision }) => revision !== null);
  expect(changes.map(({ kind }) => kind)).toContain('CORRECTED');
  for (const { kind, type, slug, article, correction, thing } of changes) {
    expect([kind, correction !== null]).toEqual([
      kind,
      kind === 'CORRECTED' || (kind === 'REMOVED' && correction !== null),
    ]);
    if (kind === 'REMOVED') expect(['EVENT', 'STATEMENT']).toContain(type);
    else expect([type, slug]).toEqual(['ARTICLE', article?.slug]);
    expect(thing).toEqual({ slug });
  }
});

describe('the list', () => {
  test('is ordered by day, the same in pages of any size, and counted', async () => {
    const changes = await all();
    const days = changes.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(await all('', 7)).toEqual(changes);
    const { changes: counted } = await ask('{ changes { totalCount } }', {}, 'gazette');
    expect(counted).toEqual({ totalCount: changes.length });
  });

  test('begins on a day, and has only the types asked for', async () => {
    const changes = await all();
    const later = changes.filter(({ on, type }) => on >= '2025-04-20' && (type === 'PERSON' || type === 'ARTICLE'));
    expect(await all(', since: "2025-04-20", types: [PERSON, ARTICLE]')).toEqual(later);
    const query = '{ changes(since: "2025-04-20", types: [PERSON, ARTICLE], first: 1) { totalCount } }';
    expect(await ask(query, {}, 'gazette')).toEqual({ changes: { totalCount: later.length } });
  });

  test('goes on from a cursor of a list of other types', async () => {
    const { changes } = await ask('{ changes(first: 5) { pageInfo { endCursor } } }', {}, 'gazette');
    const rest = await ask(
      'query ($after: String) { changes(after: $after, types: [EVENT], first: 1) { nodes { slug } } }',
      { after: changes.pageInfo.endCursor },
      'gazette',
    );
    const [next] = (await all()).slice(5).filter(({ type }) => type === 'EVENT');
    expect(rest.changes.nodes).toEqual([{ slug: next?.slug }]);
  });

  test.each([
    ['since: "2025-02-30"', 'GRAPHQL_VALIDATION_FAILED'],
    ['since: "2025"', 'GRAPHQL_VALIDATION_FAILED'],
    ['after: "x"', 'INVALID_CURSOR'],
    [`after: "${btoa(JSON.stringify(['Change', '2025-01-01']))}"`, 'INVALID_CURSOR'],
    ['first: 1000', 'INVALID_PAGE_SIZE'],
  ])('refuses %s', async (args, code) => {
    const { errors } = await request(`{ changes(${args}) { nodes { slug } } }`, {}, 'gazette');
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

test('the feeds have the last changes, the newest first, each with an id of its own', async () => {
  const { changes } = await ask('{ changes(last: 50) { nodes { on slug } } }', {}, 'gazette');
  const atom = parseAtomFeed(await (await send('/changes.atom', {}, 'gazette')).text());
  const json = parseJsonFeed(await (await send('/changes.json', {}, 'gazette')).text());
  const days = changes.nodes.map(({ on }: { on: string }) => `${on}T00:00:00Z`).toReversed();
  expect(atom.entries?.map(({ updated }) => updated)).toEqual(days);
  expect(new Set(atom.entries?.map(({ id }) => id)).size).toBe(50);
  expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id));
  const page = await (await send('/', { headers: { Accept: 'text/html' } }, 'gazette')).text();
  expect(page).toContain('href="/changes.atom"');
});
