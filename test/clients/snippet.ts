// What the pages show of each client, run as its reader would.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, ask } from '../harness.ts';
import { CLIENTS, layOut, run } from './process.ts';

/** The endpoint as the snippets have it, and where it is served. */
const ORIGIN = 'http://localhost:8787';
const ENDPOINT = `${ORIGIN}/graphql`;

/** A snippet's text, made to ask the Worker of this run. */
export function readSnippet(file: string): string {
  const text = readFileSync(join(CLIENTS, 'snippets', file), 'utf8');
  if (!text.includes(ENDPOINT)) throw new Error(`${file} does not ask ${ENDPOINT}.`);
  return text.replaceAll(ORIGIN, addressOf(''));
}

/** What a snippet prints that needs nothing generated. */
export function runSnippet(file: string): Promise<string> {
  return run(process.execPath, [file], layOut(file, { [file]: readSnippet(file) }));
}

/** What every snippet prints: who says what in the first three statements. */
export async function firstStatements(): Promise<string> {
  const { statements } = await ask('{ statements(first: 3) { nodes { text speakers { agent { name } } } } }');
  const lines = statements.nodes.map(
    ({ text, speakers }: { text: string; speakers: { agent: { name: string } }[] }) =>
      `${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}\n`,
  );
  return lines.join('');
}
