import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { examine } from '../../../data/compile/index.ts';
import { folderOf, run } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { answerSchema } from '../../draft/model/definition.ts';
import {
  ANN,
  ARTICLE,
  annotationOf,
  closeServers,
  draft,
  draftByRules,
  filesIn,
  GOOD,
  LETTER,
  MARK,
  MIA,
  SAFE,
  says,
  serve,
} from './model-draft.ts';
import { completion, type Respond, sendJson } from './model-server.ts';

afterEach(async () => {
  vi.unstubAllEnvs();
  await closeServers();
});

describe('draft --model', () => {
  it('proposes what the model adds, marked with its name, and says where both agree', async () => {
    const { status, stdout, stderr, files, folder } = await draft(says(GOOD));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('\n  Of the model: 2 as the rules; 2 more.\n');
    const { statements, events, facts, mentions } = annotationOf(files);
    expect(statements[0]).toMatchObject({
      content: ['The bridge is safe', 'I walked over it.'],
      draft: expect.stringMatching(`^[a-z-]+, ${MARK}$`),
    });
    expect(statements.at(-1)).toEqual({
      statement: 'holt-don-t-ask-us',
      kind: 'DIRECT_QUOTE',
      content: 'Don’t ask us',
      cue: 'reads a letter',
      speakers: [{ agent: 'mia-holt', evidence: 'Mia Holt' }],
      draft: MARK,
    });
    expect(statements.filter(({ draft: mark }: { draft: string }) => mark.includes('model'))).toHaveLength(2);
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'FIRE',
        name: 'Burning of the old pier',
        draft: expect.stringMatching(`, ${MARK}$`),
      }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ position: { title: 'runs the ferry' }, draft: MARK }));
    expect(mentions['ann-lee']).toMatchObject({ names: 'Ann Lee', draft: expect.stringMatching(`, ${MARK}$`) });
    expect(examine(folder).problems).toEqual([]);
  });

  it('sends the text and instructions to the endpoint alone, and the key only in the header', async () => {
    vi.stubEnv('DATELINE_MODEL_KEY', 'secret-key');
    const { server, status } = await draft(says(GOOD), '--published', '2026-03-04');

    expect(status).toBe(0);
    expect(server.received).toHaveLength(1);
    const [{ path, authorization, body } = {}] = server.received;
    expect({ path, authorization }).toEqual({ path: '/v1/chat/completions', authorization: 'Bearer secret-key' });
    expect(body).toMatchObject({ model: 'Test/Small:1', temperature: 0, stream: false });
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body?.messages[1]?.content).toBe(`Language: en\nPublished: 2026-03-04\n\n${ARTICLE.trim()}`);
    expect(JSON.stringify(body)).not.toContain('secret-key');
  });

  it('sends no header without a key, and nothing without --model', async () => {
    vi.stubEnv('DATELINE_MODEL_KEY', '');
    const { server } = await draft(says(GOOD));
    expect(server.received.map(({ authorization }) => authorization)).toEqual([undefined]);

    vi.stubEnv('DATELINE_MODEL_KEY', 'secret-key');
    await draftByRules();
    expect(server.received).toHaveLength(1);
  });

  it('works as a process, with an endpoint that is given whole', async () => {
    const server = await serve(says(GOOD));
    const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
    const asked = ['--model', 'small', '--endpoint', `${server.endpoint}/chat/completions`];
    const outcome = await run(folder, 'draft', 'in.txt', '--corpus', 'corpus', '--slug', 'bridge', ...asked);

    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(server.received.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
    expect(annotationOf(filesIn(folder)).statements.at(-1)).toMatchObject({ draft: 'model small' });
  });

  it('asks for a schema that strict servers take, and that a good answer fits', async () => {
    const { server } = await draft(says(GOOD));
    const schema = server.received[0]?.body.response_format?.json_schema.schema ?? {};

    expect(schema).toEqual(answerSchema());
    const optional = ['cue', 'addressees', 'date', 'about', 'attributedTo', 'certainty', 'polarity'];
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    const whole = { entities: [{ ...ANN, kind: null }], statements: [{ ...nulls, ...SAFE }], events: [], facts: [] };
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    expect(isValid(whole), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...whole, statements: [{ ...nulls, ...SAFE, kind: 'RUMOUR' }] })).toBe(false);
  });

  it('puts the schema into the message for a server that refuses response_format, and remembers it', async () => {
    const server = await serve((response, { body }) => {
      if (body.response_format === undefined) sendJson(response, 200, completion(GOOD));
      else sendJson(response, 400, { error: { message: 'response_format is not supported' } });
    });
    const folder = folderOf({ 'a.txt': ARTICLE, 'b.txt': `Another day\n\n${ARTICLE}`, 'corpus/README.md': '' });
    const asked = ['--model', 'small', '--endpoint', server.endpoint];
    const outcome = await runInProcess(folder, 'draft', '*.txt', '--corpus', 'corpus', ...asked);

    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(server.received.map(({ body }) => body.response_format !== undefined)).toEqual([true, false, false]);
    expect(server.received[1]?.body.messages[0]?.content).toContain(JSON.stringify(answerSchema()));
  });

  it('leaves off the temperature for a model that takes none', async () => {
    const { status, server } = await draft((response, { body }) => {
      if (body.temperature === undefined) sendJson(response, 200, completion(GOOD));
      else sendJson(response, 400, { error: 'temperature' });
    });
    expect(status).toBe(0);
    expect(server.received).toHaveLength(3);
  });

  it.for<[name: string, around: (json: string) => string]>([
    ['thoughts', (json) => `<think>Is it {“Ann”}?</think>\n${json}`],
    ['a fence of Markdown', (json) => `Here it is:\n\`\`\`json\n${json}\n\`\`\``],
  ])('reads an answer with %s around it', async ([, around]) => {
    const { status, stdout } = await draft(says(around(JSON.stringify(GOOD))));
    expect(status).toBe(0);
    expect(stdout).toContain('Of the model: 2 as the rules; 2 more.');
  });

  it('reads slugs in any form, and as many items as an article has', async () => {
    const ann = { ...ANN, slug: 'Ann_Lee' };
    const safe = { ...SAFE, speakers: [{ agent: 'Ann_Lee', evidence: 'Ann Lee' }] };
    const many = Array.from({ length: 30 }, (_, index) => ({ ...MIA, slug: `mia-${index}` }));
    const { stdout } = await draft(says({ ...GOOD, entities: [...many, ann, MIA], statements: [safe, LETTER] }));
    expect(stdout).toContain('Of the model: 2 as the rules; 2 more.\n');
  });
});

/** A model that does not answer: the draft is that of the rules, and the line says why. */
describe('draft --model writes the draft of the rules when', () => {
  it.for<[name: string, respond: Respond, says: RegExp, options?: readonly string[]]>([
    [
      'the key is refused',
      (response) => sendJson(response, 401, { error: { message: 'No' } }),
      /status 401: No\. Put the/,
    ],
    ['the model is unknown', (response) => sendJson(response, 404, {}), /status 404\. Check --endpoint and --model/],
    ['all is refused', (response) => sendJson(response, 400, { error: 'Too long' }), /status 400: Too long\./],
    ['there are too many requests', (response) => sendJson(response, 429, 'x'), /status 429\./],
    ['the server fails', (response) => response.writeHead(503).end('<html>'), /status 503\./],
    [
      'it redirects',
      (response) => sendJson(response, 307, {}, { location: '/v1/chat/completions' }),
      /a redirect, which/,
    ],
    ['it answers no JSON', (response) => response.end('<html>Hello'), /something that is not a chat completion/],
    ['it answers other JSON', (response) => sendJson(response, 200, { choices: [] }), /not a chat completion/],
    ['it answers null', (response) => sendJson(response, 200, null), /not a chat completion/],
    ['its answer is empty', says(''), /its answer is empty/],
    ['its answer is prose', says('I see two people.'), /not the JSON that it was asked for/],
    ['its JSON breaks off', says('{"entities": [{"slug": "ann"'), /not the JSON/],
    ['its JSON is something else', says({ answer: 42 }), /none of the lists/],
    [
      'it was cut off',
      (response) => sendJson(response, 200, completion('{"entities": []}', 'length')),
      /cut off at its limit of tokens/,
    ],
    [
      'it declines',
      (response) => sendJson(response, 200, { choices: [{ message: { content: null, refusal: 'No.' } }] }),
      /declined/,
    ],
    ['its answer is huge', (response) => response.end(' '.repeat(2_000_001)), /has more than 2 MB/],
    ['the connection breaks', (response) => response.destroy(), /cannot be reached, or broke off \(/],
    ['it breaks off in the middle', (response) => void response.write('{', () => response.destroy()), /or broke off/],
    ['it does not answer', () => {}, /took longer than 0\.3 seconds \(--timeout\)/, ['--timeout', '0.3']],
    [
      'it never ends',
      (response) => void response.writeHead(200).write('{'),
      /took longer than 0\.3 seconds/,
      ['--timeout', '0.3'],
    ],
  ])('%s', async ([, respond, expected, options = []]) => {
    vi.stubEnv('DATELINE_MODEL_KEY', '');
    const { status, stdout, stderr, files } = await draft(respond, ...options);

    expect(status).toBe(1);
    expect(stderr).toMatch(/^"in\.txt": the model did not answer: [^\n]*\. The draft has what the rules found\.\n$/);
    expect(stderr).toMatch(expected);
    expect(stdout).toMatch(/^in\.txt: \d+ statements, .*\n {2}Next: /);
    expect(files).toEqual(await draftByRules());
  });

  it('nobody listens there', async () => {
    const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
    const asked = ['--model', 'm', '--endpoint', 'http://127.0.0.1:1/v1'];
    const { status, stderr } = await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', ...asked);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/cannot be reached/) });
  });

  it('the message of the server would steer the terminal, or repeats the key', async () => {
    vi.stubEnv('DATELINE_MODEL_KEY', 'secret-key');
    const message = `\u001b[2Jsecret-key\n::error::${'x'.repeat(5000)}`;
    const { stderr } = await draft((response) => sendJson(response, 401, { error: { message } }));

    expect(stderr).toMatch(/status 401: ·\[2J…⏎::error::x{1,200}\. Check the key/);
    expect(stderr).not.toContain('secret-key');
  });

  it('it has failed three times, and asks it no more', async () => {
    const server = await serve((response) => response.writeHead(500).end());
    const texts = Object.fromEntries(
      [1, 2, 3, 4, 5].map((number) => [`in/${number}.txt`, `Day ${number}\n\n${ARTICLE}`]),
    );
    const folder = folderOf({ ...texts, 'corpus/README.md': '' });
    const asked = ['--model', 'm', '--endpoint', server.endpoint];
    const { status, stderr } = await runInProcess(folder, 'draft', 'in/*.txt', '--corpus', 'corpus', ...asked);

    expect({ status, requests: server.received.length }).toEqual({ status: 1, requests: 3 });
    expect(stderr.match(/it was not asked again after three failures/g)).toHaveLength(2);
    expect(readdirSync(join(folder, 'corpus/articles'))).toHaveLength(10);
  });
});

describe('draft refuses, and asks nobody:', () => {
  const there = ['--model', 'm', '--endpoint', 'http://127.0.0.1:1/v1'];

  it.for<[name: string, args: readonly string[], says: RegExp, key?: string]>([
    ['a model without an endpoint', ['--model', 'm'], /with both options: --model NAME --endpoint URL/],
    ['an endpoint without a model', there.slice(2), /with both options/],
    ['a timeout without a model', ['--timeout', '5'], /with both options/],
    [
      'no time at all',
      [...there, '--timeout', '0'],
      /^--timeout is "0"\. Give a number of seconds above 0, 290 at most\.$/m,
    ],
    ['time that is no number', [...there, '--timeout', 'long'], /^--timeout/],
    ['a name of no model', ['--model', 'a\nb', ...there.slice(2)], /^--model is not the name of a model/],
    ['an address of no web', ['--model', 'm', '--endpoint', 'file:///etc/passwd'], /^--endpoint is not a web address/],
    ['no address', ['--model', 'm', '--endpoint', 'localhost'], /^--endpoint is not a web address/],
    [
      'a password in the address',
      ['--model', 'm', '--endpoint', 'http://a:b@c/v1'],
      /^--endpoint has a user or a password/,
    ],
    [
      'a key that would be read on the way',
      ['--model', 'm', '--endpoint', 'http://example.org/v1'],
      /unencrypted/,
      'key',
    ],
    ['a key with a line break', there, /^DATELINE_MODEL_KEY is not a key/, 'secret\nkey'],
  ])('%s', async ([, args, expected, key = '']) => {
    vi.stubEnv('DATELINE_MODEL_KEY', key);
    const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
    const outcome = await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', ...args);

    expect(outcome).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(expected) });
    expect(outcome.stderr).not.toContain('secret');
    expect(Object.keys(filesIn(folder))).toHaveLength(2);
  });
});
