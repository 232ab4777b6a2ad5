/** The walk: from one proposal to the next, and what each answer does. */
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
  /** Files that cannot be read any more: what they propose is left open too. */
  readonly illegible: readonly string[];
}

/** Asks about each proposal until all are decided or passed over, or the editor stops; counts what came of them. */
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
  a  accept: this is right as it stands
  e  edit it field by field; it is shown again before you accept it
  E  edit its lines in $VISUAL or $EDITOR
  r  reject: take it out
  n  next: leave it open for another time
  b  back to the open one before
  A  accept all that are left of this kind
  u  undo the last change
  q  stop; everything decided is saved already
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
      if (!goBack(agenda)) lines.say('No open one stands before this. "u" takes the last change back.');
      return;
    case 'u': {
      const files = undo(agenda);
      return lines.say(files === null ? 'There is nothing to undo.' : `Taken back: ${files.join(', ')}.`);
    }
    case '?':
      return lines.say(HELP);
    default:
      return lines.say('Answer with one of a, e, E, r, n, b, A, u, q; "?" explains them.');
  }
}
