/** Watching: repeats an action whenever the files of a corpus change, until it is interrupted. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isFolder } from '../../data/compile/index.ts';

/** How long the folder must be quiet before `look` is called: editors write a file in several steps. */
const SETTLING_MS = 100;
const WAITING_MS = 500;

/**
 * Calls `look` now, after each change of the folder, once when the folder is gone and again when it is back. Resolves to
 * 130 when interrupted.
 */
export function watchFolder(folder: string, look: () => void): Promise<130> {
  return new Promise((resolve, reject) => {
    let watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | null = null;
    let isGone = false;

    const close = () => {
      for (const watcher of watchers) watcher.close();
      watchers = [];
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
    const schedule = (milliseconds: number) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(again, milliseconds);
    };
    const again = () => {
      close();
      // Opened before the look, so that no change in between is lost, and reopened each time, since folders come and go.
      watchers = openWatchers(folder, () => schedule(SETTLING_MS));
      const wasGone = isGone;
      isGone = watchers.length === 0;
      if (isGone) schedule(WAITING_MS);
      if (isGone && wasGone) return;
      try {
        look();
      } catch (error) {
        process.off('SIGINT', end);
        close();
        reject(error);
      }
    };
    const end = () => {
      close();
      resolve(130);
    };
    process.once('SIGINT', end);
    again();
  });
}

// Not `recursive`: on Linux that watches each file separately, and the system allows only some thousands. A corpus has one
// level of folders.
function openWatchers(folder: string, changed: () => void): FSWatcher[] {
  return listFolders(folder).flatMap((path) => {
    try {
      const watcher = watch(path, (_, name) => {
        if (!isPassing(name)) changed();
      });
      // The folder is gone; its parent reports that too.
      watcher.on('error', changed);
      return [watcher];
    } catch {
      return [];
    }
  });
}

function listFolders(folder: string): string[] {
  if (!isFolder(folder)) return [];
  const inner = readdirSync(folder, { withFileTypes: true });
  return [folder, ...inner.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))];
}

/** Whether the file is hidden or an editor's temporary file: `.a.yaml.swp`, `a.yaml~`, `#a.yaml#`, Vim's `4913`. */
function isPassing(name: string | null): boolean {
  return name !== null && /^[.#]|~$|\.(tmp|swp|bak|part)$|^4913$/.test(name);
}
