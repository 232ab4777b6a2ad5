/** The folder that a corpus goes to: written beside it first, and put in its place whole. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** By its first line, a folder is known as one that this command made and may replace. */
const TITLE = '# A generated corpus';

/** Why nothing may be written there, as a sentence for the user; null where it may. */
export function refusal(folder: string): string | null {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status === undefined) return null;
  if (!status.isDirectory()) return `"${folder}" is not a folder. Give another one: --out DIR.`;
  if (readdirSync(folder).length === 0 || isGenerated(folder)) return null;
  return `The folder "${folder}" holds something else than a generated corpus. Give an empty or a new one: --out DIR.`;
}

function isGenerated(folder: string): boolean {
  const readme = join(folder, 'README.md');
  return existsSync(readme) && readFileSync(readme, 'utf8').startsWith(`${TITLE}\n`);
}

export interface NewFolder {
  readonly write: (path: string, content: string) => void;
  /** Puts it in its place, instead of what is there. */
  readonly finish: () => void;
  /** Leaves everything as it was. */
  readonly discard: () => void;
}

/** Opens a folder beside `folder`, with a note of how it was made. */
export function openFolder(folder: string, how: string): NewFolder {
  const beside = `${folder}.${process.pid}.new`;
  const before = `${folder}.${process.pid}.old`;
  const made = new Set<string>();
  const write = (path: string, content: string): void => {
    const file = join(beside, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, content);
  };
  write(
    'README.md',
    `${TITLE}\n\nNothing in this folder is news: every article, name and place is made up by chance.\n\n${how}\n`,
  );
  return {
    write,
    finish() {
      if (existsSync(folder)) renameSync(folder, before);
      renameSync(beside, folder);
      rmSync(before, { recursive: true, force: true });
    },
    discard: () => rmSync(beside, { recursive: true, force: true }),
  };
}
