/** The ground of an event: the words that tell of it, and whose they are. */
import type { Trigger } from './event-phrase.ts';
import type { Range } from './sentence.ts';
import { overlaps, type Sheet, within } from './sheet.ts';
import type { DraftStatement } from './statement.ts';
import type { Sentence } from './token.ts';

export interface Ground {
  /** The sentence, or the part of it that is somebody's statement. */
  readonly words: Range;
  readonly statement: DraftStatement | null;
  /** Whether it only follows the statement, in a sentence without a cue of its own. */
  readonly isCarried: boolean;
}

/**
 * The sentence, or the content of a statement in it. After a sentence attributed to somebody, one without a new cue may
 * still be attributed to them.
 */
export function groundOf(
  sheet: Sheet,
  index: number,
  { at }: Trigger,
  statements: readonly DraftStatement[],
): Ground | null {
  const sentence = sheet.sentences[index];
  const token = sentence?.tokens[at];
  if (sentence === undefined || token === undefined) return null;
  const inside = statements.filter(({ speech }) => speech.content.some((range) => overlaps(range, sentence)));
  for (const statement of inside) {
    const content = statement.speech.content.find((range) => within(token, range));
    if (content === undefined) continue;
    if (statement.speech.kind === 'DIRECT_QUOTE') return null;
    return { words: content, statement, isCarried: false };
  }
  const last = inside.length > 0 ? null : lastBefore(sheet, sentence, statements);
  return { words: sentence, statement: last, isCarried: last !== null };
}

/** The last statement before the sentence in its paragraph, unless it was word for word. */
function lastBefore(sheet: Sheet, sentence: Sentence, statements: readonly DraftStatement[]): DraftStatement | null {
  const last = statements.findLast(({ speech }) => speech.sources[0].start < sentence.start);
  if (last === undefined || last.speech.kind === 'DIRECT_QUOTE') return null;
  return sheet.text.slice(last.speech.sources[0].start, sentence.start).includes('\n') ? null : last;
}
