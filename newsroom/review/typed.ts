/** Keeps what an editor typed about a proposal, in case another program writes the file meanwhile. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChange } from '../change-files.ts';
import { type Copy, editYaml, yamlOf } from './copy.ts';
import { openDraft } from './decide.ts';
import type { Part, Proposal } from './proposal.ts';
import { replaceSource, sourceAt } from './splice.ts';

export interface Typed {
  /** The same edit of the present files; null if the same lines were changed, or the edit goes beyond the proposal. */
  redo(now: Proposal, copy: Copy): FileChange | null;
  /** Saves the lines in a separate file and returns its path. */
  keep(): string;
}

/** Must be called before the files are read again. */
export function openTyped(change: FileChange, proposal: Proposal, copy: Copy): Typed {
  const edits = [...change].map(([file, content]) => editOf(file, content ?? '', proposal, copy));
  return {
    redo(now, fresh) {
      const draft = openDraft(fresh);
      for (const edit of edits) {
        const part = now.parts[edit.index];
        if (part === undefined || !edit.isWithin || linesOf(part, fresh) !== edit.before) return null;
        draft.edit(part.file, (yaml) => replaceSource(yaml, part.way, edit.after));
      }
      return draft.change;
    },
    keep() {
      const path = join(mkdtempSync(join(tmpdir(), 'dateline-review-')), 'proposal.yaml');
      writeFileSync(path, edits.map(({ after }) => after).join('\n'));
      return path;
    },
  };
}

function editOf(file: string, content: string, { parts }: Proposal, copy: Copy) {
  const index = parts.findIndex((part) => part.file === file);
  const part = parts[index] ?? { file, way: [] };
  const after = sourceAt(yamlOf(file, content).yaml, part.way);
  const alone = editYaml(file, copy.read(file) ?? '', (yaml) => replaceSource(yaml, part.way, after));
  return { index, before: linesOf(part, copy), after, isWithin: alone === content };
}

function linesOf({ file, way }: Part, copy: Copy): string {
  return sourceAt(yamlOf(file, copy.read(file) ?? '').yaml, way);
}
