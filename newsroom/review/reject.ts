/** Rejecting: removes a proposal and whatever depends on it, unless another thing replaces it. */
import { counted } from '../../data/compile/index.ts';
import { type Agenda, makeIfRight } from './agenda.ts';
import { dependentsOf, isEntity, merge, reject } from './decide.ts';
import type { Proposal } from './proposal.ts';
import { fieldsOf, findReferences, valueAt } from './reference.ts';
import type { Way } from './splice.ts';

/** Removes a proposal. If others refer to it, the editor decides what happens to these. */
export async function rejectOne(proposal: Proposal, agenda: Agenda): Promise<void> {
  const { desk } = agenda;
  if (proposal.kind === 'Article') {
    return desk.lines.say(
      `  An article cannot be rejected here. To remove it, stop (q) and delete articles/${proposal.slug}.md and .yaml.`,
    );
  }
  const values = desk.valuesNaming(proposal.slug ?? '');
  const dependents = dependentsOf(proposal, values);
  const own = new Set(desk.files());
  const others = [...dependents.keys()].filter((file) => !own.has(file));
  const uses = dependents.size === 0 ? [] : describeUses(proposal, dependents, values);
  if (uses.length > 0 || others.length > 0) {
    desk.lines.say([`  ${proposal.slug} is used:`, ...uses.map((line) => `  - ${line}`)].join('\n'));
    const answer = await askWhatThen(proposal, others, agenda);
    if (answer === '') return desk.lines.say('  Kept.');
    if (answer !== '-') return replaceBy(answer, proposal, agenda);
    if (others.length > 0) return desk.lines.say('  Kept. It can only be replaced: give the slug of another thing.');
  }
  makeIfRight(reject(proposal, dependents, desk.copy), 'rejected', agenda);
}

async function askWhatThen(proposal: Proposal, others: readonly string[], { desk }: Agenda): Promise<string> {
  const ways = [
    ...(isEntity(proposal) ? ['the slug of a replacement'] : []),
    ...(others.length === 0 ? ['"-" to remove all of these'] : []),
    'Enter to keep it',
  ];
  if (others.length > 0) desk.lines.say(`  - also in ${others.join(', ')}, which is not under review`);
  return (await desk.lines.ask(`  ${ways.join(', or ')}: `))?.trim() ?? '';
}

function replaceBy(slug: string, proposal: Proposal, agenda: Agenda): void {
  const { copy, lines, typeOf, valuesNaming } = agenda.desk;
  if (!isEntity(proposal) || slug === proposal.slug || typeOf(slug) === null) {
    lines.say(
      slug === proposal.slug
        ? '  That is its own slug. Give the slug of another thing.'
        : `  The corpus has nothing with the slug "${slug}" that could replace it.`,
    );
    return;
  }
  makeIfRight(merge(proposal, slug, valuesNaming(proposal.slug ?? ''), copy), 'rejected', agenda);
}

/** Lines like "2 places name it as a speaker" and "1 statement would be removed with it". */
function describeUses(
  proposal: Proposal,
  dependents: ReadonlyMap<string, readonly Way[]>,
  values: ReadonlyMap<string, unknown>,
): string[] {
  const lines: string[] = [];
  const references = findReferences(proposal.slug ?? '', values);
  const own = (file: string, way: Way) =>
    proposal.parts.some(
      (part) => part.file === file && part.way.join() === way.slice(0, part.way.length).join() && part.way.length > 0,
    );
  for (const [role, all] of Map.groupBy(
    references.filter(({ file, way }) => !own(file, way)),
    ({ role: one }) => one,
  )) {
    lines.push(`${counted(all.length, 'place')} ${all.length === 1 ? 'names' : 'name'} it ${role}`);
  }
  const items = [...dependents].flatMap(([file, ways]) =>
    ways
      .filter((way) => way.length === 2 && way[0] !== 'mentions')
      .map((way) => ({ list: String(way[0]), item: valueAt(values.get(file), way) })),
  );
  for (const [list, all] of Map.groupBy(items, ({ list: name }) => name)) {
    const confirmed = all.filter(({ item }) => fieldsOf(item).draft === undefined).length;
    const noun = list.replace(/s$/, '');
    lines.push(
      `${counted(all.length, noun)} would be removed with it${confirmed === 0 ? '' : `, ${confirmed} of them already confirmed`}`,
    );
  }
  return lines;
}
