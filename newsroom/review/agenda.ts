/** The agenda: the proposals in their order, and the outcome of each so far. */
import type { FileChange } from '../change-files.ts';
import type { Desk } from './desk.ts';
import type { Proposal } from './proposal.ts';
import { painter, showProblems } from './show.ts';

export type Outcome = 'accepted' | 'rejected';

interface Entry {
  key: string;
  /** The latest version; the one to ask about while `isOpen`. */
  proposal: Proposal;
  isOpen: boolean;
  outcome: Outcome | null;
}

export interface Agenda {
  readonly desk: Desk;
  readonly entries: Entry[];
  /** The index of the current entry; past the last one when nothing is left to ask. */
  at: number;
  /** For each change that can be undone, the index of its entry. */
  readonly made: number[];
}

/** An agenda of all present proposals, starting with the first. */
export function openAgenda(desk: Desk): Agenda {
  return { desk, entries: desk.proposals().map(openEntry), at: 0, made: [] };
}

/** The proposal to ask about; null when nothing is left. */
export function currentOf({ entries, at }: Agenda): Proposal | null {
  const entry = entries[at];
  return entry?.isOpen === true ? entry.proposal : null;
}

/**
 * Writes the change and goes on to the next open proposal, unless this one is still open. Writes nothing if another
 * program has changed a file while the editor was answering.
 */
export function make(change: FileChange, outcome: Outcome | null, agenda: Agenda): void {
  if (noticeChanges(agenda)) return;
  agenda.desk.copy.write(change);
  agenda.made.push(agenda.at);
  relist(agenda, outcome);
  if (currentOf(agenda) === null) goOn(agenda);
}

/** Makes the change, unless it would add problems; then it shows these. */
export function makeIfRight(change: FileChange, outcome: Outcome | null, agenda: Agenda): void {
  const faults = agenda.desk.faultsOf(change);
  if (faults.length === 0) make(change, outcome, agenda);
  else agenda.desk.lines.say(`${showProblems(faults, painter(agenda.desk.colours))}\nNothing was changed.`);
}

/** Goes to the next open entry, or past the last one if there is none. */
export function goOn(agenda: Agenda): void {
  const next = agenda.entries.findIndex(({ isOpen }, index) => index > agenda.at && isOpen);
  agenda.at = next === -1 ? agenda.entries.length : next;
}

/** Goes to the previous open entry. False if there is none. */
export function goBack(agenda: Agenda): boolean {
  const before = agenda.entries.findLastIndex(({ isOpen }, index) => index < agenda.at && isOpen);
  if (before !== -1) agenda.at = before;
  return before !== -1;
}

/** Undoes the last change and returns the files that it restored; null if there is none. */
export function undo(agenda: Agenda): string[] | null {
  const at = agenda.made.pop();
  const files = agenda.desk.copy.undo();
  if (at === undefined || files === null) return null;
  relist(agenda, null);
  agenda.at = at;
  return files;
}

/** Reads again the files that another program has changed, and tells the editor. False if there are none. */
export function noticeChanges(agenda: Agenda): boolean {
  const changed = readAgain(agenda);
  if (changed.length === 0) return false;
  agenda.desk.lines.say(
    `\nAnother program has changed ${changed.join(', ')}. Your answer was not used; the proposal is shown again as it is now.`,
  );
  return true;
}

/** Reads again the files that another program has changed, and returns them. */
export function readAgain(agenda: Agenda): string[] {
  const changed = agenda.desk.copy.refresh();
  if (changed.length === 0) return [];
  agenda.made.length = 0;
  relist(agenda, null);
  if (currentOf(agenda) === null) goOn(agenda);
  return changed;
}

/** Updates the entries. A proposal that is gone was decided, or another program has removed it. */
function relist({ desk, entries }: Agenda, outcome: Outcome | null): void {
  const now = new Map(desk.proposals().map((proposal) => [proposal.key, proposal]));
  const known = new Set(entries.map(({ key }) => key));
  let fresh = [...now.values()].filter(({ key }) => !known.has(key));
  const vanished = entries.filter(({ key, isOpen }) => isOpen && !now.has(key));
  for (const entry of entries) {
    const proposal = now.get(entry.key);
    if (proposal !== undefined) Object.assign(entry, { proposal, isOpen: true, outcome: null });
  }
  // A proposal that was only changed keeps its number. The slug identifies it better than its place, which can move.
  for (const isSame of [hasSameSlug, hasSamePlace]) {
    for (const entry of vanished.filter(({ key }) => !now.has(key))) {
      const proposal = fresh.find((one) => one.kind === entry.proposal.kind && isSame(one, entry.proposal));
      if (proposal === undefined) continue;
      Object.assign(entry, { key: proposal.key, proposal });
      fresh = fresh.filter((one) => one !== proposal);
    }
  }
  for (const entry of vanished) if (!now.has(entry.key)) Object.assign(entry, { isOpen: false, outcome });
  for (const one of fresh) entries.push(openEntry(one));
}

function hasSameSlug(a: Proposal, b: Proposal): boolean {
  return a.slug !== null && a.slug === b.slug;
}

function hasSamePlace({ parts: [a] }: Proposal, { parts: [b] }: Proposal): boolean {
  return a.way.length > 0 ? a.file === b.file && a.way.join() === b.way.join() : true;
}

function openEntry(proposal: Proposal): Entry {
  return { key: proposal.key, proposal, isOpen: true, outcome: null };
}
