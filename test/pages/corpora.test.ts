// Pages over unlikely corpora: one with markup in every text, and an empty one.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileFolder } from '../corpus.ts';
import { openD1Worker } from '../worker.ts';
import { brokenLinks, open, textOf } from './browse.ts';

const HOSTILE = `</title><script>alert(1)</script><img src=x onerror="alert('2')">`;
const TEXT = `${HOSTILE}\n“It is ${HOSTILE} & so,” Ann ${HOSTILE} said.`;
const FILES = {
  'articles/hostile.md': `---\nlanguage: en\nurl: https://example.com/?a="><script>alert(3)</script>\npublished: { edtf: 2025-03-12 }\n---\n\n${TEXT}\n`,
  'articles/hostile.yaml': JSON.stringify({
    digest: `sha256:${createHash('sha256').update(TEXT).digest('hex')}`,
    statements: [
      {
        statement: 'it-is-so',
        kind: 'DIRECT_QUOTE',
        content: `It is ${HOSTILE} & so`,
        cue: 'said',
        speakers: [{ agent: 'ann', evidence: `Ann ${HOSTILE}` }],
      },
    ],
    events: [{ event: 'alert', name: HOSTILE, kind: 'OTHER', evidence: `Ann ${HOSTILE} said` }],
    mentions: { ann: `Ann ${HOSTILE}` },
  }),
  'people/ann.yaml': JSON.stringify({ name: `Ann ${HOSTILE}` }),
};

describe.each([
  ['markup', FILES],
  ['nothing', {}],
])('a corpus with %s in it', (name, files) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
  let worker: Awaited<ReturnType<typeof openD1Worker>>;
  beforeAll(async () => {
    for (const kind of ['articles', 'people', 'organizations', 'groups', 'places']) {
      mkdirSync(join(folder, kind), { recursive: true });
    }
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    worker = await openD1Worker(compileFolder(folder));
  });
  afterAll(async () => {
    await worker.worker.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['/', '/readyz', '/api/front-page', '/api/statements', '/api/search?query=alert', '/api/corpus'])(
    '%s is a page without markup of others',
    async (path) => {
      const { status, html } = await open(worker.origin + path);
      expect(status).toBe(200);
      expect(html).not.toMatch(/<script|<img|onerror="|<\/title>.*<\/title>/s);
      if (name === 'markup' && path === '/') {
        // Headline, event, speaker twice, and the quotation.
        expect(textOf(html).split(HOSTILE).length).toBeGreaterThan(5);
      }
    },
  );

  test('every link of every page leads somewhere', async () => {
    expect((await brokenLinks(worker.origin)).broken).toEqual([]);
  }, 120_000);
});

test('where the corpus cannot be read, the front page says so and leads on', async () => {
  const worker = await openD1Worker(compileFolder('data/corpus'));
  await worker.database.batch([worker.database.prepare('delete from pointer')]);
  const { status, headers, html } = await open(`${worker.origin}/`);
  await worker.worker.close();
  expect([status, headers.get('Cache-Control'), headers.get('Retry-After')]).toEqual([503, 'no-store', '2']);
  expect(textOf(html)).toContain('There is no corpus here yet.');
  expect(html).toContain('href="/docs"');
});
