// Bodies that are too large, in another form than they say, compressed, slow or cut off.
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';
import {
  type Answer,
  attack,
  CROSS_SITE,
  errorOf,
  expectData,
  expectErrors,
  posted,
  readAnswer,
  SECRET,
} from './answer.ts';

const QUERY = '{"query":"{__typename}"}';
const answered = { __typename: 'Query' };

const tooLarge = (actual: number) => [
  errorOf('PAYLOAD_TOO_LARGE', `The body has ${actual} bytes; the most is 100000. Split it into smaller requests.`, {
    actual,
    limit: 100_000,
  }),
];
const unsupported = (message: string) => [errorOf('UNSUPPORTED_MEDIA_TYPE', message)];
const badRequest = (message: string) => [errorOf('BAD_REQUEST', message)];

describe('a body that is too large: 413', () => {
  test('by one byte', async () => {
    expectErrors(await attack('/graphql', posted(QUERY.padEnd(100_001))), 413, tooLarge(100_001));
  });

  test('but not at the limit', async () => {
    expectData(await attack('/graphql', posted(QUERY.padEnd(100_000))), answered);
  });

  test('10 MB that are announced: not one byte is waited for', async () => {
    expectErrors(await streamed({ 'Content-Length': '10000000' }, []), 413, tooLarge(10_000_000));
  });

  test('in chunks, of nobody knows how many: the rest is not waited for', async () => {
    const chunk = SECRET.padEnd(50_000);
    const answer = await streamed({ 'Transfer-Encoding': 'chunked' }, [chunk, chunk, chunk]);
    const { actual } = JSON.parse(answer.text).errors[0].extensions;
    expect(actual).toBeLessThanOrEqual(150_000);
    const message = 'The body has more than 100000 bytes; the most is 100000. Split it into smaller requests.';
    expectErrors(answer, 413, [errorOf('PAYLOAD_TOO_LARGE', message, { actual, limit: 100_000 })]);
  });

  test('10 MB in chunks, poured out whatever is answered: the next request is served', async () => {
    const chunks = Array.from({ length: 160 }, () => SECRET.padEnd(65_536));
    // The connection may be closed before the answer is read.
    await streamed({ 'Transfer-Encoding': 'chunked' }, [...chunks, END]).catch(() => {});
    expectData(await attack('/graphql', posted(QUERY)), answered);
  });
});

describe('a compressed body is not unpacked: 415', () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));

  test.each(['gzip', 'GZIP', 'deflate', 'br', 'zstd', 'gzip, gzip', 'identity, gzip', 'x-gzip', SECRET])(
    'Content-Encoding: %s',
    async (encoding) => {
      const answer = await attack('/graphql', posted(new Uint8Array(bomb), { 'Content-Encoding': encoding }));
      expectErrors(answer, 415, unsupported('Compressed bodies are not accepted. Send it without Content-Encoding.'));
    },
  );

  test('one that does not say so is no JSON', async () => {
    expectErrors(await attack('/graphql', posted(new Uint8Array(bomb))), 400, badRequest('The body is not UTF-8.'));
  });
});

describe('what a page of another site can send without asking first: 415', () => {
  const form = 'query=%7B__typename%7D';
  const multipart = `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${QUERY}\r\n--x--\r\n`;

  test.each([
    ['text', 'text/plain', QUERY],
    ['text that calls itself JSON', 'text/plain; application/json', QUERY],
    ['text with JSON as its charset', 'text/plain;charset=application/json', QUERY],
    ['a form', 'application/x-www-form-urlencoded', form],
    ['a form with JSON in it', 'application/x-www-form-urlencoded', QUERY],
    ['an upload', 'multipart/form-data; boundary=x', multipart],
    ['an upload of JSON', 'multipart/form-data; boundary=application/json', QUERY],
    ['two types', 'application/x-www-form-urlencoded, application/json', QUERY],
    ['an empty type', '', QUERY],
  ])('%s', async (_, type, body) => {
    const answer = await attack('/graphql', { method: 'POST', headers: { ...CROSS_SITE, 'Content-Type': type }, body });
    expectErrors(answer, 415, unsupported('Content-Type must be application/json in UTF-8.'));
  });

  test('no type at all', async () => {
    const answer = await attack('/graphql', { method: 'POST', headers: CROSS_SITE, body: QUERY });
    expectErrors(answer, 415, unsupported('Content-Type must be application/json in UTF-8.'));
  });
});

describe('bytes that are not UTF-8 are refused, not corrected: 400', () => {
  const around = (bytes: readonly number[]) =>
    new Uint8Array([...Buffer.from('{"query":"{__typename}","a":"'), ...bytes, ...Buffer.from('"}')]);

  test.each([
    ['a lone continuation byte', [0x80]],
    ['a lead byte alone', [0xc3]],
    ['a slash in two bytes', [0xc0, 0xaf]],
    ['NUL in two bytes', [0xc0, 0x80]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ['0xFF', [0xff]],
  ])('%s', async (_, bytes) => {
    expectErrors(await attack('/graphql', posted(around(bytes))), 400, badRequest('The body is not UTF-8.'));
  });

  test.each([
    ['a raw NUL', '{"query":"{__typename}\0"}'],
    ['a raw line break in a string', '{"query":"{__typename}\n"}'],
    ['two byte order marks', '\ufeff\ufeff{"query":"{__typename}"}'],
    ['a comment', '{"query":"{__typename}"/* */}'],
    ['a comma at the end', '{"query":"{__typename}",}'],
    ['single quotes', "{'query':'{__typename}'}"],
    ['two values', `${QUERY}${QUERY}`],
    ['lines of JSON', `${QUERY}\n${QUERY}`],
    ['NaN', '{"query":"{__typename}","variables":{"a":NaN}}'],
    ['objects without end', '{"a":'.repeat(16_000)],
  ])('nor JSON: %s', async (_, body) => {
    expectErrors(await attack('/graphql', posted(body)), 400, badRequest('The body is not valid JSON.'));
  });

  test('of a name given twice the last counts, as everywhere in JavaScript', async () => {
    const answer = await attack('/graphql', posted('{"query":"{ a }","query":"{ __typename }"}'));
    expectData(answer, answered);
  });
});

describe('a body that comes slowly or not at all', () => {
  test('in drips, it is answered', async () => {
    expectData(await streamed({ 'Transfer-Encoding': 'chunked' }, [...QUERY, END]), answered);
  });

  test('never ended, it is given up after 10 seconds: 408', async () => {
    const answer = await streamed({ 'Content-Length': '1000' }, ['{"query":"{ ', SECRET]);
    const message = 'The body did not arrive within 10 seconds. Send it again.';
    // Late, and safe otherwise.
    expectErrors({ ...answer, milliseconds: 0 }, 408, [errorOf('REQUEST_TIMEOUT', message)]);
  });

  test('cut off, it harms nobody else', async () => {
    const { hostname, port } = new URL(addressOf('/'));
    await Promise.all(Array.from({ length: 50 }, () => dropped(hostname, Number(port))));
    expectData(await attack('/graphql', posted(QUERY)), answered);
  });
});

/** The end of a body: without it, it is left open. */
const END = null;

/** Sends a body piece by piece, and no more once there is an answer. */
function streamed(headers: Readonly<Record<string, string>>, pieces: readonly (string | null)[]): Promise<Answer> {
  const { hostname, port } = new URL(addressOf('/'));
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: '/graphql', method: 'POST' };
    const sent = request({ ...options, headers: { 'Content-Type': 'application/json', ...headers } });
    let isAnswered = false;
    sent.on('response', async (response) => {
      isAnswered = true;
      resolve(await readAnswer(response, started));
      sent.destroy();
    });
    sent.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    sent.flushHeaders();
    const next = (at: number): void => {
      const piece = pieces[at];
      if (isAnswered) return;
      if (piece === END) sent.end();
      else if (piece !== undefined) sent.write(piece, () => setImmediate(next, at + 1));
    };
    next(0);
  });
}

/** Announces a body, sends its beginning and hangs up. */
function dropped(hostname: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, hostname, () => {
      const head = `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;
      socket.write(`${head}{"query":"{ ${SECRET}`, () => socket.destroy());
    });
    socket.on('error', reject).on('close', () => resolve());
  });
}
