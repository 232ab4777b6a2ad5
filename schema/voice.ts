/** Voice: who says it, how sure they sound, and whether they say that it is so. */

import { CERTAINTY_MEANINGS, POLARITY_MEANINGS, VOICE_MEANINGS } from '../data/meaning.ts';
import { AGENT_TYPES } from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { slugOf } from './slug.ts';

export const VoiceEnum = closedSet(
  'Voice',
  'Who says something: the article, or somebody that it quotes.',
  VOICE_MEANINGS,
);

export const AffirmedByFilter = builder.inputType('AffirmedByFilter', {
  description: 'Who says that it is so. Give exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    voices: t.field({ type: [VoiceEnum], description: 'Anybody in one of these voices; `SPEAKER` is any speaker.' }),
    speakers: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description: 'One of these agents (slugs), in a statement.',
    }),
  }),
});

export const CertaintyEnum = closedSet(
  'Certainty',
  'How sure the article or speaker sounds, never how sure Dateline is.',
  CERTAINTY_MEANINGS,
);

export const PolarityEnum = closedSet('Polarity', 'Whether something is affirmed or denied.', POLARITY_MEANINGS);
