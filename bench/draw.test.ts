import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packBundle } from '../data/bundled/pack.ts';
import { indexCorpus } from '../data/engine/build.ts';
import { compileFolder } from '../test/corpus.ts';
import { run } from '../test/generate/command.ts';
import { type Ask, openAsk } from './ask.ts';
import { countFiltered, drawVariables } from './draw.ts';
import { type Draws, isFilled, QUESTION_NAMES, QUESTIONS } from './questions.ts';

let folder: string;
let ask: Ask;
let draws: Draws;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-draw-'));
  const out = join(folder, 'corpus');
  expect(await run(['--articles', '7', '--seed', '1', '--out', out])).toBe(0);
  const corpus = compileFolder(out);
  ask = openAsk(packBundle(indexCorpus(corpus)));
  draws = drawVariables(corpus, ask);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(QUESTION_NAMES)('the schema answers each question that is measured: %s', (name) => {
  expect(draws[name].length).toBeGreaterThan(0);
  for (const variables of draws[name]) {
    expect(ask(QUESTIONS[name].document, variables)).toSatisfy(isFilled);
  }
});

test('a filter by a speaker leaves something on the timeline', () => {
  expect(countFiltered(draws, ask)).toBeGreaterThan(0);
});
