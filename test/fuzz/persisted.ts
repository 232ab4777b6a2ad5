/** Persisted documents: asked for by hash or name, with the right one, a wrong one, or what is none. */
import { createHash } from 'node:crypto';
import { EXAMPLES } from './address.ts';
import type { Operation } from './document.ts';
import type { FuzzRandom } from './random.ts';
import { bodyOf, type HttpRequest } from './transport.ts';
import { MARKER } from './value.ts';

/** An operation as clients with automatic persisted queries send it, or one that the Worker was built with. */
export function persistOperation(random: FuzzRandom, operation: Operation): HttpRequest {
  const document = random.chance(0.3) ? random.pick(EXAMPLES).document : operation.document;
  const parameters: Record<string, unknown> = JSON.parse(bodyOf({ ...operation, document }));
  const hash = drawHash(random, document);
  const isById = random.chance(0.3);
  // An id stands for the document, a hash may stand beside it.
  if (random.chance(isById ? 0.9 : 0.4)) delete parameters.query;
  if (isById) parameters.documentId = hash;
  else {
    const persistedQuery = random.weighted<unknown>([
      [8, { version: 1, sha256Hash: hash }],
      [1, { version: random.pick([0, 2, '1', null]), sha256Hash: hash }],
      [1, { sha256Hash: hash }],
      [1, { version: 1 }],
      [1, random.pick([null, true, hash, [], [hash], {}])],
    ]);
    parameters.extensions = { persistedQuery };
  }
  const headers = { accept: random.pick(['application/json', 'application/graphql-response+json']) };
  if (random.chance(0.5)) {
    const texts = Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const search = new URLSearchParams(Object.fromEntries(texts)).toString();
    if (search.length < 6000) return { method: 'GET', path: `/graphql?${search}`, headers, body: null };
  }
  const body = Buffer.from(JSON.stringify(parameters));
  return { method: 'POST', path: '/graphql', headers: { ...headers, 'content-type': 'application/json' }, body };
}

function drawHash(random: FuzzRandom, document: string): unknown {
  const right = createHash('sha256').update(document).digest('hex');
  return random.weighted<unknown>([
    [9, right],
    [1, `sha256:${right}`],
    [1, right.toUpperCase()],
    [1, createHash('sha256').update(`${document} `).digest('hex')],
    [1, right.slice(0, random.between(0, 63))],
    [1, right.repeat(random.pick([2, 500]))],
    [1, random.pick(['', MARKER, '__proto__', '../', '\0', '\ud800', 0, null, [right], { sha256Hash: right }])],
  ]);
}
