/** `--format pretty`: for an editor at a terminal, as the compiler prints its problems. */
import { styleText } from 'node:util';
import { type Excerpt, excerpt, printable } from '../compile/excerpt.ts';
import { counted } from '../compile/problem.ts';
import type { Look } from './look.ts';
import type { Finding } from './rule.ts';

type Format = 'bold' | 'red' | 'yellow' | 'green' | 'dim';
type Paint = (format: Format, text: string) => string;

/** Each finding with its words underlined, and behind them how many there are. */
export function printPretty({ findings, articleCount, entityCount }: Look, colours: boolean): string {
  const paint: Paint = (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
  const checked = `${counted(articleCount, 'article')} and ${counted(entityCount, 'entity', 'entities')} checked`;
  if (findings.length === 0) return `${paint('green', 'Nothing to mend')}: ${checked}.\n`;
  const problems = findings.filter(({ severity }) => severity === 'error').length;
  const files = new Set(findings.map(({ at }) => at.file.path)).size;
  const counts = `${counted(problems, 'problem')}, ${counted(findings.length - problems, 'warning')} in ${counted(files, 'file')}; ${checked}.`;
  return `${[...findings.map((finding) => printFinding(finding, paint)), counts].join('\n\n')}\n`;
}

function printFinding({ severity, code, at, says, expected, mend }: Finding, paint: Paint): string {
  const { line, column, shown } = excerpt(at);
  const isWarning = severity === 'warning';
  const colour = isWarning ? 'yellow' : 'red';
  const lines = [
    `${paint('bold', `${printable(at.file.path)}:${line}:${column}`)} ${paint(colour, isWarning ? `warning: ${code}` : code)}`,
    ...(shown === null ? [] : printExcerpt(line, shown, colour, paint)),
    ...says.split('\n').map((part) => `  ${part}`),
    ...(expected === null ? [] : [`  Expected: ${expected}`]),
    `  Mend: ${mend}`,
  ];
  return lines.join('\n');
}

function printExcerpt(line: number, shown: Excerpt, colour: Format, paint: Paint): string[] {
  const number = String(line).padStart(4);
  const underline = `${' '.repeat(shown.indent)}${paint(colour, '^'.repeat(shown.width))}`;
  return [
    `${paint('dim', `${number} | `)}${shown.text}`,
    `${paint('dim', `${' '.repeat(number.length)} | `)}${underline}`,
  ];
}
