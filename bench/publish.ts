/** Measures publishing to a local D1 database: a whole corpus, one article more, and nothing new. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from './corpus.ts';
import { figure, printTable } from './table.ts';

const HELP = `Measures publishing to a local D1 database: a whole generated corpus, one article more, and nothing new. Each is
the command as an operator runs it, from reading the files to the last statement.

Usage: npm run bench -- publish [--sizes N,N]

  --sizes N,N  how many statements the corpora have, about (10000)
  --help       this text
`;

/** Runs the benchmark and returns its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const rows: string[][] = [];
  for (const size of values.sizes.split(',').map(Number)) rows.push(...(await measureSize(size)));
  process.stdout.write(`${printTable(HEADER, rows)}\n`);
  return 0;
}

const OPTIONS = {
  sizes: { type: 'string', default: '10000' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const HEADER = [
  'what is published',
  'chunks written',
  'rows written',
  'MB sent',
  'seconds',
  'CPU seconds',
  'memory MB',
];

async function measureSize(size: number): Promise<string[][]> {
  const whole = await generateCorpus(size, new AbortController().signal);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    const corpus = join(folder, 'corpus');
    cpSync(whole, corpus, { recursive: true });
    const newest = newestArticle(corpus);
    for (const path of newest) rmSync(join(corpus, path));
    const articles = readdirSync(join(corpus, 'articles')).filter((name) => name.endsWith('.md')).length;
    const first = await publish(corpus, folder);
    for (const path of newest) cpSync(join(whole, path), join(corpus, path));
    return [
      [`${articles} articles`, ...first],
      ['one more', ...(await publish(corpus, folder))],
      ['the same again', ...(await publish(corpus, folder))],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of the article with the latest date. */
function newestArticle(corpus: string): readonly string[] {
  const dated = readdirSync(join(corpus, 'articles'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      name: name.slice(0, -'.md'.length),
      date: /edtf: "([^"]+)"/.exec(readFileSync(join(corpus, 'articles', name), 'utf8'))?.[1] ?? '',
    }));
  const newest = dated.reduce((a, b) => (a.date < b.date ? b : a));
  return ['md', 'yaml'].map((extension) => `articles/${newest.name}.${extension}`);
}

/** Runs the command; gives the cells of the table. */
async function publish(corpus: string, folder: string): Promise<string[]> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--env-file=start.env', '--max-old-space-size=12000', '--import', TELL_USAGE, 'data/main.ts', 'publish'],
      ...['--corpus', corpus, '--config', 'wrangler.toml', '--persist-to', join(folder, 'state')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`publish ended with ${status}:\n${printed}`);
  const find = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? '0';
  return [
    find(/wrote ([\d,]+) of its/),
    find(/chunks, ([\d,]+) rows?/),
    find(/to write, ([\d.]+) MB/),
    figure((performance.now() - start) / 1000),
    figure(Number(find(/CPU (\d+)/)) / 1e6),
    figure(Number(find(/MEMORY (\d+)/)) / 1000),
  ];
}

/** Prints the CPU time of the process in microseconds and its greatest memory in kB, when it ends. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\nCPU ' + (userCPUTime + systemCPUTime) + '\\nMEMORY ' + maxRSS + '\\n');
  });`,
)}`;
