/** Times of day that `draft` finds, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { findTimes } from '../../draft/date/find.ts';

describe('a time of day', () => {
  it.each<[text: string, words: string, clock: string | null, approximate: boolean]>([
    ['He died around 3:00 p.m., inside.', 'around 3:00 p.m.', '15:00', true],
    ['It broke out at 9.20 p.m. on Monday', 'at 9.20 p.m.', '21:20', false],
    ['She worked from 6:00am', '6:00am', '06:00', false],
    ['They met at 12 am', 'at 12 am', '00:00', false],
    ['They met at noon', 'at noon', '12:00', false],
    ['It sank shortly after midnight', 'shortly after midnight', '00:00', true],
    ['It landed at 18:30 local time (1030 UTC).', 'at 18:30 local time (1030 UTC)', '18:30', false],
    ['It struck at 0300 GMT.', 'at 0300 GMT', null, false],
    ['Polls closed at 22:30.', 'at 22:30', '22:30', false],
    ['at three o’clock in the afternoon', 'at three o’clock in the afternoon', '15:00', false],
    ['On the morning of June 27 it rained.', 'the morning', null, false],
    ['It sank in the early hours of Monday', 'the early hours', null, false],
    ['It sank on Thursday night', 'night', null, false],
    ['They fled at dawn', 'at dawn', null, false],
  ])('is found in: %s', (text, words, clock, approximate) => {
    const found = findTimes(text).map(({ rule, ...time }) => ({ ...time, words: text.slice(time.start, time.end) }));
    expect(found).toEqual([expect.objectContaining({ words, clock, approximate })]);
  });

  it.each(['John 3:16', 'He ran it in 2:15:30.', 'The score was 2-1.', 'a night club and the morning paper', '25:10'])(
    'is not found in: %s',
    (text) => {
      expect(findTimes(text).filter(({ clock }) => clock !== null || /night|morning/.test(text))).toEqual([]);
    },
  );
});
