/** `split`: the command that makes two things of one that stood for both. */
import { parseArgs } from 'node:util';
import { a, Refusal, type Slug, sayLines } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS, readPath } from '../corpus-path.ts';
import { dayOf } from '../day.ts';
import { printYaml } from '../print-yaml.ts';
import { type Lines, openLines } from '../review/line.ts';
import { fieldsOf } from '../review/reference.ts';
import { isNamedType, refuseTaken, typeNamed } from './corpus.ts';
import { mentionedIn } from './mentioned.ts';
import { commentsWith, refuseBadSlug } from './rename.ts';
import { type Rewrite, replacePlaces, retire } from './rewrite.ts';
import { argumentsOf, type Planned, REWRITE_HELP, REWRITE_OPTIONS, runRewrite } from './run.ts';
import { placesOf } from './slug-place.ts';

const USAGE =
  'npm run data -- split OLD NEW-A NEW-B [--a SLUG]… [--b SLUG]… [--reason WORDS] [--on DAY] [--dry-run] [--corpus DIR]';

const HELP = `Makes two people of one that stood for both; or two organizations, groups or places. Everything that an article says of OLD
goes to one of the two. OLD is retired: links to it name both.

Usage: ${USAGE}

  OLD             the slug of a person, organization, group or place
  NEW-A, NEW-B    two slugs that were never used. NEW-A may be OLD itself, which then stays as it is and is not retired
  --a, --b SLUG   an article that means A, or B, or a place that lies in it; give the option again for each. Whatever is
                  given with neither is asked, with the words of the article
  --reason WORDS  why, for readers of an old link ("It stood for two.")
${REWRITE_HELP}
A's file is OLD's; B's has only the name, because nobody knows yet which of the other names and addresses are B's. In an
article that means both, give it to one and correct the others by hand.
`;

const OPTIONS = {
  ...REWRITE_OPTIONS,
  a: { type: 'string', multiple: true },
  b: { type: 'string', multiple: true },
} as const;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const [old = '', first = '', second = ''] = argumentsOf(positionals, ['OLD', 'NEW-A', 'NEW-B'], USAGE);
  const on = dayOf(values.on);
  const { reason = 'It stood for two.' } = values;
  const lines = openLines();
  try {
    return await runRewrite({ ...values, what: `split ${old} ${first} ${second}` }, (rewrite) => {
      return split(
        rewrite,
        { old, a: first, b: second },
        { a: values.a ?? [], b: values.b ?? [] },
        { reason, on },
        lines,
      );
    });
  } finally {
    lines.close();
  }
}

interface Halves {
  readonly old: Slug;
  readonly a: Slug;
  readonly b: Slug;
}

/** The articles and places that were given to each half. */
interface Given {
  readonly a: readonly Slug[];
  readonly b: readonly Slug[];
}

async function split(
  rewrite: Rewrite,
  halves: Halves,
  given: Given,
  because: { reason: string; on: string },
  lines: Lines,
): Promise<Planned> {
  const { old, a: first, b: second } = halves;
  const type = typeNamed(old, rewrite.corpus);
  if (!isNamedType(type)) {
    throw new Refusal(
      `"${old}" is ${a(type)}; only people, organizations, groups and places can be split. Reports of two events or statements are told apart by hand: give the second a slug where it is introduced.`,
    );
  }
  for (const slug of [first, second]) {
    refuseBadSlug(slug);
    if (slug !== old) refuseTaken(slug, 'Choose a slug that was never used.', rewrite.corpus);
  }
  if (first === second || second === old) throw new Refusal('NEW-A and NEW-B are two slugs; only NEW-A may be OLD.', 2);

  const naming = filesNaming(old, rewrite);
  refuseStrange(given, naming, old);
  for (const [slug, files] of naming) {
    const to = await chooseHalf(slug, files, halves, given, rewrite, lines);
    if (to === old) continue;
    for (const file of files) replacePlaces(rewrite, file, placesOf(old, file, rewrite.readValue(file)), to);
  }

  const folder = ENTITY_FOLDERS[type];
  const { name, kind } = fieldsOf(rewrite.readValue(`${folder}/${old}.yaml`));
  const isKept = first === old;
  if (!isKept) rewrite.move(`${folder}/${old}.yaml`, `${folder}/${first}.yaml`);
  rewrite.write(
    `${folder}/${second}.yaml`,
    printYaml({ name: String(name), kind: kind === undefined ? undefined : String(kind) }),
  );
  if (!isKept) {
    retire(rewrite, {
      slug: old,
      type,
      on: because.on,
      how: 'SPLIT',
      reason: because.reason,
      splitInto: [first, second],
    });
  }
  return {
    says: `"${old}", ${a(type)}, is "${first}" and "${second}" now.`,
    remarks: [
      `Look at ${folder}/${first}.yaml and ${folder}/${second}.yaml: both are called “${String(name)}”, and all other names and addresses are with the first.`,
      ...(isKept ? [] : commentsWith(old, rewrite)),
    ],
  };
}

/** The files that name the slug, by the article or place that they are of. */
function filesNaming(old: Slug, rewrite: Rewrite): Map<Slug, string[]> {
  const naming = new Map<Slug, string[]>();
  for (const file of rewrite.filesWith(old)) {
    const slug = readPath(file)?.slug;
    // A retired slug that leads to the old one goes on to both.
    if (slug === undefined || placesOf(old, file, rewrite.readValue(file)).length === 0) continue;
    naming.set(slug, [...(naming.get(slug) ?? []), file]);
  }
  return naming;
}

function refuseStrange({ a: first, b: second }: Given, naming: ReadonlyMap<Slug, unknown>, old: Slug): void {
  const both = first.find((slug) => second.includes(slug));
  if (both !== undefined) throw new Refusal(`"${both}" is given with --a and with --b. Leave out one of them.`, 2);
  const strange = [...first, ...second].find((slug) => !naming.has(slug));
  if (strange === undefined) return;
  throw new Refusal(`"${strange}" does not name "${old}". What does: ${[...naming.keys()].join(', ')}.`, 2);
}

async function chooseHalf(
  slug: Slug,
  files: readonly string[],
  { old, a: first, b: second }: Halves,
  given: Given,
  rewrite: Rewrite,
  lines: Lines,
): Promise<Slug> {
  if (given.a.includes(slug)) return first;
  if (given.b.includes(slug)) return second;
  lines.say(
    `\n${files[0]}\n${mentionedIn(files, old, rewrite)
      .map((words) => `  ${words}`)
      .join('\n')}`,
  );
  for (;;) {
    const answer = await lines.ask(`  a for ${first}, b for ${second}, q to stop: `);
    if (answer?.trim() === 'a') return first;
    if (answer?.trim() === 'b') return second;
    if (answer === null || answer.trim() === 'q') {
      throw new Refusal(
        `Nothing was changed: "${slug}" was given to neither. On a terminal it is asked; otherwise give --a ${slug} or --b ${slug}.`,
      );
    }
  }
}
