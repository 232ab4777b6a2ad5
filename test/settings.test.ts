import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULTS, readParts, readSettings } from '../src/settings.ts';

const WRANGLER = readFileSync(new URL('../wrangler.toml', import.meta.url), 'utf8');

test('every setting stands in wrangler.toml at its default, below a line that says what it does', () => {
  const vars = /^\[vars\]\n(?<lines>[\s\S]*?)\n\n/m.exec(WRANGLER)?.groups?.lines ?? '';
  const described = [...vars.matchAll(/^# .+\n([A-Z_]+) = (.*)$/gm)].map(([, name, value]) => [
    name,
    JSON.parse(value!),
  ]);
  expect(Object.fromEntries(described)).toEqual(DEFAULTS);
  expect(described.map(([name]) => name)).toEqual(Object.keys(DEFAULTS));
});

test('the Worker over D1 has the same, but that caches may keep its answers for a minute only', () => {
  const vars = /^\[env\.d1\.vars\]\n(?<lines>[\s\S]*?)\n\n/m.exec(WRANGLER)?.groups?.lines ?? '';
  const given = [...vars.matchAll(/^([A-Z_]+) = (.*)$/gm)].map(([, name, value]) => [name, JSON.parse(value!)]);
  expect(Object.fromEntries(given)).toEqual({
    ...DEFAULTS,
    ANSWER_SHARED_MAX_AGE_SECONDS: 60,
    ANSWER_STALE_SECONDS: 60,
  });
});

test('settings are read as they are, as the strings that a dashboard gives, and at their defaults', () => {
  const texts = Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, String(value)]));
  expect(readSettings(texts)).toEqual(readSettings(DEFAULTS));
  expect(readSettings({})).toEqual(readSettings(DEFAULTS));
  expect(readSettings({ GRAPHIQL: 'false', MAX_DEPTH: '7', DOCUMENTS: 'trusted' })).toMatchObject({
    graphiql: false,
    documents: 'trusted',
    limits: { depth: 7 },
  });
});

test.each([
  ['GRAPHIQL', 'yes', 'Setting GRAPHIQL is "yes"; it has to be true or false. Mend [vars].'],
  ['DOCUMENTS', 'none', 'Setting DOCUMENTS is "none"; it has to be one of any, trusted. Mend [vars].'],
  ['RATE_LIMIT', false, 'Setting RATE_LIMIT is false; it has to be one of public, local, off. Mend [vars].'],
  [
    'PAGE_MAX_AGE_SECONDS',
    -1,
    'Setting PAGE_MAX_AGE_SECONDS is -1; it has to be a whole number from 0 to 31536000. Mend [vars].',
  ],
  [
    'MAX_BODY_BYTES',
    '',
    'Setting MAX_BODY_BYTES is ""; it has to be a whole number from 1 to 1000000000. Mend [vars].',
  ],
  ['MAX_COST', '1e99', 'Setting MAX_COST is "1e99"; it has to be a whole number from 1 to 1000000000. Mend [vars].'],
  ['MAX_DEBTH', 5, 'Setting MAX_DEBTH is none that is known.'],
])('%s: %j is refused', (name, value, message) => {
  expect(() => readSettings({ ...DEFAULTS, [name]: value })).toThrow(message);
});

test('a rate limit that is not bound is refused', () => {
  expect(() => readParts({ ...DEFAULTS })).toThrow('No RATE_LIMITER_PUBLIC is bound. Mend [[ratelimits]]');
  expect(readParts({ ...DEFAULTS, RATE_LIMIT: 'off' }).rateLimiter).toBeNull();
});
