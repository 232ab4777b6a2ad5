/** Report: a summary as text. */
import type { FuzzRequest } from './request.ts';
import type { Summary } from './run.ts';
import type { Violation } from './tally.ts';

/** As many as anybody reads. */
const MOST_VIOLATIONS = 50;

/** What was sent, what came back, what took long, what memory was used, and all that is wrong. */
export function describe(summary: Summary): string {
  const { requests, seconds, seed, withData, slowest, memory, logged, violations } = summary;
  return [
    `${format(requests)} requests of seed ${seed} in ${Math.round(seconds)} s, ${Math.round(requests / seconds)} a second; ${percent(withData / requests)} have data and no error.`,
    describeCounts('by kind', summary.kinds),
    describeCounts('by status', summary.statuses),
    describeCounts('by code', summary.codes),
    section(
      'the slowest, in milliseconds with others beside them',
      slowest.map(({ number, kind, milliseconds }) => [`${kind} ${number}`, String(Math.round(milliseconds))]),
    ),
    section(
      'memory in MB: median of the second quarter, of the last one, the most',
      memory.map(({ what, early, late, most, hasGrown }) => [
        what,
        `${[early, late, most].map((bytes) => (bytes / 2 ** 20).toFixed(1)).join('  ')}${hasGrown ? '  GROWN' : ''}`,
      ]),
    ),
    ...(logged.length > 0 ? [`logged, and not of a request answered:\n${logged.join('\n')}`] : []),
    describeViolations(violations, seed),
  ].join('\n\n');
}

/** Whether there is nothing wrong in it. */
export function isGood({ violations, memory, logged }: Summary): boolean {
  return violations.length === 0 && logged.length === 0 && !memory.some(({ hasGrown }) => hasGrown);
}

/** Each with its number and how to see it again. */
export function describeViolations(violations: readonly Violation[], seed: number): string {
  const shown = violations.slice(0, MOST_VIOLATIONS).map(({ number, kind, what }) => {
    return `  ${kind} ${number}: ${what.join('; ')}\n    npm run fuzz -- --seed ${seed} --kind ${kind} --only ${number}`;
  });
  const left = violations.length - shown.length;
  return [`${violations.length} violations`, ...shown, ...(left > 0 ? [`  and ${left} more`] : [])].join('\n');
}

/** A request as it goes over the wire, cut where it is long. */
export function describeRequest({ method, path, headers, body }: FuzzRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${cut(path)}`, ...lines.map(cut), '', cut(body?.toString() ?? '')].join('\n');
}

const MOST_SHOWN = 4000;

function cut(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)`;
}

function describeCounts(title: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return section(
    title,
    rows.map(([name, count]) => [name, format(count)]),
  );
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(36)}${value.padStart(10)}`)].join('\n');
}

function format(count: number): string {
  return count.toLocaleString('en');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
