/** `withdraw`: the command that takes an article back, so that nothing else depends on it. */
import { parseArgs } from 'node:util';
import { a, INTRODUCING, Refusal, type Slug, sayLines } from '../../data/compile/index.ts';
import { readPath } from '../corpus-path.ts';
import { dayOf } from '../day.ts';
import type { Plain } from '../print-yaml.ts';
import { fieldsOf } from '../review/reference.ts';
import { addAfter, renameAt, setAt } from '../review/splice.ts';
import { typeNamed } from './corpus.ts';
import { INTRODUCING_FIELDS, type IntroducingItem, makeReport } from './merge-introduction.ts';
import type { Rewrite } from './rewrite.ts';
import { argumentsOf, type Planned, REWRITE_HELP, REWRITE_OPTIONS, runRewrite } from './run.ts';
import { placesOf } from './slug-place.ts';

const USAGE = 'npm run data -- withdraw ARTICLE --reason WORDS [--on DAY] [--dry-run] [--corpus DIR]';

const HELP = `Withdraws an article: it and what only it introduces are in no answer any more, and links to it give the reason. Its files
stay. An event or statement that other articles report too is introduced by the first of these from now on.

Usage: ${USAGE}

  ARTICLE         the slug of the article
  --reason WORDS  why, for readers of a link to it
${REWRITE_HELP}`;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: REWRITE_OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const [article = ''] = argumentsOf(positionals, ['ARTICLE'], USAGE);
  const { reason } = values;
  if (reason === undefined || reason.trim() === '') {
    throw new Refusal('A withdrawal has a reason, which readers see: --reason "…".', 2);
  }
  const on = dayOf(values.on);
  return await runRewrite({ ...values, what: `withdraw ${article}` }, (rewrite) =>
    withdraw(rewrite, article, { reason, on }),
  );
}

function withdraw(rewrite: Rewrite, article: Slug, because: { reason: string; on: string }): Planned {
  const { corpus } = rewrite;
  const type = typeNamed(article, corpus);
  if (type !== 'Article')
    throw new Refusal(`"${article}" is not an article, but ${a(type)}. Only articles are withdrawn.`);
  const text = `articles/${article}.md`;
  if (fieldsOf(rewrite.readValue(text)).withdrawn !== undefined)
    throw new Refusal(`"${article}" is withdrawn already.`);
  const own = new Set([...corpus.texts.keys()].filter((file) => articleOf(file) === article));
  const introduced = Map.groupBy(
    [...own].flatMap((file) => introductionsIn(file, rewrite)),
    ({ slug }) => slug,
  );
  const left = new Set([...introduced].flatMap(([slug, items]) => (handOver(items, own, rewrite) ? [] : [slug])));
  refuseDependents(left, own, rewrite);
  rewrite.edit(text, (yaml) => setAt(yaml, ['withdrawn'], { on: because.on, reason: because.reason }));
  rewrite.note(text, `withdrawn on ${because.on}`);
  return {
    says: `"${article}" is withdrawn.`,
    remarks: left.size === 0 ? [] : [`With it goes what no other article reports: ${[...left].join(', ')}.`],
  };
}

interface Introduced extends IntroducingItem {
  readonly slug: Slug;
  readonly field: 'event' | 'statement';
}

function introductionsIn(file: string, rewrite: Rewrite): Introduced[] {
  const value = rewrite.readValue(file);
  return INTRODUCING.flatMap(({ list, field }) =>
    Object.entries(fieldsOf(fieldsOf(value)[list])).flatMap(([index, item]): Introduced[] => {
      const slug = fieldsOf(item)[field];
      return typeof slug === 'string' ? [{ slug, field, file, way: [list, Number(index)], value: fieldsOf(item) }] : [];
    }),
  );
}

/** Lets the first other article that reports it introduce it. False if there is none. */
function handOver(items: readonly Introduced[], own: ReadonlySet<string>, rewrite: Rewrite): boolean {
  const [item] = items;
  if (item === undefined) return false;
  const { slug, field, value } = item;
  const list = field === 'event' ? 'events' : 'statements';
  const [first] = rewrite
    .filesWith(slug)
    .filter((file) => !own.has(file) && isPublic(file, rewrite))
    .flatMap((file) => {
      const all = Object.entries(fieldsOf(fieldsOf(rewrite.readValue(file))[list]));
      const again = all.find(([, one]) => fieldsOf(one).of === slug);
      return again === undefined ? [] : [{ file, way: [list, Number(again[0])], rank: rankOf(file, rewrite) }];
    })
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  if (first === undefined) return false;
  rewrite.edit(first.file, (yaml) => {
    const introduces = renameAt(yaml, [...first.way, 'of'], field);
    const fields = field === 'event' ? INTRODUCING_FIELDS : [];
    // The last first, since each is put right after the slug.
    return fields.reduceRight((text, name) => {
      const one = value[name];
      return one === undefined ? text : addAfter(text, [...first.way, field], name, one as Plain);
    }, introduces);
  });
  rewrite.note(first.file, `introduces "${slug}" now`);
  for (const one of items) {
    makeReport(rewrite, one, field);
    rewrite.note(one.file, `reports "${slug}"`);
  }
  return true;
}

/** Whether the article can introduce anything: readers see nothing of one that is withdrawn or hidden. */
function isPublic(file: string, rewrite: Rewrite): boolean {
  const { withdrawn, hidden } = fieldsOf(rewrite.readValue(`articles/${articleOf(file)}.md`));
  return withdrawn === undefined && hidden === undefined;
}

/** Confirmed articles first, since a draft may be left out; then in the order of time, those without a date last. */
function rankOf(file: string, rewrite: Rewrite): string {
  const { published } = fieldsOf(rewrite.readValue(`articles/${articleOf(file)}.md`));
  const isDraft = /^[\s{,-]*draft:/m.test(rewrite.read(file) ?? '');
  return `${isDraft ? 1 : 0} ${String(fieldsOf(published).edtf ?? '~')} ${file}`;
}

function articleOf(file: string): Slug | null {
  const path = readPath(file);
  return path?.type === 'Article' ? path.slug : null;
}

/** @throws Refusal if another article refers to what goes with this one. */
function refuseDependents(left: ReadonlySet<Slug>, own: ReadonlySet<string>, rewrite: Rewrite): void {
  const uses = [...left].flatMap((slug) =>
    rewrite
      .filesWith(slug)
      .filter((file) => !own.has(file))
      .flatMap((file) =>
        placesOf(slug, file, rewrite.readValue(file)).map(({ way }) => `"${slug}" in ${file} (${way.join('.')})`),
      ),
  );
  if (uses.length === 0) return;
  const more = uses.length > MOST_SHOWN ? `, and ${uses.length - MOST_SHOWN} more` : '';
  throw new Refusal(
    `Other files name what only this article introduces, and it would be gone: ${uses.slice(0, MOST_SHOWN).join(', ')}${more}. Remove these references first, or introduce the thing in another article.`,
  );
}

const MOST_SHOWN = 8;
