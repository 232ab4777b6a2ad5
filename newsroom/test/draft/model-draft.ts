/** Drafting an article with a model that a test makes up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderOf } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { completion, type ModelServer, type Respond, sendJson, serveModel } from './model-server.ts';

export const ARTICLE = `A bridge and its mayor

By Jonas Reed
Tuesday, 3 March 2026

“The bridge is safe,” the mayor of Larkford, Ann Lee, told the Larkford Echo on Monday. “I walked over it.”

She added that engineers had examined it in February. Brian Cole, a spokesman for the Harbour Board, denied that it would close.

“Don’t ask us,” reads a letter that Mia Holt, who runs the ferry, left at the Otter Inn. The old pier burned down in 1931.
`;

export const ANN = { slug: 'ann', type: 'Person', names: ['Ann Lee'] };
export const MIA = { slug: 'mia', type: 'Person', names: ['Mia Holt'] };
export const COLE = { slug: 'cole', type: 'Person', names: ['Brian Cole'] };
export const INN = { slug: 'inn', type: 'Organization', names: ['the Otter Inn'] };

export const SAFE = {
  statement: 's1',
  kind: 'DIRECT_QUOTE',
  content: ['The bridge is safe', 'I walked over it.'],
  cue: 'told',
  speakers: [{ agent: 'ann', evidence: 'Ann Lee' }],
};
/** Only a model can know whose letter it is. */
export const LETTER = {
  statement: 's2',
  kind: 'INDIRECT',
  content: '"Don\'t ask us,"',
  cue: 'reads a letter',
  speakers: [{ agent: 'mia', evidence: 'Mia Holt' }],
};
export const PIER = {
  event: 'e1',
  name: 'Fire of the old pier',
  kind: 'FIRE',
  evidence: 'The old pier burned down in 1931.',
};
export const FERRY = { person: 'mia', position: { title: 'runs the ferry' }, evidence: 'Mia Holt, who runs the ferry' };

export const GOOD = { entities: [ANN, MIA, INN], statements: [SAFE, LETTER], events: [PIER], facts: [FERRY] };

const servers: ModelServer[] = [];

/** Call it after each test. */
export async function closeServers(): Promise<void> {
  await Promise.all(servers.splice(0).map(({ close }) => close()));
}

export async function serve(respond: Respond): Promise<ModelServer> {
  const server = await serveModel(respond);
  servers.push(server);
  return server;
}

export const says =
  (content: unknown): Respond =>
  (response) =>
    sendJson(response, 200, completion(content));

/** The contents of all files of a folder by their paths, hidden ones too. */
export function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

export async function draft(respond: Respond, ...options: string[]) {
  const server = await serve(respond);
  const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
  const asked = ['--model', 'Test/Small:1', '--endpoint', server.endpoint, ...options];
  const outcome = await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', '--slug', 'bridge', ...asked);
  return { ...outcome, server, folder: join(folder, 'corpus'), files: filesIn(folder) };
}

export async function draftByRules() {
  const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
  await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', '--slug', 'bridge');
  return filesIn(folder);
}

export const annotationOf = (files: Record<string, string>) => parse(files['corpus/articles/bridge.yaml'] ?? '');

export const MARK = 'model test-small-1';
