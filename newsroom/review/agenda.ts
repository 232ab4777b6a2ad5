/** The agenda: what is proposed, in its order, and what has become of each proposal so far. */
import type { Change } from './copy.ts';
import type { Desk } from './desk.ts';
import type { Proposal } from './proposal.ts';
import { painter, showProblems } from './show.ts';

export type Outcome = 'accepted' | 'rejected';

interface Entry {
  key: string;
  /** As it was last; the one to ask about while `isOpen`. */
  proposal: Proposal;
  isOpen: boolean;
  outcome: Outcome | null;
}

export interface Agenda {
  readonly desk: Desk;
  readonly entries: Entry[];
  /** The entry that is asked about; behind the last one there is nothing to ask. */
  at: number;
  /** Where each change that can be taken back was made. */
  readonly made: number[];
}

/** Everything that is proposed now, beginning with the first. */
export function openAgenda(desk: Desk): Agenda {
  return { desk, entries: desk.proposals().map(openEntry), at: 0, made: [] };
}

/** Null where there is nothing to ask about any more. */
export function currentOf({ entries, at }: Agenda): Proposal | null {
  const entry = entries[at];
  return entry?.isOpen === true ? entry.proposal : null;
}

/**
 * Writes what an answer changes and goes on to the next open proposal, unless this one is still open. Writes nothing where
 * another program has changed a file while the editor was answering.
 */
export function make(change: Change, outcome: Outcome | null, agenda: Agenda): void {
  if (noticeChanges(agenda)) return;
  agenda.desk.copy.write(change);
  agenda.made.push(agenda.at);
  relist(agenda, outcome);
  if (currentOf(agenda) === null) goOn(agenda);
}

/** Makes the change unless the compiler would find something wrong with it, which is told then. */
export function makeIfRight(change: Change, outcome: Outcome | null, agenda: Agenda): void {
  const faults = agenda.desk.faultsOf(change);
  if (faults.length === 0) make(change, outcome, agenda);
  else agenda.desk.lines.say(`${showProblems(faults, painter(agenda.desk.colours))}\nNothing was changed.`);
}

/** To the next open one; behind the last, where there is none. */
export function goOn(agenda: Agenda): void {
  const next = agenda.entries.findIndex(({ isOpen }, index) => index > agenda.at && isOpen);
  agenda.at = next === -1 ? agenda.entries.length : next;
}

/** False where no open one stands before this. */
export function goBack(agenda: Agenda): boolean {
  const before = agenda.entries.findLastIndex(({ isOpen }, index) => index < agenda.at && isOpen);
  if (before !== -1) agenda.at = before;
  return before !== -1;
}

/** Takes the last change back; null where there is none, else the files that are as before. */
export function undo(agenda: Agenda): string[] | null {
  const at = agenda.made.pop();
  const files = agenda.desk.copy.undo();
  if (at === undefined || files === null) return null;
  relist(agenda, null);
  agenda.at = at;
  return files;
}

/** Reads again what another program has written meanwhile, and says so; whether there was anything. */
export function noticeChanges(agenda: Agenda): boolean {
  const changed = readAgain(agenda);
  if (changed.length === 0) return false;
  agenda.desk.lines.say(
    `\nAnother program has changed ${changed.join(', ')}. Your answer was not used; this is how it stands now.`,
  );
  return true;
}

/** Reads again what another program has written meanwhile; the files in question. */
export function readAgain(agenda: Agenda): string[] {
  const changed = agenda.desk.copy.refresh();
  if (changed.length === 0) return [];
  agenda.made.length = 0;
  relist(agenda, null);
  if (currentOf(agenda) === null) goOn(agenda);
  return changed;
}

/** What is still proposed; what is not any more has been decided, or another program has taken it out. */
function relist({ desk, entries }: Agenda, outcome: Outcome | null): void {
  const now = new Map(desk.proposals().map((proposal) => [proposal.key, proposal]));
  const known = new Set(entries.map(({ key }) => key));
  let fresh = [...now.values()].filter(({ key }) => !known.has(key));
  const vanished = entries.filter(({ key, isOpen }) => isOpen && !now.has(key));
  for (const entry of entries) {
    const proposal = now.get(entry.key);
    if (proposal !== undefined) Object.assign(entry, { proposal, isOpen: true, outcome: null });
  }
  // What has only been changed keeps its number. Its slug tells more than its place, which moves.
  for (const isSame of [hasSameSlug, standsInSamePlace]) {
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

function standsInSamePlace({ parts: [a] }: Proposal, { parts: [b] }: Proposal): boolean {
  return a.way.length > 0 ? a.file === b.file && a.way.join() === b.way.join() : true;
}

function openEntry(proposal: Proposal): Entry {
  return { key: proposal.key, proposal, isOpen: true, outcome: null };
}
