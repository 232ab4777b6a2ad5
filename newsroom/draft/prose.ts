/** Prose: sentences that tell, in distinction from headings, lists, tables, captions, credits and notices. */
import type { Range } from './sentence.ts';
import type { Sentence } from './token.ts';

/** Whether a paragraph is told in sentences: no item of a list, table, caption, credit or notice. */
export function isTold(text: string, { start, end }: Range): boolean {
  const line = text.slice(start, end);
  return !LISTED.test(line) && !NOTICE.test(line);
}

/** Whether a sentence of such a paragraph is prose that reports: a whole sentence with a verb, not a question. */
export function isProse(text: string, sentence: Sentence): boolean {
  const words = text.slice(sentence.start, sentence.end);
  if (!/[.!…]["”’'»)\]]*$/.test(words) || /[?]["”’']?$/.test(words)) return false;
  if (ADDRESS.test(words) || isMostlyCapitals(words) || TOLD_BY_OTHERS.test(words)) return false;
  return sentence.tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
}

/** A bullet, a number of a list, a table's cells, words in brackets, a signature. */
const LISTED = /^(?:[-•*·–—▪◦>#|]|\d{1,2}[.)]\s|\(|\[)|\t|\s\||[^.]\s{3,}\S/u;

const NOTICE =
  /^(?:photo|picture|image|caption|pictured|credit|corrections?|clarification|editors?['’]? note|update|note|read more|related|watch|click|subscribe|sign up|follow|share|contact|tickets|by)\b|\b(?:earlier version of this|this (?:article|story) (?:was|has been) (?:amended|corrected|updated)|(?:getty images|ap photo|file photo|photograph by|photo by|image:|photo:))/iu;

/** What a label, "per" or a work of fiction tells, without a verb of saying. */
const TOLD_BY_OTHERS = /^[^:.“"]{1,60}: |, per |\bin the (?:film|novel|play|book|series)\b/i;

/** A web address, an address of email or a telephone number. */
const ADDRESS = /https?:|www\.|\S@\S+\.\w|\b\d{3}[-.\s]\d{4}\b/;

function isMostlyCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length / 2;
}
