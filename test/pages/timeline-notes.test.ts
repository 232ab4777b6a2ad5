// What the timeline says about what it does not show.
import { describe, expect, test } from 'vitest';
import { type Counts, Uncounted } from '../../src/pages/reader/timeline-histogram.tsx';
import { EventsLeftOut } from '../../src/pages/reader/timeline-page.tsx';
import { readSpan } from '../../src/pages/reader/timeline-span.ts';

describe('below the bars', () => {
  const buckets = [
    { period: '2025-02', eventCount: 0, statementCount: 2 },
    { period: '2025-03', eventCount: 2, statementCount: 1 },
  ];
  const counts = (eventCount: number, statementCount: number, hasPreviousPage = false): Counts => ({
    timeline: { pageInfo: { hasPreviousPage }, nodes: buckets },
    events: { totalCount: eventCount },
    statements: { totalCount: statementCount },
  });

  test.each([
    ['everything is in a bar', counts(2, 3), '', ''],
    [
      'one thing is in none',
      counts(3, 3),
      '',
      '1 more has a date too vague or too disputed for a single month: no bar counts it.',
    ],
    [
      'some are in none',
      counts(4, 5),
      '',
      '4 more have dates too vague or too disputed for a single month: no bar counts them.',
    ],
    [
      'in years',
      counts(3, 3),
      'granularity=YEAR',
      '1 more has a date too vague or too disputed for a single year: no bar counts it.',
    ],
    // What is outside the time and inside its first month is in a bar as well.
    ['the time begins within a month', counts(4, 5), 'from=2025-03-02&granularity=MONTH', ''],
    [
      'there are more periods',
      counts(4, 5, true),
      '',
      'The latest 2 months with something in them. Choose an earlier time to see what is before.',
    ],
  ])('%s', (_, given, search, says) => {
    const span = readSpan(new URLSearchParams(search));
    expect(textOf(Uncounted({ counts: given, span, language: 'en' }))).toBe(says);
  });
});

test.each([
  [40, ''],
  [1041, 'The latest 40 of 1,041 events are here. Choose a shorter time above for the others.'],
])('of %s events, 40 are listed', (totalCount, says) => {
  expect(textOf(EventsLeftOut({ events: { totalCount, nodes: Array(40).fill(null) }, language: 'en' }))).toBe(says);
});

function textOf(element: { toString(): string } | null): string {
  return (element?.toString() ?? '').replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
}
