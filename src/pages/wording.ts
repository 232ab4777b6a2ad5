/** Words for people, in pages and documents alike: constants, counts and texts too long for their place. */
import type { StatementKind } from '../../data/model.ts';
import { numberIn } from './locale.ts';

/** "Direct quote" for `DIRECT_QUOTE`. */
export function inWords(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 statement", "1,234 statements". Only for words whose plural ends in "s". */
export function counted(count: number, thing: string, language = 'en'): string {
  return `${numberIn(language, count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** A statement's words, in quotation marks if all are quoted: the text of any other kind has them where they belong. */
export function withMarks(kind: StatementKind, text: string): string {
  return kind === 'DIRECT_QUOTE' && !/^[“"«„]/.test(text) ? `“${text}”` : text;
}

/** The start of a text that does not fit, up to the end of a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  // By characters: half of a surrogate pair is no text.
  const cut = [...text.slice(0, length)].slice(0, -1).join('');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space < length / 2 ? cut.length : space)}…`;
}

/**
 * Without the characters that turn the direction of what follows (UAX 9). Titles and attributes have no elements that
 * would keep them to themselves, and a name that leaves one open turns what is around it even then.
 */
export function withoutDirections(text: string): string {
  return text.replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

/** JSON for a script element, which `</script>` in a string would end. */
export function jsonInScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Whether an address may be a link. One with another scheme, such as `javascript:`, may not. */
export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
