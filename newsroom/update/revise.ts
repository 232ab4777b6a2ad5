/** Making the files of a revision: the new text and its annotation, and what only the old text said. */
import { INTRODUCING, type Slug } from '../../data/compile/index.ts';
import type { Plain } from '../print-yaml.ts';
import { printYaml } from '../print-yaml.ts';
import { yamlOf } from '../review/copy.ts';
import { fieldsOf, removeAll } from '../review/reference.ts';
import { setAt, sourceAt, stretchOf, type Way } from '../review/splice.ts';
import { type Rewrite, retire } from '../rewrite/rewrite.ts';
import type { Decision } from './decision.ts';
import { isInFront, type LostItem, type Sharpened } from './item.ts';
import type { LostNames } from './names.ts';

/** What is known of a new revision before its files are made. */
interface PlannedRevision {
  readonly article: Slug;
  /** The number of the text that is replaced. */
  readonly number: number;
  readonly texts: { readonly old: string; readonly now: string };
  readonly digests: { readonly old: string; readonly now: string };
  /** The words of the new text at which the old one ended, if only something was added. */
  readonly upTo: Plain | null;
  readonly revised: { readonly on: string; readonly reason: string; readonly correction: string | undefined };
  /** Of the annotation, and of the front matter. */
  readonly decided: ReadonlyMap<LostItem, Decision>;
  readonly sharpened: readonly Sharpened[];
  readonly names: readonly LostNames[];
  /** The ways in the front matter to lost words that gave the date of publication. */
  readonly dating: readonly Way[];
}

/** Plans all files of the revision. */
export function revise(rewrite: Rewrite, revision: PlannedRevision): void {
  const all = [...revision.decided];
  reviseAnnotation(
    rewrite,
    revision,
    all.filter(([item]) => !isInFront(item)),
  );
  reviseText(
    rewrite,
    revision,
    all.filter(([item]) => isInFront(item)),
  );
}

type Decided = readonly (readonly [LostItem, Decision])[];

function reviseAnnotation(rewrite: Rewrite, revision: PlannedRevision, decided: Decided): void {
  const { article, number, digests, sharpened, names } = revision;
  const file = `articles/${article}.yaml`;
  const before = rewrite.read(file) ?? '';
  const kept = decided.filter(([, { became }]) => became !== 'mistake');
  rewrite.write(
    `articles/${article}@${number}.yaml`,
    printEarlier(
      before,
      digests.old,
      kept.map(([item]) => item),
      names,
    ),
  );

  rewrite.edit(file, (yaml) => {
    let text = yaml.replace(digests.old, digests.now);
    for (const { way, anchor } of sharpened) text = setAt(text, way, anchor);
    for (const [item, decision] of decided) {
      if (decision.became !== 'reworded') continue;
      for (const [way, value] of decision.fields) text = setAt(text, [...item.way, ...way], value);
      text = setAt(text, [...item.way, 'since'], number + 1);
    }
    const gone = decided.flatMap(([item, { became }]) => (became === 'reworded' ? [] : [item.way]));
    return removeAll(text, [...gone, ...names.flatMap(({ ways }) => ways)]);
  });
  for (const [item, { became }] of decided) if (became === 'mistake') dropMistake(rewrite, revision, item);
}

/** The annotation of the old text: its digest, and the items and names that only it has. */
function printEarlier(yaml: string, digest: string, items: readonly LostItem[], names: readonly LostNames[]): string {
  const [, schema = ''] = /^(# yaml-language-server:.*\n)/.exec(yaml) ?? [];
  const lists = ['statements', 'events', 'facts'].flatMap((list) => {
    const own = items.filter(({ way }) => way[0] === list);
    return own.length === 0 ? [] : [`\n${list}:\n${own.map(({ way }) => printItem(yaml, way)).join('\n')}`];
  });
  const mentions = names.map(({ slug, names: lost }) => [slug, lost.length === 1 ? lost[0] : lost] as const);
  const last =
    mentions.length === 0
      ? ''
      : `\n${printYaml({ mentions: Object.fromEntries(mentions) as { [slug: string]: Plain } })}`;
  return `${schema}digest: ${digest}\n${lists.join('')}${last}`;
}

function printItem(yaml: string, way: Way): string {
  const source = sourceAt(yaml, way)
    .trimEnd()
    .replaceAll(/\n(?=[^\n])/g, '\n    ');
  return `  - ${source}\n`;
}

/** Drops what was never right from the files of earlier texts too, and retires its slug if it was introduced here. */
function dropMistake(rewrite: Rewrite, { article, number, revised }: PlannedRevision, item: LostItem): void {
  const introduced = INTRODUCING.find(({ field }) => typeof item.value[field] === 'string');
  if (introduced === undefined) return;
  const { type, list, field } = introduced;
  const slug = item.value[field];
  for (let older = 1; older < number; older++) {
    const file = `articles/${article}@${older}.yaml`;
    const items = Object.entries(fieldsOf(fieldsOf(rewrite.readValue(file))[list]));
    const ways = items.filter(([, one]) => fieldsOf(one)[field] === slug).map(([index]): Way => [list, Number(index)]);
    rewrite.edit(file, (yaml) => removeAll(yaml, ways));
  }
  retire(rewrite, {
    slug: String(slug),
    type,
    on: revised.on,
    how: 'REMOVED',
    reason: 'It was entered by mistake.',
  });
}

function reviseText(rewrite: Rewrite, revision: PlannedRevision, credits: Decided): void {
  const { article, number, texts, upTo, revised, dating } = revision;
  const file = `articles/${article}.md`;
  const content = rewrite.read(file) ?? '';
  const { yaml } = yamlOf(file, content);
  const differing = [
    ...new Set(credits.map(([{ way }]) => String(way[0]))),
    ...(dating.length > 0 ? ['published'] : []),
    ...(fieldsOf(rewrite.readValue(file)).revised === undefined ? [] : ['revised']),
  ];
  const own = `${differing.map((name) => fieldSource(yaml, name)).join('')}${upTo === null ? '' : printYaml({ upTo })}`;
  rewrite.write(`articles/${article}@${number}.md`, `---\n${own}---\n${upTo === null ? `\n${texts.old}\n` : ''}`);

  let front = yaml;
  for (const [item, decision] of credits) {
    if (decision.became !== 'reworded') continue;
    for (const [way, value] of decision.fields) front = setAt(front, [...item.way, ...way], value);
  }
  front = removeAll(
    front,
    credits.flatMap(([item, { became }]) => (became === 'reworded' ? [] : [item.way])),
  );
  front = removeAll(front, dating);
  front = setAt(front, ['revised'], { on: revised.on, reason: revised.reason, correction: revised.correction });
  rewrite.write(file, `---\n${front}---\n\n${texts.now}\n`);
}

/** The field of the front matter, as its editor wrote it. */
function fieldSource(yaml: string, name: string): string {
  const { start } = stretchOf(yaml, [name]);
  const source = sourceAt(yaml, [name]).trimEnd();
  const isOnNextLine = /\n[ ]*$/.test(yaml.slice(0, start));
  return isOnNextLine ? `${name}:\n  ${source.replaceAll(/\n(?=[^\n])/g, '\n  ')}\n` : `${name}: ${source}\n`;
}
