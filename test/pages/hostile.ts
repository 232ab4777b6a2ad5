// A corpus that is as unlikely as it can be: markup in every text, directions that turn, names without end.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../data/model.ts';
import { compileFolder } from '../corpus.ts';

/** In every text and every name. */
export const MARKUP = `</title><script>alert(1)</script><img src=x onerror="alert('2')">`;
/** Whatever follows is shown from right to left, unless it is kept apart. */
const TURNED = '\u202egnihton\u202d \u2067left open';
const ENDLESS = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
const ARABIC = 'قال الوزير إن المصنع احترق (ثلاثة قتلى) في ٣ آذار';

const TEXT = `${MARKUP}\n“It is ${MARKUP} & so,” Ann ${MARKUP} said.`;
const ARABIC_TEXT = `${ARABIC}.\n«لن نغلق المصنع أبدا» قالت آن ${TURNED} يوم الاثنين في ${ENDLESS}.`;

const FILES = {
  'articles/hostile.md': `---\nlanguage: en\nurl: https://example.com/?a="><script>alert(3)</script>\npublished: { edtf: 2025-03-12 }\n---\n\n${TEXT}\n`,
  'articles/hostile.yaml': JSON.stringify({
    digest: digestOf(TEXT),
    statements: [
      {
        statement: 'it-is-so',
        kind: 'DIRECT_QUOTE',
        content: `It is ${MARKUP} & so`,
        cue: 'said',
        speakers: [{ agent: 'ann', evidence: `Ann ${MARKUP}` }],
      },
    ],
    events: [{ event: 'alert', name: MARKUP, kind: 'OTHER', evidence: `Ann ${MARKUP} said` }],
    mentions: { ann: `Ann ${MARKUP}` },
  }),
  'articles/turned.md': `---\nlanguage: ar\npublished: { edtf: 2025-03~ }\n---\n\n${ARABIC_TEXT}\n`,
  'articles/turned.yaml': JSON.stringify({
    digest: digestOf(ARABIC_TEXT),
    statements: [
      {
        statement: 'never-closed',
        kind: 'DIRECT_QUOTE',
        content: 'لن نغلق المصنع أبدا',
        cue: 'قالت',
        speakers: [{ agent: 'ann-turned', evidence: `آن ${TURNED}` }],
      },
    ],
    events: [{ event: 'endless', name: ENDLESS, kind: 'FIRE', evidence: ENDLESS }],
    mentions: { 'ann-turned': `آن ${TURNED}`, 'endless-mill': ENDLESS },
  }),
  'people/ann.yaml': JSON.stringify({
    name: `Ann ${MARKUP}`,
    sameAs: ['https://example.com/"><script>alert(4)</script>'],
  }),
  'people/ann-turned.yaml': JSON.stringify({ name: `Ann ${TURNED}` }),
  'places/endless-mill.yaml': JSON.stringify({ name: ENDLESS, kind: 'SITE' }),
};

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The addresses that no compiler lets pass; a database may still hold them. */
const SCRIPT = 'javascript:alert(5)';

/** An empty corpus, or the hostile one. */
export function openCorpus(name: 'nothing' | 'markup'): Corpus {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
  try {
    for (const kind of ['articles', 'people', 'organizations', 'groups', 'places']) mkdirSync(join(folder, kind));
    for (const [path, content] of Object.entries(name === 'nothing' ? {} : FILES)) {
      writeFileSync(join(folder, path), content);
    }
    const corpus = compileFolder(folder);
    const { Article, Person } = corpus.entities;
    return {
      ...corpus,
      entities: {
        ...corpus.entities,
        Article: Article.map((article) => (article.slug === 'turned' ? { ...article, originalUrl: SCRIPT } : article)),
        Person: Person.map((person) => ({ ...person, sameAs: [...person.sameAs, SCRIPT] })),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
