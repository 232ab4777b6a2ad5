/** The addresses of the static assets, for the pages that name them and the tool that writes them. */
import manifest from '../../package.json' with { type: 'json' };

/** GraphiQL's files change only with its version, so that each address can be kept for ever. */
export const GRAPHIQL_FOLDER = `/graphiql/${manifest.devDependencies['@graphql-yoga/render-graphiql']}`;

export const ASSETS = {
  favicon: '/favicon.svg',
  styles: '/page.css',
  /** For articles alone: see `build/assets.ts`. */
  lights: '/lights.css',
  embedStyles: '/embed.css',
  graphiqlStart: '/graphiql-start.js',
  graphiqlTabs: '/graphiql-tabs.js',
  graphiqlFetcher: '/graphiql-fetcher.js',
  graphiqlPage: '/graphiql-page.css',
  graphiqlScript: `${GRAPHIQL_FOLDER}/graphiql.js`,
  graphiqlStyles: `${GRAPHIQL_FOLDER}/graphiql.css`,
  graphiqlNotices: '/graphiql-notices.txt',
  license: '/license.txt',
  trustedDocuments: '/trusted-documents.json',
} as const;

/** The scripts that the editor runs in the background, by the names it gives them. */
export const EDITOR_WORKERS = {
  editorWorkerService: `${GRAPHIQL_FOLDER}/editor.worker.js`,
  json: `${GRAPHIQL_FOLDER}/json.worker.js`,
  graphql: `${GRAPHIQL_FOLDER}/graphql.worker.js`,
} as const;
