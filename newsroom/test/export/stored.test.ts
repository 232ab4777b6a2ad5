// An export says the same whether the articles were read now or their stored readings were opened.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, openCache } from '../../../data/compile/index.ts';
import { gatherRecords } from '../../export/gather.ts';

const GAZETTE = join(import.meta.dirname, '../../../test/corpora/gazette');

test('every record is exported from stored readings, a kinship too', () => {
  const place = mkdtempSync(join(tmpdir(), 'dateline-stored-'));
  const [read, opened] = [1, 2].map(() => {
    const { corpus } = compile(GAZETTE, undefined, openCache(GAZETTE, { leastBytes: 0, place }));
    return corpus === null ? [] : gatherRecords(corpus);
  });
  expect(read?.filter(({ type }) => type === 'Kinship').length).toBeGreaterThan(0);
  expect(opened).toEqual(read);
});
