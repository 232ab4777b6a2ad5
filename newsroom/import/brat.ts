/** Articles annotated in brat: a text, and the annotations beside it. */
import { fold } from '../../data/compile/index.ts';
import type { FoundArticle, FoundEvent, FoundQuotation, FoundSpan, FoundThing } from './found.ts';
import { readStandoff, SAME, type Standoff, type TextBound } from './standoff.ts';

/** The labels of each meaning, in lower case with hyphens between words; `--help` lists them. */
export const LABELS = {
  Person: ['person', 'per', 'people'],
  Organization: ['organization', 'organisation', 'org', 'company', 'institution'],
  Place: ['place', 'location', 'loc', 'gpe', 'city', 'country', 'facility', 'fac'],
  speaker: ['speaker', 'source'],
  quotation: ['quotation', 'quote', 'direct-quote', 'indirect-quote', 'content', 'statement'],
  cue: ['cue', 'speech-verb', 'reporting-verb'],
  event: ['event'],
} as const;
type Meaning = keyof typeof LABELS;

export const RELATIONS = {
  'said-by': ['speaker', 'source', 'said-by', 'spoken-by', 'attribution', 'attributed-to', 'says'],
  'said-with': ['cue', 'has-cue'],
  same: ['same-as', 'coreference', 'coref', 'alias', SAME],
} as const;

/** The article, and a line about each label, relation and kind of annotation that it cannot hold. */
export function readBrat(text: string, annotations: string, file: string): FoundArticle {
  const standoff = readStandoff(text, annotations, file);
  const things = gatherThings(standoff);
  const quotations = gatherQuotations(standoff, things);
  const triggers = new Set(standoff.events.map(({ trigger }) => trigger));
  return {
    rule: 'import-brat',
    text: standoff.text,
    language: null,
    url: null,
    published: null,
    publisher: null,
    authors: [],
    things: [...new Set(things.values())],
    quotations: quotations.flatMap(({ found }) => found ?? []),
    events: gatherEvents(standoff, things),
    left: [
      ...counted(
        standoff.events
          .flatMap(({ roles }) => roles)
          .filter(({ of }) => !things.has(of))
          .map(({ role }) => `the role "${role}" of something that is not a person, organization or place`),
      ),
      ...counted(
        [...standoff.bound.values()]
          .filter(({ id, label, spans }) => typeOf(label) !== null && spans.length > 0 && !things.has(id))
          .map((one) => `a pronoun that is not joined to a name: “${wordsOf(one, standoff)}”`),
      ),
      ...counted(quotations.filter(({ found }) => found === null).map(() => 'a quotation with no speaker')),
      ...counted(
        [...standoff.bound.values()].filter((one) => isLeft(one, triggers)).map(({ label }) => `the label "${label}"`),
      ),
      ...counted(
        standoff.relations
          .filter(({ label }) => relationOf(label) === null)
          .map(({ label }) => `the relation "${label}"`),
      ),
      ...[...standoff.others].map(([kind, count]) => `${KINDS[kind] ?? kind} (${count})`),
    ],
  };
}

const KINDS: Readonly<Record<string, string>> = {
  A: 'attributes',
  M: 'modifications',
  N: 'normalizations',
  '#': 'notes',
};

function counted(said: readonly string[]): string[] {
  return [...Map.groupBy(said, (one) => one)].map(([one, all]) => `${one} (${all.length})`);
}

function meaningOf(label: string): Meaning | null {
  return keyOf(LABELS, label);
}

function relationOf(label: string): keyof typeof RELATIONS | null {
  return keyOf(RELATIONS, label);
}

function keyOf<K extends string>(table: Readonly<Record<K, readonly string[]>>, label: string): K | null {
  const plain = label.replace(/(?<=[a-z])(?=[A-Z])|_/g, '-').toLowerCase();
  for (const key in table) if (table[key].includes(plain)) return key;
  return null;
}

function isLeft({ id, label, spans }: TextBound, triggers: ReadonlySet<string>): boolean {
  return spans.length === 0 || (meaningOf(label) === null && !triggers.has(id));
}

/** The thing that each annotation names. Annotations with the same words and type, or joined by a relation, share one. */
function gatherThings(standoff: Standoff): Map<string, FoundThing> {
  const named = [...standoff.bound.values()].filter(({ label, spans }) => typeOf(label) !== null && spans.length > 0);
  const groups = new Map(
    named.map((one) => {
      const words = wordsOf(one, standoff);
      // The same pronoun may stand for two people.
      return [one.id, isPronoun(words) ? one.id : `${typeOf(one.label)} ${fold(words)}`];
    }),
  );
  /** For a group that was merged, the group that it became part of. */
  const joined = new Map<string, string>();
  const rootOf = (group: string): string => {
    let root = group;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    // Shorten the path for later look-ups.
    for (let at = group; at !== root; ) {
      const next = joined.get(at) ?? root;
      joined.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { label, from, to } of standoff.relations) {
    const [kept, other] = [groups.get(from), groups.get(to)];
    if (relationOf(label) !== 'same' || kept === undefined || other === undefined) continue;
    const [root, part] = [rootOf(kept), rootOf(other)];
    if (root !== part) joined.set(part, root);
  }
  const things = new Map<string, FoundThing>();
  for (const group of Map.groupBy(named, ({ id }) => rootOf(groups.get(id) ?? '')).values()) {
    const [name, ...otherNames] = namesAmong(group.map((one) => wordsOf(one, standoff)));
    if (name === undefined) continue;
    const type = group.map(({ label }) => typeOf(label)).find((one) => one !== null) ?? 'Person';
    const thing = { type, name, otherNames, spans: group.flatMap(({ spans }) => spans) };
    for (const { id } of group) things.set(id, thing);
  }
  return things;
}

/** The names among the words that mean one thing, the longest first: no pronoun, and no "the mayor" beside a name. */
function namesAmong(words: readonly string[]): string[] {
  const nouns = [...new Set(words)].filter((one) => !isPronoun(one)).sort((a, b) => b.length - a.length);
  const names = nouns.filter(isName);
  return names.length > 0 ? names : nouns;
}

/** Whether the first word after an article is capitalised, or of a script without capitals. */
function isName(words: string): boolean {
  const [first = '', second = ''] = words.split(' ');
  return !/^\p{Ll}/u.test(second !== '' && DETERMINER.test(first) ? second : first);
}

const DETERMINER = /^(?:an?|the|this|that|his|her|their|its|our)$/i;

function isPronoun(words: string): boolean {
  // "US" and "IT" are names.
  return PRONOUN.test(words) && (words.length === 1 || !/^\p{Lu}+$/u.test(words));
}

const PRONOUN =
  /^(?:I|me|my|mine|myself|you|yours?|yourself|he|him|his|himself|she|hers?|herself|its?|itself|we|us|ours?|ourselves|they|them|theirs?|themselves|who|whom|whose|which|that|this|these|those|one|both|all)$/i;

/** A speaker without another type is taken for a person; the editor who confirms the draft sees that. */
function typeOf(label: string): FoundThing['type'] | null {
  const meaning = meaningOf(label);
  if (meaning === 'speaker') return 'Person';
  return meaning === 'Person' || meaning === 'Organization' || meaning === 'Place' ? meaning : null;
}

function wordsOf({ spans }: TextBound, { text }: Standoff): string {
  return spans
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ');
}

function gatherQuotations(
  standoff: Standoff,
  things: ReadonlyMap<string, FoundThing>,
): { readonly found: FoundQuotation | null }[] {
  const quotations = [...standoff.bound.values()].filter(({ label }) => meaningOf(label) === 'quotation');
  const [speakers, cues] = [relate('said-by', standoff), relate('said-with', standoff)];
  return quotations.map((quotation) => {
    const speaker = speakers.get(quotation.id)?.find((id) => {
      const type = things.get(id)?.type;
      return type === 'Person' || type === 'Organization';
    });
    const thing = things.get(speaker ?? '');
    const span = spanOf(speaker, standoff);
    if (thing === undefined || span === null || quotation.spans.length === 0) return { found: null };
    const [cue] = cues.get(quotation.id) ?? [];
    return { found: { spans: quotation.spans, cue: spanOf(cue, standoff), speaker: { thing, span } } };
  });
}

/** The annotations that this relation joins to each annotation, in either direction. */
function relate(wanted: keyof typeof RELATIONS, { relations }: Standoff): Map<string, string[]> {
  const related = new Map<string, string[]>();
  const add = (id: string, other: string) => {
    const known = related.get(id);
    if (known === undefined) related.set(id, [other]);
    else known.push(other);
  };
  for (const { label, from, to } of relations) {
    if (relationOf(label) !== wanted) continue;
    add(from, to);
    if (from !== to) add(to, from);
  }
  return related;
}

function spanOf(id: string | undefined, { bound }: Standoff): FoundSpan | null {
  return bound.get(id ?? '')?.spans[0] ?? null;
}

function gatherEvents(standoff: Standoff, things: ReadonlyMap<string, FoundThing>): FoundEvent[] {
  const triggers = new Set(standoff.events.map(({ trigger }) => trigger));
  const bare = [...standoff.bound.values()].filter(
    ({ id, label }) => meaningOf(label) === 'event' && !triggers.has(id),
  );
  const all = [...standoff.events, ...bare.map(({ id, label }) => ({ label, trigger: id, roles: [] }))];
  return all.flatMap(({ trigger, roles }): FoundEvent[] => {
    const words = standoff.bound.get(trigger);
    if (words === undefined || words.spans.length === 0) return [];
    const filled = roles.flatMap(({ of }) => {
      const [thing, span] = [things.get(of), spanOf(of, standoff)];
      return thing === undefined || span === null ? [] : [{ thing, span }];
    });
    return [
      {
        name: wordsOf(words, standoff),
        spans: words.spans,
        participants: filled.filter(({ thing }) => thing.type !== 'Place'),
        places: filled.flatMap(({ thing }) => (thing.type === 'Place' ? [thing] : [])),
      },
    ];
  });
}
