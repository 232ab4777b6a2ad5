/**
 * Writes the static assets of the Worker to .generated/assets: GraphiQL, from the package that has it as strings
 * (9 MB, far too much for the Worker itself), and the files of `src/pages/` that browsers load.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql';
import { SECURITY_HEADERS } from '../http/headers.ts';
import { ASSETS, EDITOR_WORKERS, GRAPHIQL_FOLDER } from '../pages/asset.ts';
import { MOST_LIGHTS } from '../pages/reader/note.ts';
import { writeChanged } from './write-changed.ts';

const PAGES = join(import.meta.dirname, '../pages');
const OUT = join(import.meta.dirname, '../../.generated/assets');
const OWN = [
  ASSETS.favicon,
  ASSETS.graphiqlStart,
  ASSETS.graphiqlTabs,
  ASSETS.graphiqlFetcher,
  ASSETS.graphiqlPage,
  ASSETS.graphiqlNotices,
];

/** The order matters: later files may override earlier ones. */
const STYLES = [
  'base.css',
  'layout.css',
  'front.css',
  'reference.css',
  'answer.css',
  'reader.css',
  'article.css',
  'timeline.css',
  'search.css',
  'paths.css',
  'print.css',
];

/** The package leaves out the notices that the bundled licences require: see `src/pages/graphiql-notices.txt`. */
const BANNER = `/*! GraphiQL. Copyright notices and licences of all its parts: ${ASSETS.graphiqlNotices} */\n`;

main();

function main(): void {
  for (const [address, content] of Object.entries(files())) writeChanged(join(OUT, address), content);
}

function files(): Readonly<Record<string, string>> {
  return {
    [ASSETS.graphiqlScript]: BANNER + graphiql.js,
    [ASSETS.graphiqlStyles]: BANNER + graphiql.css,
    [EDITOR_WORKERS.editorWorkerService]: BANNER + graphiql.editorWorkerService,
    [EDITOR_WORKERS.json]: BANNER + graphiql.jsonWorker,
    [EDITOR_WORKERS.graphql]: BANNER + graphiql.graphqlWorker,
    [ASSETS.styles]: STYLES.map((name) => readFileSync(join(PAGES, 'styles', name), 'utf8')).join('\n'),
    [ASSETS.lights]: lights(),
    [ASSETS.embedStyles]: readFileSync(join(PAGES, 'styles/embed.css'), 'utf8'),
    [ASSETS.license]: readFileSync(join(PAGES, '../../LICENSE'), 'utf8'),
    ...Object.fromEntries(OWN.map((address) => [address, readFileSync(join(PAGES, address), 'utf8')])),
    '/_headers': headersFile(),
  };
}

/** Pointing at a note of an article lights its words, and the other way round, without a script. */
function lights(): string {
  const rule = (_: unknown, at: number) =>
    `.reading:has([data-n="${at + 1}"]:is(:hover,:focus-within,:target)) [data-n="${at + 1}"]{background:var(--light)}`;
  return Array.from({ length: MOST_LIGHTS }, rule).join('\n');
}

/** Cloudflare's `_headers` file: addresses with their headers indented below. Two values for a header are joined. */
function headersFile(): string {
  return `/*
${headerLines(SECURITY_HEADERS)}
${GRAPHIQL_FOLDER}/*
${headerLines({ 'Cache-Control': 'public, max-age=31536000, immutable' })}`;
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('');
}
