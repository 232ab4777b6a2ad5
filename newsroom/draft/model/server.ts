/** Servers: asks a model over the chat-completions protocol of OpenAI, which most servers of models speak. */
import { z } from 'zod';
import { counted, printable, Refusal } from '../../../data/compile/index.ts';
import { slugOf } from '../../slug.ts';
import { type Answer, readAnswer } from './answer.ts';
import { answerSchema } from './definition.ts';
import { type Inquiry, messagesFor } from './message.ts';

/** The environment variable with the key of the server. */
export const KEY = 'DATELINE_MODEL_KEY';

/** `failed` is a sentence for editors. */
export type Heard = Answer | { readonly failed: string };

export interface Server {
  readonly ask: (inquiry: Inquiry) => Promise<Heard>;
}

/** The options of a command that ask for a model. */
export interface ServerOptions {
  readonly model?: string | undefined;
  readonly endpoint?: string | undefined;
  /** The most seconds that it may take for one article. */
  readonly timeout?: string | undefined;
}

/** Node's fetch waits no longer than five minutes for the first byte. */
export const MOST_SECONDS = 290;
const DEFAULT_SECONDS = 240;
const MOST_BYTES = 2_000_000;
/** After as many failures in a row, a server is asked no more: a hundred articles would wait for hours. */
const MOST_FAILURES = 3;

/**
 * The server that the options name; null if they name none. Nothing is sent before it is asked.
 *
 * @param key undefined or empty if the server wants none.
 * @throws Refusal if one of the options is missing or unusable. The message never shows the key.
 */
export function openServer({ model, endpoint, timeout }: ServerOptions, key = ''): Server | null {
  if (model === undefined && endpoint === undefined && timeout === undefined) return null;
  if (model === undefined || endpoint === undefined)
    throw new Refusal('A model is asked with both options: --model NAME --endpoint URL.', 2);
  const seconds = Number(timeout ?? DEFAULT_SECONDS);
  if (model.trim() === '' || model.length > 200 || printable(model) !== model)
    throw new Refusal('--model is not the name of a model. Give it as the server knows it: --model NAME.', 2);
  if (!(seconds > 0 && seconds <= MOST_SECONDS))
    throw new Refusal(`--timeout is "${timeout}". Give a number of seconds above 0, ${MOST_SECONDS} at most.`, 2);
  const url = addressOf(endpoint);
  if (key !== '') checkKey(key, url);
  const mark = `model ${slugOf(model) ?? 'unnamed'}`;
  let form = 0;
  let failures = 0;
  return {
    async ask(inquiry) {
      if (failures >= MOST_FAILURES) return { failed: 'it was not asked again after three failures in a row' };
      const signal = AbortSignal.timeout(seconds * 1000);
      let reply: Reply = { failed: '', isRefused: true };
      for (let at = form; at < FORMS.length && 'failed' in reply && reply.isRefused; at++) {
        reply = await send(url, key, { model, ...bodyOf(inquiry, at) }, signal, seconds);
        if ('content' in reply) form = at;
      }
      const answer = 'failed' in reply ? reply : readAnswer(reply.content, mark);
      failures = 'failed' in answer ? failures + 1 : 0;
      return answer;
    },
  };
}

function addressOf(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal('--endpoint is not a web address. Give one such as http://localhost:11434/v1.', 2);
  if (url.username !== '' || url.password !== '')
    throw new Refusal(`--endpoint has a user or a password in it. Put the key into the variable ${KEY} instead.`, 2);
  if (!url.pathname.endsWith('/chat/completions'))
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return url;
}

function checkKey(key: string, { protocol, hostname }: URL): void {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Refusal(`${KEY} is not a key: it has spaces or other characters.`, 2);
  if (protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    throw new Refusal(`The key in ${KEY} would travel unencrypted. Give an https address, or unset the key.`, 2);
}

/** What is asked of the server, the most exact first: a form that it answers with 400 is replaced by the next. */
const FORMS = [
  { isStructured: true, more: { temperature: 0 } },
  { isStructured: false, more: { temperature: 0 } },
  // Some models take no temperature.
  { isStructured: false, more: {} },
] as const;

function bodyOf(inquiry: Inquiry, form: number) {
  const { isStructured = false, more = {} } = FORMS[form] ?? {};
  return {
    messages: messagesFor(inquiry, isStructured),
    stream: false,
    ...more,
    ...(isStructured && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'annotation', strict: true, schema: answerSchema() },
      },
    }),
  };
}

type Reply = { readonly content: string } | { readonly failed: string; readonly isRefused: boolean };

/** Sends one request, and follows no redirect: neither the text nor the key goes anywhere but to the address given. */
async function send(url: URL, key: string, body: object, signal: AbortSignal, seconds: number): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== '' && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
    const text = await readBody(response);
    if (response.status === 200) return readCompletion(text);
    return { failed: explainStatus(response.status, text, key), isRefused: /^4(00|22)$/.test(`${response.status}`) };
  } catch (error) {
    return { failed: explainError(error, seconds), isRefused: false };
  }
}

class TooLong extends Error {}

async function readBody({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop ends the transfer.
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new TooLong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const COMPLETION = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

function readCompletion(text: string): Reply {
  const { data } = COMPLETION.safeParse(parsed(text));
  const [choice] = data?.choices ?? [];
  if (choice === undefined) return broken('it answered with something that is not a chat completion');
  const { finish_reason: reason, message } = choice;
  if (reason === 'length')
    return broken('its answer was cut off at its limit of tokens: raise the limit, or shorten the text');
  if (reason === 'content_filter' || message.refusal) return broken('it declined to answer about this text');
  return message.content ? { content: message.content } : broken('its answer is empty');
}

function broken(failed: string): Reply {
  return { failed, isRefused: false };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ERROR = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

function explainStatus(status: number, text: string, key: string): string {
  const error = ERROR.safeParse(parsed(text)).data?.error ?? '';
  const message = printable((typeof error === 'string' ? error : error.message).slice(0, 200));
  // A server may repeat the key that it refuses.
  const says = message === '' ? '' : `: ${key === '' ? message : message.replaceAll(key, '…')}`;
  return `its server answered with status ${status}${says}${hintFor(status, key)}`;
}

function hintFor(status: number, key: string): string {
  if (status >= 300 && status < 400) return ', a redirect, which is not followed: give the address that it leads to';
  if (status === 401 || status === 403)
    return `. ${key === '' ? `Put the key into ${KEY}` : `Check the key in ${KEY}`}`;
  return status === 404 ? '. Check --endpoint and --model' : '';
}

function explainError(error: unknown, seconds: number): string {
  if (error instanceof TooLong) return `its answer has more than ${MOST_BYTES / 1_000_000} MB`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isLate = code === 'UND_ERR_HEADERS_TIMEOUT' || (error instanceof Error && error.name === 'TimeoutError');
  if (isLate) return `it took longer than ${counted(seconds, 'second')} (--timeout)`;
  return `its server cannot be reached, or broke off${code === '' ? '' : ` (${code})`}`;
}
