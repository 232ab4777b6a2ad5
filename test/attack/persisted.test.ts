// Documents that are named by their hash: nobody can have another text remembered than the one that has it.
import { createHash } from 'node:crypto';
import { describe, test } from 'vitest';
import type { GraphqlAnswerError } from '../harness.ts';
import { attack, errorOf, expectData, expectErrors, MODERN, posted, SECRET } from './answer.ts';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const asked = (sha256Hash: unknown, query?: string) => ({
  ...(query !== undefined && { query }),
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

const mismatch = [
  errorOf(
    'PERSISTED_QUERY_HASH_MISMATCH',
    '"sha256Hash" is not the SHA-256 of "query", in UTF-8. Nothing was remembered.',
  ),
];
const notFound = [errorOf('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')];
const noHash = [
  errorOf(
    'BAD_REQUEST',
    '"extensions.persistedQuery.sha256Hash" must be 64 hexadecimal digits, the SHA-256 of the document.',
  ),
];
const noId = [
  errorOf('BAD_REQUEST', '"documentId" must be "sha256:" and 64 hexadecimal digits, the SHA-256 of the document.'),
];
const badRequest = (message: string) => [errorOf('BAD_REQUEST', message)];

describe('a hash that is none: 400', () => {
  const good = sha256('{__typename}');

  test.each<readonly [string, unknown]>([
    ['short', good.slice(1)],
    ['long', `${good}0`],
    ['huge', 'a'.repeat(90_000)],
    ['no hexadecimal digit', good.replace(/.$/, 'g')],
    ['with a line behind', `${good}\n`],
    ['with spaces around', ` ${good} `],
    ['with a prefix', `sha256:${good}`],
    ['empty', ''],
    ['null', null],
    ['a number', 1],
    ['a list', [good]],
    ['an object', { toString: good }],
    ['of the prototype', '__proto__'],
    ['in other digits', '０'.repeat(64)],
  ])('%s', async (_, hash) => {
    const request = posted(asked(hash, '{__typename}'), { Accept: MODERN });
    expectErrors(await attack('/graphql', request), 400, noHash);
  });

  test.each<readonly [string, object, readonly GraphqlAnswerError[]]>([
    ['a short id', { documentId: `sha256:${good.slice(1)}` }, noId],
    ['an id with its prefix twice', { documentId: `sha256:sha256:${good}` }, noId],
    ['an id of another algorithm', { documentId: `md5:${good}` }, noId],
    ['a path', { documentId: `../../${SECRET}` }, noId],
    ['an id that is no text', { documentId: [good] }, badRequest('"documentId" must be a string.')],
    [
      'an id beside a text',
      { documentId: `sha256:${good}`, query: '{a}' },
      badRequest('Both "query" and "documentId" are given. Give one of them.'),
    ],
    [
      'another version',
      { extensions: { persistedQuery: { version: 2, sha256Hash: good } } },
      badRequest('"extensions.persistedQuery.version" must be 1.'),
    ],
    [
      'a version that is a text',
      { extensions: { persistedQuery: { version: '1', sha256Hash: good } } },
      badRequest('"extensions.persistedQuery.version" must be 1.'),
    ],
    [
      'no version',
      { extensions: { persistedQuery: { sha256Hash: good } } },
      badRequest('"extensions.persistedQuery.version" must be 1.'),
    ],
    [
      'a list',
      { extensions: { persistedQuery: [1] } },
      badRequest('"extensions.persistedQuery" must be a JSON object.'),
    ],
    [
      'a text',
      { extensions: { persistedQuery: SECRET } },
      badRequest('"extensions.persistedQuery" must be a JSON object.'),
    ],
    [
      'nothing of it but its prototype',
      JSON.parse('{"extensions":{"persistedQuery":{"__proto__":{"version":1}}}}'),
      badRequest('"extensions.persistedQuery.version" must be 1.'),
    ],
  ])('%s', async (_, body, errors) => {
    expectErrors(await attack('/graphql', posted(body, { Accept: MODERN })), 400, errors);
  });
});

describe('a text under the hash of another one', () => {
  test('is not run, and neither is known by that hash afterwards', async () => {
    const [wanted, planted] = ['{ wanted: __typename }', '{ planted: __typename }'];
    const request = posted(asked(sha256(wanted), planted), { Accept: MODERN });
    expectErrors(await attack('/graphql', request), 400, mismatch);
    for (const text of [wanted, planted]) {
      expectErrors(await attack('/graphql', posted(asked(sha256(text)), { Accept: MODERN })), 400, notFound);
    }
    expectData(await attack('/graphql', posted(asked(sha256(wanted), wanted))), { wanted: 'Query' });
    expectData(await attack('/graphql', posted(asked(sha256(wanted)))), { wanted: 'Query' });
  });

  test('nor is it by GET, where a cache stands between', async () => {
    const hash = sha256('{ other: __typename }');
    const extensions = encodeURIComponent(JSON.stringify(asked(hash).extensions));
    const path = `/graphql?query=%7B__typename%7D&extensions=${extensions}`;
    expectErrors(await attack(path, { headers: { Accept: MODERN } }), 400, mismatch);
  });

  test('halves of characters, which all are U+FFFD in UTF-8, stand for no other', async () => {
    const [half, whole] = ['{ a: __typename } # \\ud800', '{ a: __typename } # \ufffd'];
    const extensions = JSON.stringify(asked(sha256(whole)).extensions);
    const body = `{"query":"${half}","extensions":${extensions}}`;
    expectErrors(await attack('/graphql', posted(body, { Accept: MODERN })), 400, mismatch);
    expectErrors(await attack('/graphql', posted(asked(sha256(whole)), { Accept: MODERN })), 400, notFound);
  });

  test.each([
    ['a line end', '{__typename}\n'],
    ['a byte order mark', '\ufeff{__typename}'],
    ['another normal form', '{__typename} # e\u0301'],
    ['NUL', '{__typename}\0'],
  ])('nor does one that differs by %s', async (_, text) => {
    const request = posted(asked(sha256('{__typename} # \u00e9'), text), { Accept: MODERN });
    expectErrors(await attack('/graphql', request), 400, mismatch);
  });

  test('the hash of UTF-16 is not that of the text', async () => {
    const text = '{ utf16: __typename }';
    const request = posted(asked(sha256(Buffer.from(text, 'utf16le')), text), { Accept: MODERN });
    expectErrors(await attack('/graphql', request), 400, mismatch);
  });
});

describe('a document is one, however its hash is written', () => {
  test('upper case, and by either name', async () => {
    const text = '{ cased: __typename }';
    expectData(await attack('/graphql', posted(asked(sha256(text).toUpperCase(), text))), { cased: 'Query' });
    expectData(await attack('/graphql', posted(asked(sha256(text)))), { cased: 'Query' });
    expectData(await attack('/graphql', posted({ documentId: `sha256:${sha256(text).toUpperCase()}` })), {
      cased: 'Query',
    });
  });

  test('one that is wrong is refused each time it is sent, and never known by its hash', async () => {
    const text = '{ nothingOfThisName }';
    for (let time = 0; time < 2; time++) {
      expectErrors(await attack('/graphql', posted(asked(sha256(text), text), { Accept: MODERN })), 400, [
        {
          ...errorOf('GRAPHQL_VALIDATION_FAILED', 'Cannot query field "nothingOfThisName" on type "Query".'),
          locations: [{ line: 1, column: 3 }],
        },
      ]);
      expectErrors(await attack('/graphql', posted(asked(sha256(text)), { Accept: MODERN })), 400, notFound);
    }
  });
});
