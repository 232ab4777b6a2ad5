/** A small draft as `draft` writes it, and the command line that reviews it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type Outcome } from '../../../test/compile/run.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');

export const TEXT = `Mill to stay shut

Ann Lee said the mill would stay shut. “We have no choice,” Ms Lee told the Gazette on 10 March.

Bob Roe, the mayor of Larkbridge, met Ann Lee. He said the bridge was safe.

By Cy Poe`;

export const DIGEST = `sha256:${createHash('sha256').update(TEXT).digest('hex')}`;

export const MD = `---
language: en # as printed
bylines:
  - words: By Cy Poe
    person: cy-poe
    draft: byline
publisher: gazette
published:
  edtf: 2025-03-11
  draft: dateline
---

${TEXT}
`;

export const YAML = `digest: ${DIGEST}

statements:
  # Said at the gate
  - statement: lee-mill-shut
    kind: INDIRECT
    content: the mill would stay shut
    cue: { quote: said, suffix: " the mill" }
    speakers:
      - agent: ann-lee
        evidence: { quote: Ann Lee, suffix: " said" }
    draft: reported-speech

  - statement: lee-no-choice
    kind: DIRECT_QUOTE
    content: We have no choice   # two spaces are kept
    cue: told the Gazette
    speakers:
      - agent: ann-lee
        evidence: Ms Lee
    addressees:
      - agent: gazette
        evidence: the Gazette
    date:
      edtf: 2025-03-10
      words: on 10 March
      inferred:
        - part: YEAR
          basis: The article was published in 2025.
    draft: quotation

  - statement: roe-bridge-safe
    kind: INDIRECT
    content: the bridge was safe
    speakers:
      - agent: bob-roe
        evidence: He
    draft: reported-speech

events:
  - event: meeting-of-roe-and-lee
    name: Meeting of Bob Roe and Ann Lee
    kind: MEETING
    participants:
      - agent: bob-roe
        role: PARTICIPANT
      - agent: ann-lee
        role: PARTICIPANT
    evidence: Bob Roe, the mayor of Larkbridge, met Ann Lee.
    draft: meeting

facts:
  - person: bob-roe
    position:
      title: mayor
    evidence: Bob Roe, the mayor of Larkbridge
    draft: title

mentions:
  ann-lee:
    names: [Ann Lee, Ms Lee]
    draft: name
  bob-roe: { names: Bob Roe, draft: name }
  # Checked by hand
  gazette: Gazette
`;

export const FILES: Readonly<Record<string, string>> = {
  'articles/mill.md': MD,
  'articles/mill.yaml': YAML,
  'organizations/gazette.yaml': 'name: The Gazette\n',
  'people/ann-lee.yaml': 'name: Ann Lee\ndraft: name # first in the text\n',
  'people/anne-leigh.yaml': 'name: Anne Leigh\n',
  'people/bob-roe.yaml': 'draft: name\nname: Bob Roe\n',
  'people/cy-poe.yaml': 'name: Cy Poe\n',
};

/** The draft in a folder of its own; files may be others, or missing. */
export function draftFolder(others: Readonly<Record<string, string | null>> = {}): string {
  const all = Object.entries({ ...FILES, ...others }).filter((one): one is [string, string] => one[1] !== null);
  return folderOf(Object.fromEntries(all.map(([path, content]) => [`corpus/${path}`, content])));
}

/** What stands in the file of the corpus; null where there is none. */
export function contentOf(folder: string, path: string): string | null {
  const file = join(folder, 'corpus', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function start(folder: string, env: Record<string, string> = {}, file = 'articles/mill.yaml'): ChildProcess {
  return spawn(process.execPath, [MAIN, 'review', file, '--corpus', 'corpus'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', VISUAL: '', EDITOR: '', ...env },
  });
}

/** Runs the review with these answers, a line each. */
export async function review(folder: string, answers: readonly string[], env = {}, file?: string): Promise<Outcome> {
  const child = start(folder, env, file);
  const ended = outcomeOf(child);
  child.stdin?.end(answers.map((line) => `${line}\n`).join(''));
  return await ended;
}

export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status: status ?? -1, stdout, stderr })));
}

/** Waits until the process has printed the words. */
export function printed(child: ChildProcess, words: string): Promise<void> {
  let seen = '';
  return new Promise((resolve) => {
    const look = (chunk: Buffer) => {
      seen += chunk.toString();
      if (!seen.includes(words)) return;
      child.stdout?.off('data', look);
      resolve();
    };
    child.stdout?.on('data', look);
  });
}
