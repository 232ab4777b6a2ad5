/** Subject: what a statement can be about. */
import { builder } from './builder.ts';
import { Event } from './event.ts';
import { Group } from './group.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';
import { Place } from './place.ts';

export const Subject = builder.unionType('Subject', {
  description: 'What a statement can be about: an event, an agent or a place.',
  types: () => [Event, Person, Organization, Group, Place],
  resolveType: (subject) => subject.type,
});
