// Documents that are remembered by their hash: how many there may be, and which.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/environment.ts';
import { createDocuments } from '../../src/graphql/use-documents.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function remembered(texts: readonly string[]): Promise<number> {
  const documents = createDocuments({}, readSettings({}));
  for (const text of texts) {
    const asked = { text, hash: hashOf(text) };
    documents.remember(await documents.find(asked), asked);
  }
  const found = await Promise.allSettled(
    texts.map(async (text) => (await documents.find({ text: null, hash: hashOf(text) })).text),
  );
  return found.filter(({ status }) => status === 'fulfilled').length;
}

describe('what is remembered takes a few megabytes', () => {
  test('however short the texts are', async () => {
    const texts = Array.from({ length: 30_000 }, (_, at) => `{a${at}}`);
    const count = await remembered(texts);
    expect(count).toBeGreaterThan(1_000);
    expect(count).toBeLessThan(8_000);
  });

  test('however long', async () => {
    const texts = Array.from({ length: 200 }, (_, at) => `{a${at}} # ${'x'.repeat(50_000)}`);
    expect(await remembered(texts)).toBeLessThan(21);
  });
});

test('only what was read as good is remembered, and only where that was asked for', async () => {
  const documents = createDocuments({}, readSettings({}));
  const [good, plain] = ['{ a }', '{ b }'];
  await documents.find({ text: good, hash: hashOf(good) });
  await expect(async () => documents.find({ text: null, hash: hashOf(good) })).rejects.toThrow(
    'PersistedQueryNotFound',
  );
  documents.remember(await documents.find({ text: plain, hash: null }), { text: plain, hash: null });
  await expect(async () => documents.find({ text: null, hash: hashOf(plain) })).rejects.toThrow(
    'PersistedQueryNotFound',
  );
});
