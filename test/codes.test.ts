// Every public code of an error or warning is provoked by a test, so there is none that cannot occur.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES, WARNING_CODES } from '../schema/errors.ts';

const TESTS = globSync('test/**/*.test.ts', { exclude: ['test/fuzz/**', 'test/clients/node_modules/**'] })
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test.each([...Object.keys(ERROR_CODES), ...Object.keys(WARNING_CODES)])('%s', (code) => {
  expect(TESTS).toMatch(new RegExp(`'${code}'`));
});
