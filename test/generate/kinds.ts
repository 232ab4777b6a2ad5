/** What goes with each kind of event: how it is called, who takes part, what is counted. */
import type { EventKind, FigureKind, ParticipantRole, StatementKind } from '../../data/model.ts';

interface EventForm {
  readonly name: string;
  readonly roles: readonly ParticipantRole[];
  readonly figure: FigureKind;
}

export const EVENT_FORMS: { readonly [K in EventKind]: EventForm } = {
  ACCIDENT: { name: 'Accident', roles: ['VICTIM', 'WITNESS', 'AFFECTED'], figure: 'INJURIES' },
  CANCELLATION: { name: 'Cancellation', roles: ['ACTOR', 'AFFECTED'], figure: 'PARTICIPANTS' },
  CONVERSATION: { name: 'Conversation', roles: ['PARTICIPANT', 'PARTICIPANT'], figure: 'PARTICIPANTS' },
  CRIME: { name: 'Crime', roles: ['SUSPECT', 'VICTIM', 'WITNESS'], figure: 'INJURIES' },
  CULTURAL: { name: 'Festival', roles: ['ORGANIZER', 'PARTICIPANT'], figure: 'PARTICIPANTS' },
  DEATH: { name: 'Death', roles: ['VICTIM', 'WITNESS'], figure: 'DEATHS' },
  DECISION: { name: 'Decision', roles: ['ACTOR', 'AFFECTED'], figure: 'OTHER' },
  DETENTION: { name: 'Detention', roles: ['DETAINEE', 'ACTOR'], figure: 'DETENTIONS' },
  DISASTER: { name: 'Flood', roles: ['AFFECTED', 'VICTIM', 'WITNESS'], figure: 'MISSING' },
  ELECTION: { name: 'Election', roles: ['PARTICIPANT', 'ORGANIZER'], figure: 'PARTICIPANTS' },
  EXAMINATION: { name: 'Examination', roles: ['ACTOR', 'AFFECTED'], figure: 'OTHER' },
  FIRE: { name: 'Fire', roles: ['VICTIM', 'WITNESS', 'AFFECTED'], figure: 'DEATHS' },
  INTERVIEW: { name: 'Interview', roles: ['PARTICIPANT', 'PARTICIPANT'], figure: 'OTHER' },
  MEETING: { name: 'Meeting', roles: ['ORGANIZER', 'PARTICIPANT', 'PARTICIPANT'], figure: 'PARTICIPANTS' },
  OPERATION: { name: 'Operation', roles: ['ACTOR', 'DETAINEE', 'ACTOR'], figure: 'DETENTIONS' },
  PROTEST: { name: 'Protest', roles: ['ACTOR', 'AFFECTED', 'DETAINEE'], figure: 'PARTICIPANTS' },
  TRANSPORT: { name: 'Transport', roles: ['ACTOR', 'AFFECTED'], figure: 'OTHER' },
  VIOLENCE: { name: 'Violence', roles: ['VICTIM', 'ACTOR', 'WITNESS'], figure: 'INJURIES' },
  OTHER: { name: 'Closure', roles: ['ACTOR', 'AFFECTED'], figure: 'OTHER' },
};

/** How many of a hundred statements are of each kind. */
export const STATEMENT_SHARES: { readonly [K in StatementKind]: number } = {
  DIRECT_QUOTE: 35,
  MIXED_QUOTE: 10,
  INDIRECT: 34,
  ANNOUNCEMENT: 8,
  FINDING: 6,
  DENIAL: 4,
  NO_COMMENT: 3,
};
