/** Credits: the author and the agency that the text of an article names. */
import type { AgencyCredit as AgencyCreditRecord, Byline as BylineRecord } from '../data/model.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';
import { load, loadIfNamed } from './node.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';

export const Byline = builder.objectRef<BylineRecord>('Byline');

Byline.implement({
  description: 'The line of an article that says who wrote it.',
  fields: (t) => ({
    words: t.exposeString('words', { description: 'Its words as printed: "By Khagan Isayev".' }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person it names; null if it names none.',
      resolve: ({ person }, _, context) => loadIfNamed(context, 'Person', person),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'Its place in the text.' }),
  }),
});

export const AgencyCredit = builder.objectRef<AgencyCreditRecord>('AgencyCredit');

AgencyCredit.implement({
  description: 'The words of an article that credit an agency with what it prints.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'The agency.',
      resolve: ({ organization }, _, context) => load(context, 'Organization', organization),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that credit it.' }),
  }),
});
