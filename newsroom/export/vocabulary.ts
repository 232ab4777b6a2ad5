/**
 * Terms: the names of types and fields in linked data. Each is a term of schema.org or W3C Web Annotation if they have one
 * with the same meaning; otherwise it is our own, under `VOCABULARY`.
 */
import type { RecordType } from './record.ts';

export const VOCABULARY = 'https://dateline.example/vocabulary#';
const SCHEMA = 'https://schema.org/';
const OA = 'http://www.w3.org/ns/oa#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** The types of nodes. */
export const TYPES = {
  Article: `${SCHEMA}NewsArticle`,
  Person: `${SCHEMA}Person`,
  Organization: `${SCHEMA}Organization`,
  Group: `${VOCABULARY}Group`,
  Place: `${SCHEMA}Place`,
  Event: `${SCHEMA}Event`,
  Statement: `${SCHEMA}Quotation`,
  EventReport: `${VOCABULARY}EventReport`,
  Quote: `${VOCABULARY}Quote`,
  Position: `${VOCABULARY}Position`,
  Kinship: `${VOCABULARY}Kinship`,
  LifeDate: `${VOCABULARY}LifeDate`,
  Mention: `${VOCABULARY}Mention`,
  Revision: `${VOCABULARY}Revision`,
  Retired: `${VOCABULARY}Retired`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
} as const satisfies Record<RecordType, string> & Record<string, string>;

/** How RDF writes the value of a field. */
export interface Term {
  readonly iri: string;
  /** A thing of the corpus, an address, a literal of a datatype, or a literal of the value's own type. */
  readonly as: 'slug' | 'address' | 'value' | `http${string}`;
  /** Whether it has one value, or several: in an order that means something, or, as a term of others, in none. */
  readonly has: 'one' | 'list' | 'set';
}

function own(name: string, as: Term['as'] = 'value', has: Term['has'] = 'one'): Term {
  return { iri: VOCABULARY + name, as, has };
}

function known(iri: string, as: Term['as'] = 'value', has: Term['has'] = 'one'): Term {
  return { iri, as, has };
}

const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';

/** The fields of all records. In linked data a span of text is a `SpecificResource` with two selectors. */
export const TERMS: ReadonlyMap<string, Term> = new Map(
  Object.entries({
    about: known(`${SCHEMA}about`, 'slug', 'set'),
    addressees: own('addressees', 'value', 'list'),
    agency: own('agency'),
    agent: own('agent', 'slug'),
    approximate: own('approximate'),
    article: own('article', 'slug'),
    articleBody: known(`${SCHEMA}articleBody`),
    attributedTo: own('attributedTo', 'slug'),
    basis: own('basis'),
    bylines: own('bylines', 'value', 'list'),
    certainty: own('certainty'),
    clock: own('clock'),
    containedIn: known(`${SCHEMA}containedInPlace`, 'slug'),
    content: own('content', 'value', 'list'),
    correction: own('correction'),
    cue: own('cue'),
    date: own('date'),
    datePublished: known(`${SCHEMA}datePublished`, `${SCHEMA}Date`),
    digest: own('digest'),
    earliest: own('earliest', `${XSD}date`),
    edtf: own('edtf', EDTF),
    end: known(`${OA}end`, `${XSD}nonNegativeInteger`),
    entered: own('entered', `${XSD}date`),
    event: own('event', 'slug'),
    evidence: own('evidence', 'value', 'list'),
    exact: known(`${OA}exact`),
    figures: own('figures', 'value', 'list'),
    formerType: own('formerType'),
    firstRevision: own('firstRevision'),
    headline: known(`${SCHEMA}headline`),
    how: own('how'),
    inferred: own('inferred', 'value', 'list'),
    introduces: own('introduces'),
    kind: own('kind'),
    language: known(`${SCHEMA}inLanguage`),
    lastRevision: own('lastRevision'),
    latest: own('latest', `${XSD}date`),
    maxValue: own('maxValue'),
    minValue: own('minValue'),
    name: known(`${SCHEMA}name`),
    number: own('number'),
    of: own('of', 'slug'),
    on: own('on', `${XSD}date`),
    organization: own('organization', 'slug'),
    originalUrl: known(`${SCHEMA}url`, 'address'),
    otherNames: known(`${SCHEMA}alternateName`, 'value', 'set'),
    part: own('part'),
    partOf: known(`${SCHEMA}superEvent`, 'slug'),
    participants: own('participants', 'value', 'list'),
    person: own('person', 'slug'),
    places: own('places', 'slug', 'list'),
    polarity: own('polarity'),
    prefix: known(`${OA}prefix`),
    proposition: own('proposition'),
    published: own('published'),
    publisher: known(`${SCHEMA}publisher`, 'slug'),
    reason: own('reason'),
    relations: own('relations', 'value', 'list'),
    relative: own('relative', 'slug'),
    replacedBy: own('replacedBy', 'slug'),
    role: own('role'),
    sameAs: known(`${SCHEMA}sameAs`, 'address', 'set'),
    selector: known(`${OA}hasSelector`),
    since: own('since'),
    slug: known(`${SCHEMA}identifier`),
    source: known(`${OA}hasSource`, 'slug'),
    speakers: own('speakers', 'value', 'list'),
    splitInto: own('splitInto', 'slug', 'list'),
    start: known(`${OA}start`, `${XSD}nonNegativeInteger`),
    statement: own('statement', 'slug'),
    suffix: known(`${OA}suffix`),
    text: known(`${SCHEMA}text`),
    time: own('time'),
    title: own('title'),
    to: own('to', 'slug'),
    until: own('until'),
    voice: own('voice'),
    words: own('words'),
  } satisfies Record<string, Term>),
);

/** The `@context` of a JSON-LD document; with it a reader of RDF needs nothing else. */
export function printContext(): Record<string, unknown> {
  const terms = [...TERMS].map(([name, { iri, as, has }]) => [
    name,
    {
      '@id': iri,
      ...(as !== 'value' && { '@type': as === 'slug' || as === 'address' ? '@id' : as }),
      ...(has !== 'one' && { '@container': `@${has}` }),
    },
  ]);
  return { '@version': 1.1, id: '@id', type: '@type', ...TYPES, ...Object.fromEntries(terms) };
}
