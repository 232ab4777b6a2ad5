/** `--format json`: findings for programs. */
import { jsonOf } from '../terminal.ts';
import type { Look } from './look.ts';
import { positionOf } from './position.ts';
import type { Finding } from './rule.ts';

/** One document with the problems, the warnings and the counts. */
export function printJson({ findings, articleCount, entityCount }: Look): string {
  const problems = findings.filter(({ severity }) => severity === 'error').map(plain);
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(plain);
  const counts = {
    problems: problems.length,
    warnings: warnings.length,
    articles: articleCount,
    entities: entityCount,
  };
  return `${jsonOf({ problems, warnings, counts })}\n`;
}

function plain({ severity, code, at, says, expected, fix }: Finding) {
  const name = severity === 'error' ? { code } : { rule: code };
  return { file: at.file.path, ...positionOf(at), severity, ...name, message: says, expected, fix };
}
