/** Openings: what stands before the first sentence of a paragraph: "BAKU, Nov. 3 (Reuters) —". */

/** The last paragraph that may begin with a dateline: a headline, other headlines and bylines come first. */
export const DEEPEST_DATELINE = 5;

/** How much of a paragraph stands before its first sentence; 0 if nothing does. */
export function lengthOfOpening(paragraph: string): number {
  const [whole = '', inside] = OPENING.exec(paragraph.slice(0, LONGEST_OPENING)) ?? [];
  // "Larkford — a town of mills — burned" begins with its subject.
  return inside !== undefined || /\d/.test(whole) || /^\p{Lu}{3,}/u.test(whole) ? whole.length : 0;
}

const LONGEST_OPENING = 160;

const AGENCY = String.raw`(?:\p{Lu}[\p{L}&]+(?: [\p{L}&]+){0,4}|dpa|epa)`;
const TOWN = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
/** Its groups are the agency in brackets, and the one after a comma. */
export const OPENING = new RegExp(
  String.raw`^(?:${TOWN}(?:, ${TOWN})?(?:[,:]? (?:\p{L}+day,? )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?)(?:,? \d{4})?)?,? ?)?(?:[(/]+(${AGENCY})[)/]+|, ?(\p{Lu}{2,}\p{L}*))? ?(?:--|[—–―-]) `,
  'u',
);
