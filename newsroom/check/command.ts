/** `check`: the command that reports problems and warnings in a corpus. */
import { parseArgs } from 'node:util';
import {
  type Cache,
  isFolder,
  openCache,
  openProgress,
  Refusal,
  sayLines,
  usesColours,
  warn,
} from '../../data/compile/index.ts';
import { clearScreen, sayData } from '../terminal.ts';
import { openSelection } from './file.ts';
import { printGithub } from './github.ts';
import { printJson } from './json.ts';
import { type Look, look } from './look.ts';
import { printPretty } from './pretty.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { watchFolder } from './watch.ts';

const RULE_LINES = RULES.map(({ name, about }) => `  ${name.padEnd(21)}${about}`).join('\n');

const HELP = `Checks the corpus: reports everything that the compiler refuses, drafts included, and what deserves a second look.

Usage: npm run data -- check [FILE…] [--corpus DIR] [--rules NAME,…] [--format pretty|json|github] [--watch]

  FILE          show only findings in these files, folders or patterns ("data/corpus/people/a*.yaml"); the whole corpus
                is read all the same
  --corpus DIR  the folder of authored files (data/corpus)
  --rules NAME  show only the warnings of these rules, separated by commas; problems are always shown
  --format F    pretty: for people (the default); json: one document; github: workflow commands, shown in pull requests
  --watch       check again whenever a file changes, until Ctrl-C; pretty only
  --help        this text

The rules, and what each warns about:

${RULE_LINES}

To silence a warning that you have looked at, write a comment in the YAML:

  # dateline-ignore RULE          on the same line or the line above: that warning; in the comment at the top of the
                                  file: all warnings of the rule in the file, and if it is an annotation, also in the
                                  text of its article
  # dateline-ignore RULE "words"  anywhere in an annotation: the warnings that underline exactly these words
  Separate several rules with commas. Anything after them is free for your reason.

Exit status: 0 no problems (there may be warnings), 1 problems or drafts in what is shown, 2 wrong usage,
130 interrupted.
`;

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  rules: { type: 'string' },
  format: { type: 'string', default: 'pretty' },
  watch: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Order {
  readonly corpus: string;
  readonly files: readonly string[];
  readonly rules: readonly Rule[];
  readonly print: (found: Look) => void;
}

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export function run(args: readonly string[]): number | Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const { corpus, format } = values;
  const print = FORMATS.get(format);
  if (print === undefined) {
    throw new Refusal(`--format is "${format}"; it must be one of ${[...FORMATS.keys()].join(', ')}.`, 2);
  }
  if (!isFolder(corpus)) {
    throw new Refusal(`There is no folder "${corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const order = { corpus, files: positionals, rules: chooseRules(values.rules), print };
  openSelection(positionals, corpus);
  if (!values.watch) return check(order, openCache(corpus));
  if (format !== 'pretty')
    throw new Refusal(`--watch works only with --format pretty, not ${format}. Leave out one of them.`, 2);
  return watch(order);
}

const FORMATS: ReadonlyMap<string, (found: Look) => void> = new Map([
  ['pretty', (found) => sayLines(printPretty(found, usesColours(process.stdout)))],
  ['json', (found) => sayData(printJson(found))],
  ['github', (found) => sayData(printGithub(found))],
]);

function chooseRules(names: string | undefined): readonly Rule[] {
  if (names === undefined) return RULES;
  return names.split(',').map((name) => {
    const rule = RULES.find((one) => one.name === name.trim());
    if (rule !== undefined) return rule;
    throw new Refusal(`--rules has "${name.trim()}"; the rules are ${RULES.map((one) => one.name).join(', ')}.`, 2);
  });
}

function check({ corpus, files, rules, print }: Order, cache: Cache): number {
  const isSelected = openSelection(files, corpus);
  const progress = openProgress(process.stderr);
  try {
    const found = look(corpus, rules, (done, total) => progress.draw('Checking', done, total), isSelected, cache);
    progress.end();
    print(found);
    return found.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
  }
}

function watch(order: Order): Promise<number> {
  const cache = openCache(order.corpus, { readsAgain: true });
  return watchFolder(order.corpus, () => {
    clearScreen();
    try {
      if (isFolder(order.corpus)) check(order, cache);
      else warn`The folder "${order.corpus}" is gone.\n`;
    } catch (error) {
      // Files may vanish while somebody works on them: the next change brings the next check.
      if (!isPassing(error)) throw error;
      warn`${error.message}\n`;
    }
    const time = new Date().toTimeString().slice(0, 8);
    warn`Checked at ${time}; waiting for changes in "${order.corpus}". Ctrl-C ends.\n`;
  });
}

function isPassing(error: unknown): error is Error {
  return error instanceof Refusal || (error instanceof Error && 'errno' in error && 'syscall' in error);
}
