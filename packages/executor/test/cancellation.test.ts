// Cancellation: after the signal is aborted no further resolver is called, and the run rejects with the signal's
// reason.
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, prepare } from './ask.ts';
import { settled } from './later.ts';

const REASON = new Error('The client has gone.');

/** Records which fields are resolved; `Query.wait` waits until it is released. */
function makeWaiting() {
  const calls: string[] = [];
  const gate = Promise.withResolvers<object>();
  const note = (name: string, value: unknown) => () => {
    calls.push(name);
    return value;
  };
  const schema = makeSchema(
    `type Query { wait: Inner list: [Inner] now: Int }
    type Inner { a: Int inner: Inner }
    type Mutation { wait: Inner next: Int }`,
    {
      'Query.wait': note('wait', gate.promise),
      'Query.list': note('list', [gate.promise, gate.promise]),
      'Query.now': note('now', 1),
      'Mutation.wait': note('wait', gate.promise),
      'Mutation.next': note('next', 1),
      'Inner.a': note('a', 1),
      'Inner.inner': note('inner', {}),
    },
  );
  return { calls, schema, letGo: () => gate.resolve({}), fail: () => gate.reject(new Error('failed')) };
}

describe('a signal that is aborted', () => {
  test('before the run calls nothing', async () => {
    const { calls, schema } = makeWaiting();
    const run = async () => ask(schema, '{ now }', { signal: AbortSignal.abort(REASON) });
    await expect(run()).rejects.toBe(REASON);
    expect(calls).toEqual([]);
  });

  test.each([
    ['query', '{ wait { a inner { a } } list { a } }', ['wait', 'list']],
    ['mutation', 'mutation { wait { a } next }', ['wait']],
  ])('during a %s ends it at once, and calls nothing more', async (_, document, called) => {
    const { calls, schema, letGo } = makeWaiting();
    const controller = new AbortController();
    const answer = ask(schema, document, { signal: controller.signal });
    controller.abort(REASON);
    // The awaited value has not come yet.
    await expect(answer).rejects.toBe(REASON);
    letGo();
    await settled();
    expect(calls).toEqual(called);
  });

  test('may have any reason', async () => {
    for (const reason of ['text', 7, { a: 1 }]) {
      const { schema } = makeWaiting();
      const controller = new AbortController();
      const answer = ask(schema, '{ wait { a } }', { signal: controller.signal });
      controller.abort(reason);
      await expect(answer).rejects.toBe(reason);
    }
  });

  test('by a resolver keeps the next one from being called', async () => {
    const controller = new AbortController();
    let isCalled = false;
    const schema = makeSchema('type Query { a: Int b: Int }', {
      'Query.a': () => controller.abort(REASON),
      'Query.b': () => {
        isCalled = true;
      },
    });
    const run = async () => ask(schema, '{ a b }', { signal: controller.signal });
    await expect(run()).rejects.toBe(REASON);
    expect(isCalled).toBe(false);
  });

  test('leaves no unhandled rejection of later failures', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    try {
      const { schema, fail } = makeWaiting();
      const controller = new AbortController();
      const answer = ask(schema, '{ wait { a } list { a } }', { signal: controller.signal });
      controller.abort(REASON);
      await expect(answer).rejects.toBe(REASON);
      fail();
      await settled();
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', listener);
    }
  });

  test('after the answer changes nothing', async () => {
    const { schema, letGo } = makeWaiting();
    const controller = new AbortController();
    const answer = ask(schema, '{ wait { a } now }', { signal: controller.signal });
    letGo();
    expect(await answer).toEqual({ data: '{"wait":{"a":1},"now":1}' });
    const executed = await answer;
    controller.abort(REASON);
    await settled();
    expect(executed).toEqual({ data: '{"wait":{"a":1},"now":1}' });
  });
});

describe('a signal that is not aborted', () => {
  test('changes nothing', async () => {
    const { signal } = new AbortController();
    const { schema, letGo } = makeWaiting();
    expect(await ask(schema, '{ now }', { signal })).toEqual({ data: '{"now":1}' });
    const answer = ask(schema, '{ list { a } }', { signal });
    letGo();
    expect(await answer).toEqual({ data: '{"list":[{"a":1},{"a":1}]}' });
  });

  test('has no listeners once the answer is there', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<AbortSignal['addEventListener']>) => {
      listeners++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<AbortSignal['removeEventListener']>) => {
      listeners--;
      removeEventListener.apply(signal, args);
    };
    const { schema, letGo } = makeWaiting();
    letGo();
    const run = prepare(schema, '{ wait { a } now }');
    for (let time = 0; time < 3; time++) await run({ signal });
    expect(listeners).toBe(0);
  });
});
