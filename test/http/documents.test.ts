// Documents asked for by their hash: those that the Worker was built with, and those that clients have it remember.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, CORPORA, type GraphqlAnswer, postJson, request, send } from '../harness.ts';
import { openWorker } from '../worker.ts';

const OPERATIONS = new URL('../../src/operations/', import.meta.url);
const TRUSTED = readdirSync(OPERATIONS).map((file) => readFileSync(new URL(file, OPERATIONS), 'utf8'));
const TYPENAME = { data: { __typename: 'Query' } };
const NOT_FOUND = wrong('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
const MISMATCH = wrong(
  'PERSISTED_QUERY_HASH_MISMATCH',
  '"sha256Hash" is not the SHA-256 of "query", in UTF-8. Nothing was remembered.',
);

type Parameters = Readonly<Record<string, unknown>>;

const METHODS = [
  ['GET', (parameters: Parameters) => send(addressOf(parameters))],
  ['POST', (parameters: Parameters) => send('/graphql', postJson(parameters))],
] as const;

describe.each(METHODS)('a document that a client has remembered, by %s', (_, sendBy) => {
  test('is not found before, and is from then on', async () => {
    const query = newDocument();
    const extensions = persisted(hashOf(query));
    await expectAnswer(await sendBy({ extensions }), 400, NOT_FOUND);
    await expectAnswer(await sendBy({ query, extensions }), 200, TYPENAME);
    await expectAnswer(await sendBy({ extensions }), 200, TYPENAME);
    await expectAnswer(await sendBy({ extensions: persisted(hashOf(query).toUpperCase()) }), 200, TYPENAME);
    await expectAnswer(await sendBy({ documentId: `sha256:${hashOf(query)}` }), 200, TYPENAME);
  });

  test('is remembered for the other method as well', async () => {
    const query = newDocument();
    const extensions = persisted(hashOf(query));
    await expectAnswer(await sendBy({ query, extensions }), 200, TYPENAME);
    for (const [, sendByOther] of METHODS) await expectAnswer(await sendByOther({ extensions }), 200, TYPENAME);
  });

  test('takes variables and the name of an operation as any other', async () => {
    const query = `# ${randomUUID()}
      query Count($first: Int) { people(first: $first) { nodes { name } } }
      query Name { __typename }`;
    const extensions = persisted(hashOf(query));
    await sendBy({ query, extensions, operationName: 'Name' });
    const variables = { first: 0 };
    const answer = { data: { people: { nodes: [] } } };
    await expectAnswer(await sendBy({ extensions, operationName: 'Count', variables }), 200, answer);
    await expectAnswer(await sendBy({ extensions, operationName: 'Name' }), 200, TYPENAME);
  });

  test('is never remembered under a hash that is not its own', async () => {
    const query = newDocument();
    for (const hash of [hashOf(`${query} `), hashOf('{ __typename }'), hashOf(TRUSTED[0]!), '0'.repeat(64)]) {
      await expectAnswer(await sendBy({ query, extensions: persisted(hash) }), 400, MISMATCH);
    }
    await expectAnswer(await sendBy({ extensions: persisted('0'.repeat(64)) }), 400, NOT_FOUND);
    await expectAnswer(await sendBy({ extensions: persisted(hashOf(query)) }), 400, NOT_FOUND);
  });

  test('is not remembered where nobody asked for it', async () => {
    const query = newDocument();
    await expectAnswer(await sendBy({ query }), 200, TYPENAME);
    await expectAnswer(await sendBy({ extensions: persisted(hashOf(query)) }), 400, NOT_FOUND);
  });

  test('is not remembered where it is wrong', async () => {
    const query = `# ${randomUUID()}\n{`;
    const extensions = persisted(hashOf(query));
    const { errors } = (await (await sendBy({ query, extensions })).json()) as GraphqlAnswer;
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } })]);
    await expectAnswer(await sendBy({ extensions }), 400, NOT_FOUND);
  });
});

test('a text that is not Unicode has no hash', async () => {
  const query = `{ search(query: "\ud800${randomUUID()}") { totalCount } }`;
  const extensions = persisted(hashOf(query));
  await expectAnswer(await send('/graphql', postJson({ query, extensions })), 400, MISMATCH);
  await expectAnswer(await send('/graphql', postJson({ extensions })), 400, NOT_FOUND);
});

describe.each(METHODS)('what names no document is refused, by %s', (_, sendBy) => {
  const query = '{ __typename }';
  const hash = hashOf(query);
  const digits = '64 hexadecimal digits, the SHA-256 of the document.';
  const noHash = `"extensions.persistedQuery.sha256Hash" must be ${digits}`;
  const noId = `"documentId" must be "sha256:" and ${digits}`;
  const noVersion = '"extensions.persistedQuery.version" must be 1.';
  const noObject = '"extensions.persistedQuery" must be a JSON object.';
  const extensions = (persistedQuery: unknown) => ({ extensions: { persistedQuery } });

  test.each<readonly [string, Parameters, string]>([
    ['no hash', extensions({ version: 1 }), noHash],
    ['a hash null', extensions({ version: 1, sha256Hash: null }), noHash],
    ['a hash in a list', extensions({ version: 1, sha256Hash: [hash] }), noHash],
    ['a hash too short', extensions({ version: 1, sha256Hash: hash.slice(1) }), noHash],
    ['a hash too long', extensions({ version: 1, sha256Hash: `${hash}0` }), noHash],
    ['a hash with a line end', extensions({ version: 1, sha256Hash: `${hash}\n` }), noHash],
    ['a hash in Base64', extensions({ version: 1, sha256Hash: 'a/'.repeat(32) }), noHash],
    ['a hash with its algorithm', extensions({ version: 1, sha256Hash: `sha256:${hash}` }), noHash],
    ['a name of every object', extensions({ version: 1, sha256Hash: '__proto__' }), noHash],
    ['no version', extensions({ sha256Hash: hash }), noVersion],
    ['another version', extensions({ version: 2, sha256Hash: hash }), noVersion],
    ['a version that is no number', extensions({ version: '1', sha256Hash: hash }), noVersion],
    ['a list', extensions([1, hash]), noObject],
    ['a hash alone', extensions(hash), noObject],
    ['true', extensions(true), noObject],
    ['an id too short', { documentId: hash.slice(1) }, noId],
    ['an id of another algorithm', { documentId: `sha512:${hash}` }, noId],
    ['an algorithm twice', { documentId: `sha256:sha256:${hash}` }, noId],
    ['an algorithm in capitals', { documentId: `SHA256:${hash}` }, noId],
    ['an algorithm alone', { documentId: 'sha256:' }, noId],
    ['the name of an operation', { documentId: 'statements' }, noId],
    ['a document and an id', { documentId: hash, query }, 'Both "query" and "documentId" are given. Give one of them.'],
    [
      'nothing at all',
      extensions(null),
      'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.',
    ],
  ])('%s', async (_, parameters, message) => {
    await expectAnswer(await sendBy(parameters), 400, wrong('BAD_REQUEST', message));
  });

  test('an id that is not known', async () => {
    await expectAnswer(await sendBy({ documentId: `sha256:${'0'.repeat(64)}` }), 400, NOT_FOUND);
  });
});

test('an id that is no string, or is there twice, is refused', async () => {
  const hash = hashOf(TRUSTED[0]!);
  const noString = wrong('BAD_REQUEST', '"documentId" must be a string.');
  for (const documentId of [1, [hash], {}, true]) {
    await expectAnswer(await send('/graphql', postJson({ documentId })), 400, noString);
  }
  const twice = await send(`/graphql?documentId=${hash}&documentId=${hash}`);
  await expectAnswer(twice, 400, wrong('BAD_REQUEST', '"documentId" is given 2 times. Give it once.'));
});

describe('the documents that the Worker was built with', () => {
  test('are listed with their hashes: those of src/operations', async () => {
    const response = await send('/trusted-documents.json');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(Object.fromEntries(TRUSTED.map((text) => [hashOf(text), text])));
  });

  describe.each(CORPORA)('over the %s', (corpus) => {
    test.each(TRUSTED.map((text) => [/^query (\w+)/m.exec(text)?.[1], text] as const))('%s runs', async (_, text) => {
      // With the warnings of defaults that name nothing in this corpus.
      const answer = await request(text, {}, corpus);
      expect(answer.errors).toBeUndefined();
      const hash = hashOf(text);
      for (const parameters of [
        { documentId: `sha256:${hash}` },
        { documentId: hash },
        { documentId: hash.toUpperCase() },
        { extensions: persisted(hash) },
        { query: text, extensions: persisted(hash) },
      ]) {
        await expectAnswer(await send(addressOf(parameters), {}, corpus), 200, answer);
        await expectAnswer(await send('/graphql', postJson(parameters), corpus), 200, answer);
      }
    });
  });

  test('take variables', async () => {
    const documentId = hashOf(TRUSTED.find((text) => text.includes('query Person('))!);
    const answer = { data: { person: null }, extensions: { warnings: [expect.objectContaining({ value: 'nobody' })] } };
    for (const [, sendBy] of METHODS) {
      await expectAnswer(await sendBy({ documentId, variables: { slug: 'nobody' } }), 200, answer);
    }
  });
});

describe('where none but trusted documents are run', () => {
  const worker = openWorker('seed', { DOCUMENTS: 'trusted' });
  const refused = wrong(
    'DOCUMENT_NOT_TRUSTED',
    'This endpoint runs only the documents it was built with: those in /trusted-documents.json.',
  );
  let origin: string;

  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  test.each<readonly [string, Parameters]>([
    ['a text', { query: '{ __typename }' }],
    ['a trusted text with a space more', { query: `${TRUSTED[0]} ` }],
    ['a hash', { extensions: persisted(hashOf('{ __typename }')) }],
    ['a text to be remembered', { query: '{ __typename }', extensions: persisted(hashOf('{ __typename }')) }],
    ['an id', { documentId: hashOf('{ __typename }') }],
    ['the schema', { query: '{ __schema { queryType { name } } }' }],
  ])('%s is refused', async (_, parameters) => {
    await expectAnswer(await fetch(origin + addressOf(parameters)), 403, refused);
    await expectAnswer(await fetch(`${origin}/graphql`, postJson(parameters)), 403, refused);
  });

  test('a trusted one is run, by its hash or its text, and by its plain address', async () => {
    const text = TRUSTED.find((one) => one.includes('query Corpus'))!;
    const answer = { data: await ask(text) };
    for (const parameters of [{ documentId: hashOf(text) }, { extensions: persisted(hashOf(text)) }, { query: text }]) {
      await expectAnswer(await fetch(origin + addressOf(parameters)), 200, answer);
      await expectAnswer(await fetch(`${origin}/graphql`, postJson(parameters)), 200, answer);
    }
    await expectAnswer(await fetch(`${origin}/api/corpus`), 200, answer);
  });
});

/** A document that nobody has sent yet, neither in this run nor in one before. */
function newDocument(): string {
  return `# ${randomUUID()}\n{ __typename }`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function persisted(sha256Hash: string): object {
  return { persistedQuery: { version: 1, sha256Hash } };
}

/** The path of a GraphQL request by GET. */
function addressOf(parameters: Parameters): string {
  const texts = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `/graphql?${new URLSearchParams(Object.fromEntries(texts))}`;
}

function wrong(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

/** The whole answer; one that is wrong is never kept. */
async function expectAnswer(response: Response, status: number, answer: object): Promise<void> {
  expect(await response.json()).toEqual(answer);
  expect(response.status).toBe(status);
  if (status >= 400) expect(response.headers.get('Cache-Control')).toBe('no-store');
}
