/** Editing: giving a proposal another slug, other fields or other lines. */
import { a, counted, isSlug, SLUG_FORM } from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { type Agenda, make, makeIfRight, readAgain } from './agenda.ts';
import { isEntity, merge, move, moveMention } from './decide.ts';
import { openEditor } from './editor.ts';
import { fillForm } from './form.ts';
import type { Proposal } from './proposal.ts';
import { findReferences } from './reference.ts';
import { openTyped } from './typed.ts';

/** Asks for the slug, if the proposal has one of its own, and then field by field. */
export async function editOne(proposal: Proposal, agenda: Agenda): Promise<void> {
  agenda.desk.lines.say('Enter keeps the value, "-" removes it, "!" gives up and changes nothing.');
  if (isEntity(proposal) || proposal.kind === 'Mention') {
    const answer = await agenda.desk.lines.ask(`  slug [${proposal.slug}]: `);
    if (answer === null || answer.trim() === '!') return;
    const slug = answer.trim();
    if (slug !== '' && slug !== proposal.slug) return giveSlug(proposal, slug, agenda);
  }
  const change = await fillForm(proposal, agenda.desk);
  if (change !== null && change.size > 0) makeEdit(change, proposal, agenda);
}

/** Opens the lines of the proposal in $VISUAL or $EDITOR. */
export async function editLines(proposal: Proposal, agenda: Agenda): Promise<void> {
  const change = await openEditor(proposal, agenda.desk);
  if (change !== null) makeEdit(change, proposal, agenda);
}

/** Saves the edit. If another program has written meanwhile, applies it to the new content or keeps it in a file. */
function makeEdit(change: FileChange, proposal: Proposal, agenda: Agenda): void {
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
  else desk.lines.say(`Your edit does not fit the new content. It was not saved, but is kept in ${typed.keep()}.`);
}

function saveEdit(change: FileChange, agenda: Agenda): void {
  const before = agenda.made.length;
  make(change, null, agenda);
  if (agenda.made.length > before) agenda.desk.lines.say('Saved.');
}

/** Gives the proposal another slug. If a thing has that slug already, the two are merged. */
async function giveSlug(proposal: Proposal, slug: string, agenda: Agenda): Promise<void> {
  const { desk } = agenda;
  if (!isSlug(slug)) return desk.lines.say(`"${slug}" is not a slug: ${SLUG_FORM}.`);
  const type = desk.typeOf(slug);
  const values = desk.valuesNaming(proposal.slug ?? '');
  if (type === null && isEntity(proposal)) {
    return makeIfRight(move(proposal, slug, values, desk.copy), null, agenda);
  }
  if (type === null) return desk.lines.say(`The corpus has nothing with the slug "${slug}".`);
  if (!isEntity(proposal)) return makeIfRight(moveMention(proposal, slug, desk.copy), null, agenda);
  const references = findReferences(proposal.slug ?? '', values).length;
  const answer = await desk.lines.ask(
    `  "${slug}" is already ${a(type as 'Person')} in the corpus. Merge this into it? ${counted(references, 'reference')} and the mentions move there, and the proposed file is deleted. y or n: `,
  );
  if (answer?.trim() === 'y') makeIfRight(merge(proposal, slug, values, desk.copy), 'accepted', agenda);
}
