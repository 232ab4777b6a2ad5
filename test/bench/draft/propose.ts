/** Proposing: what `draft` reads in a text, in the form in which it is compared with what people marked. */
import { findDates } from '../../../data/tools/draft/date/find.ts';
import { findPublished } from '../../../data/tools/draft/front.ts';
import { findNames } from '../../../data/tools/draft/name/find.ts';
import { findSpeech, type Speech } from '../../../data/tools/draft/speech.ts';
import type { MarkedText } from './gold.ts';
import { type ProposedSpeech, type SpeechScore, scoreMarks, scoreSpeech, type Tally } from './score.ts';

/** How well a text was read, by kind. */
export interface Scores extends SpeechScore {
  readonly dates: Tally;
  readonly people: Tally;
  readonly organizations: Tally;
  readonly places: Tally;
}

/** Reads the text as `draft` does and compares. Nothing of a corpus is known to it. */
export function scoreText(marked: MarkedText): Scores {
  const { text, date, dates, entities } = marked;
  const found = findDates(text, date ?? findPublished(text, findDates(text, null))?.edtf ?? null);
  const names = findNames(text, []);
  const ofType = (type: string, name: string) =>
    scoreMarks(
      entities.filter((entity) => entity.named && entity.type === type).map(({ span }) => ({ span, value: type })),
      names
        .filter((one) => one.type === name)
        .flatMap(({ mentions }) => mentions.map(({ start, end }) => ({ span: [start, end] as const, value: type }))),
    );
  return {
    ...scoreSpeech(marked, findSpeech(text).map(proposed)),
    dates: scoreMarks(
      dates.flatMap(({ span, edtf }) => (edtf === null ? [] : [{ span, value: edtf }])),
      found.map(({ start, end, edtf }) => ({ span: [start, end] as const, value: edtf })),
    ),
    people: ofType('person', 'Person'),
    organizations: ofType('organization', 'Organization'),
    places: ofType('place', 'Place'),
  };
}

const KINDS = { DIRECT_QUOTE: 'direct', MIXED_QUOTE: 'mixed', INDIRECT: 'indirect' } as const;

function proposed({ content, source, kind }: Speech): ProposedSpeech {
  return { content, source: [source], kind: KINDS[kind] };
}
