/** Writing: the compiled corpus as a module that the Worker imports. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Corpus } from '../../model.ts';

/**
 * Writes the corpus whole or not at all: beside the file first, then in its place. What has not changed is not written,
 * so that nothing that watches the file wakes up.
 */
export function writeCorpus(corpus: Corpus, file: string): { bytes: number; changed: boolean } {
  const json = JSON.stringify(corpus);
  const module = printModule(json);
  const bytes = Buffer.byteLength(json);
  if (existsSync(file) && readFileSync(file, 'utf8') === module) return { bytes, changed: false };

  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, module);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return { bytes, changed: true };
}

// A string and not an object literal: engines parse JSON faster than JavaScript, and only when it is asked for.
function printModule(json: string): string {
  const escaped = json.replace(/[\\'\u2028\u2029]/g, (character) => ESCAPES[character] ?? character);
  return `// Compiled from the corpus: change the corpus, not this file.\nexport const corpusJson: string = '${escaped}';\n`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\u2028': '\\u2028', '\u2029': '\\u2029' };
