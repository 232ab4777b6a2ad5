// What the clients ask, and what they have to end up with.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { MinimalSchema, PossibleTypes } from '../../src/pages/cache-types.ts';
import { askEvery, send } from '../harness.ts';

const OPERATIONS = new URL('../../src/operations/', import.meta.url);

/** The example operations, as they are written: without a manifest that somebody put beside them. */
export function exampleOperations(): { readonly file: string; readonly text: string }[] {
  return readdirSync(OPERATIONS)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ file, text: readFileSync(new URL(file, OPERATIONS), 'utf8') }));
}

/** The ids of all statements of the Gazette, in list order. */
export async function allStatementIds(): Promise<string[]> {
  const statements = await askEvery('statements', 'id', 'gazette');
  return statements.map(({ id }: { id: string }) => id);
}

/** A name that no run before gave its operation, so that the endpoint cannot know the document yet. */
export function newOperationName(): string {
  return `Unheard${randomUUID().replaceAll('-', '')}`;
}

/** What the endpoint tells the cache of Apollo Client. */
export async function servedPossibleTypes(): Promise<PossibleTypes> {
  return (await (await send('/possible-types.json', {}, 'gazette')).json()) as PossibleTypes;
}

/** What it tells that of urql. */
export async function servedSchema(): Promise<MinimalSchema> {
  return (await (await send('/schema.json', {}, 'gazette')).json()) as MinimalSchema;
}
