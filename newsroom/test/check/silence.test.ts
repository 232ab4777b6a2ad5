import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { look } from '../../check/look.ts';
import { RULES } from '../../check/rules.ts';
import { article } from './corpus.ts';

const TEXT = 'Mill news\nIt was Cem Tan, and then Eva Oz.';
const EVENT = '  - event: fire\n    name: A fire\n    kind: FIRE\n    evidence: It was\n';

function codes(annotation: string, front = ''): string[] {
  const folder = folderOf(article('mill', 'en', TEXT, annotation, front));
  return look(folder, RULES, () => undefined).findings.map(
    ({ code, at }) => `${code} ${at.file.text.slice(at.start, at.end)}`,
  );
}

const DATE = '    date: { edtf: 2025, words: Mill news }';
const CEM = 'unlinked-name Cem Tan';
const EVA = 'unlinked-name Eva Oz';
const YEAR = 'unsupported-date 2025';

describe('a comment that silences', () => {
  it.for<[title: string, annotation: string, left: string[]]>([
    ['nothing', `events:\n${EVENT}${DATE}\n`, [CEM, EVA, YEAR]],
    ['its own line', `events:\n${EVENT}${DATE} # dateline-ignore unsupported-date\n`, [CEM, EVA]],
    [
      'the line below',
      `events:\n${EVENT}    # dateline-ignore unsupported-date: as the editor said\n    # (in May)\n${DATE}\n`,
      [CEM, EVA],
    ],
    [
      'no line further down',
      `events:\n${EVENT.replace('name', '# dateline-ignore unsupported-date\n    name')}${DATE}\n`,
      [CEM, EVA, YEAR],
    ],
    ['another rule', `events:\n${EVENT}${DATE} # dateline-ignore unlinked-name\n`, [CEM, EVA, YEAR]],
    ['two rules', `events:\n${EVENT}${DATE} # dateline-ignore unlinked-name, unsupported-date\n`, [CEM, EVA]],
    ['some words', `events:\n${EVENT}${DATE}\n# dateline-ignore unlinked-name "Cem Tan"\n`, [EVA, YEAR]],
    ['several words', `events:\n${EVENT}${DATE}\n# dateline-ignore unlinked-name "Cem Tan", "Eva Oz"\n`, [YEAR]],
    ['a rule that is not', `# dateline-ignore spelling\nevents:\n${EVENT}`, [CEM, EVA]],
  ])('%s', ([, annotation, left]) => {
    expect(codes(annotation).filter((code) => !code.startsWith('unknown-rule'))).toEqual(left);
  });

  it('warns of one that names no rule', () => {
    expect(codes('# dateline-ignore spelling\n')).toContain('unknown-rule # dateline-ignore spelling');
  });
});
