/** A cell of comma-separated values: RFC 4180, and what spreadsheets make of it. */

/**
 * What stands before a formula and is skipped: spaces, and characters that nobody sees. Apostrophes are among it, so that
 * each that was put on can be told and taken off again.
 */
const SKIPPED = String.raw`['\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`;

/** What begins a formula: also full-width and small, as spreadsheets for Chinese and Japanese take it, and the minus sign. */
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫−]';

/** Where spreadsheets begin a cell: most at a comma, where the decimal sign is a comma at a semicolon. */
const FORMULA = new RegExp(`(^|;)(?=${SKIPPED}${SIGN})|^(?='*[\\t\\r\\n])`, 'gu');
const GUARDED = new RegExp(`(^|;)'(?=${SKIPPED}${SIGN})|^'(?='*[\\t\\r\\n])`, 'gu');

/**
 * The text with an apostrophe, by which spreadsheets know a text, before each formula that they would calculate: it can
 * send the rest of the sheet to somebody (OWASP, "CSV Injection").
 */
export function guardFormulas(text: string): string {
  return text.replace(FORMULA, "$1'");
}

/** Takes off what `guardFormulas` put on. */
export function unguardFormulas(cell: string): string {
  return cell.replace(GUARDED, '$1');
}

/** In quotation marks where it needs them: also for readers that split at semicolons or tabs, or trim. */
export function quoteCell(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
