/** The editor's own editor: a proposal as YAML, opened in $VISUAL or $EDITOR. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChange } from '../change-files.ts';
import { yamlOf } from './copy.ts';
import { openDraft } from './decide.ts';
import type { Desk } from './desk.ts';
import type { Proposal } from './proposal.ts';
import { painter, showProblems } from './show.ts';
import { replaceSource, sourceAt } from './splice.ts';

/** The change that the editor makes to the lines of the proposal; null if there is none, or the editor gives up. */
export async function openEditor(proposal: Proposal, desk: Desk): Promise<FileChange | null> {
  const command = process.env.VISUAL || process.env.EDITOR;
  if (!command) {
    desk.lines.say('Neither VISUAL nor EDITOR is set. Set one to your editor, or use "e" to edit field by field.');
    return null;
  }
  const [{ file, way }] = proposal.parts;
  const before = sourceAt(yamlOf(file, desk.copy.read(file) ?? '').yaml, way);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-review-'));
  const path = join(folder, 'proposal.yaml');
  try {
    writeFileSync(path, before);
    for (;;) {
      // Through the shell, since the variable may contain options: "code --wait".
      const { status } = desk.lines.lend(() => spawnSync(`${command} "${path}"`, { shell: true, stdio: 'inherit' }));
      const after = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (status !== 0 || after.trim() === '' || after === before) {
        desk.lines.say('Nothing was changed.');
        return null;
      }
      const draft = openDraft(desk.copy);
      draft.edit(file, (yaml) => replaceSource(yaml, way, after));
      const faults = desk.faultsOf(draft.change);
      if (faults.length === 0) return draft.change;
      desk.lines.say(showProblems(faults, painter(desk.colours)));
      const answer = await desk.lines.ask('Enter opens it again, "!" gives up: ');
      if (answer === null || answer.trim() === '!') return null;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
