import { expect, it } from 'vitest';
import { askDay } from '../../draft/ask-day.ts';

/** An editor who gives these answers, and then none. */
function editor(answers: readonly string[]) {
  const waiting = [...answers];
  const seen: string[] = [];
  const lines = {
    ask: (question: string) => {
      seen.push(question);
      return Promise.resolve(waiting.shift() ?? null);
    },
    say: (text: string) => {
      seen.push(text);
    },
    lend: <T>(work: () => T) => work(),
    close: () => {
      seen.push('closed');
    },
  };
  return { seen, open: () => lines };
}

const QUESTION = 'When was in.txt published? (2026-03-03; Enter if unknown) ';

it.for<[answers: string[], day: string | null]>([
  [['2026-03-03'], '2026-03-03'],
  [[' 2026-03 '], '2026-03'],
  [[''], null],
  [[], null],
])('takes the answer %s', async ([answers, day]) => {
  const { seen, open } = editor(answers);
  expect(await askDay('in.txt', open)).toBe(day);
  expect(seen).toEqual([QUESTION, 'closed']);
});

it('asks again if the answer is no date', async () => {
  const { seen, open } = editor(['Monday', '2026-03-03']);
  expect(await askDay('in.txt', open)).toBe('2026-03-03');
  expect(seen).toEqual([
    QUESTION,
    expect.stringMatching(/“?"?Monday.* Give a date such as 2026-03-03/),
    QUESTION,
    'closed',
  ]);
});
