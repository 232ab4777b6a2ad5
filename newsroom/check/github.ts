/** `--format github`: workflow commands, which GitHub shows beside the lines of a pull request. */
import { listed, printable } from '../../data/compile/index.ts';
import type { Look } from './look.ts';
import { positionOf } from './position.ts';
import type { Finding } from './rule.ts';

/** One command per line; empty if there are no findings. */
export function printGithub({ findings }: Look): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

function command({ severity, code, at, says, expected, fix }: Finding): string {
  const { line, column, endLine, endColumn } = positionOf(at);
  // GitHub refuses columns for a range of several lines.
  const columns = line === endLine ? { col: column, endColumn } : { col: column };
  const properties = Object.entries({ file: shownExactly(at.file.path), line, endLine, ...columns, title: code })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const advice = [...(expected === null ? [] : [`Expected: ${expected}`]), `Fix: ${fix}`];
  const message = [...listed(says), ...advice.map(printable)].join('\n');
  return `::${severity} ${properties}::${escapeData(message)}`;
}

/** The path without terminal controls. Line breaks are kept, and escaped later, so that GitHub finds the file. */
function shownExactly(path: string): string {
  return path
    .split(/([\r\n])/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('');
}

// As actions/toolkit escapes them (packages/core/src/command.ts).
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
