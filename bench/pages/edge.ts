/** Edge: a server in front of a Worker that does what Cloudflare does there: it serves the assets, and compresses. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { connectTo, type Received } from './send.ts';

/** The assets that the build wrote. */
const ASSETS = '.generated/assets';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
};

/** The caller must close it. */
export interface Edge {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function openEdge(worker: URL): Promise<Edge> {
  const connection = connectTo(worker);
  const server = createServer(async ({ url = '/', headers }, response) => {
    const asset = join(ASSETS, new URL(url, worker).pathname);
    if (existsSync(asset) && statSync(asset).isFile()) {
      send(response, {
        status: 200,
        headers: { 'content-type': TYPES[extname(asset)] ?? '' },
        body: readFileSync(asset),
      });
      return;
    }
    const { accept = '*/*', 'accept-language': language = 'en' } = headers;
    send(
      response,
      await connection.send({
        method: 'GET',
        path: url,
        headers: { Accept: accept, 'Accept-Language': language },
        body: '',
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      connection.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, headers, body }: Received): void {
  const compressed = gzipSync(body);
  const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-encoding': 'gzip', 'content-length': compressed.length });
  response.end(compressed);
}
