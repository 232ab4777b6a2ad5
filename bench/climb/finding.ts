/** Findings: requests that exceed a bound, kept in files that can be replayed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, attemptOf, textOf } from '../attempt.ts';
import { FOLDER } from '../corpus.ts';
import type { Entry, Objective } from './archive.ts';

export type CorpusName = 'seed' | 'generated';

export interface Finding extends Entry {
  readonly corpus: CorpusName;
  readonly objective: Objective;
  readonly key: string;
}

/** The request to replay, and its corpus. */
export interface Replay {
  readonly corpus: CorpusName;
  readonly objective: Objective;
  readonly attempt: Attempt;
}

/** Writes the finding and returns its path. */
export function writeFinding({ corpus, objective, key, attempt, ...score }: Finding, number: number): string {
  const folder = join(FOLDER, 'climb');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${corpus}-${objective}-${number}.json`);
  const { variables, operationName, reportsCost } = attempt;
  const request = { query: textOf(attempt), variables, operationName, reportsCost };
  writeFileSync(path, `${JSON.stringify({ corpus, objective, class: key, ...score, request }, null, 2)}\n`);
  return path;
}

/** Reads a finding from its file. */
export function readFinding(path: string): Replay {
  const { corpus, objective, request } = JSON.parse(readFileSync(path, 'utf8'));
  const { query, variables, operationName, reportsCost } = request;
  return { corpus, objective, attempt: { ...attemptOf(query, variables), operationName, reportsCost } };
}
