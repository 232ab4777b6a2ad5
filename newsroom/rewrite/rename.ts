/** `rename`: the command that gives a thing another slug, everywhere. */
import { parseArgs } from 'node:util';
import { a, isSlug, Refusal, SLUG_FORM, type Slug, sayLines } from '../../data/compile/index.ts';
import { readPath } from '../corpus-path.ts';
import { dayOf } from '../day.ts';
import { refuseTaken, typeNamed } from './corpus.ts';
import { type Rewrite, replaceEverywhere, retire } from './rewrite.ts';
import { argumentsOf, type Planned, REWRITE_HELP, REWRITE_OPTIONS, runRewrite } from './run.ts';

const USAGE = 'npm run data -- rename OLD NEW [--reason WORDS] [--on DAY] [--dry-run] [--corpus DIR]';

const HELP = `Gives a thing another slug, whatever it is: its file and every reference to it change, and the old slug is retired, so
that links to it lead to the new one.

Usage: ${USAGE}

  OLD             the slug of an article, event, statement, person, organization, group or place
  NEW             a slug that was never used
  --reason WORDS  why, for readers of an old link ("The slug was changed.")
${REWRITE_HELP}`;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: REWRITE_OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const [old = '', to = ''] = argumentsOf(positionals, ['OLD', 'NEW'], USAGE);
  const { reason = 'The slug was changed.' } = values;
  const on = dayOf(values.on);
  return await runRewrite({ ...values, what: `rename ${old} ${to}` }, (rewrite) =>
    rename(rewrite, old, to, { reason, on }),
  );
}

function rename(rewrite: Rewrite, old: Slug, to: Slug, because: { reason: string; on: string }): Planned {
  const { corpus } = rewrite;
  const type = typeNamed(old, corpus);
  refuseBadSlug(to);
  const isAlike = corpus.typeOf(to) === type && type !== 'Article';
  refuseTaken(to, isAlike ? `To make the two one: npm run data -- merge ${old} ${to}` : 'Choose another.', corpus);
  replaceEverywhere(rewrite, old, to);
  moveFiles(rewrite, old, to);
  retire(rewrite, { slug: old, type, on: because.on, how: 'RENAMED', reason: because.reason, replacedBy: to });
  return {
    says: `"${old}", ${a(type)}, is "${to}" now.`,
    remarks: commentsWith(old, rewrite),
    same: openSame(old, to),
  };
}

/** Moves the file of a named thing, or the files of an article and of its earlier texts. */
function moveFiles(rewrite: Rewrite, old: Slug, to: Slug): void {
  for (const file of rewrite.corpus.texts.keys()) {
    const path = readPath(file);
    if (path?.slug !== old) continue;
    const name = path.revision === null ? to : `${to}@${path.revision}`;
    rewrite.move(file, file.replace(/[^/]+(?=\.\w+$)/, name));
  }
}

/** @throws Refusal if it does not have the form of a slug. */
export function refuseBadSlug(slug: Slug): void {
  if (!isSlug(slug)) throw new Refusal(`"${slug}" is not a slug: ${SLUG_FORM}, at most 100 characters.`, 2);
}

/** Text in which the old slug is the new one. */
export function openSame(old: Slug, to: Slug): (text: string) => string {
  const whole = wordOf(old);
  return (text) => text.replace(whole, to);
}

/** A remark for each comment that names the slug: comments are left as their editors wrote them. */
export function commentsWith(slug: Slug, rewrite: Rewrite): string[] {
  return [...rewrite.corpus.texts.keys()].flatMap((file) => {
    const content = file.endsWith('.yaml') ? rewrite.read(file) : null;
    if (content === null || !content.includes(slug)) return [];
    return content.split('\n').flatMap((line, index) => {
      const comment = /(?:^|\s)#.*$/.exec(line)?.[0] ?? '';
      return wordOf(slug).test(comment) ? [`A comment still says "${slug}": ${file}:${index + 1}`] : [];
    });
  });
}

function wordOf(slug: Slug): RegExp {
  return new RegExp(`(?<![a-z0-9-])${slug}(?![a-z0-9-])`, 'g');
}
