/** Explains in an editor's words what zod found wrong with a value. The only file that knows zod's issues. */
import { z } from 'zod';
import { SLUG_FORM } from '../slug.ts';
import { nearest } from './nearest.ts';
import { counted, type Problem, type ProblemCode, quoted, type Report } from './problem.ts';
import type { Path, YamlSource } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type Says = Pick<Problem, 'says' | 'expected' | 'fix'> & { readonly code: ProblemCode; readonly path: Path };

/** Checks a value against its schema. Reports each mistake at its place, and returns null, if it does not fit. */
export function checkAgainst<T extends z.ZodType>(schema: T, yaml: YamlSource, report: Report): z.infer<T> | null {
  // An empty file has no fields, or no items.
  const value = yaml.value ?? (schema instanceof z.ZodArray ? [] : {});
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap((found) => plainIssues(found))) {
    for (const { path, ...said } of explain(issue, schema, valueAt(value, issue.path))) {
      const part = said.code === 'unknown-field' || issue.code === 'invalid_key' ? 'key' : 'value';
      report({ ...said, at: yaml.at(path, part) });
    }
  }
  return null;
}

/**
 * If a value may have one of several shapes, zod lists the mistakes for each shape. The author meant the shape that has
 * the same kind (text, list, fields) as the value; only the mistakes for that one are useful.
 */
function plainIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => plainIssues({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const meant = branches.find((branch) => !branch.some((inner) => isOfWrongKind(inner, issue.path)));
  if (meant !== undefined) return meant;
  return [{ ...issue, errors: [] }];
}

function isOfWrongKind(issue: Issue, path: Path): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_union') && issue.path.length === path.length;
}

function explain(issue: Issue, schema: z.ZodType, value: unknown): Says[] {
  const path = issue.path;
  const meaning = descriptionAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => explainUnknownField(key, path, fieldsAt(schema, path)));
  }
  if (value === undefined || isEmptyEvidence(value, path)) return [explainMissing(path, meaning)];
  switch (issue.code) {
    case 'invalid_key':
      return [explainSlug(String(path.at(-1)), path)];
    case 'invalid_type':
    case 'invalid_union':
      return [explainType(issue, path, value, meaning)];
    case 'invalid_value':
      return [explainValue(issue.values.map(String), path, value)];
    case 'invalid_format':
      return [issue.message === SLUG_FORM ? explainSlug(String(value), path) : explainFormat(issue, path, value)];
    case 'too_small':
    case 'too_big':
      return [explainSize(issue, path, value, meaning)];
    default:
      return [{ code: 'invalid-value', path, says: `${issue.message}.`, expected: meaning, fix: 'Correct it.' }];
  }
}

const EVIDENCE_FIELDS: ReadonlySet<unknown> = new Set(['evidence', 'content']);

function isEmptyEvidence(value: unknown, path: Path): boolean {
  return EVIDENCE_FIELDS.has(path.at(-1)) && (value === null || (Array.isArray(value) && value.length === 0));
}

function explainSlug(slug: string, path: Path): Says {
  return {
    code: 'bad-slug',
    path,
    says: `${quoted(slug)} is not a valid slug.`,
    expected: `${SLUG_FORM}.`,
    fix: 'Write the slug of the thing: its file name without the ending, or the slug that introduces it.',
  };
}

function explainFormat(issue: z.core.$ZodIssueInvalidStringFormat, path: Path, value: unknown): Says {
  return {
    code: 'invalid-value',
    path,
    says: `${quoted(String(value))} is not valid here.`,
    expected: issue.format === 'url' ? 'an absolute address: https://…' : `${issue.message}.`,
    fix: 'Correct it.',
  };
}

function explainSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: Path,
  value: unknown,
  meaning: string | null,
): Says {
  if (typeof value === 'number') {
    const expected = issue.code === 'too_small' ? `${issue.minimum} or more.` : `${issue.maximum} or less.`;
    return { code: 'invalid-value', path, says: `${value} is not valid here.`, expected, fix: 'Correct it.' };
  }
  const size = sizeOf(value);
  if (size !== null && issue.code === 'too_big') {
    const says = `This has ${counted(size.count, size.noun)}; the most is ${issue.maximum.toLocaleString('en')}.`;
    return { code: 'invalid-value', path, says, expected: meaning, fix: 'Make it shorter.' };
  }
  const isEmpty = size?.count === 0;
  return {
    code: 'invalid-value',
    path,
    says: isEmpty ? 'This is empty.' : 'This is too short.',
    expected: meaning,
    fix: isEmpty ? 'Fill it in, or remove the field.' : 'Correct it.',
  };
}

function sizeOf(value: unknown): { readonly count: number; readonly noun: string } | null {
  if (typeof value === 'string') return { count: value.length, noun: 'character' };
  return Array.isArray(value) ? { count: value.length, noun: 'item' } : null;
}

function explainUnknownField(key: string, path: Path, fields: readonly string[]): Says {
  const near = nearest(key, fields);
  return {
    code: 'unknown-field',
    path: [...path, key],
    says: `There is no field ${quoted(key)} here.`,
    expected: `one of ${fields.join(', ')}.`,
    fix: near === null ? 'Remove it.' : `Write "${near}".`,
  };
}

function explainMissing(path: Path, meaning: string | null): Says {
  const name = String(path.at(-1));
  const isEvidence = EVIDENCE_FIELDS.has(name);
  return {
    code: isEvidence ? 'missing-evidence' : 'missing-field',
    path,
    says: `The field "${name}" is missing${isEvidence ? ' or empty' : ''}.`,
    expected: meaning,
    fix: isEvidence ? `Quote the words that say so: "${name}: …".` : `Add "${name}: …".`,
  };
}

function explainValue(values: readonly string[], path: Path, value: unknown): Says {
  const near = nearest(String(value).toUpperCase(), values);
  return {
    code: 'invalid-value',
    path,
    says: `${quoted(String(value))} is not valid here.`,
    expected: `one of ${values.join(', ')}.`,
    fix: near === null ? 'Choose one of them.' : `Write "${near}".`,
  };
}

function explainType(issue: Issue, path: Path, value: unknown, meaning: string | null): Says {
  const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  return {
    code: 'wrong-type',
    path,
    says: `This is ${kindOf(value)}.`,
    expected: kind === undefined ? meaning : meaning === null ? `${kind}.` : `${kind}: ${meaning}`,
    fix:
      isBare && kind === undefined
        ? `If these are words, put them in quotation marks: "${String(value)}".`
        : value === null
          ? 'Fill it in, or remove the field.'
          : 'Write it in that form.',
  };
}

const KINDS: Record<string, string | undefined> = {
  array: 'a list, each item after a hyphen',
  object: 'fields, each with its name and a colon',
  record: 'fields, each with its name and a colon',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return typeof value === 'string' ? 'text' : `the ${typeof value === 'number' ? 'number' : 'value'} ${String(value)}`;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The schemas that a value at this path may fit: several if the path goes through a union. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  const [step, ...rest] = path;
  const here = step === undefined ? [schema] : [];
  if (schema instanceof z.ZodOptional) return [...here, ...schemasAt(schema.unwrap(), path)];
  if (schema instanceof z.ZodUnion) return [...here, ...schema.options.flatMap((option) => schemasAt(option, path))];
  if (step === undefined) return here;
  if (schema instanceof z.ZodObject) {
    const field = schema.shape[String(step)];
    return field === undefined ? [] : schemasAt(field, rest);
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element, rest);
  return schema instanceof z.ZodRecord ? schemasAt(schema.valueType, rest) : [];
}

function fieldsAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((at) => (at instanceof z.ZodObject ? Object.keys(at.shape) : []));
}

function descriptionAt(schema: z.ZodType, path: Path): string | null {
  for (const at of schemasAt(schema, path)) {
    const description = at instanceof z.ZodType ? at.description : undefined;
    // After "Expected: " the sentence goes on in lower case; "BCP 47" keeps its capitals.
    if (description !== undefined) return description.replace(/^[A-Z](?=[a-z]| )/, (letter) => letter.toLowerCase());
  }
  return null;
}
