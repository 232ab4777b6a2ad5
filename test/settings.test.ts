import { expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

const DEFAULTS = { GRAPHIQL: true, PAGE_MAX_AGE_SECONDS: 300 };

test('settings are read as they are, and as the strings that a dashboard gives', () => {
  expect(readSettings(DEFAULTS)).toEqual({ graphiql: true, pageMaxAgeSeconds: 300 });
  const texts = { GRAPHIQL: 'false', PAGE_MAX_AGE_SECONDS: '0' };
  expect(readSettings(texts)).toEqual({ graphiql: false, pageMaxAgeSeconds: 0 });
});

test.each([
  ['GRAPHIQL', 'yes', 'Setting GRAPHIQL is "yes"; it has to be true or false. Mend [vars].'],
  ['GRAPHIQL', undefined, 'Setting GRAPHIQL is undefined; it has to be true or false. Mend [vars].'],
  [
    'PAGE_MAX_AGE_SECONDS',
    -1,
    'Setting PAGE_MAX_AGE_SECONDS is -1; it has to be a whole number from 0 to 86400. Mend [vars].',
  ],
  [
    'PAGE_MAX_AGE_SECONDS',
    '',
    'Setting PAGE_MAX_AGE_SECONDS is ""; it has to be a whole number from 0 to 86400. Mend [vars].',
  ],
])('%s: %j is refused', (name, value, message) => {
  expect(() => readSettings({ ...DEFAULTS, [name]: value })).toThrow(message);
});
