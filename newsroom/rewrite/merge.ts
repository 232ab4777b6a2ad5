/** `merge`: the command that makes two things of the corpus one. */
import { parseArgs } from 'node:util';
import { a, Refusal, type Slug, sayLines } from '../../data/compile/index.ts';
import { dayOf } from '../day.ts';
import { isNamedType, typeNamed } from './corpus.ts';
import { mergeMentions, removeRepeated } from './join.ts';
import { mergeFiles } from './merge-file.ts';
import { mergeIntroductions } from './merge-introduction.ts';
import { commentsWith, openSame } from './rename.ts';
import { type Rewrite, replaceEverywhere, retire } from './rewrite.ts';
import { argumentsOf, type Planned, REWRITE_HELP, REWRITE_OPTIONS, runRewrite } from './run.ts';

const USAGE = 'npm run data -- merge FROM INTO [--reason WORDS] [--on DAY] [--dry-run] [--corpus DIR]';

const HELP = `Makes two things one: what names FROM names INTO, and FROM is retired, so that links to it lead to INTO.

Usage: ${USAGE}

  FROM, INTO      two people, organizations, groups or places: the names of FROM become other names of INTO. Or two events
                  or two statements: FROM's reports become reports of INTO, which keeps its own name and kind
  --reason WORDS  why, for readers of an old link ("It is the same as INTO.")
${REWRITE_HELP}
What INTO cannot hold beside its own, such as another larger place, is shown, and nothing is merged: decide first.
`;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: REWRITE_OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const [from = '', into = ''] = argumentsOf(positionals, ['FROM', 'INTO'], USAGE);
  const { reason = `It is the same as ${into}.` } = values;
  const on = dayOf(values.on);
  return await runRewrite({ ...values, what: `merge ${from} ${into}` }, (rewrite) => {
    return merge(rewrite, from, into, { reason, on });
  });
}

function merge(rewrite: Rewrite, from: Slug, into: Slug, because: { reason: string; on: string }): Planned {
  const { corpus } = rewrite;
  const type = typeNamed(from, corpus);
  const other = typeNamed(into, corpus);
  if (from === into) throw new Refusal(`"${from}" is one thing already. Give two slugs.`, 2);
  if (type !== other) {
    throw new Refusal(`"${from}" is ${a(type)} and "${into}" ${a(other)}; only two things of one type can be merged.`);
  }
  if (type === 'Article') {
    throw new Refusal(
      `Two articles are never merged: each has a text of its own. To withdraw one: npm run data -- withdraw ${from} --reason …`,
    );
  }
  const dropped = isNamedType(type)
    ? mergeFiles(rewrite, type, from, into)
    : mergeIntroductions(rewrite, type === 'Event' ? 'event' : 'statement', from, into);
  removeRepeated(rewrite, from, into);
  mergeMentions(rewrite, from, into);
  replaceEverywhere(rewrite, from, into);
  retire(rewrite, { slug: from, type, on: because.on, how: 'MERGED', reason: because.reason, replacedBy: into });
  return {
    says: `"${from}", ${a(type)}, is "${into}" now.`,
    remarks: [...dropped, ...commentsWith(from, rewrite)],
    same: openSame(from, into),
  };
}
