/** Accepting: one proposal as it is, or all remaining ones of its kind. */
import { counted } from '../../data/compile/index.ts';
import { type Agenda, make } from './agenda.ts';
import { accept } from './decide.ts';
import type { Proposal } from './proposal.ts';
import { KIND_NAMES, painter, showProblems } from './show.ts';

/** Accepts the proposal, unless it has problems. */
export function acceptOne(proposal: Proposal, agenda: Agenda): void {
  const { copy, lines, colours, faultsIn } = agenda.desk;
  const faults = faultsIn(proposal);
  if (faults.length === 0) make(accept([proposal], copy), 'accepted', agenda);
  else {
    lines.say(showProblems(faults, painter(colours)));
    lines.say('The proposal cannot be accepted like this. Edit it (e) or reject it (r).');
  }
}

/** Accepts all open proposals of this kind; those with problems stay open. */
export function acceptKind({ kind }: Proposal, agenda: Agenda): void {
  const all = agenda.entries.flatMap(({ proposal, isOpen }) => (isOpen && proposal.kind === kind ? [proposal] : []));
  const right = all.filter((one) => agenda.desk.faultsIn(one).length === 0);
  if (right.length > 0) make(accept(right, agenda.desk.copy), 'accepted', agenda);
  const left = all.length - right.length;
  const [one, several] = KIND_NAMES[kind];
  const refused =
    left === 0 ? '' : ` ${left} cannot be accepted as ${left === 1 ? 'it is' : 'they are'}: "a" at each shows why.`;
  agenda.desk.lines.say(`${counted(right.length, one.toLowerCase(), several)} accepted.${refused}`);
}
