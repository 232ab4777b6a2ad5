/** How each command that rewrites a corpus runs: plan, try, tell, write. */
import {
  counted,
  isFolder,
  printable,
  printProblems,
  Refusal,
  sayLines,
  usesColours,
  warnLines,
} from '../../data/compile/index.ts';
import { changeFiles } from '../change-files.ts';
import { withLock } from '../lock.ts';
import { openTexts } from './corpus.ts';
import { openRewrite, type Rewrite } from './rewrite.ts';

/** The options that all of these commands have. */
export const REWRITE_OPTIONS = {
  reason: { type: 'string' },
  on: { type: 'string' },
  corpus: { type: 'string', default: 'data/corpus' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Their lines of the help. */
export const REWRITE_HELP = `  --on DAY        when, YYYY-MM-DD (today)
  --dry-run       prints what would change, and writes nothing
  --corpus DIR    the folder of authored files (data/corpus)
  --help          this text

Everything is changed at once or nothing is; what a check would newly report is shown, and then nothing is written.

Exit status: 0 done, 1 refused, 2 wrong usage.
`;

interface RewriteOrder {
  readonly corpus: string;
  readonly 'dry-run': boolean;
  /** The command as given, without its options: "rename ann-lee ann-leigh". */
  readonly what: string;
}

export interface Planned {
  /** What was done, in a sentence. */
  readonly says: string;
  /** What deserves a look now, a line each. */
  readonly remarks: readonly string[];
  /** What a path or a message says now, in the words of after the change. */
  readonly same?: (text: string) => string;
}

/** Plans the rewrite, tries it, and writes it, all or nothing. Returns the exit status. */
export async function runRewrite(
  order: RewriteOrder,
  plan: (rewrite: Rewrite) => Planned | Promise<Planned>,
): Promise<number> {
  const { corpus: folder, what } = order;
  if (!isFolder(folder)) {
    throw new Refusal(`There is no folder "${folder}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  return await withLock(folder, what.split(' ', 1)[0] ?? '', async (finished) => {
    if (finished === what) return 0;
    const corpus = openTexts(folder);
    const rewrite = openRewrite(corpus);
    const { says, remarks, same } = await plan(rewrite);
    const change = rewrite.change();
    const faults = corpus.faultsOf(change, same);
    if (faults.length > 0) {
      warnLines(`Not possible: ${printable(what)}. The corpus would have these problems then.\n\n`);
      warnLines(printProblems(faults, usesColours(process.stderr)));
      return 1;
    }
    if (!order['dry-run']) changeFiles(folder, what, change, corpus.texts);
    const lines = rewrite.lines();
    const end = order['dry-run']
      ? `${counted(lines.length, 'file')} would change. Nothing was written: --dry-run.`
      : `${counted(lines.length, 'file')} changed.`;
    sayLines(`${[says, ...lines, ...remarks, end].map(printable).join('\n')}\n`);
    return 0;
  });
}

/** As many positional arguments as the command takes. @throws Refusal if there are more or fewer. */
export function argumentsOf(positionals: readonly string[], names: readonly string[], usage: string): string[] {
  if (positionals.length === names.length) return [...positionals];
  const given = positionals.length === 0 ? 'nothing' : positionals.map((one) => `"${one}"`).join(' ');
  throw new Refusal(`It takes ${names.join(' and ')}, and was given ${given}. Usage: ${usage}`, 2);
}
