/** Shows any answer on a page: objects as lists of their fields, lists of objects as tables, addresses as links. */
import { getNamedType } from 'graphql';
import type { Child } from 'hono/jsx';
import { PAGE_FOLDERS } from '../../schema/node.ts';
import type { SelectedField } from '../api/selection.ts';
import { Marked, type Range } from './marked.tsx';
import type { Site } from './site.ts';

interface ValueProps {
  readonly value: unknown;
  /** The field as it was selected, with its type. */
  readonly field: SelectedField;
  readonly site: Site;
}

/** The value of a field, of any type. */
export function Value({ value, field, site }: ValueProps) {
  if (value === null || value === undefined) return <span class="none">none</span>;
  if (Array.isArray(value)) return <List values={value} field={field} site={site} />;
  if (isObject(value)) return <Fields object={value} field={field} site={site} />;
  return <>{leaf(value, field)}</>;
}

/** A row for each thing. */
export function Table({ values, field, site }: { readonly values: readonly unknown[] } & Omit<ValueProps, 'value'>) {
  return (
    <section class="table" aria-label="Table" tabindex={0}>
      <table>
        <thead>
          <tr>
            {field.fields.map(({ name }) => (
              <th scope="col">{wordsOf(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.filter(isObject).map((object) => (
            <tr>
              {field.fields.map((inner) => (
                <td data-label={wordsOf(inner.name)}>
                  <FieldOf object={object} field={inner} of={field} site={site} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function List({ values, field, site }: { readonly values: readonly unknown[] } & Omit<ValueProps, 'value'>) {
  if (values.length === 0) return <span class="none">none</span>;
  if (values.length === 1) return <Value value={values[0]} field={field} site={site} />;
  return (
    <ul class={field.fields.length === 0 ? 'leaves' : 'objects'}>
      {values.map((value) => (
        <li>
          <Value value={value} field={field} site={site} />
        </li>
      ))}
    </ul>
  );
}

/**
 * An object with one field is shown as the value of that field: `speakers { agent { name } }` becomes a list of names.
 * Passages of a search, evidence and names have forms of their own.
 */
function Fields({ object, field, site }: ObjectProps) {
  if (typeof object.text === 'string' && isRanges(object.matches)) {
    return <Marked text={object.text} ranges={object.matches} />;
  }
  if (typeof object.exact === 'string') return <Evidence object={object} field={field} site={site} />;
  const fields = field.fields.filter(({ name }) => Object.hasOwn(object, name));
  const [only, ...others] = fields;
  if (only && others.length === 0) return <FieldOf object={object} field={only} of={field} site={site} />;
  const address = thingAddress(field, object);
  if (address !== null && fields.every(({ name }) => IDENTITY.includes(name))) {
    return <a href={address}>{String(object.name ?? object.slug)}</a>;
  }
  return <Labelled object={object} field={{ ...field, fields }} site={site} />;
}

const IDENTITY = ['__typename', 'slug', 'name'];

/** The words of the evidence, marked within the text around them, then its other fields. */
function Evidence({ object, field, site }: ObjectProps) {
  const rest = field.fields.filter(({ name }) => !WORDS.includes(name));
  const { prefix, exact, suffix } = object;
  return (
    <>
      {typeof prefix === 'string' && prefix}
      <mark>{String(exact)}</mark>
      {typeof suffix === 'string' && suffix}
      {rest.length > 0 && <Labelled object={object} field={{ ...field, fields: rest }} site={site} />}
    </>
  );
}

const WORDS = ['prefix', 'exact', 'suffix'];

/** Each field under its name. */
export function Labelled({ object, field, site }: { readonly object: object } & Omit<ValueProps, 'value'>) {
  const fields = field.fields.filter(({ name }) => Object.hasOwn(object, name));
  return (
    <dl>
      {fields.map((inner) => (
        <div>
          <dt>{wordsOf(inner.name)}</dt>
          <dd>
            <FieldOf object={object as Fields} field={inner} of={field} site={site} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Fields = Readonly<Record<string, unknown>>;
type ObjectProps = { readonly object: Fields } & Omit<ValueProps, 'value'>;

function FieldOf({
  object,
  field,
  of,
  site,
}: {
  readonly object: Fields;
  readonly field: SelectedField;
  readonly of: SelectedField;
  readonly site: Site;
}) {
  const value = object[field.name];
  const address = field.name === 'slug' ? thingAddress(of, object) : null;
  return address === null ? <Value value={value} field={field} site={site} /> : <a href={address}>{value}</a>;
}

/** Null if the type is abstract and the answer does not say which type it is. */
function thingAddress({ type }: SelectedField, { __typename, slug }: Fields): string | null {
  const name = typeof __typename === 'string' ? __typename : getNamedType(type).name;
  const folder = Object.hasOwn(PAGE_FOLDERS, name) ? PAGE_FOLDERS[name as keyof typeof PAGE_FOLDERS] : null;
  return folder === null || typeof slug !== 'string' ? null : `/${folder}/${encodeURIComponent(slug)}`;
}

/** An address becomes a link: a path of this site in `url` fields (see `Node.url`), a web address in any field. */
function leaf(value: unknown, { name }: SelectedField): Child {
  if (typeof value !== 'string') return String(value);
  const isAddress = name === 'url' ? /^\/[^/]/.test(value) : /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
  return isAddress ? <a href={value}>{value}</a> : value;
}

/** "page info" for `pageInfo`. */
function wordsOf(name: string): string {
  return name
    .replace(/^__/, '')
    .replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase();
}

function isRanges(value: unknown): value is readonly Range[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && typeof one.utf16Start === 'number' && typeof one.utf16End === 'number')
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
