/** Bodies: organizations without a word of their own for what they are, known by the words beside their names. */
import { type Candidate, organization } from './candidate.ts';
import { isDemonym, isNext, isOrdinary, isRole, isSaying, isShouted, listedAt, type Reading } from './reading.ts';

const KIND =
  /^(company|firm|corporation|conglomerate|manufacturer|maker|carmaker|automaker|airline|bank|retailer|supermarket|chain|startup|start-up|newspaper|paper|daily|tabloid|weekly|magazine|journal|broadcaster|channel|network|agency|website|outlet|charity|foundation|party|union|group|movement|militia|organisation|organization|ngo|nonprofit|club|team|studio|label|band|thinktank|think-tank|institute|watchdog|brand|coalition|alliance|faction|cult|church|sect|gang|cartel|consortium|brewery|brewer|insurer|lender|utility|consultancy|subsidiary|squad|orchestra|regiment|brigade|battalion)$/;
const PEOPLE_OF =
  /^(spokes(man|woman|person|people)|ceo|chief|chairman|chairwoman|founder|co-founder|shares|stock|employees?|workers?|staff|executives?|analysts?|officials?|customers?|subscribers?|headquarters|shareholders?|subsidiary|profits?|revenues?|lawmakers?|mps?|fighters|militants|bosses|board)$/;

/** The name as an organization; null if nothing beside it says so. */
export function asBody(reading: Reading, from: number, to: number): Candidate | null {
  if (reading.words.slice(from, to).some((word) => isDemonym(reading, word))) return null;
  if (isKind(reading, from, to)) return organization(from, to, 'organization-noun');
  if (hasPeople(reading, from, to)) return organization(from, to, 'people-of-organization');
  return reading.words.slice(from + 1, to - 1).some(({ text }) => text === '&')
    ? organization(from, to, 'ampersand')
    : null;
}

/** "localist group Youngspiration", "Cloud9, a team", "the Verkstad union". */
function isKind(reading: Reading, from: number, to: number): boolean {
  const { words } = reading;
  const before = words[from - 1];
  if (isNext(reading, from) && before?.isCapital === false && KIND.test(before.folded)) return true;
  const after = words[to];
  if (isNext(reading, to) && after?.isCapital === false && KIND.test(after.folded)) return true;
  return isAppositionOf(reading, to, KIND);
}

/** "X, a small town": whether such a noun is within four words after the comma and the article. */
export function isAppositionOf(reading: Reading, to: number, nouns: RegExp): boolean {
  if (reading.words[to]?.text !== ',' || !/^(a|an|the)$/.test(reading.words[to + 1]?.text ?? '')) return false;
  for (let at = to + 2; at < to + 6 && isNext(reading, at); at++) {
    if (nouns.test(reading.words[at]?.folded ?? '')) return true;
  }
  return false;
}

/** "a spokeswoman for Quell", "shares in Quell", "Quell's employees", "an analyst at Quell", "owned by Quell", "Quell declined to comment". */
function hasPeople(reading: Reading, from: number, to: number): boolean {
  const { words } = reading;
  const owned = /^[’']s$/.test(words[to]?.text ?? '') ? to + 1 : to;
  const after = words[owned];
  if (isNext(reading, owned) && after?.isCapital === false && PEOPLE_OF.test(after.folded)) return true;
  if (/^(did not (immediately )?respond|declined to comment)/.test(textOf(reading, to, to + 4))) return true;
  const preposition = words[from - 1]?.folded === 'the' ? from - 2 : from - 1;
  const [head, word] = [words[preposition - 1], words[preposition]?.text ?? ''];
  if (head === undefined || head.isMark || !isNext(reading, preposition) || !isNext(reading, from)) return false;
  if (word === 'for') return /^(spokes\w+|works?|worked|working|plays?|played|playing)$/.test(head.folded);
  if (word === 'at') return isRole(head) || /^(works?|worked|working)$/.test(head.folded);
  if (word === 'by')
    return /^(owned|acquired|operated|published|run|polled|employed|made|produced|developed|sponsored)$/.test(
      head.folded,
    );
  return (
    /^(of|in|from)$/.test(word) &&
    /^(shares?|stock|stake|subsidiary|employees?|shareholders?|customers)$/.test(head.folded)
  );
}

function textOf({ words }: Reading, from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** "told Radio Dales", "the Quell Trust for Birds says": a speaker that is no person. */
export function asSpeakingBody(reading: Reading, from: number, to: number): Candidate | null {
  const { words } = reading;
  const own = words.slice(from, to);
  if (own.some((word) => isDemonym(reading, word) || isRole(word)) || own.every(isShouted)) return null;
  if (own[0]?.isInitial === true && isOrdinary(reading, own[0]) && !reading.confirmed.has(own[0].folded)) return null;
  if (own.some((_, at) => listedAt(reading, from + at) !== null)) return null;
  const before = words[words[from - 1]?.folded === 'the' ? from - 2 : from - 1];
  const isTold = before?.text === 'told' && isNext(reading, from);
  return isTold || isSaying(words[to]) ? organization(from, to, 'speaking-organization') : null;
}
