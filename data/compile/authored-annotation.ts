/** The annotation of a text as its editor wrote it: the items that fit their definitions. */
import type { z } from 'zod';
import type { Slug } from '../model.ts';
import { SLUG } from '../slug.ts';
import type { ArticleText } from './article-text.ts';
import {
  type Annotation,
  type AuthoredEvent,
  type AuthoredFact,
  type AuthoredStatement,
  annotation,
  event,
  fact,
  mention,
  statement,
} from './authored.ts';
import type { Anchors } from './authored-part.ts';
import { checkAgainst } from './issue.ts';
import type { Report } from './problem.ts';
import { fieldsOf, listOf, type Path, type YamlSource } from './yaml.ts';

/** One item of a list, and its path in the file. */
export interface Item<T> {
  readonly value: T;
  readonly path: Path;
}

/** The annotation of an article's text, without the items that do not fit the definition. */
export interface AuthoredAnnotation {
  readonly yaml: YamlSource;
  readonly statements: readonly Item<AuthoredStatement>[];
  /** The slugs of all statements that it quotes, including those left out. */
  readonly quoted: ReadonlySet<Slug>;
  readonly events: readonly Item<AuthoredEvent>[];
  readonly facts: readonly Item<AuthoredFact>[];
  readonly mentions: readonly AuthoredMention[];
}

/** The names that a text uses for a thing, and their path in the file. */
interface AuthoredMention {
  readonly slug: Slug;
  readonly names: Anchors;
  readonly path: Path;
}

export function checkAnnotation(yaml: YamlSource, text: ArticleText | null, report: Report): AuthoredAnnotation {
  const whole = checkAgainst(annotation, yaml, report);
  const raw = fieldsOf(yaml.value);
  if (text !== null && raw.digest !== text.digest) {
    report({
      code: 'text-changed',
      at: yaml.at(['digest']),
      says:
        raw.digest === undefined
          ? `The annotation has no digest of the text in ${text.file.path}.`
          : `The text in ${text.file.path} is not the one that this annotation was written for.`,
      expected: text.digest,
      fix: 'Check each quote again, then write this digest.',
    });
  }
  return openAnnotation(yaml, () => whole);
}

/** The items of an annotation that fit, read when they are first needed. `whole` is null if not all of them fit. */
export function openAnnotation(yaml: YamlSource, readWhole: () => Annotation | null): AuthoredAnnotation {
  let opened: Omit<AuthoredAnnotation, 'yaml'> | null = null;
  const open = () => {
    opened ??= readItems(fieldsOf(yaml.value), readWhole());
    return opened;
  };
  return {
    yaml,
    get quoted() {
      return open().quoted;
    },
    get statements() {
      return open().statements;
    },
    get events() {
      return open().events;
    },
    get facts() {
      return open().facts;
    },
    get mentions() {
      return open().mentions;
    },
  };
}

function readItems(raw: Record<string, unknown>, whole: Annotation | null): Omit<AuthoredAnnotation, 'yaml'> {
  return {
    quoted: new Set(listOf(raw.statements).flatMap(slugsQuoted)),
    statements: fitting('statements', statement, whole?.statements, raw),
    events: fitting('events', event, whole?.events, raw),
    facts: fitting('facts', fact, whole?.facts, raw),
    mentions: fittingMentions(whole?.mentions, raw),
  };
}

function slugsQuoted(item: unknown): Slug[] {
  const { statement: introduced, of } = fieldsOf(item);
  return [introduced, of].filter((slug) => typeof slug === 'string');
}

/** The items of a list that fit, even if others in the file do not: they are checked in the same run. */
function fitting<T extends z.ZodType>(
  name: string,
  schema: T,
  checked: readonly z.infer<T>[] | undefined,
  raw: Record<string, unknown>,
): Item<z.infer<T>>[] {
  if (checked !== undefined) return checked.map((value, index) => ({ value, path: [name, index] }));
  return listOf(raw[name]).flatMap((item, index) => {
    const result = schema.safeParse(item);
    return result.success ? [{ value: result.data, path: [name, index] }] : [];
  });
}

/** The same for mentions: a mistake in one entry does not hide mistakes in the others. */
function fittingMentions(checked: Annotation['mentions'], raw: Record<string, unknown>): AuthoredMention[] {
  if (checked !== undefined) return Object.entries(checked).map(([slug, value]) => readMention(slug, value));
  return Object.entries(fieldsOf(raw.mentions)).flatMap(([slug, value]) => {
    const { data, success } = mention.safeParse(value);
    return SLUG.test(slug) && success ? [readMention(slug, data)] : [];
  });
}

function readMention(slug: Slug, value: NonNullable<Annotation['mentions']>[Slug]): AuthoredMention {
  const path = ['mentions', slug];
  return typeof value === 'object' && 'names' in value
    ? { slug, names: value.names, path: [...path, 'names'] }
    : { slug, names: value, path };
}
