/** Rejecting: a proposal, and what depends on it, unless another thing takes its place. */
import { counted } from '../../data/compile/index.ts';
import { type Agenda, makeIfRight } from './agenda.ts';
import { dependentsOf, isEntity, merge, reject } from './decide.ts';
import type { Proposal } from './proposal.ts';
import { fieldsOf, findReferences, valueAt } from './reference.ts';
import type { Way } from './splice.ts';

/** Takes a proposal out; where others name it, the editor says what becomes of these. */
export async function rejectOne(proposal: Proposal, agenda: Agenda): Promise<void> {
  const { desk } = agenda;
  if (proposal.kind === 'Article') {
    return desk.lines.say(
      `  An article is not rejected here. To be rid of it, stop (q) and delete articles/${proposal.slug}.md and .yaml.`,
    );
  }
  const values = desk.valuesNaming(proposal.slug ?? '');
  const dependents = dependentsOf(proposal, values);
  const own = new Set(desk.files());
  const others = [...dependents.keys()].filter((file) => !own.has(file));
  const told = dependents.size === 0 ? [] : tellDependents(proposal, dependents, values);
  if (told.length > 0 || others.length > 0) {
    desk.lines.say([`  ${proposal.slug} is needed:`, ...told.map((line) => `  - ${line}`)].join('\n'));
    const answer = await askWhatThen(proposal, others, agenda);
    if (answer === '') return desk.lines.say('  It stays.');
    if (answer !== '-') return replaceBy(answer, proposal, agenda);
    if (others.length > 0) return desk.lines.say('  It stays: only a slug can take its place.');
  }
  makeIfRight(reject(proposal, dependents, desk.copy), 'rejected', agenda);
}

async function askWhatThen(proposal: Proposal, others: readonly string[], { desk }: Agenda): Promise<string> {
  const ways = [
    ...(isEntity(proposal) ? ['the slug of what takes its place'] : []),
    ...(others.length === 0 ? ['"-" to take all of that out'] : []),
    'Enter to keep it',
  ];
  if (others.length > 0) desk.lines.say(`  - also in ${others.join(', ')}, which is not under review`);
  return (await desk.lines.ask(`  ${ways.join(', or ')}: `))?.trim() ?? '';
}

function replaceBy(slug: string, proposal: Proposal, agenda: Agenda): void {
  const { copy, lines, typeOf, valuesNaming } = agenda.desk;
  if (!isEntity(proposal) || slug === proposal.slug || typeOf(slug) === null) {
    lines.say(
      `  Nothing ${slug === proposal.slug ? 'else ' : ''}in the corpus that could take its place is called "${slug}".`,
    );
    return;
  }
  makeIfRight(merge(proposal, slug, valuesNaming(proposal.slug ?? ''), copy), 'rejected', agenda);
}

/** "2 statements name it as a speaker: taken out with it" */
function tellDependents(
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
      `${counted(all.length, noun)} would go with it${confirmed === 0 ? '' : `, ${confirmed} of them confirmed already`}`,
    );
  }
  return lines;
}
