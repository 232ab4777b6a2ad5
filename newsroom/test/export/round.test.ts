// An export in each format, read back by `import`, compiles to the same corpus.
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../../test/corpus.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe.each(['data/corpus', 'test/corpora/gazette'])('an export of %s read back gives the same graph', (corpus) => {
  it.each([
    ['json-ld', 'export.jsonld'],
    ['n-quads', 'export.nq'],
    ['ndjson', 'export.ndjson'],
    ['csv', 'tables'],
  ])('as %s', async (format, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
    mkdirSync(join(folder, 'again'));
    const exported = await runInProcess(
      folder,
      'export',
      '--format',
      format,
      '--corpus',
      join(ROOT, corpus),
      '--out',
      name,
    );
    expect(exported).toMatchObject({ status: 0, stdout: '' });

    const imported = await runInProcess(folder, 'import', name, '--corpus', 'again');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(compileFolder(join(folder, 'again'))).toEqual(compileFolder(join(ROOT, corpus)));
  });

  it('as a bundle, which is that of compile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
    await runInProcess(folder, 'export', '--format', 'bundle', '--corpus', join(ROOT, corpus), '--out', 'export.bin');
    await runInProcess(folder, 'compile', '--corpus', join(ROOT, corpus), '--out', 'corpus.ts');
    expect(readFileSync(join(folder, 'export.bin')).equals(readFileSync(join(folder, 'corpus.bin')))).toBe(true);
  });
});
