import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Killing publishers, a database that hangs or is damaged, bodies that never end, a thousand requests at once, an isolate
 * filled.
 */
const SLOW = [
  'test/publish/killed.test.ts',
  'test/d1/remembered.test.ts',
  'test/publish/publish.test.ts',
  'test/d1/outage.test.ts',
  'test/d1/damage.test.ts',
  'test/build/start.test.ts',
  'test/attack/bodies.test.ts',
  'test/attack/load.test.ts',
  'test/attack/memory.test.ts',
];
/** What starts dozens of processes, asks for everything there is, or reads what is as large as nobody writes it. */
const LONG = [
  'test/build/documents.test.ts',
  'test/compile/cache.test.ts',
  'test/compile/past.test.ts',
  'test/compile/terminal.test.ts',
  'test/compile/withhold.test.ts',
  'test/d1/source.test.ts',
  'test/engine/search/pieces.test.ts',
  'test/fuzz/generator.test.ts',
  'test/pages/corpora.test.ts',
  'test/pages/links.test.ts',
  'test/pages/write-element.test.ts',
  'test/publish/command.test.ts',
  'test/store/agreement.test.ts',
  'newsroom/test/large.test.ts',
  'newsroom/test/check/cache.test.ts',
  'newsroom/test/draft/compiles.test.ts',
  'newsroom/test/export/round.test.ts',
  'newsroom/test/review/command.test.ts',
  'newsroom/test/rewrite/split.test.ts',
  'newsroom/test/update/command.test.ts',
  'packages/executor/test/agreement.test.ts',
  'bench/climb/climb.test.ts',
];
const FUZZ = ['test/fuzz/fuzz.test.ts', 'packages/executor/test/differential.test.ts'];
const CLIENTS = 'test/clients/**/*.test.ts';

/** Whatever draws by `fast-check` does so with the seed that `test/chance.ts` sets. */
const CHANCE_FILE = fileURLToPath(new URL('test/chance.ts', import.meta.url));
const CHANCE = {
  name: 'chance',
  transform: (code: string, id: string) =>
    code.includes('fast-check') && id !== CHANCE_FILE ? `import '${CHANCE_FILE}'; ${code}` : undefined,
};

export default defineConfig({
  plugins: [CHANCE],
  // Pothos gets graphql from Node, which takes its CommonJS form; Vite would give tests and schema the other one, and
  // graphql refuses to work with two of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    globalSetup: 'test/setup.ts',
    // Many files take as long to load as to run. Those of one process share their modules: a test leaves nothing in them.
    isolate: false,
    provide: { isWhole: false },
    // Vitest leaves one core free: of two, that is half, and the Workers wait more than they work.
    maxWorkers: '100%',
    // Some tests and hooks start processes or Workers, on machines with two cores beside everything else.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          provide: { store: 'bundle' },
          include: [
            'test/**/*.test.ts',
            'newsroom/test/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', 'test/browser/**', CLIENTS, ...FUZZ, ...SLOW, ...LONG],
        },
      },
      // One after the other: what is killed or cut off is not to be disturbed by others.
      {
        extends: true,
        test: {
          name: 'slow',
          provide: { store: 'bundle', isChanceNew: true },
          include: SLOW,
          fileParallelism: false,
        },
      },
      { extends: true, test: { name: 'long', provide: { store: 'bundle', isChanceNew: true }, include: LONG } },
      // Twenty thousand requests, and as many operations that graphql-js runs as well.
      { extends: true, test: { name: 'fuzz', provide: { store: 'bundle', isChanceNew: true }, include: FUZZ } },
      // Needs packages of its own: see test/clients/package.json.
      { extends: true, test: { name: 'clients', provide: { store: 'bundle' }, include: [CLIENTS] } },
      // The same questions to the other store.
      {
        extends: true,
        test: { name: 'd1', provide: { store: 'd1' }, include: ['test/graph/**/*.test.ts', 'test/readme.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'browser', provide: { store: 'bundle', isWhole: true }, include: ['test/browser/**/*.test.ts'] },
      },
    ],
  },
});
