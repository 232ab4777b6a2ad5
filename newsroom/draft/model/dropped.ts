/** Counts of what became of a model's proposals, for the line that reports a draft. */
import { counted } from '../../../data/compile/index.ts';

/** Why a proposal of a model is dropped. */
const REASONS = {
  missing: 'whose words are not in the text, or not in one place',
  refused: 'that the compiler refuses',
  repeated: 'that repeat others',
  unread: 'too many to read',
} as const;
export type Reason = keyof typeof REASONS;

export type Drop = (reason: Reason) => void;

/** What became of an answer. */
export interface Outcome {
  /** Proposals of statements, events and facts that the rules made too. */
  readonly agreed: number;
  /** Those that only the model made. */
  readonly added: number;
  /** Statements of the rules that name a speaker against the model. */
  readonly against: number;
  /** Statements left out, because the rules guessed a speaker and the model names another. */
  readonly disputed: number;
  readonly dropped: ReadonlyMap<Reason, number>;
}

/** The outcome in words. */
export function describeOutcome({ agreed, added, against, disputed, dropped }: Outcome): string {
  const all = [...dropped.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...dropped].map(([reason, count]) => `${count} ${REASONS[reason]}`);
  return [
    `${agreed} as the rules`,
    `${added} more`,
    ...(against > 0 ? [`${counted(against, 'statement')} with another speaker than the rules`] : []),
    ...(disputed > 0 ? [`${counted(disputed, 'statement')} left out for a disputed speaker`] : []),
    ...(all > 0 ? [`${all} dropped (${reasons.join(', ')})`] : []),
  ].join('; ');
}
