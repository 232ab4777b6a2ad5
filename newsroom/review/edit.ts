/** Editing: another slug for what is proposed, other fields, or other lines. */
import { a, counted, isSlug, SLUG_FORM } from '../../data/compile/index.ts';
import { type Agenda, make, makeIfRight, readAgain } from './agenda.ts';
import type { Change } from './copy.ts';
import { isEntity, merge, move, moveMention } from './decide.ts';
import { openEditor } from './editor.ts';
import { fillForm } from './form.ts';
import type { Proposal } from './proposal.ts';
import { findReferences } from './reference.ts';
import { openTyped } from './typed.ts';

/** Asks for the slug of what has one of its own, and then field by field. */
export async function editOne(proposal: Proposal, agenda: Agenda): Promise<void> {
  if (isEntity(proposal) || proposal.kind === 'Mention') {
    const answer = await agenda.desk.lines.ask(`  slug [${proposal.slug}]: `);
    if (answer === null || answer.trim() === '!') return;
    const slug = answer.trim();
    if (slug !== '' && slug !== proposal.slug) return giveSlug(proposal, slug, agenda);
  }
  const change = await fillForm(proposal, agenda.desk);
  if (change !== null && change.size > 0) makeEdit(change, proposal, agenda);
}

/** Opens the lines in the editor's own editor. */
export async function editLines(proposal: Proposal, agenda: Agenda): Promise<void> {
  const change = await openEditor(proposal, agenda.desk);
  if (change !== null) makeEdit(change, proposal, agenda);
}

/** What was typed is never lost: where another program has written meanwhile, it is put into what stands there now. */
function makeEdit(change: Change, proposal: Proposal, agenda: Agenda): void {
  const { desk, entries } = agenda;
  const typed = openTyped(change, proposal, desk.copy);
  const changed = readAgain(agenda);
  if (changed.length === 0) {
    saveEdit(change, agenda);
    return;
  }
  desk.lines.say(`\nAnother program has changed ${changed.join(', ')}.`);
  const now = entries.find(({ key, isOpen }) => isOpen && key === proposal.key)?.proposal;
  const redone = now === undefined ? null : typed.redo(now, desk.copy);
  if (redone !== null && desk.faultsOf(redone).length === 0) saveEdit(redone, agenda);
  else
    desk.lines.say(`Your edit does not fit what stands there now. It was not saved, and is kept in ${typed.keep()}.`);
}

function saveEdit(change: Change, agenda: Agenda): void {
  const before = agenda.made.length;
  make(change, null, agenda);
  if (agenda.made.length > before) agenda.desk.lines.say('Saved.');
}

/** Another slug: of something that is there already, then the two are one; else the new name of this one. */
async function giveSlug(proposal: Proposal, slug: string, agenda: Agenda): Promise<void> {
  const { desk } = agenda;
  if (!isSlug(slug)) return desk.lines.say(`"${slug}" cannot be a slug: ${SLUG_FORM}.`);
  const type = desk.typeOf(slug);
  const values = desk.valuesNaming(proposal.slug ?? '');
  if (type === null && isEntity(proposal)) {
    return makeIfRight(move(proposal, slug, values, desk.copy), null, agenda);
  }
  if (type === null) return desk.lines.say(`There is nothing called "${slug}" in the corpus.`);
  if (!isEntity(proposal)) return makeIfRight(moveMention(proposal, slug, desk.copy), null, agenda);
  const references = findReferences(proposal.slug ?? '', values).length;
  const answer = await desk.lines.ask(
    `  "${slug}" is ${a(type as 'Person')} of the corpus. Make this the same: ${counted(references, 'reference')} and the mentions go over, the proposed file is removed. y or n: `,
  );
  if (answer?.trim() === 'y') makeIfRight(merge(proposal, slug, values, desk.copy), 'accepted', agenda);
}
