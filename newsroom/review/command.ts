/** `review`: the command that walks an editor through the proposals of a draft. */

import { parseArgs } from 'node:util';
import {
  counted,
  examine,
  isFolder,
  openCache,
  printable,
  printProblems,
  Refusal,
  sayLines,
  shellWord,
  usesColours,
  warn,
  warnLines,
} from '../../data/compile/index.ts';
import { readPath, shownPath } from '../corpus-path.ts';
import { withLock } from '../lock.ts';
import { openCopy } from './copy.ts';
import { openDesk } from './desk.ts';
import { openLines } from './line.ts';
import { findTarget } from './target.ts';
import { type Tally, walk } from './walk.ts';

const HELP = `Shows the proposals of a draft one by one, with the words in their sentence. Each decision is saved at once.

Usage: npm run data -- review FILE… [--corpus DIR]

  FILE          articles/<slug>.md or .yaml, which includes the drafts of people and places that the article names;
                or one such draft
  --corpus DIR  the folder of authored files (data/corpus)
  --help        this text

Answers, each with Enter: a accept, e edit, E edit in $EDITOR, r reject, n next, b back, A accept all of this kind,
u undo, ? help, q stop.

Exit status: 0 nothing left open, 1 proposals left or a file can no longer be read, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const { corpus } = values;
  if (positionals.length === 0) throw new Refusal('No file given. Usage: npm run data -- review FILE…', 2);
  if (!isFolder(corpus)) {
    throw new Refusal(`There is no folder "${corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const targets = [...new Set(positionals.flatMap((file) => findTarget(file, corpus)))];
  process.once('SIGINT', reportSaved);
  try {
    return await withLock(corpus, 'review', () => review(targets, corpus, positionals));
  } finally {
    process.removeListener('SIGINT', reportSaved);
  }
}

/** Reports only; the handler of the lock ends the process. */
function reportSaved(): void {
  warn`\nStopped. Everything decided is saved.\n`;
}

async function review(targets: readonly string[], corpus: string, asked: readonly string[]): Promise<number> {
  const examination = examine(corpus, undefined, openCache(corpus));
  const copy = openCopy(corpus);
  const paths = new Set(targets.map((file) => shownPath(corpus, file)));
  const illegible = targets.filter((file) => {
    const slug = readPath(file)?.slug;
    const { articles, entities } = examination.authored;
    return ![...articles, ...entities].some((one) => one.slug === slug);
  });
  if (illegible.length > 0) {
    const problems = examination.problems.filter(({ at }) => paths.has(at.file.path));
    warnLines(printProblems(problems, usesColours(process.stderr)));
    throw new Refusal('The file cannot be reviewed until it can be read. Fix it first.');
  }
  const lines = openLines();
  try {
    const desk = openDesk(targets, copy, examination, lines);
    if (desk.proposals().length === 0) {
      lines.say(`There are no proposals in ${asked.map(printable).join(', ')}.`);
      return 0;
    }
    const tally = await walk(desk);
    lines.say(closing(tally, asked, corpus));
    return tally.open === 0 && tally.illegible.length === 0 ? 0 : 1;
  } finally {
    lines.close();
  }
}

function closing({ accepted, rejected, open, illegible }: Tally, asked: readonly string[], corpus: string): string {
  const where = corpus === OPTIONS.corpus.default ? '' : ` --corpus ${shellWord(corpus)}`;
  const done = `\n${accepted} accepted, ${rejected} rejected, ${open} left open.`;
  if (illegible.length > 0) {
    const files = illegible.map(printable).join(', ');
    return `${done}\n${files} can no longer be read, so its proposals are left open too. To see what to fix: npm run data -- check${where}`;
  }
  if (open === 0) return `${done}\nNext: npm run data -- check${where}`;
  const files = asked.map(shellWord).join(' ');
  return `${done}\n${counted(open, 'proposal')} ${open === 1 ? 'is' : 'are'} left. Continue with: npm run data -- review ${files}${where}`;
}
