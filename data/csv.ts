/** Cells of comma-separated values: RFC 4180, and protection against what spreadsheets do with them. */

/**
 * Characters before a formula that spreadsheets skip: spaces and invisible characters. Apostrophes are included, so
 * that each one that was added can be recognized and removed again.
 */
const SKIPPED = String.raw`['\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`;

/** Signs that begin a formula, including the minus sign and the full-width and small forms of Chinese and Japanese. */
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫−]';

/** Where spreadsheets begin a cell: mostly after a comma, but after a semicolon if the decimal sign is a comma. */
const FORMULA = new RegExp(`(^|;)(?=${SKIPPED}${SIGN})|^(?='*[\\t\\r\\n])`, 'gu');
const GUARDED = new RegExp(`(^|;)'(?=${SKIPPED}${SIGN})|^'(?='*[\\t\\r\\n])`, 'gu');

/**
 * The text with an apostrophe, which marks a text in spreadsheets, before each formula that they would calculate: a
 * formula can send the rest of the sheet to somebody (OWASP, "CSV Injection").
 */
export function guardFormulas(text: string): string {
  return text.replace(FORMULA, "$1'");
}

/** Removes the apostrophes that `guardFormulas` added. */
export function unguardFormulas(cell: string): string {
  return cell.replace(GUARDED, '$1');
}

/** The cell in quotation marks if it needs them, also for readers that split at semicolons or tabs, or trim. */
export function quoteCell(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
