// The examples on any corpus: each is answered without errors, or left out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../data/store.ts';
import { createExamples, examplesFor } from '../../src/pages/example.ts';
import { answerTo, OPERATIONS, openFolder } from '../api/operations.ts';
import { articleOf, folderOf } from '../compile/run.ts';

const TEXT = 'Fire\n“It burns,” Ann Lee said. The mill in the town burned down.';
const NAMED = { 'people/ann.yaml': 'name: Ann Lee\n' };
const STATEMENT =
  'statements: [{ statement: it-burns, kind: DIRECT_QUOTE, content: It burns, speakers: [{ agent: ann, evidence: Ann Lee }] }]\n';
const EVENT = 'events: [{ event: fire, name: Fire, kind: FIRE, evidence: burned down }]\n';

/** The examples that name nothing, and so are always there. */
const ALWAYS = ['corpus', 'facets', 'statements', 'timeline', 'timeline-page'];

describe('are answered without errors', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['nothing', folderOf({ 'README.md': '' }), ALWAYS],
    [
      'an article that says nothing',
      folderOf(articleOf('a', TEXT, '')),
      [...ALWAYS, 'article-feed', 'article-page', 'article-segments', 'revisions-page'],
    ],
    [
      'a statement and no event',
      folderOf({ ...NAMED, ...articleOf('a', TEXT, STATEMENT) }),
      [
        ...ALWAYS,
        'agent-page',
        'article-feed',
        'article-page',
        'article-segments',
        'echoes',
        'person',
        'quotation-card',
        'revisions-page',
        'search',
        'search-feed',
        'statement-feed',
        'search-page',
        'statement-page',
        'who-said-what',
      ],
    ],
    [
      'an event without place, date or participants',
      folderOf(articleOf('a', TEXT, EVENT)),
      [
        ...ALWAYS,
        'accounts',
        'article-feed',
        'article-page',
        'article-segments',
        'event-page',
        'own-voice',
        'revisions-page',
        'who-says-what-happened',
      ],
    ],
  ])('over %s', async (_, folder, names) => {
    expect(await answeredOver(folder)).toEqual([...names].sort());
  });

  test.each([
    ['the corpus of this repository', 'data/corpus'],
    ['the invented paper', 'test/corpora/gazette'],
    ['generated articles', generated()],
  ])('and each has something to show: %s', async (_, folder) => {
    expect(await answeredOver(folder)).toEqual(OPERATIONS.map(({ name }) => name).sort());
  });
});

test('keep their defaults if the corpus has the things that they name', async () => {
  const examples = await examplesFor(OPERATIONS, openFolder('data/corpus'));
  expect(examples.filter(({ variables }) => variables !== '')).toEqual([]);
});

test('are chosen once for each corpus', async () => {
  let lists = 0;
  const counted = (folder: string): Store => {
    const store = openFolder(folder);
    const list: Store['list'] = (type, query) => {
      lists += 1;
      return store.list(type, query);
    };
    return { ...store, list };
  };
  const [first, second] = [counted('test/corpora/gazette'), counted('data/corpus')];
  let served = first;
  const examples = createExamples(Object.fromEntries(OPERATIONS.map(({ name, text }) => [name, text])), () => served);

  const chosen = await examples('');
  const asked = lists;
  expect(asked).toBeGreaterThan(0);
  expect(await examples('')).toEqual(chosen);
  expect(lists).toBe(asked);

  served = second;
  expect(await examples('')).not.toEqual(chosen);
});

/** Runs every example, and returns their names. */
async function answeredOver(folder: string): Promise<readonly string[]> {
  const store = openFolder(folder);
  const examples = await examplesFor(OPERATIONS, store);
  return examples
    .map(({ query, variables }) => {
      const operation = OPERATIONS.find(({ text }) => text === query)!;
      const { data, errors } = answerTo(operation, store, JSON.parse(variables || '{}'));
      expect(errors, operation.name).toBeUndefined();
      // Null for a slug that names something.
      const { retired: _, ...found } = data ?? {};
      expect(Object.values(found), operation.name).not.toContain(null);
      if (!ALWAYS.includes(operation.name)) {
        for (const value of Object.values<{ nodes?: readonly unknown[] }>(found as never)) {
          expect(value.nodes, operation.name).not.toEqual([]);
        }
      }
      return operation.name;
    })
    .sort();
}

function generated(): string {
  const out = join(mkdtempSync(join(tmpdir(), 'dateline-')), 'corpus');
  execFileSync(process.execPath, ['test/generate/main.ts', '--articles', '5', '--seed', '1', '--out', out]);
  return out;
}
