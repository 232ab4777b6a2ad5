/** `update`: the command that puts a new text of an article beside its old one. */
import { parseArgs } from 'node:util';
import {
  type AnchorText,
  type AuthoredArticle,
  counted,
  digestOf,
  openText,
  Refusal,
  type Slug,
  sayLines,
} from '../../data/compile/index.ts';
import { dayOf } from '../day.ts';
import { readSubmission } from '../draft/submission.ts';
import { type Lines, openLines } from '../review/line.ts';
import { fieldsOf } from '../review/reference.ts';
import { typeNamed } from '../rewrite/corpus.ts';
import type { Rewrite } from '../rewrite/rewrite.ts';
import { argumentsOf, type Planned, REWRITE_HELP, REWRITE_OPTIONS, runRewrite } from '../rewrite/run.ts';
import { writeOutAliases } from './alias.ts';
import { align } from './alignment.ts';
import { anchorsIn, quoteOf } from './anchor-way.ts';
import { upToOf } from './appended.ts';
import { type Decision, decide, type Given, isGiven, refuseUndecided, refuseUnused } from './decision.ts';
import { examineItem, type Item, isInFront, type LostItem, listItems, type Sharpened, type Texts } from './item.ts';
import { findLostNames, type LostNames } from './names.ts';
import { revise } from './revise.ts';
import { placesIn } from './standing.ts';

const USAGE =
  'npm run data -- update ARTICLE FILE --reason WORDS [--on DAY] [--correction WORDS] [--removed ITEM]… [--reworded ITEM=WORDS]… [--set ITEM.FIELD=VALUE]… [--mistake ITEM]… [--dry-run] [--corpus DIR]';

const HELP = `Puts a new text of an article in place of its old one, which stays readable as an earlier revision with everything that was
said in it. All that is quoted is looked for in the new text, word for word. What is not there any more is shown with both
texts, and you say what became of it.

Usage: ${USAGE}

  ARTICLE            the slug of the article
  FILE               the new text, headline first, as "draft" reads it
  --reason WORDS     why the text changed, in your words
  --correction WORDS the publisher's own words about the change, as they stand in the new text
  --removed ITEM     the publisher removed it: it stands in the old text only
  --reworded ITEM=WORDS
                     the new text says it in these words; ITEM.FIELD=WORDS where several of its words are lost
  --set ITEM.FIELD=VALUE
                     with --reworded: the number, date or title that the new words give
  --mistake ITEM     it was our mistake, and is in no text
                     ITEM is the slug of a statement or event, or facts/0, bylines/0 or agency, as the list of what is
                     lost names it. Whatever no option names is asked
${REWRITE_HELP}`;

const MANY = { type: 'string', multiple: true } as const;
const OPTIONS = {
  ...REWRITE_OPTIONS,
  correction: { type: 'string' },
  removed: MANY,
  reworded: MANY,
  set: MANY,
  mistake: MANY,
} as const;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const [article = '', file = ''] = argumentsOf(positionals, ['ARTICLE', 'FILE'], USAGE);
  const { reason, correction, removed = [], reworded = [], set = [], mistake = [] } = values;
  if (reason === undefined || reason.trim() === '') {
    throw new Refusal('A revision has a reason, which readers see: --reason "…".', 2);
  }
  const { text } = readSubmission(file);
  const revised = { on: dayOf(values.on), reason, correction };
  const given = { removed, reworded, set, mistake };
  const lines = openLines();
  try {
    return await runRewrite({ ...values, what: `update ${article}` }, (rewrite) => {
      return update(rewrite, { article, text, revised, given }, lines);
    });
  } finally {
    lines.close();
  }
}

interface Order {
  readonly article: Slug;
  readonly text: string;
  readonly revised: { readonly on: string; readonly reason: string; readonly correction: string | undefined };
  readonly given: Given;
}

async function update(rewrite: Rewrite, { article, text, revised, given }: Order, lines: Lines): Promise<Planned> {
  const authored = findArticle(article, rewrite);
  const number = authored.earlier.length + 1;
  const old = authored.text.text;
  if (text === old) throw new Refusal(`The text of "${article}" is the same already.`);
  const texts = openTexts(authored, text);
  const { now } = texts;
  if (revised.correction !== undefined && placesIn(revised.correction, now).length !== 1) {
    throw new Refusal(
      `--correction has words that the new text has ${counted(placesIn(revised.correction, now).length, 'time')}; they must stand there once: “${revised.correction}”`,
    );
  }

  const [annotationFile, textFile] = [`articles/${article}.yaml`, `articles/${article}.md`];
  const found = examineItems(rewrite, annotationFile, texts);
  const front = fieldsOf(rewrite.readValue(textFile));
  const credits = listItems(front).flatMap((item): LostItem[] => {
    const { lost } = examineItem(item, texts);
    return lost.length === 0 ? [] : [{ ...item, lost }];
  });
  const lost = [...found.lost, ...credits];
  const decided = await decideAll(lost, listItems(rewrite.readValue(annotationFile)), given, now, lines);

  // An item that is moved or edited needs its values written out, which changes no way.
  const changed = [...[...decided.keys()].filter((item) => !isInFront(item)), ...found.sharpened];
  rewrite.edit(annotationFile, (yaml) =>
    writeOutAliases(
      yaml,
      changed.map(({ way }) => way.slice(0, 2)),
    ),
  );
  const dating = anchorsIn(front.published, ['published']).filter(({ anchor }) => placesIn(anchor, now).length !== 1);
  revise(rewrite, {
    article,
    number,
    texts: { old, now: text },
    digests: { old: authored.text.digest, now: digestOf(text) },
    upTo: upToOf(old, now),
    revised,
    decided,
    sharpened: found.sharpened,
    names: found.names,
    dating: dating.map(({ way }) => way),
  });
  return {
    says: `"${article}" has revision ${number + 1} now. ${summary(found.count, found.sharpened, decided)}`,
    remarks: [
      ...namesLines(found.names),
      ...dating.map(
        ({ anchor }) =>
          `The new text does not have “${quoteOf(anchor)}”, which gave the date of publication; the date stays.`,
      ),
      ...addedLines(texts),
    ],
  };
}

/** Decides about what is lost, and then about what was attributed to statements that are gone. */
async function decideAll(
  lost: readonly LostItem[],
  items: readonly Item[],
  given: Given,
  now: AnchorText,
  lines: Lines,
): Promise<Map<LostItem, Decision>> {
  const decided = new Map<LostItem, Decision>();
  const queue = [...lost];
  const known = new Set(queue.map(({ key }) => key));
  for (const item of queue) {
    const decision = await decide(item, given, now, lines);
    if (decision === null) {
      return refuseUndecided(
        queue.filter((one) => !decided.has(one) && !isGiven(one, given)),
        lines,
      );
    }
    decided.set(item, decision);
    if (decision.became === 'reworded' || item.noun !== 'statement') continue;
    const dependent = items.filter(({ key, value }) => value.attributedTo === slugOf(item) && !known.has(key));
    for (const one of dependent) {
      known.add(one.key);
      queue.push({ ...one, lost: [] });
    }
  }
  refuseUnused(given, queue);
  return decided;
}

function slugOf({ value }: Item): unknown {
  return value.statement ?? value.of;
}

/** @throws Refusal if there is no such article, or it cannot be read. */
function findArticle(article: Slug, { corpus }: Rewrite): AuthoredArticle {
  const type = typeNamed(article, corpus);
  if (type !== 'Article') throw new Refusal(`"${article}" is not an article; only articles have texts.`);
  const authored = corpus.examination.authored.articles.find(({ slug }) => slug === article);
  const own = [`articles/${article}.md`, `articles/${article}.yaml`];
  const isWrong = corpus.examination.problems.some(({ at }) => own.some((path) => at.file.path.endsWith(path)));
  if (authored !== undefined && !isWrong) return authored;
  throw new Refusal(`"${article}" has problems already. Fix them first: npm run data -- check`);
}

function openTexts({ slug, text, earlier }: AuthoredArticle, now: string): Texts {
  const open = (words: string, { file, from } = text) => openText(slug, words, file, from);
  return {
    now: open(now),
    old: open(text.text),
    earlier: new Map(earlier.map((one) => [one.number, open(one.text.text, one.text)])),
    alignment: align(text.text, now),
  };
}

interface Found {
  readonly count: number;
  readonly lost: readonly LostItem[];
  readonly sharpened: readonly Sharpened[];
  readonly names: readonly LostNames[];
}

function examineItems(rewrite: Rewrite, file: string, texts: Texts): Found {
  const annotation = rewrite.readValue(file);
  const items = listItems(annotation);
  const examined = items.map((item) => ({ item, ...examineItem(item, texts) }));
  return {
    count: items.length,
    lost: examined.flatMap(({ item, lost }) => (lost.length === 0 ? [] : [{ ...item, lost }])),
    sharpened: examined.flatMap(({ sharpened }) => sharpened),
    names: findLostNames(annotation, texts.now),
  };
}

function summary(count: number, sharpened: readonly Sharpened[], decided: ReadonlyMap<LostItem, Decision>): string {
  const of = (became: Decision['became']) => [...decided.values()].filter((one) => one.became === became).length;
  const annotated = [...decided.keys()].filter((item) => !isInFront(item)).length;
  const parts = [
    `${count - annotated} of ${counted(count, 'item')} stand as before`,
    sharpened.length === 0 ? '' : `${counted(sharpened.length, 'quote')} got a prefix or suffix to stay unique`,
    of('reworded') === 0 ? '' : `${of('reworded')} reworded`,
    of('removed') === 0 ? '' : `${of('removed')} removed by the publisher`,
    of('mistake') === 0 ? '' : `${of('mistake')} dropped as mistakes`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

function namesLines(names: readonly LostNames[]): string[] {
  return names.map(({ slug, words, isGone }) => {
    const shown = words.map((one) => `“${one}”`).join(', ');
    return `The new text does not name ${slug} ${isGone ? 'any more' : `like this any more`}: ${shown}`;
  });
}

const MOST_SHOWN = 10;

/** What the new text says for the first time, which somebody may want to annotate. */
function addedLines({ now, alignment }: Texts): string[] {
  const added = alignment.added.map(({ start, end }) => now.text.slice(start, end).replaceAll(/\s+/g, ' ').trim());
  const worth = added.filter((words) => /\p{L}.*\s.*\p{L}/u.test(words));
  const more = worth.length > MOST_SHOWN ? [`… and ${worth.length - MOST_SHOWN} more passages`] : [];
  return worth.length === 0
    ? []
    : ['New in the text:', ...worth.slice(0, MOST_SHOWN).map((words) => `  + ${words}`), ...more];
}
