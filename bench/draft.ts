/**
 * `draft`: measures how well the rules of `draft` read texts that people marked, and how compiling and checking scale.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KEY, openServer, type Server } from '../newsroom/draft/model/server.ts';
import { type MarkedText, readMarked } from './draft/gold.ts';
import { type Growth, measureGrowth } from './draft/growth.ts';
import { readMarkedFolder } from './draft/marked.ts';
import { measurePace, type Pace } from './draft/pace.ts';
import { type Scores, scoreText } from './draft/propose.ts';
import { scoreProposals, type Tally } from './draft/score.ts';
import { proposeWithModel } from './draft/with-model.ts';
import { figure, printTable } from './table.ts';

const HELP = `Measures how well "npm run data -- draft" reads texts, compared with the marks of people, and how compiling and
checking scale with the corpus.

Usage: npm run bench -- draft [OPTIONS]

  --texts FILE      marked texts, one line of JSON each: {id, date, text, quotes: [{content:
                    [[start, end]…], source, kind: direct|mixed|indirect, speechCue}], dates: [{span, edtf}], entities:
                    [{span, type: person|organization|place, named, group}],
                    events: [{span, kind}] or null}, in UTF-16 units. Without it, the invented
                    articles of bench/draft/texts: ten for developing the rules, ten held out, and five that are
                    hard on pronouns
  --model NAME --endpoint URL [--timeout N]
                    measure the rules and this model together, too: see npm run data -- draft --help
  --each            also print the figures of each text
  --articles N,N,…  the sizes of the corpora to compile and check (1250,2500), and drafting another
                    article into one of 2,000; 0 for none
  --json FILE       also write the figures to a file
  --help            print this text

A quotation counts as a TRIPLE if its words and the marked ones have a token F1 of 0.5 and the speaker is right; it
counts as found if a third of its words are. A marked quotation without a verb of saying counts neither way.
The entity behind a speaker is right if people marked some of its mentions as the same one ("group") as the source.

Exit status: 0 measured, 1 not measurable, 2 wrong usage.
`;

const OPTIONS = {
  texts: { type: 'string' },
  model: { type: 'string' },
  endpoint: { type: 'string' },
  timeout: { type: 'string' },
  each: { type: 'boolean', default: false },
  articles: { type: 'string', default: '1250,2500' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const OWN_TEXTS = 'bench/draft/texts';

/** Runs the benchmark and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const sizes = values.articles.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 0)) {
    process.stderr.write(
      `--articles is "${values.articles}"; write whole numbers with commas between them.\n\n${HELP}`,
    );
    return 2;
  }
  if (values.texts !== undefined && !existsSync(values.texts)) {
    process.stderr.write(`There is no file "${values.texts}".\n`);
    return 2;
  }
  const server = openServer(values, process.env[KEY]);
  const sets = values.texts === undefined ? ownSets() : new Map([['', readMarked(values.texts)]]);
  const scored = [...sets].map(([set, texts]) => ({
    set,
    texts,
    scores: texts.map((text) => ({ id: text.id, ...scoreText(text) })),
  }));
  for (const { set, texts, scores } of scored) {
    process.stdout.write(`${set === '' ? '' : `${set}: `}${describe(texts)}\n\n${scoreTable(scores)}\n\n`);
    if (values.each) for (const score of scores) process.stdout.write(`## ${score.id}\n\n${scoreTable([score])}\n\n`);
    if (server !== null) process.stdout.write(await measureModel(server, texts));
  }
  const growth = sizes.filter((size) => size > 0).map((size) => measureGrowth(size));
  if (growth.length > 0) process.stdout.write(`${growthTable(growth)}\n`);
  const pace = sizes.some((size) => size > 0) ? measurePace([...sets.values()].flat()) : null;
  if (pace !== null) process.stdout.write(`\n${paceTable(pace)}\n`);
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ scored: scored.map(({ set, scores }) => ({ set, scores })), growth, pace }, null, 2)}\n`,
    );
  }
  return 0;
}

/** The table for the rules and the model together; a text about which the model gives no answer has the rules alone. */
async function measureModel(server: Server, texts: readonly MarkedText[]): Promise<string> {
  const scores: Scores[] = [];
  const failed: string[] = [];
  for (const text of texts) {
    const proposals = await proposeWithModel(text, server);
    if ('failed' in proposals) failed.push(`  ${text.id}: ${proposals.failed}\n`);
    scores.push(scoreText(text, 'failed' in proposals ? undefined : proposals));
  }
  const without = failed.length === 0 ? '' : `, without an answer about ${failed.length}:\n${failed.join('')}`;
  return `With the model${without}\n\n${scoreTable(scores)}\n\n`;
}

/** The invented articles by their set. */
function ownSets(): Map<string, MarkedText[]> {
  return Map.groupBy(readMarkedFolder(OWN_TEXTS), ({ set }) => set);
}

function describe(texts: readonly MarkedText[]): string {
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return `${texts.length} texts, ${words.toLocaleString('en')} words`;
}

const ROWS: readonly (readonly [keyof Scores, string])[] = [
  ['direct', 'direct quotes, TRIPLE'],
  ['indirect', 'indirect speech, TRIPLE'],
  ['all', 'all speech, TRIPLE'],
  ['found', 'quotes found, overlap > 0.3'],
  ['speaker', 'right speaker on found quotes'],
  ['entity', 'right entity behind the speaker'],
  ['pronoun', 'speakers found by pronoun'],
  ['dates', 'dates: right EDTF value'],
  ['dateEnds', 'the same, ends of ranges apart'],
  ['people', 'people'],
  ['organizations', 'organizations'],
  ['places', 'places'],
  ['events', 'events'],
];

function scoreTable(scores: readonly Scores[]): string {
  const rows = ROWS.map(([key, name]) => {
    const tally = sum(scores.map((score) => score[key]));
    const { precision, recall, f } = scoreProposals(tally);
    return [name, String(tally.gold), String(tally.proposed), ...[precision, recall, f].map((share) => percent(share))];
  });
  return printTable(['', 'marked', 'proposed', 'precision %', 'recall %', 'F'], rows);
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
  return {
    gold: total(({ gold }) => gold),
    proposed: total(({ proposed }) => proposed),
    right: total(({ right }) => right),
    rightProposed: total(({ rightProposed }) => rightProposed),
  };
}

function percent(share: number): string {
  return Number.isFinite(share) ? (share * 100).toFixed(1) : '–';
}

function growthTable(growth: readonly Growth[]): string {
  const rows = growth.map(({ articles, compile, check }) => [
    articles.toLocaleString('en'),
    ...[compile, check].flatMap(({ wallMs, cpuMs }) => [
      figure(wallMs / 1000),
      figure(cpuMs / 1000),
      figure(cpuMs / articles),
    ]),
  ]);
  return printTable(['articles', 'compile s', 'CPU s', 'CPU ms each', 'check s', 'CPU s', 'CPU ms each'], rows);
}

function paceTable({ inProcess, oneMore, among }: Pace): string {
  const row = (what: string, { wallMs, cpuMs }: Pace['oneMore']) => [what, figure(wallMs), figure(cpuMs)];
  return printTable(
    ['drafting', 'wall ms', 'CPU ms'],
    [
      row('an article, in process', inProcess),
      row(`one more article into ${among.toLocaleString('en')}, as a command`, oneMore),
    ],
  );
}
