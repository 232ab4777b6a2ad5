/**
 * Load: a separate process that sends requests with autocannon, so that nothing else competes for its thread. It is in
 * this folder because its library is.
 */
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { HEADERS, type Job, type JobAnswer, type Load } from '../job.ts';

/** How often autocannon checks for the end, in milliseconds. */
const LOOK = 5;

for await (const line of createInterface({ input: process.stdin })) {
  const answer: JobAnswer = await run(JSON.parse(line)).then(
    (load) => ({ load }),
    (error) => ({ fault: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function run({ url, bodies, amount, connections }: Job): Promise<Load> {
  const start = performance.now();
  let end = start;
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        method: 'POST',
        headers: HEADERS,
        requests: bodies.map((body) => ({ body })),
        amount,
        connections: Math.min(connections, amount),
        sampleInt: LOOK,
      },
      (error, result) => {
        if (error) reject(error);
        else resolve({ milliseconds: end - start, failed: result.non2xx + result.errors + result.timeouts });
      },
    );
    instance.on('response', () => {
      end = performance.now();
    });
  });
}
