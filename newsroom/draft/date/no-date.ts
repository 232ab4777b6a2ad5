/** Days that are none: a year before Christ, or the name of an event, such as "the September 11 attacks". */
import { lowerAt, textAt, type Word } from './word.ts';

/** Whether the words after a date count its year backwards, for which there is no EDTF here: "1200 BC", "10 August 234 B.C.E.". */
export function isBeforeChrist(words: readonly Word[], after: number): boolean {
  const isSpan = /^(?:and|or|to|[-–—])$/.test(lowerAt(words, after));
  const number = after + (isSpan ? 1 : 0);
  return isEra(words, after) || (/^\d{1,4}$/.test(textAt(words, number)) && isEra(words, number + 1));
}

function isEra(words: readonly Word[], at: number): boolean {
  const letters = [0, 1, 2].map((further) => lowerAt(words, at + further)).join(' ');
  return /^(?:bce?(?: |$)|b \. c|before christ)/.test(letters);
}

/** Whether a day without a year names an event of any year: "the September 11 attacks", "the January 6 committee", "post-October 7". */
export function isNameOfEvent(words: readonly Word[], first: number, after: number): boolean {
  if (/^[-‑–]$/.test(textAt(words, first - 1)) && words[first]?.joined === true) {
    return /^(?:pre|post|anti)$/.test(lowerAt(words, first - 2));
  }
  const before = lowerAt(words, first - 1);
  // "On July 4 rebels launched attacks": only after an article can all the words up to the event belong to its name.
  const reach = before === 'on' ? 0 : /^(?:the|a|an|this|that|those|s)$/.test(before) ? LONGEST : 1;
  for (let at = after; at - after < reach; at++) {
    if (EVENT.test(lowerAt(words, at))) return true;
    if (!/^[\p{L}-]/u.test(textAt(words, at)) || NO_ADJECTIVE.test(lowerAt(words, at))) return false;
  }
  return false;
}

/** "Harbour-led terrorist attacks" is five words, the hyphen being one. */
const LONGEST = 5;
const NO_ADJECTIVE = /^(?:the|a|an|in|at|on|of|to|for|and|or|by|with|after|before|when|was|were|is|his|her|its|their)$/;
const EVENT =
  /^(?:attacks?|attackers?|bombings?|bombers?|massacres?|plot|plotters?|hijackers?|riots?|rioters?|insurrection|insurrectionists|uprising|revolution|coup|crackdown|movement|commission|committee|victims?|survivors?|memorial|street|square|avenue|bridge|stadium)$/;
