/** The walk: from one proposal to the next, and the action of each answer. */
import { acceptKind, acceptOne } from './accept.ts';
import { type Agenda, currentOf, goBack, goOn, noticeChanges, type Outcome, openAgenda, undo } from './agenda.ts';
import type { Desk } from './desk.ts';
import { editLines, editOne } from './edit.ts';
import type { Proposal } from './proposal.ts';
import { rejectOne } from './reject.ts';
import { showProposal } from './show.ts';

export interface Tally {
  readonly accepted: number;
  readonly rejected: number;
  readonly open: number;
  /** Files that can no longer be read; their proposals are left open too. */
  readonly illegible: readonly string[];
}

/** Asks about each proposal until all are decided or skipped, or the editor stops. Returns the counts. */
export async function walk(desk: Desk): Promise<Tally> {
  const agenda = openAgenda(desk);
  let shown: Proposal | null = null;
  for (let proposal = currentOf(agenda); proposal !== null; proposal = currentOf(agenda)) {
    if (proposal !== shown) {
      const place = { number: agenda.at + 1, total: agenda.entries.length, width: desk.width };
      desk.lines.say(showProposal(proposal, place, desk.describe, desk.colours));
      shown = proposal;
    }
    const answer = (await desk.lines.ask(PROMPT))?.trim() ?? 'q';
    if (noticeChanges(agenda)) continue;
    if (answer === 'q') break;
    await takeAnswer(answer, proposal, agenda);
  }
  const count = (wanted: Outcome) => agenda.entries.filter(({ outcome }) => outcome === wanted).length;
  const illegible = desk.illegible();
  return { accepted: count('accepted'), rejected: count('rejected'), open: desk.proposals().length, illegible };
}

const PROMPT = 'a accept · e edit · r reject · n next · ? help > ';

const HELP = `
  a  accept: this is right as it is
  e  edit field by field; the proposal is shown again before you accept it
  E  edit the lines in $VISUAL or $EDITOR
  r  reject: remove it
  n  next: leave it open for now
  b  back to the previous open proposal
  A  accept all remaining proposals of this kind
  u  undo the last change
  q  stop; every decision is saved already
`;

function takeAnswer(answer: string, proposal: Proposal, agenda: Agenda): Promise<void> | void {
  const { lines } = agenda.desk;
  switch (answer) {
    case 'a':
      return acceptOne(proposal, agenda);
    case 'A':
      return acceptKind(proposal, agenda);
    case 'e':
      return editOne(proposal, agenda);
    case 'E':
      return editLines(proposal, agenda);
    case 'r':
      return rejectOne(proposal, agenda);
    case 'n':
      return goOn(agenda);
    case 'b':
      if (!goBack(agenda)) lines.say('No open proposal comes before this one. "u" undoes the last change.');
      return;
    case 'u': {
      const files = undo(agenda);
      return lines.say(files === null ? 'There is nothing to undo.' : `Restored ${files.join(', ')}.`);
    }
    case '?':
      return lines.say(HELP);
    default:
      return lines.say('Answer with a, e, E, r, n, b, A, u or q; "?" explains them.');
  }
}
