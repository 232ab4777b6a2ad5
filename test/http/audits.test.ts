// GraphQL over HTTP: the official audits, each of them, also what is only recommended.
import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { addressOf } from '../harness.ts';

const AUDITS = serverAudits({ url: () => addressOf('/graphql') });

test('there are as many audits as ever', () => expect(AUDITS.length).toBeGreaterThanOrEqual(61));

test.each(AUDITS)('$id $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
