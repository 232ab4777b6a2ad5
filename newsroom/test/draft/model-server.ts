/** A server of the chat-completions protocol for a test, which answers as it is told and keeps what it was sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly temperature?: number;
    readonly response_format?: { readonly json_schema: { readonly schema: object } };
  };
}

export type Respond = (response: ServerResponse, received: Received) => void;

export interface ModelServer {
  readonly endpoint: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

export function serveModel(respond: Respond): Promise<ModelServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const one = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(await bodyOf(request)),
    };
    received.push(one);
    respond(response, one);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
        received,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // A test may leave an answer unfinished.
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

export function sendJson(response: ServerResponse, status: number, value: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** A whole answer of a model with this content. */
export function completion(content: unknown, finishReason = 'stop') {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return {
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: finishReason, message: { role: 'assistant', content: text } }],
  };
}
