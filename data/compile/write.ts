/** Writing: the compiled corpus as a module that the Worker imports. */
import { basename, dirname, extname, join } from 'node:path';
import { replaceFile } from './file.ts';

/**
 * Writes the bundle beside the module that hands it to the Worker, each whole or not at all. What has not changed is not
 * written, so that nothing that watches the files wakes up.
 *
 * @param file the module, `corpus.ts`; the bundle becomes `corpus.bin`.
 */
export function writeBundle(bundle: Uint8Array, file: string): { readonly changed: boolean } {
  const name = `${basename(file, extname(file))}.bin`;
  const changed = replaceFile(join(dirname(file), name), bundle);
  return { changed: replaceFile(file, printModule(name)) || changed };
}

// A module of its own, because wrangler knows by the ending of the imported name that a file is bytes.
function printModule(name: string): string {
  return `// Compiled from the corpus: change the corpus, not this file.\nimport bytes from './${name}';\n\nexport const bundle: ArrayBuffer = bytes;\n`;
}
