/** Writes the compiled corpus as a module that the Worker imports. */
import { basename, dirname, extname, join } from 'node:path';
import { replaceFile } from './file.ts';

/**
 * Writes the bundle and, beside it, the module that imports it for the Worker, each whole or not at all. An unchanged
 * file is not written, so that file watchers do not react.
 *
 * @param file the module, `corpus.ts`; the bundle becomes `corpus.bin`.
 */
export function writeBundle(bundle: Uint8Array, file: string): { readonly changed: boolean } {
  const name = `${basename(file, extname(file))}.bin`;
  const changed = replaceFile(join(dirname(file), name), bundle);
  return { changed: replaceFile(file, printModule(name)) || changed };
}

// A module of its own, because wrangler recognizes a file of bytes by the ending of the imported name.
function printModule(name: string): string {
  return `// Compiled from the corpus: change the corpus, not this file.\nimport bytes from './${name}';\n\nexport const bundle: ArrayBuffer = bytes;\n`;
}
