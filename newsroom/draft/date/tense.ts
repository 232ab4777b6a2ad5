/** Tenses: whether the words around a date are about the past or the future. */
import { lowerAt, textAt, type Word } from './word.ts';

export type Tense = 'past' | 'future';

/**
 * The tense of the verb that a date belongs to: the nearest one before it in its sentence, otherwise the first one after
 * it; null if no verb shows a tense.
 */
export function tenseAt(words: readonly Word[], start: number, end: number): Tense | null {
  return tenseByPreposition(words, start) ?? tenseBefore(words, start) ?? tenseAfter(words, end);
}

/** The greatest distance of the verb, in words. */
const REACH = 25;

/** "since Monday", "a strike for Monday", "has until Monday", "the vote is on Thursday". */
function tenseByPreposition(words: readonly Word[], start: number): Tense | null {
  const [before, further] = [lowerAt(words, start - 1), lowerAt(words, start - 2)];
  if (before === 'since') return 'past';
  if (before === 'for') return 'future';
  if (before === 'by') return /^(?:has|have)$/.test(further) ? 'future' : null;
  // Something that lasts until a date is not over yet, unless the verb says so: "ran until May".
  if (/^(?:until|till|through)$/.test(before)) return isOver(words, start) ? 'past' : 'future';
  return /^(?:is|are)$/.test(before === 'on' ? further : before) ? 'future' : null;
}

function isOver(words: readonly Word[], start: number): boolean {
  return [2, 3, 4, 5, 6, 7].some(
    (back) =>
      /^(?:was|were|had|ran|lasted|went|continued|remained|stayed|lived|worked)$/.test(lowerAt(words, start - back)) &&
      !/^(?:would|could|may|might)$/.test(lowerAt(words, start - back - 1)),
  );
}

function tenseBefore(words: readonly Word[], start: number): Tense | null {
  if (words[start]?.opens === true) return null;
  for (let at = start - 1; at >= 0 && start - at <= REACH; at--) {
    if (isPromise(words, at, start)) return 'future';
    const tense = tenseOf(words, at);
    if (tense !== null) return tense;
    if (words[at]?.opens === true) return null;
  }
  return null;
}

function tenseAfter(words: readonly Word[], end: number): Tense | null {
  for (let at = end; at - end <= REACH && words[at]?.opens === false; at++) {
    const tense = tenseOf(words, at);
    if (tense !== null) return tense;
  }
  return null;
}

/** "agreed to meet on Friday", "asked him to come on Monday": whether the words are about a future action. */
function isPromise(words: readonly Word[], at: number, start: number): boolean {
  if (!PROMISE.test(lowerAt(words, at)) || /^(?:was|were|had|been)$/.test(lowerAt(words, at - 1))) return false;
  return [1, 2, 3].some((further) => at + further < start && lowerAt(words, at + further) === 'to');
}

const PROMISE =
  /^(?:agreed|vowed|pledged|promised|plan|plans|planned|planning|ordered|asked|invited|summoned|decided|hopes?|hoped|intends?|intended|wants?|threatened|offered|prepares?|prepared|preparing|ready|set|urged|called|going|allowed|forecast|likely|unlikely|about)$/;

function tenseOf(words: readonly Word[], at: number): Tense | null {
  const word = lowerAt(words, at);
  const before = lowerAt(words, at - 1);
  if (MODAL.test(word)) return textAt(words, at) === 'May' || lowerAt(words, at + 1) === 'not' ? null : 'future';
  if (/^(?:will|shall|ll)$/.test(word)) return 'future';
  if (word === 'to' && /^(?:is|are|be)$/.test(before)) return 'future';
  if (word === 'be' && /^(?:to|not)$/.test(before)) return isUnable(words, at) ? 'past' : 'future';
  if (SOON.test(word)) return /^(?:was|were|had|been)$/.test(before) ? 'past' : 'future';
  if (/ed$/.test(word) && (NO_VERB.test(word) || isAdjective(words, at))) return null;
  if (!PAST.test(word)) return null;
  return /ed$/.test(word) || PARTICIPLE.test(word) ? tenseOfParticiple(words, at) : 'past';
}

/** "the flooded region", "Mohamed": whether the word is not a verb here. */
function isAdjective(words: readonly Word[], at: number): boolean {
  return DETERMINER.test(lowerAt(words, at - 1)) || /^\p{Lu}/u.test(textAt(words, at));
}

const DETERMINER = /^(?:the|a|an|its|his|her|their|our|my|this|that|these|those|of|some|many|most|other|two|three)$/;

/** "was held" is past; "will be held" and "is to be held" are future. */
function tenseOfParticiple(words: readonly Word[], at: number): Tense {
  const helper = [1, 2, 3]
    .map((back) => at - back)
    .find((place) => /^(?:be|will|shall|would|may|might)$/.test(lowerAt(words, place)));
  return helper === undefined || isUnable(words, helper) ? 'past' : 'future';
}

/** "could not be reached" is past. */
function isUnable(words: readonly Word[], at: number): boolean {
  return lowerAt(words, at - 1) === 'not' && lowerAt(words, at - 2) === 'could';
}

const MODAL = /^(?:would|may|might|must|could)$/;
const SOON =
  /^(?:scheduled|due|slated|expected|expects?|upcoming|forthcoming|begins|starts|opens|reopens|resumes|meets|launches|kicks|takes|plays|goes|go|signs|travels|arrives|ends|closes|expires|aims|forecast|leaves|retires|departs|returns)$/;
const PARTICIPLE =
  /^(?:cut|hit|quit|beat|held|made|put|sent|brought|shown|given|taken|set|built|paid|seen|known|sworn|born|found|read|sold)$/;
const NO_VERB =
  /^(?:hundred|indeed|need|speed|feed|seed|bed|red|shed|breed|sacred|naked|wicked|rugged|united|unprecedented|aged|deed|creed|greed|weed|exceed|proceed|succeed)$/;
const PAST =
  /^(?:\p{L}+ed|was|were|had|did|said|told|held|made|put|sent|brought|gave|took|came|went|saw|began|won|lost|met|fell|rose|broke|left|found|led|hit|shot|struck|got|became|ran|spoke|wrote|sold|paid|built|set|fought|felt|kept|knew|shown|given|taken|seen|sworn|born|flew|drew|fled|beat|cut|quit|spent|stood|heard|thought|bought|caught|taught|sought|dealt|sank|drove|threw|grew|rode|blew|sat|stole|swore|woke|wore|lay|laid|hung|dug|burnt|learnt)$/u;
