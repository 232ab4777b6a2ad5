/** Looking: finds all problems of a corpus, and everything that deserves a second look. */
import { type Cache, examine, listDrafts } from '../../data/compile/index.ts';
import type { Finding, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { applySilences } from './silence.ts';

export interface Look {
  /** By file and place. */
  readonly findings: readonly Finding[];
  readonly articleCount: number;
  readonly entityCount: number;
}

/**
 * Looks at the corpus in `folder` with these rules, and reports its progress to `step`.
 *
 * @param isAsked whether findings in a file, by its path, are wanted; by default all are.
 * @param cache what is known of the corpus, by default nothing.
 */
export function look(
  folder: string,
  rules: readonly Rule[],
  step: (done: number, total: number) => void,
  isAsked: (path: string) => boolean = () => true,
  cache?: Cache,
): Look {
  const total = rules.length + READING;
  const examined = examine(folder, (done, all) => step((READING * done) / all, total), cache);
  // Listed again: a person's draft is reported with an article only if findings in that article are wanted.
  const drafts = listDrafts(examined.authored, isAsked);
  const wrong = [...examined.problems, ...drafts].map((problem): Finding => ({ severity: 'error', ...problem }));
  const doubtful = rules.flatMap(({ name, look: find }, index) => {
    step(READING + index, total);
    return find(examined).map((warning): Finding => ({ severity: 'warning', code: name, ...warning }));
  });
  const { authored } = examined;
  const findings = distinct([...wrong, ...applySilences(doubtful, examined, RULE_NAMES)]);
  return {
    findings: findings.filter(({ at }) => isAsked(at.file.path)),
    articleCount: authored.articles.length,
    entityCount: authored.entities.length,
  };
}

/** Reading counts as this many rules in the progress, since it takes most of the time. */
const READING = 9;

const RULE_NAMES = RULES.map(({ name }) => name);

/** Removes duplicates: a problem in a value with a YAML alias is found once for each use. */
function distinct(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const { at, code, says } = finding;
    byKey.set(JSON.stringify([at.file.path, at.start, at.end, code, says]), finding);
  }
  return [...byKey.values()].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  const order = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
  return order(a.at.file.path, b.at.file.path) || a.at.start - b.at.start || order(a.code, b.code);
}
