/** Every rule, in the order in which editors read them. */
import { attributedEvent } from './rule/attributed-event.ts';
import { deadRelation } from './rule/dead-relation.ts';
import { doubtfulSpeaker } from './rule/doubtful-speaker.ts';
import { lookAlike } from './rule/look-alike.ts';
import { placeOutside } from './rule/place-outside.ts';
import { speakerWithoutCue } from './rule/speaker-without-cue.ts';
import { uncoveredQuotation } from './rule/uncovered-quotation.ts';
import { unlinkedName } from './rule/unlinked-name.ts';
import { unsupportedDate } from './rule/unsupported-date.ts';
import { unusedEntity } from './rule/unused-entity.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  uncoveredQuotation,
  unlinkedName,
  attributedEvent,
  speakerWithoutCue,
  doubtfulSpeaker,
  unusedEntity,
  lookAlike,
  deadRelation,
  placeOutside,
  unsupportedDate,
];
