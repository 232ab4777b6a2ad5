import { expect, test } from 'vitest';
import { readParts, readSettings } from '../src/environment.ts';
import { DEFAULTS, DEFAULTS_OVER_D1, SETTINGS, type Settings } from '../src/settings.ts';
import { DOCUMENTATION } from './documentation.ts';
import { readProject } from './workerd.ts';

test('the pages list every setting with its defaults and what it does, and no other', () => {
  const rows = [...DOCUMENTATION.matchAll(/^\| `([A-Z_]+)` \| (`[^`\n]+`(?:, over D1 `\d+`)?) \| (.*) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  const overD1: Readonly<Record<string, unknown>> = DEFAULTS_OVER_D1;
  expect(rows).toEqual(
    Object.entries(SETTINGS).map(([name, setting]) => [
      name,
      `\`${JSON.stringify(setting.default)}\`${name in overD1 ? `, over D1 \`${overD1[name]}\`` : ''}`,
      setting.description,
    ]),
  );
});

test.each([
  ['the Worker', undefined],
  ['the Worker over D1', 'd1'],
] as const)('wrangler.toml repeats no default of %s', (_, env) => {
  const { vars } = readProject(env);
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...(env === 'd1' && DEFAULTS_OVER_D1) };
  const repeated = Object.entries(vars).filter(([name, value]) => String(defaults[name]) === String(value));
  expect(repeated).toEqual([]);
});

test('over D1 caches may keep an answer for three seconds only, unless the operator says otherwise', () => {
  expect(readSettings({}, DEFAULTS_OVER_D1)).toEqual({
    ...readSettings({}),
    maxAge: { page: 300, answer: 3, sharedAnswer: 3, staleAnswer: 0 },
  });
  expect(readSettings({ ANSWER_STALE_SECONDS: '7' }, DEFAULTS_OVER_D1).maxAge).toMatchObject({ staleAnswer: 7 });
  expect(readParts({ RATE_LIMIT: 'off' }, DEFAULTS_OVER_D1).settings.maxAge).toMatchObject({ sharedAnswer: 3 });
});

test('each setting changes one value', () => {
  const flat = (settings: Settings) => Object.values({ ...settings, ...settings.maxAge, ...settings.limits });
  const other = {
    boolean: false,
    choice: '',
    seconds: 7,
    memory: 7,
    limit: 7,
    share: 0.5,
    origin: 'https://a.example',
  };
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const value = setting.kind === 'choice' ? setting.choices[1] : other[setting.kind];
    const [before, after] = [flat(readSettings({})), flat(readSettings({ [name]: value }))];
    const changed = after.filter((one, index) => typeof one !== 'object' && one !== before[index]);
    expect([name, ...changed]).toEqual([name, value]);
  }
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
  ['GRAPHIQL', 'yes', 'Setting GRAPHIQL is "yes"; it must be true or false.'],
  ['DOCUMENTS', 'none', 'Setting DOCUMENTS is "none"; it must be one of any, trusted.'],
  ['RATE_LIMIT', false, 'Setting RATE_LIMIT is false; it must be one of public, local, off.'],
  [
    'SITE_ORIGIN',
    'https://a.example/',
    'Setting SITE_ORIGIN is "https://a.example/"; it must be scheme and host alone, as in https://news.example.org.',
  ],
  [
    'SITE_ORIGIN',
    'javascript:1',
    'Setting SITE_ORIGIN is "javascript:1"; it must be scheme and host alone, as in https://news.example.org.',
  ],
  ['PAGE_MAX_AGE_SECONDS', -1, 'Setting PAGE_MAX_AGE_SECONDS is -1; it must be a whole number from 0 to 31536000.'],
  ['MAX_BODY_BYTES', '', 'Setting MAX_BODY_BYTES is ""; it must be a whole number from 1 to 1000000000.'],
  ['MAX_COST', '1e99', 'Setting MAX_COST is "1e99"; it must be a whole number from 1 to 1000000000.'],
  ['LOG_SAMPLE', '1.01', 'Setting LOG_SAMPLE is "1.01"; it must be a number from 0 to 1.'],
  ['MAX_DEBTH', 5, 'Unknown setting MAX_DEBTH.'],
])('%s: %j is refused', (name, value, message) => {
  expect(() => readSettings({ ...DEFAULTS, [name]: value })).toThrow(message);
});

test('a rate limit that is not bound is refused', () => {
  expect(() => readParts({ ...DEFAULTS })).toThrow('No RATE_LIMITER_PUBLIC is bound. Bind it in [[ratelimits]]');
  expect(readParts({ ...DEFAULTS, RATE_LIMIT: 'off' }).rateLimiter).toBeNull();
});
