/** Voice: who says it, how sure they sound, and whether they say that it is so. */
import { CERTAINTY_MEANINGS, POLARITY_MEANINGS, VOICE_MEANINGS } from '../data/meaning.ts';
import { builder, closedSet } from './builder.ts';

export const VoiceEnum = closedSet('Voice', 'Who says it.', VOICE_MEANINGS);

export const AffirmedByFilter = builder.inputType('AffirmedByFilter', {
  description: 'Asks who says that it is so. Exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    voices: t.field({ type: [VoiceEnum], description: 'Somebody in one of these voices; `SPEAKER` is any speaker.' }),
    speakers: t.field({ type: ['Slug'], description: 'A statement of one of the agents with these slugs.' }),
  }),
});

export const CertaintyEnum = closedSet(
  'Certainty',
  'How sure the asserter sounds; never how sure Dateline is.',
  CERTAINTY_MEANINGS,
);

export const PolarityEnum = closedSet('Polarity', 'Whether something is said to be so.', POLARITY_MEANINGS);
