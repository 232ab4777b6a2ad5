// Large inputs: each is so large that what compares all with all never ends, and what reads it once is done in a second.
import { describe, expect, it } from 'vitest';
import { folderOf, run } from '../../test/compile/run.ts';
import { differByOne, nearKeys } from '../check/near-key.ts';
import { article } from './check/corpus.ts';

const EMPTY = { 'c/README.md': '' };
const NAME = 'c/people/ann-lee.yaml';
const CHECK = ['check', '--corpus', 'c'];

describe.concurrent('a large input is read in a time that grows with its length:', () => {
  it.for<[what: string, args: string[], files: () => Record<string, string>, says: RegExp]>([
    [
      'a name of 50,000 characters, which is refused',
      CHECK,
      () => ({ [NAME]: `name: ${'abcde '.repeat(8333)}\n` }),
      /^c\/people\/ann-lee\.yaml:1:7 invalid-value\n[^\n]*\n[^\n]*\n {2}This has 49997 characters; the most is 1,000\.\n {2}Expected: the name to show, at most 1,000 characters\.\n {2}Fix: Make it shorter\.$/m,
    ],
    [
      'a name of 8 MB, which is refused',
      CHECK,
      () => ({ [NAME]: `name: ${'a'.repeat(8_000_000)}\n` }),
      /This has 8000000 characters; the most is 1,000\./,
    ],
    [
      '2,000 names of 1,000 characters',
      CHECK,
      () =>
        Object.fromEntries(
          Array.from({ length: 2000 }, (_, at) => [`c/people/p${at}.yaml`, `name: ${'q'.repeat(990)} ${at}\n`]),
        ),
      /^0 problems, 2000 warnings/m,
    ],
    [
      '40,000 unknown fields',
      CHECK,
      () => ({ [NAME]: `name: Ann Lee\n${many(40_000, (at) => `key${at}: 1\n`)}` }),
      /^40000 problems, 0 warnings/m,
    ],
    [
      '20,000 unknown fields on one line',
      CHECK,
      () => ({ [NAME]: `{ name: Ann Lee, ${many(20_000, (at) => `key${at}: 1, `)} }\n` }),
      /^20000 problems, 0 warnings/m,
    ],
    [
      '20,000 unknown fields above a text, for a workflow',
      [...CHECK, '--format', 'github'],
      () =>
        inCorpus(
          article(
            'mill',
            'en',
            'Mill news\nIt is.',
            '',
            many(20_000, (at) => `key${at}: 1\n`),
          ),
        ),
      /line=20002,.*title=unknown-field::There is no field “key19999” here\./,
    ],
    [
      '400 things with a name that stands 28,000 times, most of which are refused',
      CHECK,
      () => ({
        ...Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`c/people/p${at}.yaml`, `name: P${at}\n`])),
        ...inCorpus(
          article(
            'mill',
            'en',
            `Mill\n${'Ann is. '.repeat(28_000)}Ann`,
            `mentions:\n${many(400, (at) => `  p${at}: Ann\n`)}`,
          ),
        ),
      }),
      /The text has this name 28001 times, which gives the names of this annotation more than 50,000 places\./,
    ],
    [
      '2,000 quotes that stand 28,000 times on lines of their own',
      CHECK,
      () =>
        inCorpus(
          article(
            'mill',
            'en',
            `Mill\n${'Ann is.\n'.repeat(28_000)}Ann`,
            `events:\n${many(2000, (at) => `  - { event: e${at}, name: E, kind: OTHER, evidence: Ann }\n`)}`,
          ),
        ),
      /^2000 problems, /m,
    ],
    [
      '20,000 silences of 20,000 warnings',
      CHECK,
      () =>
        inCorpus(
          article(
            'mill',
            'en',
            `Mill\n${many(20_000, (at) => `It was Zed${letters(at)}.\n`)}It is`,
            many(20_000, (at) => `# dateline-ignore unlinked-name "Zed${letters(at + 1)}"\n`),
          ),
        ),
      /^0 problems, 1 warning/m,
    ],
    [
      'a text that says the same 2,000 times',
      ['draft', 'in.txt', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.txt': `Mill news\n\n${'“We go on then,” Ann Lee said on 4 March 2025.\n'.repeat(2000)}` }),
      /^in\.txt: /m,
    ],
    [
      '3,000 names that each speak',
      ['draft', 'in.txt', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.txt': `Mill news\n\n${many(3000, (at) => `Ann Lee${letters(at)}, who says it. `)}` }),
      /^in\.txt: /m,
    ],
    [
      '5,000 events in one paragraph',
      ['draft', 'in.txt', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.txt': `Mill news\n\n${'Ann Lee met Tom Holt. '.repeat(5000)}` }),
      /^in\.txt: /m,
    ],
    [
      '40,000 brackets of Markdown that are not closed',
      ['draft', 'in.md', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.md': `Mill news\n\n${'![[]()'.repeat(40_000)}` }),
      /^in\.md: /m,
    ],
    [
      '20,000 fields of front matter',
      ['draft', 'in.md', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.md': `---\n${many(20_000, (at) => `k${at}: 1\n`)}---\nMill news` }),
      /^"in\.md": its front matter has \d+ characters; the most is 20000\./m,
    ],
    [
      '400,000 beginnings of a script',
      ['import', 'in.html', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.html': '<script '.repeat(400_000) }),
      /^in\.html: The page has no <script type="application\/ld\+json">\.$/m,
    ],
    [
      '100,000 scripts that do not end',
      ['import', 'in.html', '--corpus', 'c'],
      () => ({ ...EMPTY, 'in.html': '<script type="application/ld+json">'.repeat(100_000) }),
      /^in\.html: The page has no <script type="application\/ld\+json">\.$/m,
    ],
    [
      '400 things from outside with a name that stands 28,000 times',
      ['import', 'in.json', '--corpus', 'c'],
      () => ({
        ...EMPTY,
        'in.json': JSON.stringify({
          '@type': 'NewsArticle',
          headline: 'Mill',
          articleBody: 'Ann is. '.repeat(28_000),
          author: Array.from({ length: 400 }, () => 'Ann'),
          mentions: Array.from({ length: 400 }, () => ({ '@type': 'Person', name: 'Ann' })),
        }),
      }),
      /^1 article and 1 new name in c\./m,
    ],
    [
      'a headline with 500,000 blanks',
      ['import', 'in.json', '--corpus', 'c'],
      () => ({
        ...EMPTY,
        'in.json': JSON.stringify({
          '@type': 'NewsArticle',
          headline: `a${' '.repeat(500_000)}x`,
          articleBody: 'Body',
        }),
      }),
      /^1 article and 0 new names in c\./m,
    ],
    [
      '6,000 quotations of brat and who says them',
      ['import', 'in.ann', '--corpus', 'c'],
      () => ({ ...EMPTY, ...brat(6000) }),
      /^The headline |^1 article and /m,
    ],
  ])('%s', { timeout: 90_000 }, async ([, args, files, says]) => {
    const { stdout, stderr } = await run(folderOf(files()), ...args);
    const told = stdout + stderr;
    expect(told.match(says)?.[0] ?? told.slice(-500)).toMatch(says);
    expect(told).not.toMatch(/\n\s+at /);
  });
});

describe('near keys', () => {
  it('are as many as a name has letters, and one more', () => {
    expect(nearKeys('abcdefghij'.repeat(20_000)).length).toBeLessThanOrEqual(200_001);
  });

  it.for([
    ['larkbridge mill', 'larkbridge mil'],
    ['larkbridge mill', 'arkbridge mill'],
    ['larkbridge mill', 'larkbridge milk'],
    ['larkbridge mill', 'larkbridge  mill'],
  ] as const)('are shared by what one letter tells apart: %s, %s', ([one, other]) => {
    const keys = new Set(nearKeys(one));
    expect(nearKeys(other).some((key) => keys.has(key))).toBe(true);
    expect([differByOne(one, other), differByOne(other, one)]).toEqual([true, true]);
  });

  it.for([
    ['larkbridge mill', 'larkbridge mill'],
    ['larkbridge mill', 'larkbridge mi'],
    ['larkbridge mill', 'larkbrigde mill'],
    ['larkbridge mill', 'larkbridge malt'],
  ] as const)('are not enough where more does, or nothing: %s, %s', ([one, other]) => {
    expect(differByOne(one, other)).toBe(false);
  });
});

function many(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('');
}

/** A word for each number. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

function inCorpus(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`c/${path}`, content]));
}

function brat(count: number): Record<string, string> {
  let text = 'Mill news\n';
  let annotations = '';
  for (let at = 0; at < count; at++) {
    const [name, words] = [`Ann${letters(at)}`, `so it is ${letters(at)}`];
    const [start, from] = [text.length, text.length + name.length + 6];
    annotations += `T${2 * at}\tPerson ${start} ${start + name.length}\t${name}\n`;
    annotations += `T${2 * at + 1}\tQuotation ${from} ${from + words.length}\t${words}\n`;
    annotations += `R${at}\tSpeaker Arg1:T${2 * at + 1} Arg2:T${2 * at}\n`;
    text += `${name} said ${words}.\n`;
  }
  return { 'in.txt': text, 'in.ann': annotations };
}
