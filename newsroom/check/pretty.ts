/** `--format pretty`: findings for an editor at a terminal, in the form in which the compiler prints problems. */
import { styleText } from 'node:util';
import { counted, printFound } from '../../data/compile/index.ts';
import type { Look } from './look.ts';
import type { Finding } from './rule.ts';

/** Each finding with its words underlined, and the counts at the end. */
export function printPretty({ findings, articleCount, entityCount }: Look, colours: boolean): string {
  const checked = `${counted(articleCount, 'article')} and ${counted(entityCount, 'entity', 'entities')} checked`;
  if (findings.length === 0) {
    const clean = 'Nothing to fix';
    return `${colours ? styleText('green', clean, { validateStream: false }) : clean}: ${checked}.\n`;
  }
  const problems = findings.filter(({ severity }) => severity === 'error').length;
  const files = new Set(findings.map(({ at }) => at.file.path)).size;
  const counts = `${counted(problems, 'problem')}, ${counted(findings.length - problems, 'warning')} in ${counted(files, 'file')}; ${checked}.`;
  return `${[...findings.map((finding) => printFinding(finding, colours)), counts].join('\n\n')}\n`;
}

function printFinding(finding: Finding, colours: boolean): string {
  const { severity, code } = finding;
  return severity === 'warning'
    ? printFound(finding, { label: `warning: ${code}`, colour: 'yellow' }, colours)
    : printFound(finding, { label: code, colour: 'red' }, colours);
}
