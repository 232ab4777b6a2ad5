/** The form: an editor corrects a proposal field by field, and each answer is checked before the next question. */
import { type AnchorText, placesOfWords, printable, quoted } from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import type { Plain } from '../print-yaml.ts';
import { quoteSpan } from '../quote-span.ts';
import { type Draft, openDraft, rename } from './decide.ts';
import type { Desk } from './desk.ts';
import { listOf, type Proposal } from './proposal.ts';
import { fieldsOf, valueAt } from './reference.ts';
import { painter, showProblems } from './show.ts';
import { removeAt, setAt, type Way } from './splice.ts';

/** The change that the answers make; null if the editor gives up or the input ends. */
export async function fillForm(proposal: Proposal, desk: Desk): Promise<FileChange | null> {
  let draft = openDraft(desk.copy);
  for (const group of groupsOf(proposal)) {
    for (;;) {
      const tried = openDraft(desk.copy, draft.change);
      if (!(await askGroup(group, proposal, tried, desk))) return null;
      const faults = desk.faultsOf(tried.change);
      if (faults.length === 0) {
        draft = tried;
        break;
      }
      desk.lines.say(showProblems(faults, painter(desk.colours)));
    }
  }
  return draft.change;
}

interface Field {
  readonly name: string;
  /** Relative to the item. */
  readonly way: Way;
  readonly form: 'text' | 'list' | 'quotes' | 'names' | 'slug';
}

/** Fields that are only valid together. */
interface Group {
  readonly fields: readonly Field[];
  /** The value that all the fields make up: "-" for the first field removes it, and if it is missing, `make` creates it. */
  readonly whole: { readonly way: Way; readonly make: (answers: Readonly<Record<string, Plain>>) => Plain } | null;
  /** The index of the part of the proposal that has these fields. */
  readonly part: number;
}

function groupsOf(proposal: Proposal): Group[] {
  const { value, kind } = proposal;
  switch (kind) {
    case 'Statement':
      return [
        slugField(value, 'statement'),
        single('kind'),
        single('content', 'quotes'),
        single('cue', 'quotes'),
        ...people(value, 'speakers', 'speaker'),
        ...(listOf(fieldsOf(value).addressees).length > 0
          ? people(value, 'addressees', 'addressee')
          : [newAddressee()]),
        dateGroup('date'),
        single('about', 'list'),
      ];
    case 'Event':
      return [
        slugField(value, 'event'),
        ...(fieldsOf(value).of === undefined ? [single('name'), single('kind')] : []),
        single('evidence', 'quotes'),
        dateGroup('date'),
        single('places', 'list'),
        ...people(value, 'participants', 'participant'),
        single('attributedTo'),
      ];
    case 'Fact':
      return [single('person'), ...factGroups(value), single('evidence', 'quotes')];
    case 'Byline':
      return [single('words', 'quotes'), single('person')];
    case 'Published':
      return [single('edtf'), single('words', 'quotes')];
    case 'Article':
      return [single('language'), single('publisher'), single('url')];
    case 'Mention':
      return [{ fields: [{ name: 'names', way: ['names'], form: 'names' }], whole: null, part: 0 }];
    default:
      return entityGroups(proposal);
  }
}

function single(name: string, form: Field['form'] = 'text'): Group {
  return { fields: [{ name, way: [name], form }], whole: null, part: 0 };
}

function slugField(value: unknown, name: string): Group {
  return fieldsOf(value).of === undefined ? single(name, 'slug') : single('of');
}

function people(value: unknown, list: string, name: string): Group[] {
  return listOf(fieldsOf(value)[list]).map((one, index) => {
    const field = (inner: string, label: string, form: Field['form']): Field => ({
      name: `${name}${label}`,
      way: [list, index, inner],
      form,
    });
    const role = fieldsOf(one).role === undefined ? [] : [field('role', ' role', 'text')];
    const fields = [field('agent', '', 'text'), ...role, field('evidence', ' words', 'quotes')];
    return { fields, whole: null, part: 0 };
  });
}

function newAddressee(): Group {
  return {
    fields: [
      { name: 'addressee', way: ['addressees', 0, 'agent'], form: 'text' },
      { name: 'addressee words', way: ['addressees', 0, 'evidence'], form: 'quotes' },
    ],
    whole: {
      way: ['addressees'],
      make: ({ addressee, 'addressee words': evidence }) => [{ agent: addressee, evidence }],
    },
    part: 0,
  };
}

function dateGroup(name: string, ...before: Way): Group {
  const way = [...before, name];
  return {
    fields: [
      { name: `${name} (EDTF)`, way: [...way, 'edtf'], form: 'text' },
      { name: `${name} words`, way: [...way, 'words'], form: 'quotes' },
    ],
    whole: { way, make: (answers) => ({ edtf: answers[`${name} (EDTF)`], words: answers[`${name} words`] }) },
    part: 0,
  };
}

function factGroups(value: unknown): Group[] {
  const { position, kinship, birth, death } = fieldsOf(value);
  const inner = (outer: string, name: string): Group => ({
    fields: [{ name, way: [outer, name], form: 'text' }],
    whole: null,
    part: 0,
  });
  return [
    ...(position === undefined ? [] : [inner('position', 'title'), inner('position', 'organization')]),
    ...(kinship === undefined ? [] : [inner('kinship', 'kind'), inner('kinship', 'relative')]),
    ...(birth === undefined ? [] : [dateGroup('birth')]),
    ...(death === undefined ? [] : [dateGroup('death')]),
  ];
}

function entityGroups({ kind, parts }: Proposal): Group[] {
  const place = kind === 'Place' ? [single('kind'), single('containedIn')] : [];
  const names: Group[] =
    parts.length > 1 ? [{ fields: [{ name: 'names', way: ['names'], form: 'names' }], whole: null, part: 1 }] : [];
  return [single('name'), single('otherNames', 'list'), ...place, ...names];
}

/** Asks for each field of the group. False if the editor gives up. */
async function askGroup(group: Group, proposal: Proposal, draft: Draft, desk: Desk): Promise<boolean> {
  const { file, way } = proposal.parts[group.part] ?? proposal.parts[0];
  const value = group.part === 0 ? proposal.value : { names: proposal.names };
  const isMissing = group.whole !== null && valueAt(value, group.whole.way) === undefined;
  const answers: Record<string, Plain> = {};
  for (const field of group.fields) {
    const now = valueAt(value, field.way);
    const answer = await desk.lines.ask(`  ${field.name} [${showValue(now)}]: `);
    if (answer === null || answer.trim() === '!') return false;
    const words = answer.trim();
    if (words === '') {
      if (isMissing && answers[group.fields[0]?.name ?? ''] === undefined) return true;
      continue;
    }
    if (words === '-') {
      const gone = group.whole !== null && field === group.fields[0] ? group.whole.way : field.way;
      draft.edit(file, (yaml) => removeAt(yaml, [...way, ...gone]));
      return true;
    }
    const read = await readAnswer(words, field, proposal.text, desk);
    if (read === undefined) return false;
    answers[field.name] = read;
    if (field.form === 'slug') rename(String(now), words, desk.valuesNaming(String(now)), draft);
    if (!isMissing) draft.edit(file, (yaml) => setAt(yaml, [...way, ...field.way], read));
  }
  const { whole } = group;
  if (isMissing && whole !== null) draft.edit(file, (yaml) => setAt(yaml, [...way, ...whole.way], whole.make(answers)));
  return true;
}

function showValue(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (Array.isArray(value)) return value.map(showValue).join(' | ');
  return printable(String(fieldsOf(value).quote ?? value));
}

/** The value that the answer gives. Undefined if the input ends while the editor is asked to choose a place. */
async function readAnswer(words: string, { form }: Field, text: AnchorText | null, desk: Desk): Promise<Plain> {
  if (form === 'text' || form === 'slug') return words;
  const all = words.split(form === 'list' ? /\s*[|,]\s*/ : /\s*\|\s*/).filter((one) => one !== '');
  if (form === 'list') return all;
  const read: Plain[] = [];
  for (const one of all) {
    const anchor = form === 'quotes' && text !== null ? await choosePlace(one, text, desk) : one;
    if (anchor === undefined) return undefined;
    read.push(anchor);
  }
  return read.length === 1 ? read[0] : read;
}

/** Asks which place is meant if the words occur in several. If they occur nowhere, the compiler reports that. */
async function choosePlace(words: string, text: AnchorText, desk: Desk): Promise<Plain> {
  const places = placesOfWords(words, text);
  if (places.length < 2) return words;
  desk.lines.say(`  The text has these words ${places.length} times:`);
  for (const [index, { prefix, exact, suffix }] of places.entries()) {
    desk.lines.say(`    ${index + 1}  ${quoted(`${prefix}[${exact}]${suffix}`, 160)}`);
  }
  for (;;) {
    const answer = await desk.lines.ask(`  which, 1 to ${places.length}: `);
    if (answer === null) return undefined;
    const place = places[Number(answer) - 1];
    if (place !== undefined) return { ...asFields(quoteSpan(text.text, place.utf16Start, place.utf16End)) };
  }
}

function asFields(anchor: ReturnType<typeof quoteSpan>) {
  return typeof anchor === 'string' ? { quote: anchor } : anchor;
}
