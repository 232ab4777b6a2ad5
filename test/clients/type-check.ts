// A reader's TypeScript project, checked by the compiler of this project and as strictly.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, outcomeOf } from './process.ts';

/** The compiler of this project. */
export const TSC = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));

/** What `tsc` says of one file of a folder. */
export function typeCheck(folder: string, file: string): Promise<Outcome> {
  const settings = `tsconfig.${file}.json`;
  writeFileSync(
    join(folder, settings),
    JSON.stringify({
      extends: '../../../../tsconfig.node.json',
      include: [],
      files: [file],
    }),
  );
  return outcomeOf(TSC, ['--project', settings], folder);
}
